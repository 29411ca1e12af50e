/** With which session of a colleague could this one be exchanged? Both are checked. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Radio from '@mui/material/Radio'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import {
  EmptyState,
  ErrorNotice,
  printDate,
  printTimeRange,
  useAnswer,
  useKehou,
  useTongue,
} from '../../../shared'
import type { Session, Swap } from '../types'

export function SwapDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const { data: swaps, error } = useAnswer<Swap[]>(`/api/sessions/${session.id}/swaps`, { staleTime: 0 })
  const [chosenId, setChosenId] = useState<number | null>(null)
  const [reason, setReason] = useState(translate('changes.swapReason'))
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const chosen = swaps?.find((each) => each.sessionId === chosenId)
  const send = async () => {
    if (!chosen) return
    setBusy(true)
    setRefusal(null)
    try {
      await kehou.call('POST', '/api/substitutions', {
        kind: 'swap',
        sessionId: session.id,
        otherSessionId: chosen.sessionId,
        colleagueId: chosen.teacherId,
        reason: reason.trim(),
      })
      notify('changes.swapDone', { type: 'success' })
      refresh()
      onClose()
    } catch (failure) {
      setRefusal(failure)
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="swap-title"
    >
      <DialogTitle id="swap-title">
        {translate('changes.swapTitle', {
          section: session.sectionName,
          day: printDate(session.heldOn, tongue),
        })}
      </DialogTitle>
      <SwapChoice
        error={error}
        swaps={swaps}
        chosenId={chosenId}
        setChosenId={setChosenId}
        reason={reason}
        setReason={setReason}
        refusal={refusal}
      />
      <SwapButtons onClose={onClose} isBusy={isBusy} chosen={chosen} reason={reason} send={send} />
    </Dialog>
  )
}

interface SwapChoiceProps {
  error: unknown
  swaps: Swap[] | undefined
  chosenId: number | null
  setChosenId: (value: number | null) => void
  reason: string
  setReason: (value: string) => void
  refusal: unknown
}

function SwapChoice({ error, swaps, chosenId, setChosenId, reason, setReason, refusal }: SwapChoiceProps) {
  const translate = useTranslate()
  return (
    <DialogContent>
      <ErrorNotice error={error} />
      {!swaps && !error && <Skeleton variant="rounded" height={240} />}
      {swaps?.length === 0 && (
        <EmptyState why={translate('changes.swapNone')} next={translate('changes.swapNoneNext')} />
      )}
      <Box role="radiogroup" aria-labelledby="swap-title" sx={{ maxHeight: 360, overflow: 'auto' }}>
        {swaps?.map((each) => (
          <SwapRow key={each.sessionId} each={each} chosenId={chosenId} setChosenId={setChosenId} />
        ))}
      </Box>
      {swaps && swaps.length > 0 && (
        <TextField
          label={translate('changes.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          sx={{ mt: 3 }}
          fullWidth
        />
      )}
      <ErrorNotice error={refusal} />
    </DialogContent>
  )
}

interface SwapRowProps {
  each: Swap
  chosenId: number | null
  setChosenId: (value: number | null) => void
}

function SwapRow({ each, chosenId, setChosenId }: SwapRowProps) {
  const tongue = useTongue()
  const translate = useTranslate()
  return (
    <Box
      component="label"

      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'flex-start',
        py: 2,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Radio
        size="small"
        name="swap"
        checked={each.sessionId === chosenId}
        disabled={!each.isPossible}
        onChange={() => setChosenId(each.sessionId)}
      />
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 550 }}>
          {printDate(each.heldOn, tongue)} {printTimeRange(each.startTime, each.endTime)}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {translate('changes.swapRow', {
            teacher: each.teacherName,
            section: each.sectionName,
            room: each.roomName,
          })}
        </Typography>
        {each.problem && (
          <Typography variant="body2" color="error">
            {each.problem}
          </Typography>
        )}
      </Box>
    </Box>
  )
}

interface SwapButtonsProps {
  onClose: () => void
  isBusy: boolean
  chosen: Swap | undefined
  reason: string
  send: () => Promise<void>
}

function SwapButtons({ onClose, isBusy, chosen, reason, send }: SwapButtonsProps) {
  const translate = useTranslate()
  return (
    <DialogActions sx={{ p: 4 }}>
      <Button onClick={onClose} disabled={isBusy}>
        {translate('ra.action.cancel')}
      </Button>
      <Button
        variant="contained"
        loading={isBusy}
        disabled={!chosen || reason.trim() === ''}
        onClick={() => void send()}
      >
        {translate('changes.askSwap')}
      </Button>
    </DialogActions>
  )
}
