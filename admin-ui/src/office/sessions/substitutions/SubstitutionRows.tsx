/** Requests one below the other, with what this person may do about each: on a phone, on a session's page, in the own week. */
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import type { Page } from '../../../api/contract'
import {
  ActionBar,
  ErrorNotice,
  printDate,
  printTimeRange,
  StatusChip,
  useAnswer,
  useTongue,
} from '../../../shared'
import type { Substitution } from '../types'
import { meaningOfRequest } from './meaning'

export function SubstitutionRows({
  filter,
  empty,
}: {
  filter: Record<string, string | number | boolean>
  empty: string
}) {
  const translate = useTranslate()
  const { data, error, refetch } = useAnswer<Page<Substitution>>(
    `/api/substitutions${query({ ...filter, pageSize: 50 })}`,
  )
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={80} />
  if (data.items.length === 0) return <Typography color="text.secondary">{translate(empty)}</Typography>
  return <RequestList requests={data.items} />
}

export function RequestList({ requests }: { requests: Substitution[] }) {
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {requests.map((each) => (
        <RequestCard key={each.id} request={each} />
      ))}
    </Box>
  )
}

function RequestCard({ request }: { request: Substitution }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const { kind, session, otherSession, askingTeacherName, colleagueName, reason, isForMe, status } = request
  const when = (one: Substitution['session']) =>
    `${printDate(one.heldOn, tongue)} ${printTimeRange(one.startTime, one.endTime)}`
  const title = isForMe
    ? translate(kind === 'swap' ? 'week.swapText' : 'week.askText', { teacher: askingTeacherName })
    : `${translate(`changes.kinds.${kind}`)} · ${askingTeacherName} → ${colleagueName}`
  return (
    <Paper sx={{ p: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
        <StatusChip
          status={status}
          resource="substitutions"
          meaning={meaningOfRequest(status)}
          {...(isForMe && status === 'asked' ? { label: translate('week.waitsForYou') } : {})}
        />
      </Box>
      <Typography>
        {when(session)} · {session.sectionName} · {session.roomName}
      </Typography>
      {otherSession && (
        <Typography>
          {translate('week.inReturn', { when: when(otherSession), section: otherSession.sectionName })}
        </Typography>
      )}
      <Typography color="text.secondary" sx={{ mb: request.actions.length > 0 ? 3 : 0 }}>
        {translate('week.why', { reason })}
      </Typography>
      <ActionBar
        resource="substitutions"
        record={request}
        events={{
          agree: { isUsual: true, comment: 'optional' },
          approve: { isUsual: true },
          decline: { isDangerous: true, comment: 'optional' },
          revoke: { comment: 'required' },
        }}
      />
    </Paper>
  )
}
