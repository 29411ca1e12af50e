/** Who is paid how much, into which account, from whose money, and where that person's payment stands. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableFooter from '@mui/material/TableFooter'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import { EmptyState, printFen, printHundredths, StatusChip, useTongue } from '../../../shared'
import type { PayList, PayListEntry } from '../types'

/** On a phone these stand under the person's name. */
const wide = { display: { xs: 'none', md: 'table-cell' } }
const figure = { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const

function useWords() {
  const translate = useTranslate()
  const tongue = useTongue()
  return {
    translate,
    field: (name: string) => translate(`resources.pay-lists.fields.${name}`),
    account: ({ accountLast4, bankName }: PayListEntry) => `····${accountLast4} · ${bankName ?? '–'}`,
    hours: ({ hoursHundredths, rateFen }: PayListEntry) =>
      [
        hoursHundredths === null
          ? null
          : translate('funding.hours', { hours: printHundredths(hoursHundredths) }),
        rateFen === null ? null : translate('funding.perLesson', { rate: printFen(rateFen) }),
      ]
        .filter(Boolean)
        .join(' · '),
    money: ({ lines }: PayListEntry) =>
      `${lines.map(({ className }) => className).join(tongue === 'zh' ? '、' : ', ')} · ${[
        ...new Set(lines.map(({ account }) => translate(`funding.accounts.${account}`))),
      ].join(' · ')}`,
    shared: ({ accountAlsoOf }: PayListEntry) =>
      translate('funding.accountAlsoOf', { names: accountAlsoOf.join(tongue === 'zh' ? '、' : ', ') }),
  }
}

export function EntriesTable() {
  const { translate, field } = useWords()
  const list = useRecordContext<PayList>()
  if (!list) return null
  if (list.entries.length === 0)
    return <EmptyState why={translate('funding.noPeople')} next={translate('funding.noPeopleNext')} />
  const isMade = list.status === 'made'
  return (
    <>
      <Shared entries={list.entries} />
      <Paper variant="outlined" sx={{ mb: 4, overflow: 'hidden' }}>
        <Table size="small" aria-label={translate('funding.payListPeople')}>
          <TableHead>
            <TableRow>
              <TableCell>{field('person')}</TableCell>
              <TableCell sx={wide}>{field('taxKind')}</TableCell>
              <TableCell sx={wide}>{translate('funding.hoursAndRate')}</TableCell>
              <TableCell sx={wide}>{translate('funding.payFrom')}</TableCell>
              <TableCell align="right">{field('amountFen')}</TableCell>
              {isMade && <TableCell sx={wide}>{field('payment')}</TableCell>}
            </TableRow>
          </TableHead>
          <TableBody>
            {list.entries.map((entry) => (
              <Row key={entry.number} entry={entry} isMade={isMade} />
            ))}
          </TableBody>
          <TableFooter>
            <TableRow>
              <TableCell>{translate('funding.people', { count: list.personCount })}</TableCell>
              <TableCell sx={wide} />
              <TableCell sx={wide}>
                {translate('funding.hours', { hours: printHundredths(list.hoursHundredths) })}
              </TableCell>
              <TableCell sx={wide} />
              <TableCell align="right" sx={figure}>
                {printFen(list.amountFen)}
              </TableCell>
              {isMade && <TableCell sx={wide} />}
            </TableRow>
          </TableFooter>
        </Table>
      </Paper>
    </>
  )
}

/** Said once above all, and again at each person. */
function Shared({ entries }: { entries: PayListEntry[] }) {
  const translate = useTranslate()
  const count = entries.filter(({ accountAlsoOf }) => accountAlsoOf.length > 0).length
  return count === 0 ? null : (
    <Alert severity="warning" sx={{ mb: 3 }}>
      {translate('funding.accountsShared', { count })}
    </Alert>
  )
}

function Row({ entry, isMade }: { entry: PayListEntry; isMade: boolean }) {
  const { translate, account, hours, money, shared } = useWords()
  const top = { verticalAlign: 'top' }
  const tax = translate(`funding.taxKinds.${entry.taxKind}`)
  return (
    <TableRow>
      <TableCell sx={{ ...top, overflowWrap: 'anywhere', minWidth: { md: 180 } }}>
        {`${entry.number}. ${entry.payee}`}
        {[account(entry), entry.note].filter(Boolean).map((text) => (
          <Typography key={text} variant="body2" color="text.secondary">
            {text}
          </Typography>
        ))}
        <Box sx={{ display: { md: 'none' } }}>
          {[tax, hours(entry), money(entry)].filter(Boolean).map((text) => (
            <Typography key={text} variant="body2" color="text.secondary">
              {text}
            </Typography>
          ))}
          {isMade && <PaymentOf entry={entry} />}
        </Box>
        {entry.accountAlsoOf.length > 0 && (
          <Typography variant="body2" sx={{ color: 'warning.dark' }}>
            {shared(entry)}
          </Typography>
        )}
      </TableCell>
      <TableCell sx={{ ...wide, ...top }}>{tax}</TableCell>
      <TableCell sx={{ ...wide, ...top }}>{hours(entry)}</TableCell>
      <TableCell sx={{ ...wide, ...top }}>{money(entry)}</TableCell>
      <TableCell align="right" sx={{ ...figure, ...top }}>
        {printFen(entry.amountFen)}
      </TableCell>
      {isMade && (
        <TableCell sx={{ ...wide, ...top }}>
          <PaymentOf entry={entry} />
        </TableCell>
      )}
    </TableRow>
  )
}

function PaymentOf({ entry: { payment, payee } }: { entry: PayListEntry }) {
  const translate = useTranslate()
  if (!payment) return null
  return (
    <>
      <Link
        component={RouterLink}
        to={`/payments/${payment.id}/show`}
        aria-label={translate('funding.paymentTo', {
          payee,
          state: translate(`states.payments.${payment.status}`),
        })}
      >
        <StatusChip status={payment.status} resource="payments" />
      </Link>
      {payment.failure && payment.status === 'failed' && (
        <Typography variant="body2" color="text.secondary">
          {payment.failure}
        </Typography>
      )}
    </>
  )
}
