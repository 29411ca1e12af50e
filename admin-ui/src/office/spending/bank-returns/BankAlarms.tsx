/** What the bank says of this payment that somebody has to see to: paid twice, sent back, or not as it was asked for. */
import Alert from '@mui/material/Alert'
import Link from '@mui/material/Link'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import type { Page } from '../../../api/contract'
import { printDate, printFen, useAnswer, useTongue } from '../../../shared'
import type { BankReturnLine, Payment } from '../types'

export function BankAlarms() {
  const translate = useTranslate()
  const tongue = useTongue()
  const payment = useRecordContext<Payment>()
  const { data } = useAnswer<Page<BankReturnLine>>(
    payment === undefined
      ? null
      : `/api/bank-return-lines?paymentId=${payment.id}&isOpen=yes&pageSize=20&sort=id`,
  )
  const kindOf = (line: BankReturnLine) =>
    line.outcome === 'unmatched' && !(line.result === 'paid' && payment?.status === 'paid')
      ? translate('funding.alarms.unmatched', { why: translate(`funding.differences.${line.reason}`) })
      : translate(`funding.alarms.${line.outcome === 'returned' ? 'returned' : 'paid_twice'}`)
  return data?.items.map((line) => (
    <Alert key={line.id} severity={line.outcome === 'unmatched' ? 'warning' : 'error'} sx={{ mb: 4 }}>
      {kindOf(line)}{' '}
      {translate('funding.alarms.line', {
        date: line.paidOn ? printDate(line.paidOn, tongue) : '–',
        amount: line.amountFen === null ? translate('funding.unknownSum') : printFen(line.amountFen),
        serial: line.serial ?? '–',
      })}{' '}
      {line.bankReturnId !== null && (
        <Link component={RouterLink} underline="always" to={`/bank-returns/${line.bankReturnId}/show`}>
          {translate('funding.alarms.look')}
        </Link>
      )}
    </Alert>
  ))
}
