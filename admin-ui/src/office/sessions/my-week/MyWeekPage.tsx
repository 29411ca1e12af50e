/** 我的一周, on the phone first: my sessions with what was changed, what waits for my answer, my duties and leave. */
import AddIcon from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import MuiLink from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { query } from '../../../api/call'
import {
  EmptyState,
  ErrorNotice,
  PageHead,
  printDate,
  printTimeRange,
  StatusChip,
  today,
  useAnswer,
  useTongue,
} from '../../../shared'
import { ChangeMarks } from '../sessions/ChangeMarks'
import { RequestList } from '../substitutions/SubstitutionRows'
import type { MyDay, MyWeek, Session } from '../types'
import { useDay, WeekSwitch } from '../WeekSwitch'

export function MyWeekPage() {
  const translate = useTranslate()
  const [day, go] = useDay()
  const { data, error, refetch } = useAnswer<MyWeek>(`/api/my-week${query({ on: day })}`)
  return (
    <>
      <PageHead title={translate('week.title')} under={data ? `${data.fromOn} – ${data.toOn}` : undefined}>
        <WeekSwitch day={day} go={go} />
        {data && data.teacherId !== null && (
          <Button component={Link} to="/teacher-leaves/create" variant="outlined" startIcon={<AddIcon />}>
            {translate('leaves.ask')}
          </Button>
        )}
      </PageHead>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton variant="rounded" height={320} />}
      {data?.teacherId === null && (
        <Paper>
          <EmptyState why={translate('week.noLink')} next={translate('week.noLinkNext')} />
        </Paper>
      )}
      {data && data.teacherId !== null && <Body week={data} />}
    </>
  )
}

function Body({ week }: { week: MyWeek }) {
  const translate = useTranslate()
  const shown = week.days.filter(
    (day) => day.weekday <= 5 || day.sessions.length + day.movedAway.length + day.duties.length > 0,
  )
  return (
    <Box sx={{ display: 'grid', gap: 4, maxWidth: 820 }}>
      {week.forMe.length > 0 && (
        <Part title={translate('week.forMe')}>
          <RequestList requests={week.forMe} />
        </Part>
      )}
      <Paper sx={{ overflow: 'hidden' }}>
        {shown.map((day) => (
          <Day key={day.dayOn} day={day} />
        ))}
      </Paper>
      {week.mine.length > 0 && (
        <Part title={translate('week.mine')}>
          <RequestList requests={week.mine} />
        </Part>
      )}
      <Part title={translate('week.leaves')}>
        {week.leaves.length === 0 && (
          <Typography color="text.secondary">{translate('week.noLeaves')}</Typography>
        )}
        {week.leaves.map((leave) => (
          <Box key={leave.id} sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
            <MuiLink component={Link} to={`/teacher-leaves/${leave.id}/show`}>
              {leave.fromOn === leave.toOn ? leave.fromOn : `${leave.fromOn} – ${leave.toOn}`}
            </MuiLink>
            <StatusChip
              status={leave.status}
              resource="teacher-leaves"
              meaning={
                leave.status === 'granted' ? 'done' : leave.status === 'requested' ? 'waiting' : 'info'
              }
            />
          </Box>
        ))}
      </Part>
    </Box>
  )
}

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Box component="section">
    <Typography variant="h2" sx={{ mb: 2 }}>
      {title}
    </Typography>
    {children}
  </Box>
)

function Day({ day }: { day: MyDay }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const isToday = day.dayOn === today()
  const isFree = day.sessions.length + day.movedAway.length + day.duties.length === 0
  return (
    <Box
      component="section"
      sx={{
        p: 3,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0 },
        ...(isToday ? { bgcolor: 'primary.light' } : {}),
      }}
      aria-label={printDate(day.dayOn, tongue)}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Typography variant="h3">{printDate(day.dayOn, tongue)}</Typography>
        {day.duties.map((duty) => (
          <Chip
            key={duty.id}
            size="small"
            color="info"
            label={`${translate(duty.kind === 'patrol' ? 'week.patrol' : 'week.duty')}${duty.area ? ` · ${duty.area}` : ''}`}
          />
        ))}
        {isToday && day.duties.length > 0 && (
          <Button component={Link} to="/patrol" size="small">
            {translate('week.toPatrol')}
          </Button>
        )}
      </Box>
      {isFree && <Typography color="text.secondary">{translate('week.nothing')}</Typography>}
      {day.sessions.map(({ session, part }) => (
        <SessionLine key={session.id} session={session} part={part} />
      ))}
      {day.movedAway.map((session) => (
        <Typography key={session.id} variant="body2" sx={{ mt: 2, color: 'warning.main' }}>
          {translate('week.movedAway', {
            section: session.sectionName,
            day: printDate(session.heldOn, tongue),
            time: printTimeRange(session.startTime, session.endTime),
          })}
        </Typography>
      ))}
    </Box>
  )
}

function SessionLine({ session, part }: { session: Session; part: 'own' | 'taken' | 'for_other' }) {
  const translate = useTranslate()
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 3,
        mt: 2,
        ...(part === 'taken' || session.status !== 'planned' ? { color: 'text.secondary' } : {}),
      }}
    >
      <Typography sx={{ fontWeight: 600, flexShrink: 0 }}>
        {printTimeRange(session.startTime, session.endTime)}
      </Typography>
      <Box sx={{ minWidth: 0 }}>
        <Typography
          component={Link}
          to={`/sessions/${session.id}/show`}
          sx={{
            fontWeight: 550,
            color: 'inherit',
            ...(part === 'taken' || session.status !== 'planned' ? { textDecoration: 'line-through' } : {}),
          }}
        >
          {session.sectionName}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {session.roomName}
          {part === 'for_other' &&
            ` · ${translate('week.forOther', { teacher: session.plannedTeacherName })}`}
          {part === 'taken' && ` · ${translate('week.taken', { teacher: session.teacherName })}`}
          {session.reason ? ` · ${session.reason}` : ''}
        </Typography>
        <ChangeMarks session={session} />
      </Box>
    </Box>
  )
}
