/** The new address, this once: to scan, to copy, to open; and how to subscribe. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { NewCalendarLink } from './link'

export function NewLinkDialog({ link, onClose }: { link: NewCalendarLink; onClose: () => void }) {
  const translate = useTranslate()
  const field = useRef<HTMLInputElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = () => {
    // Without a secure page there is no clipboard: the address is marked, to be copied by hand.
    field.current?.select()
    if (window.isSecureContext) void navigator.clipboard.writeText(link.address).then(() => setCopied(true))
  }
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="new-link-title">
      <DialogTitle id="new-link-title">{translate('links.made', { name: link.ownerName })}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 4 }}>
          {translate('links.once')}
        </Alert>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, alignItems: 'flex-start' }}>
          <Box sx={{ bgcolor: '#fff', p: 2, borderRadius: 2, lineHeight: 0 }}>
            <img
              src={`data:image/svg+xml;utf8,${encodeURIComponent(link.qrSvg)}`}
              alt={translate('links.qrAlt')}
              width={168}
              height={168}
            />
          </Box>
          <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
            <TextField
              margin="none"
              multiline
              label={translate('links.address')}
              value={link.address}
              inputRef={field}
              slotProps={{ htmlInput: { readOnly: true } }}
              sx={{ '& textarea': { overflowWrap: 'anywhere' } }}
            />
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
              <Button variant="contained" onClick={copy}>
                {translate('links.copy')}
              </Button>
              <Button variant="outlined" href={link.address.replace(/^https?:/, 'webcal:')}>
                {translate('links.open')}
              </Button>
            </Box>
            <Typography aria-live="polite" color="success.main" sx={{ minHeight: 22, mt: 1 }}>
              {isCopied ? translate('links.copied') : ''}
            </Typography>
          </Box>
        </Box>
        <Typography variant="h3" sx={{ mt: 3, mb: 1 }}>
          {translate('links.steps')}
        </Typography>
        <Box component="ul" sx={{ m: 0, pl: 5, '& li': { mb: 1 } }}>
          {['phone', 'android', 'desktop'].map((step) => (
            <li key={step}>{translate(`links.${step}`)}</li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose}>{translate('links.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
