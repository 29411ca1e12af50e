/** 谁来代课: each session of a teacher who is away, who takes it or could, and all of them with one press. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import type { Schemas } from '../../../api/contract'
import {
  ActionBar,
  EmptyState,
  type Fact,
  printDate,
  printTimeRange,
  RecordPage,
  StatusChip,
  useErrorText,
  useKehou,
  useTongue,
  type Meaning,
} from '../../../shared'
import { ColleagueDialog } from '../substitutions/ColleagueDialog'
import type { LeaveSession, TeacherLeaveWithSessions, Colleague, Session } from '../types'
import { BulkBar } from './BulkBar'

export function LeaveShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const field = (name: string) => translate(`resources.teacher-leaves.fields.${name}`)
  const days = (each: TeacherLeaveWithSessions) =>
    each.fromOn === each.toOn
      ? printDate(each.fromOn, tongue)
      : `${printDate(each.fromOn, tongue)} – ${printDate(each.toOn, tongue)}`
  const facts = (each: TeacherLeaveWithSessions): Fact[] => [
    { label: translate('leaves.days'), value: days(each) },
    {
      label: field('kind'),
      value: `${translate(`leaves.kinds.${each.kind}`)}${each.remark ? ` · ${each.remark}` : ''}`,
    },
    {
      label: translate('leaves.openCount'),
      value:
        each.openCount > 0
          ? translate('leaves.openSome', { count: each.openCount })
          : translate('leaves.allDone'),
    },
  ]
  return (
    <RecordPage<TeacherLeaveWithSessions>
      title={(each) =>
        translate(each.fromOn === each.toOn ? 'leaves.titleDay' : 'leaves.title', {
          teacher: each.teacherName,
          from: printDate(each.fromOn, tongue),
          to: printDate(each.toOn, tongue),
        })
      }
      status="status"
      facts={facts}
      actions={<Acts />}
    >
      <Sessions />
    </RecordPage>
  )
}

function Acts() {
  const leave = useRecordContext<TeacherLeaveWithSessions>()
  if (!leave) return null
  return (
    <ActionBar
      resource="teacher-leaves"
      record={{ ...leave, actions: leave.actions.filter((action) => action !== 'arrange') }}
      events={{ grant: { isUsual: true }, withdraw: { comment: 'optional', isDangerous: true } }}
    />
  )
}

function Sessions() {
  const translate = useTranslate()
  const leave = useRecordContext<TeacherLeaveWithSessions>()
  if (!leave) return null
  const mayArrange = leave.actions.includes('arrange')
  return (
    <Paper component="section" sx={{ overflow: 'hidden' }}>
      <Typography variant="h2" sx={{ px: 4, pt: 3, pb: 2 }}>
        {translate('leaves.who')}
      </Typography>
      {mayArrange && <BulkBar leave={leave} />}
      {leave.sessions.length === 0 ? (
        <EmptyState why={translate('leaves.noSessions')} />
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {leave.sessions.map((each) => (
            <SessionRow key={each.session.id} row={each} leaveId={leave.id} mayArrange={mayArrange} />
          ))}
        </Box>
      )}
    </Paper>
  )
}

const meanings: Record<LeaveSession['arrangement'], Meaning> = {
  open: 'refused',
  asked: 'waiting',
  agreed: 'waiting',
  substituted: 'done',
  cancelled: 'info',
  over: 'info',
}

function SessionRow({
  row,
  leaveId,
  mayArrange,
}: {
  row: LeaveSession
  leaveId: number
  mayArrange: boolean
}) {
  const translate = useTranslate()
  const tongue = useTongue()
  const [isChoosing, setChoosing] = useState(false)
  const { session, arrangement, colleagueName, best } = row
  return (
    <Box
      component="li"
      sx={{
        px: 4,
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
        display: 'flex',
        flexWrap: 'wrap',
        gap: 3,
        alignItems: 'center',
      }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 220 }}>
        <MuiLink
          component={Link}
          to={`/sessions/${session.id}/show`}
          color="inherit"
          underline="hover"
          sx={{ fontWeight: 550 }}
        >
          {printDate(session.heldOn, tongue)} {printTimeRange(session.startTime, session.endTime)} ·{' '}
          {session.sectionName}
        </MuiLink>
        <Typography variant="body2" color="text.secondary">
          {session.roomName}
          {arrangement === 'open' &&
            mayArrange &&
            ` · ${best ? translate('leaves.proposal', { name: best.name, why: best.reasons.join(translate('kit.comma')) }) : translate('leaves.noBest')}`}
        </Typography>
      </Box>
      <StatusChip
        status={arrangement}
        meaning={meanings[arrangement]}
        label={translate(`leaves.arrangements.${arrangement}`, { name: colleagueName ?? '' })}
      />
      {arrangement === 'agreed' && mayArrange && (
        <Button component={Link} to={`/sessions/${session.id}/show`} variant="outlined">
          {translate('leaves.approveHere')}
        </Button>
      )}
      {arrangement === 'open' && mayArrange && (
        <SessionActs best={best} leaveId={leaveId} session={session} setChoosing={setChoosing} />
      )}
      {isChoosing && <ColleagueDialog session={session} onClose={() => setChoosing(false)} />}
    </Box>
  )
}

interface SessionActsProps {
  best: Colleague | null
  leaveId: number
  session: Session
  setChoosing: (value: boolean) => void
}

function SessionActs({ best, leaveId, session, setChoosing }: SessionActsProps) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {best && (
        <OneClick
          leaveId={leaveId}
          item={{ sessionId: session.id, act: 'ask', colleagueId: best.teacherId }}
          label={translate('changes.ask', { name: best.name })}
          isUsual
        />
      )}
      <Button variant="outlined" onClick={() => setChoosing(true)}>
        {translate('leaves.choose')}
      </Button>
      <OneClick
        leaveId={leaveId}
        item={{ sessionId: session.id, act: 'cancel' }}
        label={translate('leaves.cancelOne')}
        isDangerous
      />
    </Box>
  )
}

type Item = Schemas['ArrangeItemIn']

function OneClick({
  leaveId,
  item,
  label,
  isUsual = false,
  isDangerous = false,
}: {
  leaveId: number
  item: Item
  label: string
  isUsual?: boolean
  isDangerous?: boolean
}) {
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const errorText = useErrorText()
  const [isBusy, setBusy] = useState(false)
  const act = async () => {
    setBusy(true)
    try {
      const { refused } = await kehou.call<Schemas['BulkOut']>(
        'POST',
        `/api/teacher-leaves/${leaveId}/arrange`,
        { items: [item] },
      )
      if (refused[0]) notify(refused[0].message, { type: 'error' })
      refresh()
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant={isUsual ? 'contained' : 'outlined'}
      color={isDangerous ? 'error' : 'primary'}
      loading={isBusy}
      onClick={() => void act()}
    >
      {label}
    </Button>
  )
}
