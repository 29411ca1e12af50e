/** Changes one day of the calendar: a local holiday, another make-up day. */
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { FormDialog, printDate, printWeekday, useKehou, useTongue, weekdayOf } from '../../../shared'
import { dayKinds, type CalendarDay, type DayKind } from './calendar-day'

const hasSchool = (kind: DayKind): boolean => kind === 'school_day' || kind === 'makeup_day'

export function DayDialog({
  day,
  onClose,
  onSaved,
}: {
  day: CalendarDay
  onClose: () => void
  onSaved: () => void
}) {
  const translate = useTranslate()
  const tongue = useTongue()
  const kehou = useKehou()
  const [kind, setKind] = useState<DayKind>(day.kind)
  const [followed, setFollowed] = useState(day.weekdayFollowed ?? Math.min(weekdayOf(day.dayOn), 5))
  const [note, setNote] = useState(day.note ?? '')
  const label = (field: string) => translate(`resources.calendar-days.fields.${field}`)
  const save = async () => {
    await kehou.call('PATCH', `/api/calendar-days/${day.id}`, {
      kind,
      weekdayFollowed: hasSchool(kind) ? followed : null,
      note: note.trim() === '' ? null : note.trim(),
    })
    onSaved()
  }
  return (
    <FormDialog
      title={printDate(day.dayOn, tongue)}
      send={translate('ra.action.save')}
      maxWidth="xs"
      onSend={save}
      onClose={onClose}
    >
      <TextField
        select
        label={label('kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value as DayKind)}
      >
        {dayKinds.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`organisation.dayKinds.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {hasSchool(kind) && (
        <TextField
          select
          label={label('weekdayFollowed')}
          value={followed}
          onChange={(event) => setFollowed(Number(event.target.value))}
        >
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <MenuItem key={weekday} value={weekday}>
              {printWeekday(weekday, tongue)}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        label={label('note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
    </FormDialog>
  )
}
