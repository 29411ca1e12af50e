/** Which sections meet on which day of this week, and which meetings were called off? */
import BackIcon from '@mui/icons-material/ChevronLeft'
import NextIcon from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import IconButton from '@mui/material/IconButton'
import MuiLink from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link, useSearchParams } from 'react-router'
import { query } from '../../../api/call'
import type { Page } from '../../../api/contract'
import { largestPage, type KehouDataProvider } from '../../../api/dataProvider'
import {
  ActionBar,
  addDays,
  DownloadButton,
  EmptyState,
  ErrorNotice,
  isLocalDate,
  mondayOf,
  PageHead,
  printCount,
  printDate,
  printTimeRange,
  printWeekday,
  today,
  useKehou,
  useScope,
  useTongue,
  weekdayOf,
} from '../../../shared'
import type { Session } from '../types'
import { ChangeMarks } from './ChangeMarks'

/** All sessions of a week; a large school has more than one page of them. */
async function weekOf(kehou: KehouDataProvider, filter: object): Promise<Session[]> {
  const sessions: Session[] = []
  for (let page = 1; ; page += 1) {
    const answer = await kehou.call<Page<Session>>(
      'GET',
      `/api/sessions${query({ ...filter, page, pageSize: largestPage, sort: 'startTime' })}`,
    )
    sessions.push(...answer.items)
    if (sessions.length >= answer.total || answer.items.length === 0) return sessions
  }
}

const isNamed = (session: Session, text: string): boolean =>
  [
    session.sectionName,
    session.courseName,
    session.teacherName,
    session.roomName,
    session.homeClassName,
  ].some((word) => word?.includes(text))

const isChanged = ({ changes, teacherProblem, openRequest }: Session): boolean =>
  changes.length > 0 || teacherProblem !== null || openRequest !== null

export function SessionWeek() {
  const translate = useTranslate()
  const kehou = useKehou()
  const { schoolId, term } = useScope()
  const [search, setSearch] = useSearchParams()
  const [text, setText] = useState('')
  const [onlyChanged, setOnlyChanged] = useState(false)
  const day = dayIn(search.get('day'), term)
  const from = mondayOf(day)
  const filter = { schoolId, from, to: addDays(from, 6) }
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['answer', 'sessions', filter],
    queryFn: () => weekOf(kehou, filter),
    enabled: schoolId !== undefined,
  })
  const go = (on: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      next.set('day', on)
      return next
    })
  const found = (data ?? []).filter(
    (session) => isNamed(session, text.trim()) && (!onlyChanged || isChanged(session)),
  )
  const shown = found.filter((session) => session.heldOn === day)
  return (
    <>
      <SessionWeekHead
        day={day}
        go={go}
        text={text}
        setText={setText}
        onlyChanged={onlyChanged}
        setOnlyChanged={setOnlyChanged}
        schoolId={schoolId}
        filter={filter}
        from={from}
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {schoolId === undefined ? (
        <Paper>
          <EmptyState
            why={translate('timetabling.chooseSchool')}
            next={translate('timetabling.chooseSchoolNext')}
          />
        </Paper>
      ) : (
        <Paper sx={{ overflow: 'hidden' }}>
          <DayTabs day={day} go={go} from={from} found={found} />
          {isPending ? (
            <Skeleton height={200} sx={{ m: 3 }} />
          ) : shown.length === 0 ? (
            <EmptyState
              why={translate('sessions.noSessionsThatDay')}
              next={translate('sessions.noSessionsNext')}
            />
          ) : (
            <DayRows sessions={shown} />
          )}
        </Paper>
      )}
    </>
  )
}

interface SessionWeekHeadProps {
  day: string
  go: (on: string) => void
  text: string
  setText: (value: string) => void
  onlyChanged: boolean
  setOnlyChanged: (value: boolean) => void
  schoolId: number | undefined
  filter: { schoolId: number | undefined; from: string; to: string }
  from: string
}

