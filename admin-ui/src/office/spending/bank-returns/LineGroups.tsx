/** The lines of a return in groups: what was settled, what came back, what is left. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { allOf } from '../../../api/contract'
import { FigureTable, printDate, printFen, StatusChip, type Meaning, useTongue } from '../../../shared'
import type { BankReturnLine } from '../types'
import { LineActs } from './LineActs'
import { SettleOwn } from './SettleOwn'

export const meanings: Record<BankReturnLine['outcome'], Meaning> = {
  paid: 'done',
  settled_by_hand: 'done',
  confirmed: 'done',
  paid_twice: 'refused',
  failed: 'refused',
  returned: 'refused',
  taken_back: 'done',
  repeated: 'info',
  unmatched: 'waiting',
}
// Of these a second person has something to do.
const acted: ReadonlySet<string> = new Set(['paid_twice', 'returned', 'unmatched'])
const groups = allOf<BankReturnLine['outcome']>()([
  'paid_twice',
  'returned',
  'unmatched',
  'failed',
  'repeated',
  'taken_back',
  'settled_by_hand',
  'confirmed',
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
        {(outcome === 'returned' || outcome === 'paid_twice') && (
          <Alert severity="error" sx={{ mx: 3, mb: 3 }}>
            {translate(outcome === 'returned' ? 'funding.returnedUnder' : 'funding.advice.paid_twice')}
          </Alert>
        )}
        {outcome === 'unmatched' && <SettleOwn lines={own} />}
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
            ...(acted.has(outcome) ? [''] : []),
          ]}
          rows={own.map((line) => ({
            key: line.id,
            cells: [
              line.rowNumber,
              line.reference ?? '–',
              line.payee ?? '–',
              line.paidOn ? printDate(line.paidOn, tongue) : '–',
              line.reason ? <Why key="why" line={line} /> : (line.bankRemark ?? ''),
              line.amountFen === null ? translate('funding.unknownSum') : printFen(line.amountFen),
              ...(acted.has(outcome)
                ? [line.closedAt ? line.comment : <LineActs key="acts" line={line} />]
                : []),
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
  if (line.reason === null) {
    if (line.outcome === 'paid_twice') return translate('funding.differences.paid_twice')
    return line.outcome === 'returned' ? translate('funding.differences.sent_back') : null
  }
  const why = translate(`funding.differences.${line.reason}`)
  return line.reason === 'amount_differs' && line.paymentAmountFen !== null
    ? `${why}${translate('kit.colon')}${printFen(line.paymentAmountFen)}`
    : why
}
