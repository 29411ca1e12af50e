/** A day inside a dialog: typed as 2026-09-01 or 20260901. */
import TextField from '@mui/material/TextField'
import { readDate } from './format'

interface Props {
  label: string
  value: string
  help?: string
  autoFocus?: boolean
  onChange: (text: string) => void
}

export const DayField = ({ label, value, help, autoFocus = false, onChange }: Props) => (
  <TextField
    label={label}
    value={value}
    autoFocus={autoFocus}
    {...(help ? { helperText: help } : {})}
    error={value !== '' && readDate(value) === null}
    onChange={(event) => onChange(event.target.value)}
    onBlur={() => onChange(readDate(value) ?? value)}
    slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off', maxLength: 12 } }}
    sx={{ mt: 4 }}
  />
)
