/** Which lines stand behind a figure? */
import { useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  DateCol,
  EmptyState,
  InstantCol,
  MoneyCol,
  OfficeList,
  printFen,
  presentYear,
  fiscalYears,
} from '../../../shared'
import { accounts, figures, type LedgerEntry } from '../types'
import { SourceLink, useEntryWords } from './entryWords'

/** Each memorandum has its other side on M000: nobody looks for that. */
const codes = accounts.filter((code) => code !== 'M000')
const filters = [
  choiceFilter('figure', figures, 'funding.figures'),
  choiceFilter('fiscalYear', fiscalYears(presentYear()).map(String), null),
  choiceFilter('account', codes, 'funding.accounts'),
]

/** A row is a line, '4711-2'; its page is the journal's. */
const journalOf = (id: unknown) => String(id).split('-')[0]!

export function LedgerEntryList() {
  const translate = useTranslate()
  const words = useEntryWords()
  return (
    <OfficeList<LedgerEntry>
      scope={['school']}
      order={{ field: 'postedAt', order: 'ASC' }}
      filters={filters}
      hasSearch={false}
      totals={['effectFen']}
      rowClick={(id: unknown) => `/ledger-entries/${journalOf(id)}/show`}
      under={translate('funding.ledgerUnder')}
      empty={<EmptyState why={translate('funding.noEntries')} />}
      simple={{
        primary: (each) => `${each.className ?? translate('funding.school')} · ${words.kind(each)}`,
        secondary: (each) => `${each.debitAccount} / ${each.creditAccount}`,
        trailing: (each) => printFen(each.amountFen),
        to: (each) => `/ledger-entries/${each.journalId}/show`,
      }}
    >
      <Col source="sequence" disableSort />
      <DateCol source="accountedOn" disableSort />
      <InstantCol source="postedAt" />
      <Col source="kind" disableSort render={(each) => words.kind(each as LedgerEntry)} />
      <Col source="className" disableSort sx={{ whiteSpace: 'nowrap' }} />
      <Col source="debitAccount" disableSort render={(each) => words.account(each.debitAccount as string)} />
      <Col
        source="creditAccount"
        disableSort
        render={(each) => words.account(each.creditAccount as string)}
      />
      <MoneyCol source="amountFen" />
      <MoneyCol source="effectFen" disableSort />
      <Col source="sourceId" disableSort render={(each) => <SourceLink entry={each as LedgerEntry} />} />
    </OfficeList>
  )
}
