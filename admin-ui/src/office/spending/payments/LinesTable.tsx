/** What a payment takes from which class, and what the class will have left. */
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableFooter from '@mui/material/TableFooter'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { Theme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useRecordContext, useTranslate } from 'react-admin'
import { printFen } from '../../../shared'
import type { Payment, PaymentLine } from '../types'

/** On a phone these stand under the class's name. */
const wide = { display: { xs: 'none', md: 'table-cell' } }

/** What each line says, in words. */
function useWords() {
  const translate = useTranslate()
  return {
    translate,
    field: (name: string) => translate(`resources.payments.fields.${name}`),
    money: (line: PaymentLine) => `${line.fundName} · ${translate(`funding.purposes.${line.purpose}`)}`,
    spentOn: ({ account, lessonCount, amountFen }: PaymentLine) =>
      lessonCount === null
        ? translate(`funding.accounts.${account}`)
        : `${translate(`funding.accounts.${account}`)} · ${translate('funding.lessonsAt', {
            count: lessonCount,
            rate: printFen(Math.ceil(amountFen / lessonCount)),
          })}`,
    left: ({ leftBeforeFen, leftAfterFen }: PaymentLine) =>
      leftBeforeFen === leftAfterFen
        ? printFen(leftAfterFen)
        : `${printFen(leftBeforeFen)} → ${printFen(leftAfterFen)}`,
  }
}

export function LinesTable() {
  const { translate, field } = useWords()
  const payment = useRecordContext<Payment>()
  if (!payment) return null
  return (
    <Paper variant="outlined" sx={{ mb: 4, overflow: 'hidden' }}>
      <Table size="small" aria-label={translate('funding.paymentLines')}>
        <TableHead>
          <TableRow>
            <TableCell>{field('className')}</TableCell>
            <TableCell sx={wide}>{field('fundName')}</TableCell>
            <TableCell sx={wide}>{field('account')}</TableCell>
            <TableCell align="right">{field('amountFen')}</TableCell>
            <TableCell align="right" sx={wide}>
              {translate('funding.classLeft')}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {payment.lines.map((line) => (
            <LineRow key={line.number} line={line} />
          ))}
        </TableBody>
        {payment.lines.length > 1 && (
          <TableFooter>
            <TableRow>
              <TableCell>{translate('funding.linesCount', { count: payment.lines.length })}</TableCell>
              <TableCell sx={wide} />
              <TableCell sx={wide} />
              <TableCell align="right">{printFen(payment.amountFen)}</TableCell>
              <TableCell sx={wide} />
            </TableRow>
          </TableFooter>
        )}
      </Table>
    </Paper>
  )
}

function LineRow({ line }: { line: PaymentLine }) {
  const isNarrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'))
  const { translate, money, spentOn, left } = useWords()
  return (
    <TableRow>
      <TableCell>
        {line.className}
        {isNarrow &&
          [money(line), spentOn(line), translate('funding.leftShort', { left: left(line) })].map((text) => (
            <Typography key={text} variant="body2" color="text.secondary">
              {text}
            </Typography>
          ))}
      </TableCell>
      <TableCell sx={wide}>{money(line)}</TableCell>
      <TableCell sx={wide}>{spentOn(line)}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {printFen(line.amountFen)}
      </TableCell>
      <TableCell align="right" sx={{ ...wide, whiteSpace: 'nowrap' }}>
        {left(line)}
      </TableCell>
    </TableRow>
  )
}
