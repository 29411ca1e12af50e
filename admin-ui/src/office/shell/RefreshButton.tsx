import RefreshIcon from '@mui/icons-material/Refresh'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useLoading, useRefresh, useTranslate } from 'react-admin'

/** Asks for everything on the page anew; turns while something is on its way. */
export function RefreshButton() {
  const translate = useTranslate()
  const refresh = useRefresh()
  const isLoading = useLoading()
  return (
    <Tooltip title={translate('ra.action.refresh')}>
      <IconButton onClick={() => refresh()} aria-label={translate('ra.action.refresh')}>
        <RefreshIcon
          sx={{
            '@keyframes turn': { to: { transform: 'rotate(360deg)' } },
            '@media (prefers-reduced-motion: no-preference)': {
              animation: isLoading ? 'turn 1s linear infinite' : 'none',
            },
          }}
        />
      </IconButton>
    </Tooltip>
  )
}
