/** In another tab of this browser somebody else has signed in (另一个人已登录). */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'

export function OtherPerson({ name, onStay }: { name: string; onStay: () => void }) {
  const translate = useTranslate()
  return (
    <Dialog open fullWidth maxWidth="sm" role="alertdialog" aria-labelledby="other-person-title">
      <DialogTitle id="other-person-title">{translate('interruptions.otherPerson.title')}</DialogTitle>
      <DialogContent>
        <Typography>{translate('interruptions.otherPerson.lead', { name })}</Typography>
        <Typography sx={{ mt: 2 }}>{translate('interruptions.otherPerson.next')}</Typography>
      </DialogContent>
      <DialogActions sx={{ p: 4, flexWrap: 'wrap', gap: 2 }}>
        <Button onClick={onStay}>{translate('interruptions.otherPerson.stay')}</Button>
        <Button variant="contained" onClick={() => window.location.reload()}>
          {translate('interruptions.otherPerson.reload')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
