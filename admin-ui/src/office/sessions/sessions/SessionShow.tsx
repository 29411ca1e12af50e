/** What is planned for this meeting, what really holds, who changed it, and what can still be done? */
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import { useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import {
  ActionBar,
  type Fact,
  printCount,
  printDate,
  printTimeRange,
  RecordPage,
  Timeline,
  useMay,
  useTongue,
} from '../../../shared'
import { ColleagueDialog } from '../substitutions/ColleagueDialog'
import { SwapDialog } from '../substitutions/SwapDialog'
import { SubstitutionRows } from '../substitutions/SubstitutionRows'
import type { Session } from '../types'
import { ChangeMarks } from './ChangeMarks'
import { PlaceDialog, type PlaceKind } from './PlaceDialog'

export function SessionShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const [mayAsk, mayHistory] = [useMay('substitution.ask'), useMay('history.read')]
  const when = (on: string, from: string, to: string) =>
    `${printDate(on, tongue)} ${printTimeRange(from, to)}`
  const facts = (each: Session): Fact[] => [
    { label: translate('changes.when'), value: when(each.heldOn, each.startTime, each.endTime) },
    { label: translate('changes.who'), value: each.teacherName },
    { label: translate('changes.where'), value: each.roomName },
    { label: translate('changes.children'), value: printCount(each.enrolledCount) },
    {
      label: translate('changes.planned'),
      value: each.changes.some((change) => ['day', 'time', 'teacher', 'room'].includes(change))
        ? `${when(each.plannedOn, each.plannedStartTime, each.plannedEndTime)} · ${each.plannedTeacherName} · ${each.plannedRoomName}`
        : translate('changes.asPlanned'),
    },
    ...(each.reason ? [{ label: translate('resources.sessions.fields.reason'), value: each.reason }] : []),
  ]
  const tabs = [
    ...(mayAsk
      ? [
          {
            key: 'requests',
            label: 'changes.requests',
            content: (each: Session) => (
              <SubstitutionRows filter={{ sessionId: each.id }} empty="changes.noRequests" />
            ),
          },
        ]
      : []),
    ...(mayHistory
      ? [
          {
            key: 'history',
            label: 'kit.timeline.title',
            content: (each: Session) => <Timeline entity="session" resource="sessions" entityId={each.id} />,
          },
        ]
      : []),
  ]
  return (
    <RecordPage<Session>
      title={(each) =>
        translate('changes.sessionTitle', { section: each.sectionName, day: printDate(each.heldOn, tongue) })
      }
      status="status"
      facts={facts}
      tabs={tabs}
      actions={<SessionActs />}
    >
      <Marks />
    </RecordPage>
  )
}

function Marks() {
  const translate = useTranslate()
  const session = useRecordContext<Session>()
  if (!session || (session.changes.length === 0 && !session.teacherProblem && !session.openRequest))
    return null
  return (
    <Paper sx={{ px: 4, py: 3, mb: 4 }}>
      <ChangeMarks session={session} />
      {session.madeUpById !== null && (
        <Button component={Link} to={`/sessions/${session.madeUpById}/show`}>
          {translate('changes.goToMakeUp')}
        </Button>
      )}
      {session.makesUpId !== null && (
        <Button component={Link} to={`/sessions/${session.makesUpId}/show`}>
          {translate('changes.goToOriginal')}
        </Button>
      )}
    </Paper>
  )
}

const placeKinds: PlaceKind[] = ['move', 'change-room', 'make-up']

function SessionActs() {
  const translate = useTranslate()
  const session = useRecordContext<Session>()
  const [open, setOpen] = useState<string | null>(null)
  if (!session) return null
  const own = ['substitute', 'swap', ...placeKinds].filter((action) => session.actions.includes(action))
  const close = () => setOpen(null)
  return (
    <>
      <ActionBar
        resource="sessions"
        record={{ ...session, actions: session.actions.filter((action) => !own.includes(action)) }}
        events={{
          cancel: { comment: 'required', isDangerous: true },
          reset: { comment: 'optional', isDangerous: true },
          restore: { comment: 'optional' },
        }}
      >
        {own.map((action, i) => (
          <Button key={action} variant={i === 0 ? 'contained' : 'outlined'} onClick={() => setOpen(action)}>
            {translate(`resources.sessions.events.${action}.label`)}
          </Button>
        ))}
      </ActionBar>
      {open === 'substitute' && <ColleagueDialog session={session} onClose={close} />}
      {open === 'swap' && <SwapDialog session={session} onClose={close} />}
      {placeKinds
        .filter((kind) => kind === open)
        .map((kind) => (
          <PlaceDialog key={kind} kind={kind} session={session} onClose={close} />
        ))}
    </>
  )
}
