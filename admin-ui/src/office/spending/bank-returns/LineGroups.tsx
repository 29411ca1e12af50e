/** The lines of a return in groups: what was settled, what came back, what is left. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { allOf } from '../../../api/contract'
import { FigureTable, printDate, printFen, StatusChip, type Meaning, useTongue } from '../../../shared'
import type { BankReturnLine } from '../types'
import { TakeBackButton } from './TakeBackButton'

export const meanings: Record<BankReturnLine['outcome'], Meaning> = {
  paid: 'done',
  settled_by_hand: 'done',
  failed: 'refused',
  returned: 'refused',
  taken_back: 'done',
  repeated: 'info',
  unmatched: 'waiting',
}
const groups = allOf<BankReturnLine['outcome']>()([
  'returned',
  'unmatched',
  'failed',
  'repeated',
  'taken_back',
  'settled_by_hand',
  'paid',
])

export function LineGroups({ lines }: { lines: BankReturnLine[] }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const field = (name: string) => translate(`resources.bank-return-lines.fields.${name}`)
  return groups.map((outcome) => {
    const own = lines.filter((line) => line.outcome === outcome)
    if (own.length === 0) return null
    const total = printFen(own.reduce((sum, line) => sum + (line.amountFen ?? 0), 0))
    return (
      <Paper key={outcome} sx={{ mb: 4, overflow: 'hidden' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', p: 3 }}>
          <StatusChip status={outcome} resource="bank-return-lines" meaning={meanings[outcome]} />
          <Typography color="text.secondary">
            {translate('funding.linesOf', { count: own.length, amount: total })}
          </Typography>
        </Box>
        {outcome === 'returned' && (
          <Alert severity="error" sx={{ mx: 3, mb: 3 }}>
            {translate('funding.returnedUnder')}
          </Alert>
        )}
        <FigureTable
          caption={translate(`states.bank-return-lines.${outcome}`)}
          maxHeight={420}
          words={5}
          head={[
            field('rowNumber'),
            field('reference'),
            field('payee'),
            field('paidOn'),
            outcome === 'unmatched' || outcome === 'repeated' ? field('reason') : field('bankRemark'),
            field('amountFen'),
            ...(outcome === 'returned' ? [''] : []),
          ]}
          rows={own.map((line) => ({
            key: line.id,
            cells: [
              line.rowNumber,
              line.reference ?? '–',
              line.payee ?? '–',
              line.paidOn ? printDate(line.paidOn, tongue) : '–',
              line.reason ? <Why key="why" line={line} /> : (line.bankRemark ?? ''),
              line.amountFen === null ? '–' : printFen(line.amountFen),
              ...(outcome === 'returned' ? [<TakeBackButton key="take-back" line={line} />] : []),
            ],
          }))}
        />
      </Paper>
    )
  })
}

/** The reason; with the amount that was asked for where that is the reason. */
export function Why({ line }: { line: BankReturnLine }) {
  const translate = useTranslate()
  if (line.reason === null) return null
  const why = translate(`funding.reasons.${line.reason}`)
  return line.reason === 'amount_differs' && line.paymentAmountFen !== null
    ? `${why}${translate('kit.colon')}${printFen(line.paymentAmountFen)}`
    : why
}
