/** Which entries stand behind a figure? */
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import { choiceFilter, Col, EmptyState, InstantCol, MoneyCol, OfficeList, printFen } from '../../../shared'
import { presentYear } from '../FiscalYear'
import { figures, fiscalYears, type LedgerEntry } from '../types'

const filters = [choiceFilter('figure', figures, 'funding.figures'), choiceFilter('fiscalYear', fiscalYears(presentYear()).map(String), 'funding.years')]
const pages: Record<string, string> = { declaration: 'declarations', appropriation: 'appropriations', payment: 'payments' }

export function LedgerEntryList() {
  const translate = useTranslate()
  return (
    <OfficeList<LedgerEntry>
      scope={['school']}
      order={{ field: 'postedAt', order: 'ASC' }}
      filters={filters}
      hasSearch={false}
      rowClick={false}
      totals={['effectFen']}
      under={translate('funding.ledgerUnder')}
      empty={<EmptyState why={translate('funding.noEntries')} />}
      simple={{ primary: each => `${each.className} · ${translate(`funding.kinds.${each.kind}`)}`, secondary: each => `${each.debitAccount} / ${each.creditAccount}`, trailing: each => printFen(each.amountFen) }}
    >
      <InstantCol source="postedAt" />
      <Col source="kind" disableSort render={each => translate(`funding.kinds.${each.kind}`)} />
      <Col source="className" disableSort />
      <Col source="debitAccount" disableSort render={each => `${each.debitAccount} ${translate(`funding.accounts.${each.debitAccount}`)}`} />
      <Col source="creditAccount" disableSort render={each => `${each.creditAccount} ${translate(`funding.accounts.${each.creditAccount}`)}`} />
      <MoneyCol source="amountFen" />
      <MoneyCol source="effectFen" disableSort />
      <Col
        source="sourceId"
        disableSort
        render={each => (
          <Link component={RouterLink} to={`/${pages[each.sourceEntity]}/${each.sourceId}/show`}>
            {translate(`funding.sources.${each.sourceEntity}`, { id: each.sourceId })}
          </Link>
        )}
      />
    </OfficeList>
  )
}
