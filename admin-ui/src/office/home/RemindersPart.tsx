/** What is due soon or late; nothing is shown where nothing is. */
import BellIcon from '@mui/icons-material/NotificationsActiveOutlined'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { Schemas } from '../../api/contract'
import { useAnswer } from '../../shared/hooks'
import { StatusChip } from '../../shared/StatusChip'

type Reminder = Schemas['ReminderOut']

export function RemindersPart() {
  const translate = useTranslate()
  const { data } = useAnswer<Reminder[]>('/api/reminders')
  if (!data || data.length === 0) return null
  return (
    <Paper component="section" sx={{ mb: 4, overflow: 'hidden' }}>
      <Typography variant="h2" sx={{ px: 4, pt: 3, pb: 2 }}>
        {translate('home.remindersTitle')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map((each) => (
          <Box
            component="li"
            key={each.id}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 3,
              px: 4,
              py: 2,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <BellIcon color={each.isLate ? 'error' : 'warning'} aria-hidden />
            <Box sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{each.sentence}</Box>
            {each.isLate && <StatusChip status="overdue" label={translate('home.late')} />}
          </Box>
        ))}
      </Box>
    </Paper>
  )
}
