/** The password that is shown once. It is kept nowhere in the browser. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { UserWithPassword } from './user'

export function OneTimePassword({ user, onClose }: { user: UserWithPassword; onClose: () => void }) {
  const translate = useTranslate()
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(user.oneTimePassword)
    setCopied(true)
  }
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby="one-time">
      <DialogTitle id="one-time">{translate('system.users.oneTime')}</DialogTitle>
      <DialogContent>
        <Typography>
          {user.displayName} · {user.username}
        </Typography>
        <Typography
          component="p"
          data-testid="one-time-password"
          sx={{
            fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
            fontSize: 22,
            letterSpacing: 1,
            my: 3,
            userSelect: 'all',
          }}
        >
          {user.oneTimePassword}
        </Typography>
        <Alert severity="warning">{translate('system.users.oneTimeHelp')}</Alert>
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={() => void copy()}>
          {translate(isCopied ? 'system.users.copied' : 'system.users.copy')}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {translate('system.users.understood')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
