/** Finds a student by the whole number, which goes in the request's body and never into an address. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useRedirect, useTranslate } from 'react-admin'
import { ErrorNotice, useKehou } from '../../../shared'
import type { StudentRow } from './student'

export function FindByNumber() {
  const translate = useTranslate()
  const kehou = useKehou()
  const redirect = useRedirect()
  const [isOpen, setOpen] = useState(false)
  const [number, setNumber] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const close = () => {
    setOpen(false)
    setNumber('')
    setMissing(false)
    setError(null)
  }
  const find = async () => {
    setError(null)
    try {
      const [student] = await kehou.call<StudentRow[]>('POST', '/api/students/find-by-number', {
        number: number.trim(),
      })
      if (student) redirect('show', 'students', student.id)
      else setMissing(true)
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('people.findByNumber')}
      </Button>
      <Dialog open={isOpen} onClose={close} fullWidth maxWidth="sm" aria-labelledby="find-title">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void find()
          }}
        >
          <DialogTitle id="find-title">{translate('people.findByNumber')}</DialogTitle>
          <DialogContent>
            <Typography>{translate('people.findByNumberWhy')}</Typography>
            <TextField
              autoFocus
              label={translate('people.number')}
              value={number}
              onChange={(event) => {
                setNumber(event.target.value)
                setMissing(false)
              }}
              error={isMissing}
              helperText={isMissing ? translate('people.notFoundByNumber') : undefined}
              slotProps={{ htmlInput: { maxLength: 24, autoComplete: 'off' } }}
              sx={{ mt: 4 }}
            />
            <ErrorNotice error={error} />
          </DialogContent>
          <DialogActions sx={{ p: 4 }}>
            <Button onClick={close}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={number.trim().length < 15}>
              {translate('people.findByNumber')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  )
}
