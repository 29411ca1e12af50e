/** To whom a payment goes: somebody of the school's payees, or somebody who is paid but once and typed here; never both. */
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useState } from 'react'
import { maxLength, minLength, required, TextInput, useTranslate } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { PayeeInput } from '../payees/PayeeInput'

interface Props {
  schoolId: number | undefined
  /** The end of the account that was typed before. */
  last4: string | null
}

export function PaidTo({ schoolId, last4 }: Props) {
  const translate = useTranslate()
  const { getValues, setValue } = useFormContext()
  const payeeId = useWatch({ name: 'payeeId' }) as number | null | undefined
  const [wantsTyping, setTyping] = useState(() => !getValues('payeeId') && Boolean(getValues('payee')))
  // A contract brings its payee, whatever was chosen before.
  const isTyped = wantsTyping && !payeeId
  const choose = (way: string) => {
    setTyping(way === 'typed')
    if (way === 'typed') setValue('payeeId', null, { shouldDirty: true })
  }
  return (
    <>
      <FormControl sx={{ mb: 1 }}>
        <FormLabel id="paid-to" sx={{ color: 'text.primary', fontSize: 13, fontWeight: 500 }}>
          {translate('funding.paidTo')}
        </FormLabel>
        <RadioGroup
          row
          aria-labelledby="paid-to"
          value={isTyped ? 'typed' : 'known'}
          onChange={(_event, way) => choose(way)}
        >
          {(['known', 'typed'] as const).map((way) => (
            <FormControlLabel
              key={way}
              value={way}
              control={<Radio size="small" />}
              label={translate(`funding.paidToWays.${way}`)}
            />
          ))}
        </RadioGroup>
      </FormControl>
      {isTyped ? <TypedPayee last4={last4} /> : <PayeeInput schoolId={schoolId} isRequired />}
    </>
  )
}

function TypedPayee({ last4 }: { last4: string | null }) {
  const translate = useTranslate()
  return (
    <>
      <TextInput source="payee" validate={[required(), maxLength(80)]} />
      <TextInput
        source="payeeAccount"
        validate={[minLength(5), maxLength(60)]}
        slotProps={{ htmlInput: { autoComplete: 'off', inputMode: 'text' } }}
        helperText={last4 ? translate('funding.payeeAccountKeep', { last4 }) : 'funding.payeeAccountHelp'}
      />
      <TextInput
        source="payeeBank"
        validate={[minLength(2), maxLength(80)]}
        helperText="funding.payeeBankHelp"
      />
    </>
  )
}
