/** A state as a word with the colour and the sign of its meaning; the colour never stands alone. */
import DoneIcon from '@mui/icons-material/CheckCircleOutlined'
import InfoIcon from '@mui/icons-material/InfoOutlined'
import DraftIcon from '@mui/icons-material/EditNoteOutlined'
import RefusedIcon from '@mui/icons-material/HighlightOffOutlined'
import WaitingIcon from '@mui/icons-material/ScheduleOutlined'
import Chip from '@mui/material/Chip'
import { useFieldValue, useResourceContext, useTranslate, type RaRecord } from 'react-admin'

export type Meaning = 'done' | 'waiting' | 'refused' | 'info' | 'draft'

const meanings: Record<Meaning, string[]> = {
  done: [
    'approved',
    'filed',
    'received',
    'paid',
    'published',
    'active',
    'done',
    'completed',
    'issued',
    'open',
    'current',
    'activated',
    'granted',
    'agreed',
  ],
  waiting: [
    'submitted',
    'checked',
    'waiting',
    'requested',
    'queued',
    'running',
    'in_review',
    'scheduled',
    'waitlisted',
  ],
  refused: ['refused', 'failed', 'cancelled', 'expired', 'overdue', 'revoked'],
  info: ['closed', 'ended', 'archived', 'superseded', 'withdrawn', 'inactive', 'planned'],
  draft: ['draft', 'new', 'unused'],
}

/** Where the same word means something else: an open objection waits for somebody, an open school does not. */
const elsewhere: Record<string, Record<string, Meaning>> = {
  findings: { open: 'waiting', rectifying: 'waiting', rectified: 'waiting', verified: 'done' },
  objections: { open: 'waiting', upheld: 'done', dismissed: 'done' },
  settlements: { settled: 'done' },
  // What becomes of the money is said by each payment.
  'pay-lists': { made: 'done' },
  'treasury-returns': { returned: 'done' },
  // Approved by the principal is not the end: the accounting centre and the bank come after.
  payments: { approved: 'waiting' },
  corrections: { approved: 'waiting', posted: 'done' },
  vouchers: { numbered: 'waiting', checked: 'done' },
  'bank-orders': { drawn: 'waiting', sent: 'done', dissolved: 'info' },
  declarations: { education_checked: 'waiting', finance_checked: 'waiting', publishing: 'waiting' },
  appropriations: { countersigned: 'waiting' },
}

export const meaningOf = (status: string, noun = ''): Meaning =>
  elsewhere[noun]?.[status] ??
  (Object.keys(meanings) as Meaning[]).find((meaning) => meanings[meaning].includes(status)) ??
  'info'

const looks = {
  done: { color: 'success', icon: <DoneIcon /> },
  waiting: { color: 'warning', icon: <WaitingIcon /> },
  refused: { color: 'error', icon: <RefusedIcon /> },
  info: { color: 'info', icon: <InfoIcon /> },
  draft: { color: 'secondary', icon: <DraftIcon /> },
} as const

interface Props {
  status: string
  /** Looks for `states.<resource>.<status>`, then for `states.<status>`. */
  resource?: string
  meaning?: Meaning
  label?: string
}

export function StatusChip({ status, resource, meaning, label }: Props) {
  const translate = useTranslate()
  const here = useResourceContext()
  const noun = resource ?? here ?? ''
  const look = looks[meaning ?? meaningOf(status, noun)]
  const soft =
    look.color === 'secondary'
      ? { bgcolor: 'action.hover', color: 'text.primary' }
      : { bgcolor: `${look.color}.light`, color: `${look.color}.dark` }
  return (
    <Chip
      icon={look.icon}
      label={
        label ?? translate(`states.${noun}.${status}`, { _: translate(`states.${status}`, { _: status }) })
      }
      sx={{ ...soft, fontWeight: 550, '& .MuiChip-icon': { color: 'inherit', fontSize: 16 } }}
    />
  )
}

export function StatusField({
  source = 'status',
  record,
  ...chip
}: { source?: string; record?: RaRecord } & Partial<Props>) {
  const status = useFieldValue({ source, ...(record ? { record } : {}) }) as string | undefined
  return status ? <StatusChip {...chip} status={status} /> : null
}
