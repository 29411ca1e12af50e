/** What a payment takes from which class, and what the class will have left. */
import Paper from '@mui/material/Paper'
import { useRecordContext, useTranslate } from 'react-admin'
import { FigureTable, printFen } from '../../../shared'
import { usePlaceWords } from '../corrections/usePlaceWords'
import type { Payment, PaymentLine } from '../types'

export function LinesTable() {
  const translate = useTranslate()
  const { money, account } = usePlaceWords()
  const field = (name: string) => translate(`resources.payments.fields.${name}`)
  const payment = useRecordContext<Payment>()
  if (!payment) return null
  const spentOn = ({ lessonCount, amountFen, ...line }: PaymentLine) =>
    lessonCount === null
      ? account(line)
      : `${account(line)} · ${translate('funding.lessonsAt', {
          count: lessonCount,
          rate: printFen(Math.ceil(amountFen / lessonCount)),
        })}`
  return (
    <Paper variant="outlined" sx={{ mb: 4, overflow: 'hidden' }}>
      <FigureTable
        caption={translate('funding.paymentLines')}
        words={3}
        maxHeight="none"
        head={[
          field('className'),
          field('fundName'),
          field('account'),
          field('amountFen'),
          translate('funding.classLeft'),
        ]}
        rows={payment.lines.map((line) => ({
          key: line.number,
          cells: [
            line.className,
            money(line),
            spentOn(line),
            printFen(line.amountFen),
            line.leftBeforeFen === line.leftAfterFen
              ? printFen(line.leftAfterFen)
              : `${printFen(line.leftBeforeFen)} → ${printFen(line.leftAfterFen)}`,
          ],
        }))}
        {...(payment.lines.length > 1
          ? {
              foot: [
                translate('funding.linesCount', { count: payment.lines.length }),
                '',
                '',
                printFen(payment.amountFen),
                '',
              ],
            }
          : {})}
      />
    </Paper>
  )
}
