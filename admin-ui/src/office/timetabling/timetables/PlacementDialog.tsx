/** Weeks, days, teacher and room of one placement. */
import Autocomplete from '@mui/material/Autocomplete'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { Form, useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import type { Page, Schemas } from '../../../api/contract'
import { LocalDateInput, useAnswer, useScope } from '../../../shared'
import { type Placement, type WeekPattern, weekPatterns } from '../types'
import { useWhen } from './useArranging'

type Named = Pick<Schemas['RoomOut' | 'TeacherOut'], 'id' | 'name'>

interface Props {
  placement: Placement
  schoolId: number
  refusal: string | null
  onSave: (body: object) => Promise<boolean>
  onClose: () => void
}

export function PlacementDialog({ placement, schoolId, refusal, onSave, onClose }: Props) {
  const translate = useTranslate()
  const when = useWhen()
  const { term } = useScope()
  const [weeks, setWeeks] = useState<WeekPattern>(placement.weeks)
  const [teacherId, setTeacher] = useState(placement.teacherId)
  const [roomId, setRoom] = useState(placement.roomId)
  const [isBusy, setBusy] = useState(false)
  const save = async (values: Record<string, unknown>) => {
    const wanted = {
      weeks,
      teacherId,
      roomId,
      startsOn: values['startsOn'] ?? null,
      endsOn: values['endsOn'] ?? null,
    }
    const before = placement as unknown as Record<string, unknown>
    const body = Object.fromEntries(Object.entries(wanted).filter(([key, value]) => value !== before[key]))
    if (Object.keys(body).length === 0) return onClose()
    setBusy(true)
    if (await onSave(body)) onClose()
    else setBusy(false)
  }
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth="xs"
      aria-labelledby="placement-title"
    >
      <Form defaultValues={{ startsOn: placement.startsOn, endsOn: placement.endsOn }} onSubmit={save}>
        <DialogTitle id="placement-title">
          {translate('timetabling.changeTitle', { section: placement.sectionName, when: when(placement) })}
        </DialogTitle>
        <PlacementFields
          refusal={refusal}
          schoolId={schoolId}
          teacherId={teacherId}
          placement={placement}
          setTeacher={setTeacher}
          roomId={roomId}
          setRoom={setRoom}
          weeks={weeks}
          setWeeks={setWeeks}
          term={term}
        />
        <DialogActions sx={{ p: 4 }}>
          <Button onClick={onClose} disabled={isBusy}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isBusy}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

interface PlacementFieldsProps {
  refusal: string | null
  schoolId: number
  teacherId: number
  placement: Placement
  setTeacher: (value: number) => void
  roomId: number
  setRoom: (value: number) => void
  weeks: 'every' | 'odd' | 'even'
  setWeeks: (value: 'every' | 'odd' | 'even') => void
  term: ReturnType<typeof useScope>['term']
}

function PlacementFields({
  refusal,
  schoolId,
  teacherId,
  placement,
  setTeacher,
  roomId,
  setRoom,
  weeks,
  setWeeks,
  term,
}: PlacementFieldsProps) {
  const translate = useTranslate()
  return (
    <DialogContent>
      {refusal && (
        <Typography role="alert" color="error" sx={{ mb: 2 }}>
          {refusal}
        </Typography>
      )}
      <Choice
        label={translate('timetabling.sides.teacher')}
        path={`/api/teachers${query({ schoolId, isActive: true, pageSize: 200, sort: 'name' })}`}
        value={teacherId}
        name={placement.teacherName}
        onChange={setTeacher}
      />
      <Choice
        label={translate('timetabling.sides.room')}
        path={`/api/rooms${query({ schoolId, pageSize: 200, sort: 'name' })}`}
        value={roomId}
        name={placement.roomName}
        onChange={setRoom}
      />
      <TextField
        select
        fullWidth
        label={translate('timetabling.weeksLabel')}
        value={weeks}
        onChange={(event) => setWeeks(event.target.value as WeekPattern)}
        helperText={translate('timetabling.weeksHelp')}
      >
        {weekPatterns.map((pattern) => (
          <MenuItem key={pattern} value={pattern}>
            {translate(`timetabling.weeks.${pattern}`)}
          </MenuItem>
        ))}
      </TextField>
      <LocalDateInput
        source="startsOn"
        label={translate('timetabling.startsOn')}
        helperText={translate('timetabling.termFrom', { on: term?.startsOn ?? '' })}
      />
      <LocalDateInput
        source="endsOn"
        label={translate('timetabling.endsOn')}
        helperText={translate('timetabling.termTo', { on: term?.endsOn ?? '' })}
      />
    </DialogContent>
  )
}

function Choice({
  label,
  path,
  value,
  name,
  onChange,
}: {
  label: string
  path: string
  value: number
  name: string
  onChange: (id: number) => void
}) {
  const { data } = useAnswer<Page<Named>>(path)
  const options = data?.items ?? []
  return (
    <Autocomplete
      options={options}
      getOptionLabel={(option) => option.name}
      getOptionKey={(option) => option.id}
      isOptionEqualToValue={(option, chosen) => option.id === chosen.id}
      value={options.find((option) => option.id === value) ?? { id: value, name }}
      onChange={(_event, option) => option && onChange(option.id)}
      disableClearable
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  )
}
