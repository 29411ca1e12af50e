/** Before everything is placed automatically: what is missing, what will not be had whole, and how long to look. */
import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import MenuItem from '@mui/material/MenuItem'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { ErrorNotice, useAnswer, useKehou, useSending } from '../../../shared'
import type { Obstacle, Readiness, Timetable, TimetableRun } from '../types'

const lengths = [10, 30, 60, 120]
const sentencesShown = 8

export function PlaceAllDialog({
  timetable,
  hasPublished,
  onClose,
}: {
  timetable: Timetable
  hasPublished: boolean
  onClose: () => void
}) {
  const translate = useTranslate()
  const kehou = useKehou()
  const queries = useQueryClient()
  const { data: ready, error } = useAnswer<Readiness>(`/api/timetables/${timetable.id}/readiness`, {
    staleTime: 0,
    gcTime: 0,
  })
  const [seconds, setSeconds] = useState(10)
  const [keepsPublished, setKeeps] = useState(hasPublished)
  const [leavesOutUnready, setLeavesOut] = useState(false)
  const mayBegin = ready !== undefined && (ready.isReady || (leavesOutUnready && !ready.isImpossible))
  const { isBusy, refusal, send } = useSending(async () => {
    await kehou.call<TimetableRun>('POST', '/api/timetable-runs', {
      timetableId: timetable.id,
      seconds,
      keepsPublished,
      leavesOutUnready,
    })
    await queries.invalidateQueries()
    onClose()
  })
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="place-all-title"
    >
      <DialogTitle id="place-all-title">{translate('timetabling.placeAll')}</DialogTitle>
      <DialogContent>
        <ErrorNotice error={error ?? refusal} />
        {!ready && !error && <Skeleton variant="rounded" height={200} />}
        {ready && (
          <PlaceAllChoices
            ready={ready}
            leavesOutUnready={leavesOutUnready}
            setLeavesOut={setLeavesOut}
            seconds={seconds}
            setSeconds={setSeconds}
            hasPublished={hasPublished}
            keepsPublished={keepsPublished}
            setKeeps={setKeeps}
          />
        )}
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose} disabled={isBusy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button variant="contained" loading={isBusy} disabled={!mayBegin} onClick={send}>
          {translate('timetabling.beginRun')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface PlaceAllChoicesProps {
  ready: Readiness
  leavesOutUnready: boolean
  setLeavesOut: (value: boolean) => void
  seconds: number
  setSeconds: (value: number) => void
  hasPublished: boolean
  keepsPublished: boolean
  setKeeps: (value: boolean) => void
}

function PlaceAllChoices({
  ready,
  leavesOutUnready,
  setLeavesOut,
  seconds,
  setSeconds,
  hasPublished,
  keepsPublished,
  setKeeps,
}: PlaceAllChoicesProps) {
  const translate = useTranslate()
  return (
    <>
      <Typography sx={{ mb: 3 }}>
        {translate('timetabling.placeAllConsequence', {
          sections: ready.sectionCount,
          meetings: ready.meetingCount,
          fixed: ready.fixedCount,
        })}
      </Typography>
      {ready.blocking.length > 0 && (
        <Sentences
          severity="error"
          title={translate(ready.isImpossible ? 'timetabling.mendFirst' : 'timetabling.sectionsNotReady', {
            count: ready.blocking.length,
          })}
          all={ready.blocking}
        />
      )}
      {ready.blocking.length > 0 && !ready.isImpossible && (
        <FormControlLabel
          control={
            <Checkbox checked={leavesOutUnready} onChange={(event) => setLeavesOut(event.target.checked)} />
          }
          label={translate('timetabling.leaveOutUnready')}
        />
      )}
      {ready.warnings.length > 0 && (
        <Sentences
          severity="warning"
          title={translate('timetabling.notWhole', { count: ready.warnings.length })}
          all={ready.warnings}
        />
      )}
      <LookingTime seconds={seconds} setSeconds={setSeconds} />
      {hasPublished && (
        <>
          <FormControlLabel
            control={
              <Checkbox checked={keepsPublished} onChange={(event) => setKeeps(event.target.checked)} />
            }
            label={translate('timetabling.keepPublished')}
          />
          <FormHelperText>{translate('timetabling.keepPublishedHelp')}</FormHelperText>
        </>
      )}
    </>
  )
}

function LookingTime({ seconds, setSeconds }: { seconds: number; setSeconds: (value: number) => void }) {
  const translate = useTranslate()
  return (
    <TextField
      select
      fullWidth
      label={translate('timetabling.howLong')}
      value={seconds}
      onChange={(event) => setSeconds(Number(event.target.value))}
      helperText={translate('timetabling.howLongHelp')}
      sx={{ mt: 3 }}
    >
      {lengths.map((each) => (
        <MenuItem key={each} value={each}>
          {translate('timetabling.secondsAtMost', { count: each })}
        </MenuItem>
      ))}
    </TextField>
  )
}

export function Sentences({
  severity,
  title,
  all,
}: {
  severity: 'error' | 'warning' | 'info'
  title: string
  all: Pick<Obstacle, 'message'>[]
}) {
  const translate = useTranslate()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? all : all.slice(0, sentencesShown)
  return (
    <Alert severity={severity} sx={{ my: 2 }}>
      <AlertTitle sx={{ fontSize: 14 }}>{title}</AlertTitle>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {shown.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      {all.length > shown.length && (
        <Button size="small" color="inherit" onClick={() => setWhole(true)}>
          {translate('timetabling.showAll', { count: all.length })}
        </Button>
      )}
    </Alert>
  )
}
