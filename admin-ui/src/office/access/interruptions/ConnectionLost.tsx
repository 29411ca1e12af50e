/** Nobody knows whether it was saved (不知道是否已保存): asked again by itself as soon as the server answers. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useCallback, useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { apiHeaders } from '../../../api/call'

const pauseSeconds = 5

/** Whether anything answers at all; what it answers is the business of the request that is sent then. */
const isThere = (): Promise<boolean> =>
  fetch('/api/sign-in', { headers: apiHeaders(), credentials: 'same-origin' }).then(
    ({ status }) => status < 500,
    () => false,
  )

export function ConnectionLost({ onSettled }: { onSettled: (mayRetry: boolean) => void }) {
  const translate = useTranslate()
  const [round, setRound] = useState(0)
  const [isTrying, setTrying] = useState(true)
  const again = useCallback(() => setRound((n) => n + 1), [])
  useEffect(() => {
    let isOpen = true
    let later: ReturnType<typeof setTimeout> | undefined
    setTrying(true)
    void isThere().then((answers) => {
      if (!isOpen) return
      if (answers) return onSettled(true)
      setTrying(false)
      later = setTimeout(again, pauseSeconds * 1000)
    })
    return () => {
      isOpen = false
      clearTimeout(later)
    }
  }, [round, again, onSettled])
  useEffect(() => {
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [again])
  return (
    <Dialog open fullWidth maxWidth="sm" role="alertdialog" aria-labelledby="lost-title">
      <DialogTitle id="lost-title">{translate('interruptions.lost.title')}</DialogTitle>
      <DialogContent>
        <Typography>{translate('interruptions.lost.lead')}</Typography>
        <Typography role="status" color="text.secondary" sx={{ mt: 2 }}>
          {isTrying
            ? translate('interruptions.lost.trying')
            : translate('interruptions.lost.stillLost', { seconds: pauseSeconds })}
        </Typography>
      </DialogContent>
      <DialogActions sx={{ p: 4, flexWrap: 'wrap', gap: 2 }}>
        <Button onClick={() => onSettled(false)}>{translate('interruptions.lost.leave')}</Button>
        <Button variant="contained" loading={isTrying} onClick={again}>
          {translate('interruptions.lost.retry')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
