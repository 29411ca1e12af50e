/** Another day, time or room for a session, or a new session in place of a cancelled one: what is free, and what speaks against the rest. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Alert from '@mui/material/Alert'
import { useEffect, useState } from 'react'
import {
  Form,
  maxLength,
  required,
  SelectInput,
  TextInput,
  useNotify,
  useRedirect,
  useRefresh,
  useTranslate,
} from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { query } from '../../../api/call'
import {
  addDays,
  ErrorNotice,
  isLocalDate,
  LocalDateInput,
  LocalTimeInput,
  printTimeRange,
  today,
  useAnswer,
  useKehou,
  useSeen,
} from '../../../shared'
import type { Session, SessionChoices } from '../types'

export type PlaceKind = 'move' | 'change-room' | 'make-up'

interface Values {
  heldOn?: string
  slot?: number | 'own' | 'keep'
  startTime?: string
  endTime?: string
  roomId?: number
  comment?: string
}

// What speaks against a choice is a whole sentence.
const wrapping = { select: { MenuProps: { sx: { '& .MuiMenuItem-root': { whiteSpace: 'normal' } } } } }

const doneTexts = {
  move: 'changes.moved',
  'change-room': 'changes.roomChanged',
  'make-up': 'changes.madeUp',
} as const

function bodyOf(kind: PlaceKind, { heldOn, slot, startTime, endTime, roomId, comment }: Values): object {
  const note = comment?.trim() ? { comment: comment.trim() } : {}
  const room = typeof roomId === 'number' && roomId > 0 ? { roomId } : {}
  if (kind === 'change-room') return { ...room, ...note }
  return {
    heldOn,
    ...(typeof slot === 'number' ? { slotId: slot } : slot === 'own' ? { startTime, endTime } : {}),
    ...room,
    ...note,
  }
}

export function PlaceDialog({
  kind,
  session,
  onClose,
}: {
  kind: PlaceKind
  session: Session
  onClose: () => void
}) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const go = useRedirect()
  const { seen, renew } = useSeen(session)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const save = async (values: Values) => {
    setBusy(true)
    setRefusal(null)
    try {
      const { data } = await kehou.act('sessions', { ...session, ...seen }, kind, bodyOf(kind, values))
      notify(doneTexts[kind], { type: 'success' })
      refresh()
      onClose()
      if (kind === 'make-up' && data) go('show', 'sessions', data.id)
    } catch (failure) {
      setRefusal(failure)
      setBusy(false)
    }
  }
  const start: Values =
    kind === 'change-room'
      ? {}
      : { heldOn: kind === 'make-up' ? addDays(today(), 1) : session.heldOn, slot: 'keep', roomId: 0 }
  const label = translate(`resources.sessions.events.${kind}.label`)
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="place-title"
    >
      <Form defaultValues={start} onSubmit={(values: object) => void save(values)} resource="sessions">
        <DialogTitle id="place-title">
          {label} · {session.sectionName}
        </DialogTitle>
        <PlaceContent kind={kind} session={session} refusal={refusal} renew={renew} />
        <DialogActions sx={{ p: 4 }}>
          <Button onClick={onClose} disabled={isBusy}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isBusy}>
            {label}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

interface PlaceContentProps {
  kind: PlaceKind
  session: Session
  refusal: unknown
  renew: () => void
}

function PlaceContent({ kind, session, refusal, renew }: PlaceContentProps) {
  const translate = useTranslate()
  return (
    <DialogContent>
      <Fields kind={kind} session={session} />
      <TextInput source="comment" label="changes.comment" validate={maxLength(200)} multiline minRows={2} />
      <Alert severity="info">
        {translate(kind === 'make-up' ? 'changes.makeUpConsequence' : 'changes.moveConsequence')}
      </Alert>
      <ErrorNotice error={refusal} onLoad={renew} />
    </DialogContent>
  )
}

function Fields({ kind, session }: { kind: PlaceKind; session: Session }) {
  const { setValue } = useFormContext<Values>()
  const { heldOn = session.heldOn, slot, startTime, endTime } = useWatch<Values>()
  const isDay = isLocalDate(heldOn)
  const own = slot === 'own' && startTime && endTime ? { startTime, endTime } : {}
  // Rooms are looked at for the chosen slot's time.
  const [slots, setSlots] = useState<SessionChoices['slots']>([])
  const chosen = slots.find((each) => each.slotId === slot)
  const time = chosen ? { startTime: chosen.startTime, endTime: chosen.endTime } : own
  const { data: choices, error } = useAnswer<SessionChoices>(
    isDay ? `/api/sessions/${session.id}/choices${query({ heldOn, ...time })}` : null,
  )
  useEffect(() => {
    if (choices) setSlots(choices.slots)
  }, [choices])
  useEffect(() => {
    if (typeof slot === 'number' && slots.length > 0 && !slots.some((each) => each.slotId === slot))
      setValue('slot', 'keep')
  }, [slots, slot, setValue])
  const ownRoom = choices?.rooms.find((each) => each.roomId === session.roomId)
  const needsRoom = kind !== 'change-room' && ownRoom?.isFree === false
  return (
    <>
      {kind !== 'change-room' && (
        <>
          <LocalDateInput source="heldOn" label="changes.to" validate={required()} />
          {choices?.message && <Alert severity="warning">{choices.message}</Alert>}
          <SlotChoice choices={choices} chosen={chosen} session={session} slots={slots} />
          {slot === 'own' && (
            <>
              <LocalTimeInput source="startTime" label="changes.from" validate={required()} />
              <LocalTimeInput source="endTime" label="changes.until" validate={required()} />
            </>
          )}
        </>
      )}
      <ErrorNotice error={error} />
      <RoomChoice needsRoom={needsRoom} ownRoom={ownRoom} kind={kind} session={session} choices={choices} />
    </>
  )
}

interface SlotChoiceProps {
  choices: SessionChoices | undefined
  chosen: SessionChoices['slots'][number] | undefined
  session: Session
  slots: SessionChoices['slots']
}

function SlotChoice({ choices, chosen, session, slots }: SlotChoiceProps) {
  const translate = useTranslate()
  return (
    <SelectInput
      source="slot"
      label="changes.slot"
      validate={required()}
      translateChoice={false}
      slotProps={wrapping}
      helperText={
        choices && choices.slots.length === 0
          ? translate('changes.noSlotsThatDay')
          : (chosen?.message ?? false)
      }
      choices={[
        {
          id: 'keep',
          name: translate('changes.keepTime', {
            time: printTimeRange(session.startTime, session.endTime),
          }),
        },
        ...(choices?.slots ?? slots).map((each) => ({
          id: each.slotId,
          name: `${printTimeRange(each.startTime, each.endTime)}${each.message ? ` · ${translate('changes.chosenBusy', { why: each.message })}` : each.isRoomTaken ? ` · ${translate('changes.roomTaken')}` : ''}`,
          disabled: !each.isFree,
        })),
        { id: 'own', name: translate('changes.ownTime') },
      ]}
    />
  )
}

interface RoomChoiceProps {
  needsRoom: boolean
  ownRoom: SessionChoices['rooms'][number] | undefined
  kind: PlaceKind
  session: Session
  choices: SessionChoices | undefined
}

function RoomChoice({ needsRoom, ownRoom, kind, session, choices }: RoomChoiceProps) {
  const translate = useTranslate()
  return (
    <SelectInput
      source="roomId"
      label="changes.room"
      validate={required()}
      translateChoice={false}
      slotProps={wrapping}
      helperText={needsRoom ? (ownRoom?.message ?? false) : false}
      choices={[
        ...(kind === 'change-room'
          ? []
          : [
              {
                id: 0,
                name: translate('changes.keepRoom', { room: session.roomName }),
                disabled: needsRoom,
              },
            ]),
        ...(choices?.rooms ?? [])
          .filter((each) => each.roomId !== session.roomId)
          .map((each) => ({
            id: each.roomId,
            name: each.isFree
              ? `${each.name}（${each.capacity}）`
              : `${each.name} · ${translate('changes.chosenBusy', { why: each.message })}`,
            disabled: !each.isFree,
          })),
      ]}
    />
  )
}
