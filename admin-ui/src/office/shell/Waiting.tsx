import Box from '@mui/material/Box'
import CircularProgress from '@mui/material/CircularProgress'
import { useTranslate } from 'react-admin'

/** Before it is known who is signed in. */
export function Waiting() {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', minHeight: '60vh' }}>
      <CircularProgress size={28} aria-label={translate('ra.page.loading')} />
    </Box>
  )
}