function SessionWeekHead({
  day,
  go,
  text,
  setText,
  onlyChanged,
  setOnlyChanged,
  schoolId,
  filter,
  from,
}: SessionWeekHeadProps) {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <PageHead title={translate('sessions.sessionsOf', { day: printDate(day, tongue) })}>
      <IconButton aria-label={translate('sessions.weekBefore')} onClick={() => go(addDays(day, -7))}>
        <BackIcon />
      </IconButton>
      <Button variant="outlined" onClick={() => go(today())}>
        {translate('sessions.thisWeek')}
      </Button>
      <IconButton aria-label={translate('sessions.weekAfter')} onClick={() => go(addDays(day, 7))}>
        <NextIcon />
      </IconButton>
      <TextField
        value={text}
        onChange={(event) => setText(event.target.value)}
        margin="none"
        sx={{ width: 220 }}
        placeholder={translate('sessions.findSession')}
        slotProps={{ htmlInput: { 'aria-label': translate('sessions.findSession'), type: 'search' } }}
      />
      <FormControlLabel
        control={
          <Checkbox checked={onlyChanged} onChange={(event) => setOnlyChanged(event.target.checked)} />
        }
        label={translate('changes.onlyChanged')}
      />
      {schoolId !== undefined && (
        <DownloadButton
          path={`/api/sessions/export.xlsx${query(filter)}`}
          fileName={`sessions-${from}.xlsx`}
        />
      )}
    </PageHead>
  )
}

interface DayTabsProps {
  day: string
  go: (on: string) => void
  from: string
  found: Session[]
}

function DayTabs({ day, go, from, found }: DayTabsProps) {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <Tabs
      value={weekdayOf(day)}
      onChange={(_event, weekday: number) => go(addDays(from, weekday - 1))}
      variant="scrollable"
      allowScrollButtonsMobile
      sx={{ borderBottom: 1, borderColor: 'divider' }}
    >
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
        const on = addDays(from, weekday - 1)
        return (
          <Tab
            key={weekday}
            value={weekday}
            sx={{ flexGrow: 1, minWidth: 96, px: 2 }}
            label={translate('sessions.dayTab', {
              day: `${printWeekday(weekday, tongue)} ${on.slice(5)}`,
              count: printCount(found.filter((session) => session.heldOn === on).length),
            })}
          />
        )
      })}
    </Tabs>
  )
}

/** The day asked for; else today, or the first day of a term that is yet to come. */
export function dayIn(asked: string | null, term: { startsOn: string; endsOn: string } | undefined): string {
  if (asked !== null && isLocalDate(asked)) return asked
  const now = today()
  return term && (now < term.startsOn || now > term.endsOn) ? term.startsOn : now
}

function DayRows({ sessions }: { sessions: Session[] }) {
  const times = [...new Set(sessions.map((session) => printTimeRange(session.startTime, session.endTime)))]
  return (
    <>
      {times.map((time) => (
        <Box
          component="section"
          key={time}
          sx={{
            p: { xs: 3, sm: 4 },
            borderBottom: 1,
            borderColor: 'divider',
            '&:last-of-type': { borderBottom: 0 },
          }}
        >
          <Typography variant="h3" sx={{ mb: 2 }}>
            {time}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {sessions
              .filter((session) => printTimeRange(session.startTime, session.endTime) === time)
              .map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
          </Box>
        </Box>
      ))}
    </>
  )
}

function SessionRow({ session }: { session: Session }) {
  const isOff = session.status !== 'planned'
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3, alignItems: 'center', py: 1, minHeight: 40 }}>
      <Box
        sx={{
          flexGrow: 1,
          minWidth: 0,
          overflowWrap: 'anywhere',
          display: 'flex',
          flexDirection: { xs: 'column', sm: 'row' },
          columnGap: 3,
          alignItems: { sm: 'center' },
        }}
      >
        <MuiLink
          component={Link}
          to={`/sessions/${session.id}/show`}
          color="inherit"
          underline="hover"
          sx={{
            fontWeight: 550,
            flexShrink: 0,
            width: { sm: 200, md: 260 },
            ...(isOff ? { textDecoration: 'line-through' } : {}),
          }}
        >
          {session.sectionName}
        </MuiLink>
        <Box sx={{ minWidth: 0 }}>
          <Typography color="text.secondary">
            {session.teacherName} · {session.roomName}
            {session.reason ? ` · ${session.reason}` : ''}
          </Typography>
          <ChangeMarks session={session} />
        </Box>
      </Box>
      <ActionBar
        resource="sessions"
        record={{
          ...session,
          actions: session.actions.filter((action) => action === 'cancel' || action === 'restore'),
        }}
        events={{ cancel: { comment: 'required', isDangerous: true }, restore: { comment: 'optional' } }}
      />
    </Box>
  )
}
