/** Why there is nothing here, and what to do next. */
import InboxIcon from '@mui/icons-material/InboxOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

interface Props {
  why: string
  next?: string
  /** The button or link that is the next step. */
  action?: ReactNode
}

export const EmptyState = ({ why, next, action }: Props) => (
  <Box sx={{ py: 10, px: 4, textAlign: 'center' }}>
    <InboxIcon sx={{ fontSize: 36, color: 'text.disabled' }} aria-hidden />
    <Typography variant="h3" component="p" sx={{ mt: 2 }}>
      {why}
    </Typography>
    {next && (
      <Typography color="text.secondary" sx={{ mt: 1, maxWidth: 480, mx: 'auto' }}>
        {next}
      </Typography>
    )}
    {action && <Box sx={{ mt: 4 }}>{action}</Box>}
  </Box>
)
