/** The wishes of one teacher: whether at all, at which slots, and how much. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import MenuItem from '@mui/material/MenuItem'
import Switch from '@mui/material/Switch'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ErrorNotice, printTimeRange, printWeekday, useKehou, useTongue } from '../../../shared'
import type { Teacher } from '../../people/teachers/teacher'
import type { Slot, TeachingWish } from '../types'
import { markOf, nextMark, type SlotMark } from './wish-marks'

type Wanted = Pick<
  TeachingWish,
  | 'isWilling'
  | 'unavailableSlotIds'
  | 'ratherNotSlotIds'
  | 'mostDaysAWeek'
  | 'mostSessionsADay'
  | 'mostInARow'
>
const without: Wanted = {
  isWilling: true,
  unavailableSlotIds: [],
  ratherNotSlotIds: [],
  mostDaysAWeek: null,
  mostSessionsADay: null,
  mostInARow: null,
}
const look: Record<SlotMark, { bgcolor: string; borderColor: string }> = {
  can: { bgcolor: 'background.paper', borderColor: 'divider' },
  rather_not: { bgcolor: 'warning.light', borderColor: 'warning.main' },
  cannot: { bgcolor: 'error.light', borderColor: 'error.main' },
}

interface Props {
  teacher: Teacher
  termId: number
  slots: Slot[]
  wish: TeachingWish | undefined
  onClose: () => void
}

export function WishDialog({ teacher, termId, slots, wish, onClose }: Props) {
  const translate = useTranslate()
  const kehou = useKehou()
  const queries = useQueryClient()
  const known = new Set(slots.map((slot) => slot.id))
  // A slot that was deleted since cannot be wished away from any more.
  const still = (ids: number[]) => ids.filter((id) => known.has(id))
  const [wanted, want] = useState<Wanted>(
    wish
      ? {
          isWilling: wish.isWilling,
          unavailableSlotIds: still(wish.unavailableSlotIds),
          ratherNotSlotIds: still(wish.ratherNotSlotIds),
          mostDaysAWeek: wish.mostDaysAWeek,
          mostSessionsADay: wish.mostSessionsADay,
          mostInARow: wish.mostInARow,
        }
      : without,
  )
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
      await queries.invalidateQueries()
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  const save = () =>
    run(() =>
      wish
        ? kehou.call('PATCH', `/api/teaching-wishes/${wish.id}`, wanted)
        : kehou.call('POST', '/api/teaching-wishes', { termId, teacherId: teacher.id, ...wanted }),
    )
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="wish-title"
    >
      <DialogTitle id="wish-title">{translate('planning.wishOf', { teacher: teacher.name })}</DialogTitle>
      <WishFields error={error} wanted={wanted} want={want} slots={slots} />
      <WishButtons wish={wish} isBusy={isBusy} run={run} onClose={onClose} save={save} />
    </Dialog>
  )
}

interface WishFieldsProps {
  error: unknown
  wanted: Wanted
  want: (value: Wanted) => void
  slots: Slot[]
}

function WishFields({ error, wanted, want, slots }: WishFieldsProps) {
  const translate = useTranslate()
  return (
    <DialogContent>
      <ErrorNotice error={error} />
      <FormControlLabel
        control={
          <Switch
            checked={wanted.isWilling}
            onChange={(event) => want({ ...wanted, isWilling: event.target.checked })}
          />
        }
        label={translate('planning.isWilling')}
      />
      <FormHelperText sx={{ mb: 3 }}>{translate('planning.isWillingHelp')}</FormHelperText>
      <SlotMarks slots={slots} wanted={wanted} onPress={(slotId) => want(nextMark(wanted, slotId))} />
      <WishNumbers wanted={wanted} want={want} />
    </DialogContent>
  )
}

function WishNumbers({ wanted, want }: { wanted: Wanted; want: (value: Wanted) => void }) {
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { sm: 'repeat(3, 1fr)' }, mt: 3 }}>
      <Limit
        label="planning.mostDaysAWeek"
        most={7}
        value={wanted.mostDaysAWeek}
        onChange={(mostDaysAWeek) => want({ ...wanted, mostDaysAWeek })}
      />
      <Limit
        label="planning.mostSessionsADay"
        most={5}
        value={wanted.mostSessionsADay}
        onChange={(mostSessionsADay) => want({ ...wanted, mostSessionsADay })}
      />
      <Limit
        label="planning.mostInARow"
        most={5}
        value={wanted.mostInARow}
        onChange={(mostInARow) => want({ ...wanted, mostInARow })}
      />
    </Box>
  )
}

interface WishButtonsProps {
  wish: TeachingWish | undefined
  isBusy: boolean
  run: (work: () => Promise<unknown>) => Promise<void>
  onClose: () => void
  save: () => Promise<void>
}

function WishButtons({ wish, isBusy, run, onClose, save }: WishButtonsProps) {
  const kehou = useKehou()
  const translate = useTranslate()
  return (
    <DialogActions sx={{ p: 4 }}>
      {wish && (
        <Button
          color="error"
          sx={{ mr: 'auto' }}
          disabled={isBusy}
          onClick={() => void run(() => kehou.call('DELETE', `/api/teaching-wishes/${wish.id}`))}
        >
          {translate('planning.removeWish')}
        </Button>
      )}
      <Button onClick={onClose} disabled={isBusy}>
        {translate('ra.action.cancel')}
      </Button>
      <Button variant="contained" loading={isBusy} onClick={() => void save()}>
        {translate('ra.action.save')}
      </Button>
    </DialogActions>
  )
}

function SlotMarks({
  slots,
  wanted,
  onPress,
}: {
  slots: Slot[]
  wanted: Wanted
  onPress: (slotId: number) => void
}) {
  const translate = useTranslate()
  const tongue = useTongue()
  const weekdays = [...new Set(slots.map((slot) => slot.weekday))]
  return (
    <Box role="group" aria-label={translate('planning.slotMarks')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {translate('planning.slotMarksHelp')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: {
            xs: 'repeat(2, minmax(0, 1fr))',
            sm: `repeat(${weekdays.length}, minmax(0, 1fr))`,
          },
        }}
      >
        {weekdays.map((weekday) => (
          <Box key={weekday} sx={{ minWidth: 0 }}>
            <Typography variant="body2" sx={{ fontWeight: 600, mb: 1 }}>
              {printWeekday(weekday, tongue)}
            </Typography>
            {slots
              .filter((slot) => slot.weekday === weekday)
              .map((slot) => {
                const mark = markOf(wanted, slot.id)
                const times = printTimeRange(slot.startTime, slot.endTime)
                return (
                  <MarkButton
                    key={slot.id}
                    slot={slot}
                    onPress={onPress}
                    weekday={weekday}
                    times={times}
                    mark={mark}
                  />
                )
              })}
          </Box>
        ))}
      </Box>
    </Box>
  )
}

interface MarkButtonProps {
  slot: Slot
  onPress: (slotId: number) => void
  weekday: number
  times: string
  mark: 'can' | 'rather_not' | 'cannot'
}

function MarkButton({ slot, onPress, weekday, times, mark }: MarkButtonProps) {
  const tongue = useTongue()
  const translate = useTranslate()
  return (
    <Box
      component="button"
      type="button"

      onClick={() => onPress(slot.id)}
      aria-label={`${printWeekday(weekday, tongue)} ${times}: ${translate(`planning.marks.${mark}`)}`}
      sx={{
        display: 'block',
        width: '100%',
        mb: 1,
        p: 1,
        minHeight: 48,
        border: 1,
        borderRadius: 1,
        font: 'inherit',
        fontSize: 12,
        color: 'text.primary',
        cursor: 'pointer',
        ...look[mark],
      }}
    >
      {times}
      <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
        {translate(`planning.marks.${mark}`)}
      </Box>
    </Box>
  )
}

function Limit({
  label,
  most,
  value,
  onChange,
}: {
  label: string
  most: number
  value: number | null
  onChange: (value: number | null) => void
}) {
  const translate = useTranslate()
  return (
    <TextField
      select
      fullWidth
      margin="none"
      label={translate(label)}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{translate('planning.noLimit')}</MenuItem>
      {Array.from({ length: most }, (_, index) => (
        <MenuItem key={index} value={index + 1}>
          {index + 1}
        </MenuItem>
      ))}
    </TextField>
  )
}
