/** One place where a payment stands: how much of it is mended, and where it belongs. */
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { AmountField, printFen, useAll } from '../../../shared'
import { type Allotment, type CorrectablePlace, expenseAccounts, type Payment } from '../types'
import { usePlaceWords } from './usePlaceWords'

export interface AskedLine {
  amountFen?: number | null
  toAllotmentId?: number
  toAccount?: string
}

interface Props {
  place: CorrectablePlace
  payment: Payment
  moves: boolean
  line: AskedLine
  onChange: (line: AskedLine) => void
}

export function PlaceRow({ place, payment, moves, line, onChange }: Props) {
  const translate = useTranslate()
  const { money, account } = usePlaceWords()
  const name = `${place.className} · ${account(place)}`
  return (
    <Box sx={{ py: 3, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
        <Box sx={{ flex: '1 1 200px' }}>
          {name}
          <Typography variant="body2" color="text.secondary">
            {money(place)} · {translate('funding.correctable', { amount: printFen(place.spentFen) })}
          </Typography>
        </Box>
        <AmountField
          label={translate('funding.correctAmount', { place: name })}
          fen={line.amountFen ?? null}
          onChange={(amountFen) => onChange({ ...line, amountFen })}
        />
      </Box>
      {moves && !!line.amountFen && <Where payment={payment} line={line} onChange={onChange} />}
    </Box>
  )
}

function Where({ payment, line, onChange }: Pick<Props, 'payment' | 'line' | 'onChange'>) {
  const translate = useTranslate()
  const { money } = usePlaceWords()
  const { data = [] } = useAll<Allotment>('allotments', {
    sort: { field: 'homeClassId', order: 'ASC' },
    filter: { schoolId: payment.schoolId, fiscalYear: payment.fiscalYear },
  })
  const field = (name: string) => translate(`resources.corrections.fields.${name}`)
  return (
    <Box sx={{ display: 'grid', columnGap: 3, gridTemplateColumns: { md: '2fr 1fr' } }}>
      <TextField
        select
        margin="normal"
        label={field('toAllotmentId')}
        value={line.toAllotmentId ?? ''}
        onChange={(event) => onChange({ ...line, toAllotmentId: Number(event.target.value) })}
      >
        {data
          .filter(({ homeClassId }) => homeClassId !== null)
          .map((each) => (
            <MenuItem key={each.id} value={each.id}>
              {`${each.className} · ${money(each)} · ${translate('funding.leftShort', { left: printFen(each.leftFen) })}`}
            </MenuItem>
          ))}
      </TextField>
      <TextField
        select
        margin="normal"
        label={field('toAccount')}
        value={line.toAccount ?? ''}
        onChange={(event) => onChange({ ...line, toAccount: event.target.value })}
      >
        {expenseAccounts.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`funding.accounts.${each}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  )
}
