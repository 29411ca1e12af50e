/** 今日巡课, on the phone: room by room, what is as it should be and what is not? */
import DoneIcon from '@mui/icons-material/CheckCircleOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import {
  EmptyState,
  ErrorNotice,
  PageHead,
  printCount,
  printDate,
  printTimeRange,
  useAnswer,
  useTongue,
} from '../../../shared'
import type { Patrol, PatrolSession } from '../types'
import { foundKeys } from './found'
import { InspectDialog } from './InspectDialog'

export function PatrolPage() {
  const translate = useTranslate()
  const tongue = useTongue()
  const { data, error, refetch } = useAnswer<Patrol>('/api/inspections/patrol', { staleTime: 0 })
  const [open, setOpen] = useState<PatrolSession | null>(null)
  const done = data?.sessions.filter((each) => each.inspection !== null).length ?? 0
  return (
    <>
      <PageHead
        title={translate('patrol.title')}
        under={
          data
            ? [
                printDate(data.today, tongue),
                ...(data.area ? [translate('patrol.area', { area: data.area })] : []),
                ...(data.sessions.length > 0
                  ? [
                      translate('patrol.done', {
                        done: printCount(done),
                        total: printCount(data.sessions.length),
                      }),
                    ]
                  : []),
              ].join(' · ')
            : undefined
        }
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton variant="rounded" height={240} />}
      {data && !data.mayInspect && data.sessions.length > 0 && (
        <Alert severity="info" sx={{ mb: 3 }}>
          {translate('patrol.notYours')} {translate('patrol.notYoursNext')}
        </Alert>
      )}
      {data?.sessions.length === 0 && (
        <Paper>
          <EmptyState why={translate('patrol.none')} next={translate('patrol.noneNext')} />
        </Paper>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, maxWidth: 720 }}>
        {data?.sessions.map((each) => (
          <Row key={each.id} session={each} mayInspect={data.mayInspect} onOpen={() => setOpen(each)} />
        ))}
      </Box>
      {open && <InspectDialog session={open} written={open.inspection} onClose={() => setOpen(null)} />}
    </>
  )
}

function Row({
  session,
  mayInspect,
  onOpen,
}: {
  session: PatrolSession
  mayInspect: boolean
  onOpen: () => void
}) {
  const translate = useTranslate()
  const { inspection, hasBegun, isOwn } = session
  const why = isOwn ? 'patrol.own' : hasBegun ? null : 'patrol.notBegun'
  return (
    <Paper component="li" sx={{ p: 3, display: 'flex', gap: 3, alignItems: 'center' }}>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {session.roomName} · {session.sectionName}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {printTimeRange(session.startTime, session.endTime)} · {session.teacherName} ·{' '}
          {translate('patrol.due', { count: printCount(session.dueCount) })}
        </Typography>
        {inspection && (
          <Typography
            variant="body2"
            sx={{
              color: inspection.status === 'open' ? 'warning.main' : 'success.main',
              display: 'flex',
              alignItems: 'center',
              gap: 1,
            }}
          >
            <DoneIcon fontSize="inherit" aria-hidden /> {translate('patrol.written')} ·{' '}
            {foundKeys(inspection)
              .map((key) => translate(key))
              .join(translate('kit.comma'))}
          </Typography>
        )}
      </Box>
      {inspection?.actions.includes('update') && (
        <Button
          onClick={onOpen}
          sx={{ minHeight: 48, flexShrink: 0 }}
          aria-label={translate('patrol.correctRoom', { room: session.roomName })}
        >
          {translate('patrol.correct')}
        </Button>
      )}
      {!inspection && mayInspect && why === null && (
        <Button variant="contained" size="large" onClick={onOpen} sx={{ minHeight: 48, flexShrink: 0 }}>
          {translate('patrol.write')}
        </Button>
      )}
      {!inspection && why !== null && (
        <Typography variant="body2" color="text.secondary" sx={{ flexShrink: 0 }}>
          {translate(why)}
        </Typography>
      )}
    </Paper>
  )
}
