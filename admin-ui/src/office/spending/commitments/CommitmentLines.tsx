/** What a commitment takes from which class, what of it is still to be paid, and what the class has left beside it. */
import Paper from '@mui/material/Paper'
import { useRecordContext, useTranslate } from 'react-admin'
import { FigureTable, printFen } from '../../../shared'
import { usePlaceWords } from '../corrections/usePlaceWords'
import type { Commitment } from '../types'

export function CommitmentLines() {
  const translate = useTranslate()
  const { money, account } = usePlaceWords()
  const field = (name: string) => translate(`resources.payments.fields.${name}`)
  const commitment = useRecordContext<Commitment>()
  if (!commitment) return null
  return (
    <Paper variant="outlined" sx={{ mb: 4, overflow: 'hidden' }}>
      <FigureTable
        caption={translate('funding.commitmentLines')}
        words={3}
        maxHeight="none"
        head={[
          field('className'),
          field('fundName'),
          field('account'),
          translate('resources.commitments.fields.amountFen'),
          translate('resources.commitments.fields.remainingFen'),
          translate('funding.classLeftBeside'),
        ]}
        rows={commitment.lines.map((line) => ({
          key: line.number,
          cells: [
            line.className,
            money(line),
            account(line),
            printFen(line.amountFen),
            printFen(line.remainingFen),
            printFen(line.leftFen),
          ],
        }))}
      />
    </Paper>
  )
}
