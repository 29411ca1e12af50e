/** One entry: what it says, why it is there, and what took it back. */
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import type { Schemas } from '../../../api/contract'
import { type Fact, printDate, printFen, printInstant, RecordPage, useTongue } from '../../../shared'
import { SourceLink, useEntryWords } from './entryWords'

type Entry = Schemas['LedgerEntryWithReversalOut']

export function LedgerEntryShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const words = useEntryWords()
  const field = (name: string) => translate(`resources.ledger-entries.fields.${name}`)
  const other = (id: number | null) =>
    id === null ? (
      translate('funding.notReversed')
    ) : (
      <Link component={RouterLink} to={`/ledger-entries/${id}/show`}>
        {translate('funding.entryNumber', { id })}
      </Link>
    )
  const facts = (entry: Entry): Fact[] => [
    { label: field('kind'), value: words.kind(entry) },
    { label: field('amountFen'), value: printFen(entry.amountFen) },
    { label: field('debitAccount'), value: words.account(entry.debitAccount) },
    { label: field('creditAccount'), value: words.account(entry.creditAccount) },
    { label: translate('funding.source'), value: <SourceLink entry={entry} /> },
    { label: field('accountedOn'), value: printDate(entry.accountedOn, tongue) },
    { label: field('postedAt'), value: printInstant(entry.postedAt) },
    { label: field('className'), value: entry.className },
    { label: field('fundName'), value: entry.fundName },
    { label: field('purpose'), value: translate(`funding.purposes.${entry.purpose}`, { _: entry.purpose }) },
    { label: field('level'), value: translate(`funding.levels.${entry.level}`) },
    { label: field('fiscalYear'), value: entry.fiscalYear },
    { label: field('economicCategory'), value: entry.economicCategory },
    { label: field('reverses'), value: other(entry.reversesEntryId) },
    { label: field('reversedBy'), value: other(entry.reversedByEntryId) },
    { label: field('businessKey'), value: entry.businessKey },
    { label: field('hash'), value: entry.hash },
  ]
  return (
    <RecordPage<Entry>
      title={(entry) => translate('funding.entryOf', { sequence: entry.sequence })}
      facts={facts}
    />
  )
}
