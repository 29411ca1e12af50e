/** An amount inside a table: yuan as typed, whole fen for the page; what cannot be read is null. */
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { printYuan, readYuan } from './format'

interface Props {
  label: string
  fen: number | null
  onChange: (fen: number | null) => void
}

export function AmountField({ label, fen, onChange }: Props) {
  const [text, setText] = useState<string | null>(null)
  const shown = text ?? (fen === null ? '' : printYuan(fen))
  const isWrong = text !== null && (readYuan(text) ?? -1) < 0
  return (
    <TextField
      size="small"
      margin="none"
      fullWidth={false}
      value={shown}
      error={isWrong}
      sx={{ width: 140 }}
      onFocus={(event) => event.target.select()}
      onChange={(event) => {
        setText(event.target.value)
        const read = readYuan(event.target.value)
        onChange(read === null || read < 0 ? null : read)
      }}
      onBlur={() => {
        if (!isWrong) setText(null)
      }}
      slotProps={{
        htmlInput: {
          'aria-label': label,
          inputMode: 'decimal',
          autoComplete: 'off',
          style: { textAlign: 'right' },
        },
      }}
    />
  )
}
