/** Keeps the columns of this file as a format, so that the next file of the bank is read at once. */
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { FormDialog, useKehou } from '../../../shared'
import type { BankReturnPreview } from '../types'

interface Props {
  preview: BankReturnPreview
  onSaved: () => void
}

/** Those of the first sheet that can be read; a column without a title cannot be found again. */
export const columnsOf = ({ sheets }: Pick<BankReturnPreview, 'sheets'>) =>
  (sheets.find(({ status }) => status === 'ready')?.columns ?? []).flatMap(({ field, title }) =>
    field === null || title === '' ? [] : [{ field, title }],
  )

export function SaveColumns({ preview, onSaved }: Props) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const save = async () => {
    await kehou.call('POST', '/api/bank-return-formats', { name: name.trim(), columns: columnsOf(preview) })
    notify('funding.columnsSaved', { type: 'success', messageArgs: { name: name.trim() } })
    setOpen(false)
    onSaved()
  }
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)} sx={{ mb: 4 }}>
        {translate('funding.saveColumns')}
      </Button>
      {isOpen && (
        <FormDialog
          title={translate('funding.saveColumns')}
          send={translate('ra.action.save')}
          isReady={name.trim() !== ''}
          onSend={save}
          onClose={() => setOpen(false)}
        >
          <Typography color="text.secondary" sx={{ mb: 3 }}>
            {translate('funding.saveColumnsUnder')}
          </Typography>
          <TextField
            required
            fullWidth
            autoFocus
            label={translate('resources.bank-return-formats.fields.name')}
            helperText={translate('funding.formatNameHelp')}
            value={name}
            onChange={({ target }) => setName(target.value)}
            slotProps={{ htmlInput: { maxLength: 60, autoComplete: 'off' } }}
          />
        </FormDialog>
      )}
    </>
  )
}
