/** How far has the money come that a settlement returns to the treasury, where does it go, and what may be done now? */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import {
  ActionBar,
  DayField,
  ErrorNotice,
  type Fact,
  Facts,
  printDate,
  printFen,
  StatusChip,
  today,
  useAll,
  useAnswer,
  useTongue,
} from '../../../shared'
import { payeeText } from '../payees/PayeeInput'
import type { Payee, Settlement, TreasuryReturn } from '../types'

export function TreasuryReturnPart() {
  const settlement = useRecordContext<Settlement>()
  const id = settlement?.treasuryReturn?.id
  const { data, error, refetch } = useAnswer<TreasuryReturn>(
    id === undefined ? null : `/api/treasury-returns/${id}`,
  )
  if (id === undefined) return null
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton variant="rounded" height={120} sx={{ mb: 4 }} />
  return <Return one={data} />
}

function Return({ one }: { one: TreasuryReturn }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const field = (name: string) => translate(`resources.treasury-returns.fields.${name}`)
  const facts: Fact[] = [
    { label: field('amountFen'), value: printFen(one.amountFen) },
    {
      label: field('payee'),
      value:
        one.payee === null
          ? translate('funding.treasuryPayeeMissing')
          : `${one.payee} · ····${one.payeeAccountLast4}`,
    },
    ...(one.payeeBank === null ? [] : [{ label: field('payeeBank'), value: one.payeeBank }]),
    ...(one.returnedOn === null
      ? []
      : [{ label: field('returnedOn'), value: printDate(one.returnedOn, tongue) }]),
    ...(one.bankSerial === null ? [] : [{ label: field('bankSerial'), value: one.bankSerial }]),
  ]
  return (
    <Box component="section" sx={{ mb: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 2 }}>
        <Typography component="h2" variant="h6">
          {translate('funding.treasuryReturn')}
        </Typography>
        <StatusChip status={one.status} resource="treasury-returns" />
        <Box sx={{ ml: { sm: 'auto' } }}>
          <Acts one={one} field={field} />
        </Box>
      </Box>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {translate(`funding.treasuryNext.${one.status}`)}
      </Typography>
      {one.failure !== null && (
        <Alert severity="warning" sx={{ mb: 3 }}>
          {translate('funding.treasuryCameBack', { why: one.failure })}
        </Alert>
      )}
      <Facts facts={facts} />
    </Box>
  )
}

function Acts({ one, field }: { one: TreasuryReturn; field: (name: string) => string }) {
  const translate = useTranslate()
  const [payeeId, setPayeeId] = useState(one.payeeId)
  const [returnedOn, setReturnedOn] = useState(today())
  const [bankSerial, setBankSerial] = useState('')
  const say = (key: string) => () =>
    translate(`funding.${key}`, {
      amount: printFen(one.amountFen),
      payee: `${one.payee ?? ''} ····${one.payeeAccountLast4 ?? ''}`,
    })
  return (
    <ActionBar
      resource="treasury-returns"
      record={one}
      events={{
        submit: {
          isUsual: true,
          comment: 'none',
          consequence: say('submitReturn'),
          details: () => (
            <PayeeSelect
              schoolId={one.schoolId}
              label={field('payee')}
              payeeId={payeeId}
              onChange={setPayeeId}
            />
          ),
          body: () => ({ payeeId }),
        },
        withdraw: { comment: 'optional', consequence: say('withdrawReturn') },
        check: { isUsual: true, consequence: say('checkReturn') },
        'refer-back': { comment: 'required', consequence: say('referReturn') },
        'register-slip': {
          isUsual: true,
          consequence: say('slipReturn'),
          details: () => (
            <>
              <DayField label={field('returnedOn')} value={returnedOn} onChange={setReturnedOn} />
              <TextField
                label={field('bankSerial')}
                value={bankSerial}
                onChange={(event) => setBankSerial(event.target.value)}
                required
                fullWidth
                sx={{ mt: 4 }}
                slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 60 } }}
              />
            </>
          ),
          body: () => ({ returnedOn, bankSerial }),
        },
        'register-failure': { comment: 'required', consequence: say('failReturn') },
      }}
    />
  )
}

interface PayeeSelectProps {
  schoolId: number
  label: string
  payeeId: number | null
  onChange: (id: number) => void
}

/** A unit among the school's payees: the treasury is no person. */
function PayeeSelect({ schoolId, label, payeeId, onChange }: PayeeSelectProps) {
  const translate = useTranslate()
  const { data: payees = [] } = useAll<Payee>('payees', {
    sort: { field: 'name', order: 'ASC' },
    filter: { schoolId, kind: 'unit', isActive: true },
  })
  const isThere = payees.some(({ id }) => id === payeeId)
  return (
    <TextField
      select
      required
      fullWidth
      label={label}
      value={isThere ? payeeId : ''}
      onChange={(event) => onChange(Number(event.target.value))}
      helperText={translate(payees.length === 0 ? 'funding.noTreasuryPayee' : 'funding.treasuryPayeeHelp')}
      sx={{ mt: 4 }}
    >
      {payees.map((each) => (
        <MenuItem key={each.id} value={each.id}>
          {payeeText(each)}
        </MenuItem>
      ))}
    </TextField>
  )
}
