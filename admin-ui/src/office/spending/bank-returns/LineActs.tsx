/** What a second person does with a line of the bank that differs: settle it, take it back, or say what was found out. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import { FormDialog, printFen, useKehou } from '../../../shared'
import type { ActedLine } from '../types'
import { TakeBackButton } from './TakeBackButton'

export const LineActs = ({ line }: { line: ActedLine }) => (
  <Box className="no-print" sx={{ display: 'inline-flex', gap: 2 }}>
    <TakeBackButton line={line} />
    <CloseButton line={line} />
  </Box>
)

function CloseButton({ line }: { line: ActedLine }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const [comment, setComment] = useState('')
  if (!line.actions.includes('close')) return null
  const label = translate('resources.bank-return-lines.events.close.label')
  const close = async () => {
    await kehou.act('bank-return-lines', line.id, 'close', { comment })
    notify('resources.bank-return-lines.events.close.done', { type: 'success' })
    refresh()
    setOpen(false)
  }
  return (
    <>
      <Button variant="outlined" size="small" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <FormDialog
          title={translate('funding.closeLine', { row: line.rowNumber })}
          send={label}
          isReady={comment.trim() !== ''}
          onSend={close}
          onClose={() => setOpen(false)}
        >
          <Typography sx={{ mb: 3 }}>
            {translate('funding.closeLineUnder', {
              payee: line.payee ?? line.paymentPayee ?? '–',
              amount: line.amountFen === null ? translate('funding.unknownSum') : printFen(line.amountFen),
            })}
          </Typography>
          <TextField
            fullWidth
            required
            multiline
            label={translate('funding.foundOut')}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
        </FormDialog>
      )}
    </>
  )
}
