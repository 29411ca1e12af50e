/** At which times of the week does the school offer after-school service? */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import IconButton from '@mui/material/IconButton'
import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { Confirm, useNotify, useRefresh, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import Link from '@mui/material/Link'
import type { Page, Schemas } from '../../../api/contract'
import {
  CreateLink,
  EmptyState,
  ErrorNotice,
  PageHead,
  printTimeRange,
  printWeekday,
  useAnswer,
  useErrorText,
  useKehou,
  useMay,
  useScope,
  useTongue,
} from '../../../shared'
import type { Slot } from '../types'

export function SlotList() {
  const translate = useTranslate()
  const { schoolId, termId } = useScope()
  const { data, error, isPending, refetch } = useAnswer<Page<Slot>>(
    schoolId === undefined || termId === undefined
      ? null
      : `/api/slots?schoolId=${schoolId}&termId=${termId}&pageSize=200`,
  )
  const slots = data?.items ?? []
  return (
    <>
      <PageHead title={translate('menu.slots')} under={translate('timetabling.slotsUnder')}>
        {slots.length > 0 && <UsualWeek variant="outlined" />}
        {schoolId !== undefined && <CreateLink />}
      </PageHead>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {schoolId === undefined ? (
        <Paper>
          <EmptyState
            why={translate('timetabling.chooseSchool')}
            next={translate('timetabling.chooseSchoolNext')}
          />
        </Paper>
      ) : isPending ? (
        <Skeleton variant="rounded" height={200} />
      ) : slots.length === 0 ? (
        <Paper>
          <EmptyState
            why={translate('timetabling.noSlots')}
            next={translate('timetabling.noSlotsNext')}
            action={<UsualWeek variant="contained" />}
          />
        </Paper>
      ) : (
        <Week slots={slots} />
      )}
    </>
  )
}

function Week({ slots }: { slots: Slot[] }) {
  const tongue = useTongue()
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter(
    (day) => day <= 5 || slots.some((slot) => slot.weekday === day),
  )
  return (
    <Box
      sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))' }}
    >
      {weekdays.map((weekday) => (
        <Paper key={weekday} sx={{ p: 3 }}>
          <Typography variant="h3" sx={{ mb: 2 }}>
            {printWeekday(weekday, tongue)}
          </Typography>
          {slots
            .filter((slot) => slot.weekday === weekday)
            .sort((a, b) => (a.startTime < b.startTime ? -1 : 1))
            .map((slot) => (
              <OneSlot key={slot.id} slot={slot} />
            ))}
        </Paper>
      ))}
    </Box>
  )
}

function OneSlot({ slot }: { slot: Slot }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const errorText = useErrorText()
  const mayWrite = useMay('timetable.write')
  const [isAsking, setAsking] = useState(false)
  const times = printTimeRange(slot.startTime, slot.endTime)
  const when = `${printWeekday(slot.weekday, tongue)} ${times}`
  const remove = async () => {
    setAsking(false)
    try {
      await kehou.call('DELETE', `/api/slots/${slot.id}`)
      refresh()
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    }
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 1, flexWrap: 'wrap' }}>
      {mayWrite ? (
        <Link component={RouterLink} to={`/slots/${slot.id}`} sx={{ flexGrow: 1 }}>
          {times}
        </Link>
      ) : (
        <Box sx={{ flexGrow: 1 }}>{times}</Box>
      )}
      {slot.serviceType !== 'after_school' && (
        <Chip label={translate(`timetabling.serviceTypes.${slot.serviceType}`)} />
      )}
      {mayWrite && (
        <IconButton
          aria-label={translate('timetabling.removeSlot', { when })}
          onClick={() => setAsking(true)}
        >
          <DeleteIcon fontSize="small" />
        </IconButton>
      )}
      <Confirm
        isOpen={isAsking}
        title={translate('timetabling.removeSlot', { when })}
        content={translate('timetabling.removeSlotConsequence')}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      />
    </Box>
  )
}

/** Monday to Friday, two slots of an hour after the last lesson. */
function UsualWeek({ variant }: { variant: 'outlined' | 'contained' }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const errorText = useErrorText()
  const { schoolId, termId } = useScope()
  const mayWrite = useMay('timetable.write')
  const [isBusy, setBusy] = useState(false)
  if (!mayWrite) return null
  const prefill = async () => {
    setBusy(true)
    try {
      const { items } = await kehou.call<Schemas['UsualWeekOut']>('POST', '/api/slots/usual-week', {
        schoolId,
        termId,
      })
      notify(translate('timetabling.usualWeekDone', { count: items.length }), { type: 'success' })
      refresh()
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant={variant}
      loading={isBusy}
      onClick={() => void prefill()}
      title={translate('timetabling.usualWeekHelp')}
    >
      {translate('timetabling.usualWeek')}
    </Button>
  )
}
