/** What is other than planned at a session, in words: what was changed, what it was, and what still lacks. */
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { printDate, printTimeRange, useTongue } from '../../../shared'
import type { Session } from '../types'

const looks: Record<Session['changes'][number], 'warning' | 'error' | 'info'> = {
  day: 'warning',
  time: 'warning',
  teacher: 'info',
  room: 'warning',
  cancelled: 'error',
  made_up: 'error',
  make_up: 'info',
}

export function ChangeMarks({ session }: { session: Session }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const { changes, teacherProblem, openRequest } = session
  if (changes.length === 0 && teacherProblem === null && openRequest === null) return null
  const was: Record<string, string> = {
    day: translate('changes.was.day', { day: printDate(session.plannedOn, tongue) }),
    time: translate('changes.was.time', {
      time: printTimeRange(session.plannedStartTime, session.plannedEndTime),
    }),
    teacher: translate('changes.was.teacher', { teacher: session.plannedTeacherName }),
    room: translate('changes.was.room', { room: session.plannedRoomName }),
    make_up: session.makesUpOn
      ? translate('changes.was.make_up', { day: printDate(session.makesUpOn, tongue) })
      : '',
    made_up: session.madeUpOn
      ? translate('changes.was.made_up', { day: printDate(session.madeUpOn, tongue) })
      : '',
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mt: 1 }}>
      {changes.map((change) => (
        <Box key={change} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
          <Chip
            size="small"
            label={translate(`changes.marks.${change}`)}
            sx={{ bgcolor: `${looks[change]}.light`, color: `${looks[change]}.dark`, fontWeight: 550 }}
          />
          {was[change] && (
            <Typography variant="caption" color="text.secondary">
              {was[change]}
            </Typography>
          )}
        </Box>
      ))}
      {teacherProblem !== null && openRequest === null && (
        <Typography variant="body2" sx={{ color: 'error.main', fontWeight: 550 }}>
          {translate(`changes.problems.${teacherProblem}`, { teacher: session.teacherName })}
        </Typography>
      )}
      {openRequest !== null && (
        <Typography variant="body2" sx={{ color: 'warning.main', fontWeight: 550 }}>
          {translate(`changes.asked.${openRequest.status}`, { colleague: openRequest.colleagueName })}
        </Typography>
      )}
    </Box>
  )
}
