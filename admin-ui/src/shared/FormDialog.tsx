/** A dialog that sends something once: what it does, its fields, and a refusal inside it, so that nothing typed is lost. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { ErrorNotice } from './ErrorNotice'
import { useSending } from './hooks'

interface FormDialogProps {
  title: string
  /** What the button that sends says. */
  send: string
  isReady?: boolean
  isDangerous?: boolean
  maxWidth?: 'xs' | 'sm' | 'md'
  /** Sends and closes; what it throws is shown in the dialog, which stays open. */
  onSend: () => Promise<void>
  /** The person asks for what others have changed meanwhile: `renew` of useSeen. */
  onLoad?: () => void
  onClose: () => void
  children: ReactNode
}

export function FormDialog({
  title,
  send,
  isReady = true,
  isDangerous = false,
  maxWidth = 'sm',
  onSend,
  onLoad,
  onClose,
  children,
}: FormDialogProps) {
  const translate = useTranslate()
  const titleId = useId()
  const { isBusy, refusal, send: sendOnce } = useSending(onSend)
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth={maxWidth}
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        {children}
        <ErrorNotice error={refusal} onLoad={onLoad} />
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose} disabled={isBusy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          color={isDangerous ? 'error' : 'primary'}
          loading={isBusy}
          disabled={!isReady}
          onClick={sendOnce}
        >
          {send}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
