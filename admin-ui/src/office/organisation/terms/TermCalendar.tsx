/** The months of a term from Monday to Sunday; each day says in words what it is, the colour only helps. */
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import {
  dateParts,
  monthGrid,
  printDate,
  printMonth,
  printWeekday,
  useTongue,
  visuallyHidden,
} from '../../../shared'
import { dayKinds, type CalendarDay, type DayKind } from './calendar-day'

const looks: Record<DayKind, object> = {
  school_day: { bgcolor: 'background.paper', color: 'text.primary' },
  weekend: { bgcolor: 'action.hover', color: 'text.secondary' },
  holiday: { bgcolor: 'error.light', color: 'error.dark' },
  makeup_day: { bgcolor: 'warning.light', color: 'warning.dark', fontWeight: 650 },
}

function monthsOf(days: CalendarDay[]): { year: number; month: number }[] {
  const seen = new Map<string, { year: number; month: number }>()
  for (const day of days) {
    const parts = dateParts(day.dayOn)
    if (parts) seen.set(day.dayOn.slice(0, 7), { year: parts.year, month: parts.month })
  }
  return [...seen.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, month]) => month)
}

interface Props {
  days: CalendarDay[]
  /** Where days may be changed. */
  onPick?: (day: CalendarDay) => void
}

export function TermCalendar({ days, onPick }: Props) {
  const tongue = useTongue()
  const byDate = new Map(days.map((day) => [day.dayOn, day]))
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 4,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 400px), 1fr))',
        alignItems: 'start',
      }}
    >
      {monthsOf(days).map(({ year, month }) => (
        <Paper key={`${year}-${month}`} sx={{ p: 3 }}>
          <Typography variant="h3" sx={{ mb: 2 }}>
            {printMonth(year, month, tongue)}
          </Typography>
          <Box
            component="table"
            sx={{ width: '100%', tableLayout: 'fixed', borderCollapse: 'separate', borderSpacing: '2px' }}
          >
            <thead>
              <tr>
                {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
                  <Typography
                    key={weekday}
                    component="th"
                    variant="caption"
                    color="text.secondary"
                    scope="col"
                  >
                    {printWeekday(weekday, tongue)}
                  </Typography>
                ))}
              </tr>
            </thead>
            <tbody>
              {monthGrid(year, month).map((week, i) => (
                <tr key={i}>
                  {week.map((on, j) => (
                    <DayCell key={j} day={on === null ? undefined : byDate.get(on)} onPick={onPick} />
                  ))}
                </tr>
              ))}
            </tbody>
          </Box>
        </Paper>
      ))}
    </Box>
  )
}

function DayCell({ day, onPick }: { day: CalendarDay | undefined; onPick: Props['onPick'] }) {
  const translate = useTranslate()
  const tongue = useTongue()
  if (!day) return <td aria-hidden />
  const kind = translate(`organisation.dayKinds.${day.kind}`)
  const follows = day.kind === 'makeup_day' && day.weekdayFollowed !== null
  const under = follows
    ? translate('organisation.followed', { weekday: printWeekday(day.weekdayFollowed ?? 1, tongue) })
    : day.kind === 'holiday'
      ? `${day.note ?? kind}${day.isConfirmed ? '' : '?'}`
      : ''
  const sentence = [
    printDate(day.dayOn, tongue),
    kind,
    day.note,
    day.isConfirmed ? null : translate('organisation.notConfirmed'),
    follows
      ? translate('organisation.followedLong', { weekday: printWeekday(day.weekdayFollowed ?? 1, tongue) })
      : null,
  ]
    .filter(Boolean)
    .join(' · ')
  const look = {
    ...looks[day.kind],
    width: '100%',
    minHeight: 46,
    borderRadius: 1,
    p: '3px',
    position: 'relative',
    textAlign: 'center',
    font: 'inherit',
    lineHeight: 1.3,
    border: 1,
    borderColor: 'divider',
  }
  const content = <DayFace day={day} under={under} sentence={sentence} />
  return (
    <Box component="td" sx={{ p: 0 }} title={sentence}>
      {onPick ? (
        <Box
          component="button"
          type="button"
          onClick={() => onPick(day)}
          sx={{ ...look, cursor: 'pointer', '&:hover': { borderColor: 'primary.main' } }}
        >
          {content}
        </Box>
      ) : (
        <Box sx={look}>{content}</Box>
      )}
    </Box>
  )
}

interface DayFaceProps {
  day: CalendarDay
  under: string
  sentence: string
}

function DayFace({ day, under, sentence }: DayFaceProps) {
  return (
    <>
      <span>{Number(day.dayOn.slice(8))} </span>
      <Box
        component="span"
        sx={{
          display: 'block',
          fontSize: 11,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {under}
      </Box>
      <Box component="span" sx={visuallyHidden}>
        {' '}
        {sentence}
      </Box>
    </>
  )
}

export function CalendarLegend() {
  const translate = useTranslate()
  return (
    <Box
      component="ul"
      aria-label={translate('organisation.legend')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, listStyle: 'none', p: 0, m: 0, mb: 3 }}
    >
      {dayKinds.map((kind) => (
        <Box component="li" key={kind} sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <Box
            sx={{
              ...looks[kind],
              width: 18,
              height: 18,
              borderRadius: 0.5,
              border: 1,
              borderColor: 'divider',
            }}
          />
          {translate(`organisation.dayKinds.${kind}`)}
        </Box>
      ))}
      <Box component="li">? {translate('organisation.unconfirmedDay')}</Box>
    </Box>
  )
}
