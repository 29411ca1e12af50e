/** The entries that one thing has caused. */
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import type { Page } from '../../../api/contract'
import { ErrorNotice, FigureTable, printDate, printFen, useAnswer, useTongue } from '../../../shared'
import type { LedgerEntry } from '../types'
import { useEntryWords } from './entryWords'

export function EntriesOf({ entity, id }: { entity: string; id: number }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const words = useEntryWords()
  const { data, error } = useAnswer<Page<LedgerEntry>>(
    `/api/ledger-entries?sourceEntity=${entity}&sourceId=${id}&pageSize=200`,
  )
  const field = (name: string) => translate(`resources.ledger-entries.fields.${name}`)
  if (error) return <ErrorNotice error={error} />
  if (!data) return null
  if (data.items.length === 0)
    return <Typography color="text.secondary">{translate('funding.noEntriesHere')}</Typography>
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={translate('funding.entries')}
        words={5}
        head={[
          field('sequence'),
          field('accountedOn'),
          field('kind'),
          field('debitAccount'),
          field('creditAccount'),
          field('amountFen'),
        ]}
        rows={data.items.map((entry) => ({
          key: entry.id,
          cells: [
            <Link key="entry" component={RouterLink} to={`/ledger-entries/${entry.journalId}/show`}>
              {entry.sequence}
            </Link>,
            printDate(entry.accountedOn, tongue),
            words.kind(entry),
            words.account(entry.debitAccount),
            words.account(entry.creditAccount),
            printFen(entry.amountFen),
          ],
        }))}
      />
    </Paper>
  )
}
