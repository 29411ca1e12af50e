/** The money has come back: the ledger no longer has it as spent, and the payment may be sent again. */
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import { FormDialog, printFen, useKehou } from '../../../shared'
import type { ActedLine } from '../types'

export function TakeBackButton({ line }: { line: ActedLine }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const [comment, setComment] = useState(line.bankRemark ?? '')
  if (!line.actions.includes('take-back')) return null
  const label = translate('resources.bank-return-lines.events.take-back.label')
  const takeBack = async () => {
    await kehou.act('bank-return-lines', line.id, 'take-back', comment === '' ? {} : { comment })
    notify('resources.bank-return-lines.events.take-back.done', { type: 'success' })
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
          title={translate('funding.takeBackLine', { row: line.rowNumber })}
          send={label}
          isReady
          onSend={takeBack}
          onClose={() => setOpen(false)}
        >
          <Typography sx={{ mb: 3 }}>
            {translate('funding.takeBackUnder', {
              payee: line.paymentPayee ?? line.payee ?? '–',
              amount: printFen(line.amountFen ?? 0),
            })}
          </Typography>
          <TextField
            fullWidth
            label={translate('funding.whyReturned')}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
        </FormDialog>
      )}
    </>
  )
}
