/** What this person may do with this record now: exactly the events the server lists in `actions`. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import {
  useNotify,
  useRecordContext,
  useRefresh,
  useResourceContext,
  useTranslate,
  type RaRecord,
} from 'react-admin'
import { FormDialog } from './FormDialog'
import { useKehou, useSeen } from './hooks'

export interface EventLook {
  /** Whether the person is asked for a comment. */
  comment?: 'none' | 'optional' | 'required'
  /** Text key of another name of the step in this state. */
  label?: (record: RaRecord) => string | undefined
  /** Stands apart and red. */
  isDangerous?: boolean
  /** The usual next step: filled. Without any, the first that is harmless and leads on is. */
  isUsual?: boolean
  /** What will happen, in one sentence; else `resources.<resource>.events.<event>.consequence`. */
  consequence?: (record: RaRecord) => string
  /** Anything more to show in the dialog, for example what is about to be sent. */
  details?: (record: RaRecord) => ReactNode
  /** More fields of the request. */
  body?: (record: RaRecord) => object
}

const mustSayWhy = ['send-back', 'refer-back', 'reject', 'refuse', 'return', 'void', 'reverse']
/** What the server also lists in `actions`, but has buttons of its own on the page. */
const noEvents = ['update', 'delete']
/** Steps that take back what was done lead nowhere. */
const takesBack = [
  'withdraw',
  'retract',
  'unpublish',
  'reopen',
  'take-back',
  'give-up',
  'register-failure',
  'register-return',
]
const dangerous = ['void', 'cancel', 'reject', 'refuse', 'delete', 'reverse', 'revoke']

const leadsNowhere = [...mustSayWhy, ...takesBack]

interface Act {
  event: string
  label: string
  look: Required<Pick<EventLook, 'comment' | 'isDangerous' | 'isUsual'>> & EventLook
}

interface Props {
  events?: Record<string, EventLook>
  resource?: string
  record?: RaRecord & { actions?: string[] }
  /** Buttons that are not events, such as editing; they stand first. */
  children?: ReactNode
  onDone?: (event: string, record: RaRecord) => void
}

export function ActionBar({ events = {}, children, onDone, ...props }: Props) {
  const translate = useTranslate()
  const resource = useResourceContext(props) ?? ''
  const record = useRecordContext(props) as (RaRecord & { actions?: string[] }) | undefined
  const [openEvent, setOpenEvent] = useState<string | null>(null)
  if (!record) return null

  const acts = (record.actions ?? [])
    .filter((event) => !noEvents.includes(event))
    .map((event): Act => {
      const given = events[event] ?? {}
      return {
        event,
        label: translate(given.label?.(record) ?? `resources.${resource}.events.${event}.label`, {
          _: translate(`kit.events.${event}`, { _: event }),
        }),
        look: {
          comment: mustSayWhy.includes(event) ? 'required' : 'optional',
          isDangerous: dangerous.includes(event),
          isUsual: false,
          ...given,
        },
      }
    })
  // By name, so that the dialog sees what the page's own state has become since it was opened.
  const open = acts.find((act) => act.event === openEvent)
  const usual =
    acts.find((act) => act.look.isUsual) ??
    acts.find((act) => !act.look.isDangerous && !leadsNowhere.includes(act.event))

  if (acts.length === 0 && !children) return null
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      {children}
      {[...acts]
        .sort((a, b) => Number(a.look.isDangerous) - Number(b.look.isDangerous))
        .map((act) => (
          <Button
            key={act.event}
            variant={act === usual ? 'contained' : 'outlined'}
            color={act.look.isDangerous ? 'error' : 'primary'}
            onClick={() => setOpenEvent(act.event)}
            sx={act.look.isDangerous ? { ml: { sm: 3 } } : {}}
          >
            {act.label}
          </Button>
        ))}
      {open && (
        <ActDialog
          act={open}
          record={record}
          resource={resource}
          onClose={() => setOpenEvent(null)}
          onDone={(next) => {
            setOpenEvent(null)
            onDone?.(open.event, next)
          }}
        />
      )}
    </Box>
  )
}

interface DialogProps {
  act: Act
  record: RaRecord
  resource: string
  onClose: () => void
  onDone: (record: RaRecord) => void
}

function ActDialog({ act, record, resource, onClose, onDone }: DialogProps) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const [comment, setComment] = useState('')
  const { seen, renew } = useSeen(record)
  const { look, event, label } = act
  const consequence =
    look.consequence?.(record) ??
    translate(`resources.${resource}.events.${event}.consequence`, {
      ...record,
      _: translate('kit.act.consequence', { label }),
    })

  const run = async () => {
    const body = { ...look.body?.(record), ...(comment.trim() === '' ? {} : { comment: comment.trim() }) }
    const { data } = await kehou.act(resource, { id: record.id, ...seen }, event, body)
    notify(
      translate(`resources.${resource}.events.${event}.done`, {
        ...record,
        _: translate('kit.act.done', { label }),
      }),
      { type: 'success' },
    )
    refresh()
    onDone(data ?? record)
  }

  return (
    <FormDialog
      title={label}
      send={label}
      isReady={look.comment !== 'required' || comment.trim() !== ''}
      isDangerous={look.isDangerous}
      onSend={run}
      onLoad={renew}
      onClose={onClose}
    >
      <Typography>{consequence}</Typography>
      {look.details?.(record)}
      {look.comment !== 'none' && (
        <TextField
          multiline
          minRows={2}
          value={comment}
          onChange={(e) => setComment(e.target.value)}
          label={translate(look.comment === 'required' ? 'kit.act.why' : 'kit.act.comment')}
          helperText={look.comment === 'required' ? translate('kit.act.whyHelp') : undefined}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          sx={{ mt: 4 }}
        />
      )}
    </FormDialog>
  )
}
