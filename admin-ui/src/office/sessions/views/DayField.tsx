/** A day, typed as people write dates and taken over when one leaves the field. */
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { readDate } from '../../../shared'

interface Props {
  day: string
  onDay: (day: string) => void
  /** Above the field; else it is only read out. */
  label?: string
  name: string
}

export function DayField({ day, ...rest }: Props) {
  // Another day from elsewhere begins a new field.
  return <Field key={day} day={day} {...rest} />
}

function Field({ day, onDay, label, name }: Props) {
  const translate = useTranslate()
  const [text, setText] = useState(day)
  const on = readDate(text)
  const take = () => {
    if (on !== null && on !== day) onDay(on)
  }
  return (
    <TextField
      margin="none"
      fullWidth={false}
      label={label}
      value={text}
      sx={{ width: 130 }}
      error={on === null}
      helperText={on === null ? translate('kit.input.notDate') : undefined}
      slotProps={{ htmlInput: { 'aria-label': name } }}
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  )
}
