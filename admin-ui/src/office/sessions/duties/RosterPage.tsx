/** Who is on duty and who goes round on each day of the week, and which service days still lack somebody? */
import AddIcon from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import { allOf, type Schemas } from '../../../api/contract'
import { query } from '../../../api/call'
import {
  DownloadButton,
  EmptyState,
  ErrorNotice,
  PageHead,
  printCount,
  printDate,
  StatusChip,
  useAnswer,
  useErrorText,
  useKehou,
  useMay,
  useScope,
  useTongue,
} from '../../../shared'
import type { Roster, RosterDay } from '../types'
import { useDay, WeekSwitch } from '../WeekSwitch'
import { AddDutyDialog } from './AddDutyDialog'
import { ProposalDialog } from './ProposalDialog'

const kinds = allOf<Schemas['DutyOut']['kind']>()(['duty_leader', 'patrol'])

export function RosterPage() {
  const translate = useTranslate()
  const { schoolId, termId } = useScope()
  const mayWrite = useMay('duty.write')
  const [day, go] = useDay()
  const [proposal, setProposal] = useState<'in_turn' | 'last_week' | null>(null)
  const { data, error, refetch } = useAnswer<Roster>(
    schoolId === undefined ? null : `/api/duties/roster${query({ schoolId, on: day })}`,
  )
  return (
    <>
      <RosterHead
        data={data}
        day={day}
        go={go}
        schoolId={schoolId}
        setProposal={setProposal}
        termId={termId}
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {schoolId === undefined ? (
        <Paper>
          <EmptyState
            why={translate('timetabling.chooseSchool')}
            next={translate('timetabling.chooseSchoolNext')}
          />
        </Paper>
      ) : !data ? (
        !error && <Skeleton variant="rounded" height={320} />
      ) : data.days.length === 0 ? (
        <Paper>
          <EmptyState why={translate('duties.noDays')} next={translate('duties.noDaysNext')} />
        </Paper>
      ) : (
        <Box
          sx={{
            display: 'grid',
            gap: 3,
            gridTemplateColumns: { xs: '1fr', md: `repeat(${data.days.length}, minmax(0, 1fr))` },
          }}
        >
          {data.days.map((each) => (
            <DayColumn key={each.dayOn} day={each} schoolId={schoolId} mayWrite={mayWrite && !each.isOver} />
          ))}
        </Box>
      )}
      {proposal && schoolId !== undefined && (
        <ProposalDialog schoolId={schoolId} day={day} source={proposal} onClose={() => setProposal(null)} />
      )}
    </>
  )
}

interface RosterHeadProps {
  data: Roster | undefined
  day: string
  go: (on: string) => void
  schoolId: number | undefined
  setProposal: (value: 'in_turn' | 'last_week' | null) => void
  termId: number | undefined
}

function RosterHead({ data, day, go, schoolId, setProposal, termId }: RosterHeadProps) {
  const translate = useTranslate()
  const tongue = useTongue()
  const mayWrite = useMay('duty.write')
  return (
    <PageHead
      title={
        data
          ? translate('duties.title', {
              from: printDate(data.fromOn, tongue),
              to: printDate(data.toOn, tongue),
            })
          : translate('menu.duties')
      }
      under={translate('duties.under')}
    >
      <WeekSwitch day={day} go={go} />
      {mayWrite && schoolId !== undefined && (
        <>
          <Button variant="outlined" onClick={() => setProposal('last_week')}>
            {translate('duties.copy')}
          </Button>
          <Button variant="contained" onClick={() => setProposal('in_turn')}>
            {translate('duties.fill')}
          </Button>
        </>
      )}
      {schoolId !== undefined && (
        <DownloadButton
          path={`/api/duties/export.xlsx${query({ schoolId, from: data?.fromOn, to: data?.toOn })}`}
          fileName="duties.xlsx"
          label="duties.exportWeek"
        />
      )}
      {schoolId !== undefined && termId !== undefined && (
        <DownloadButton
          path={`/api/duties/export.xlsx${query({ schoolId, termId })}`}
          fileName="duties-term.xlsx"
          label="duties.exportTerm"
        />
      )}
    </PageHead>
  )
}

function DayColumn({ day, schoolId, mayWrite }: { day: RosterDay; schoolId: number; mayWrite: boolean }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const errorText = useErrorText()
  const [adding, setAdding] = useState<(typeof kinds)[number] | null>(null)
  const remove = async (id: number) => {
    try {
      await kehou.call('DELETE', `/api/duties/${id}`)
      notify('duties.removed', { type: 'success' })
      refresh()
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    }
  }
  return (
    <Paper
      component="section"
      sx={{ p: 3, ...(day.lacksLeader && !day.isOver ? { borderColor: 'error.main' } : {}) }}
      aria-label={printDate(day.dayOn, tongue)}
    >
      <Typography variant="h3">{printDate(day.dayOn, tongue)}</Typography>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mb: 2 }}>
        {day.sessionCount > 0
          ? translate('duties.sessions', { count: printCount(day.sessionCount) })
          : translate('duties.noService')}
        {day.note ? ` · ${day.note}` : ''}
      </Typography>
      {kinds.map((kind) => {
        const own = day.duties.filter((duty) => duty.kind === kind)
        const lacks = kind === 'duty_leader' ? day.lacksLeader : day.lacksPatrol
        return (
          <DutyKind
            key={kind}
            kind={kind}
            own={own}
            mayWrite={mayWrite}
            remove={remove}
            lacks={lacks}
            setAdding={setAdding}
            day={day}
          />
        )
      })}
      {adding && (
        <AddDutyDialog schoolId={schoolId} heldOn={day.dayOn} kind={adding} onClose={() => setAdding(null)} />
      )}
    </Paper>
  )
}

interface DutyKindProps {
  kind: 'duty_leader' | 'patrol'
  own: {
    id: number
    schoolId: number
    heldOn: string
    kind: 'duty_leader' | 'patrol'
    teacherId: number
    teacherName: string
    area: string | null
  }[]
  mayWrite: boolean
  remove: (id: number) => Promise<void>
  lacks: boolean
  setAdding: (value: 'duty_leader' | 'patrol' | null) => void
  day: RosterDay
}

function DutyKind({ kind, own, mayWrite, remove, lacks, setAdding, day }: DutyKindProps) {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <Box sx={{ mb: 3 }}>
      <Typography variant="body2" color="text.secondary">
        {translate(`duties.kinds.${kind}`)}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 1 }}>
        {own.map((duty) => (
          <Chip
            key={duty.id}
            label={duty.area ? `${duty.teacherName} · ${duty.area}` : duty.teacherName}
            {...(mayWrite
              ? {
                  onDelete: () => void remove(duty.id),
                  slotProps: {
                    root: { 'aria-label': translate('duties.remove', { name: duty.teacherName }) },
                  },
                }
              : {})}
          />
        ))}
        {lacks && (
          <StatusChip
            status={kind}
            meaning={kind === 'duty_leader' ? 'refused' : 'waiting'}
            label={translate(kind === 'duty_leader' ? 'duties.lacksLeader' : 'duties.lacksPatrol')}
          />
        )}
      </Box>
      {mayWrite && (
        <Button
          size="small"
          startIcon={<AddIcon />}
          onClick={() => setAdding(kind)}
          aria-label={translate('duties.addTo', {
            day: printDate(day.dayOn, tongue),
            kind: translate(`duties.kinds.${kind}`),
          })}
        >
          {translate('duties.add')}
        </Button>
      )}
    </Box>
  )
}
