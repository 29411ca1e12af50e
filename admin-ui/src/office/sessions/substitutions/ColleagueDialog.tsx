/** Who is free and able to take the session, best first: asked with one press, or arranged where the yes is already known. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
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
  printCount,
  printDate,
  useAnswer,
  useKehou,
  useMay,
  useTongue,
} from '../../../shared'
import type { Colleague, Session } from '../types'

function useColleagues(session: Session) {
  const { data: people, error } = useAnswer<Colleague[]>(`/api/sessions/${session.id}/colleagues`, {
    staleTime: 0,
  })
  const possible = people?.filter((each) => each.isPossible) ?? []
  const impossible = people?.filter((each) => !each.isPossible) ?? []
  return { people, possible, impossible, error }
}

export function ColleagueDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const { people, possible, impossible, error } = useColleagues(session)
  const [chosenId, setChosenId] = useState<number | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const [reason, setReason] = useState(translate('changes.usualReason'))
  const [busy, setBusy] = useState<'ask' | 'arrange' | null>(null)
  const [refusal, setRefusal] = useState<unknown>(null)
  const chosen = possible.find((each) => each.teacherId === chosenId) ?? possible[0]
  const send = async (how: 'ask' | 'arrange') => {
    if (!chosen) return
    setBusy(how)
    setRefusal(null)
    try {
      await kehou.call('POST', '/api/substitutions', {
        kind: 'substitute',
        sessionId: session.id,
        colleagueId: chosen.teacherId,
        reason: reason.trim(),
        ...(how === 'arrange' ? { isAgreed: true } : {}),
      })
      notify(how === 'arrange' ? 'changes.arrangeDone' : 'changes.askDone', {
        type: 'success',
        messageArgs: { name: chosen.name },
      })
      refresh()
      onClose()
    } catch (failure) {
      setRefusal(failure)
      setBusy(null)
    }
  }
  return (
    <Dialog
      open
      onClose={busy ? () => undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="colleague-title"
    >
      <DialogTitle id="colleague-title">
        {translate('changes.whoTakes', {
          section: session.sectionName,
          day: printDate(session.heldOn, tongue),
        })}
      </DialogTitle>
      <ColleagueChoice
        error={error}
        people={people}
        possible={possible}
        chosen={chosen}
        setChosenId={setChosenId}
        showsAll={showsAll}
        impossible={impossible}
        setShowsAll={setShowsAll}
        reason={reason}
        setReason={setReason}
        refusal={refusal}
      />
      <ColleagueButtons onClose={onClose} busy={busy} chosen={chosen} reason={reason} send={send} />
    </Dialog>
  )
}

interface ColleagueChoiceProps {
  error: unknown
  people: Colleague[] | undefined
  possible: Colleague[]
  chosen: Colleague | undefined
  setChosenId: (value: number | null) => void
  showsAll: boolean
  impossible: Colleague[]
  setShowsAll: (value: boolean) => void
  reason: string
  setReason: (value: string) => void
  refusal: unknown
}

function ColleagueChoice({
  error,
  people,
  possible,
  chosen,
  setChosenId,
  showsAll,
  impossible,
  setShowsAll,
  reason,
  setReason,
  refusal,
}: ColleagueChoiceProps) {
  const translate = useTranslate()
  return (
    <DialogContent>
      <ErrorNotice error={error} />
      {!people && !error && <Skeleton variant="rounded" height={240} />}
      {people && possible.length === 0 && (
        <EmptyState
          why={translate(people.length === 0 ? 'changes.nobody' : 'changes.allBusy')}
          next={translate(people.length === 0 ? 'changes.nobodyNext' : 'changes.allBusyNext')}
        />
      )}
      <Box role="radiogroup" aria-labelledby="colleague-title" sx={{ maxHeight: 340, overflow: 'auto' }}>
        {possible.map((each, i) => (
          <ColleagueRow
            key={each.teacherId}
            colleague={each}
            isBest={i === 0}
            isChosen={each === chosen}
            onChoose={() => setChosenId(each.teacherId)}
          />
        ))}
        {showsAll && impossible.map((each) => <ColleagueRow key={each.teacherId} colleague={each} />)}
      </Box>
      {impossible.length > 0 && !showsAll && (
        <Button onClick={() => setShowsAll(true)}>
          {translate('changes.showCannot', { count: impossible.length })}
        </Button>
      )}
      {possible.length > 0 && (
        <TextField
          label={translate('changes.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 200 } }}
          sx={{ mt: 3 }}
          fullWidth
        />
      )}
      {possible.length > 0 && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {translate('changes.afterApproval')}
        </Alert>
      )}
      <ErrorNotice error={refusal} />
    </DialogContent>
  )
}

interface ColleagueButtonsProps {
  onClose: () => void
  busy: 'ask' | 'arrange' | null
  chosen: Colleague | undefined
  reason: string
  send: (how: 'ask' | 'arrange') => Promise<void>
}

function ColleagueButtons({ onClose, busy, chosen, reason, send }: ColleagueButtonsProps) {
  const translate = useTranslate()
  const mayArrange = useMay('substitution.approve')
  return (
    <DialogActions sx={{ p: 4, flexWrap: 'wrap', gap: 2 }}>
      <Button onClick={onClose} disabled={busy !== null}>
        {translate('ra.action.cancel')}
      </Button>
      {mayArrange && chosen && (
        <Button
          variant="outlined"
          loading={busy === 'arrange'}
          disabled={reason.trim() === ''}
          onClick={() => void send('arrange')}
        >
          {translate('changes.arrange')}
        </Button>
      )}
      {chosen && (
        <Button
          variant="contained"
          loading={busy === 'ask'}
          disabled={reason.trim() === ''}
          onClick={() => void send('ask')}
        >
          {translate('changes.ask', { name: chosen.name })}
        </Button>
      )}
    </DialogActions>
  )
}

function ColleagueRow({
  colleague,
  isBest = false,
  isChosen = false,
  onChoose,
}: {
  colleague: Colleague
  isBest?: boolean
  isChosen?: boolean
  onChoose?: () => void
}) {
  const translate = useTranslate()
  const { name, subject, problem, reasons, weekCount, termCount } = colleague
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
        cursor: onChoose ? 'pointer' : 'default',
      }}
    >
      <Radio checked={isChosen} onChange={onChoose} disabled={!onChoose} name="colleague" size="small" />
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        <Typography sx={{ fontWeight: 550 }}>
          {name}{' '}
          {subject && (
            <Typography component="span" variant="caption" color="text.secondary">
              {subject}
            </Typography>
          )}{' '}
          {isBest && <Chip size="small" color="success" label={translate('changes.best')} />}
        </Typography>
        <Typography variant="body2" color={problem ? 'error' : 'text.secondary'}>
          {problem ?? reasons.join(translate('kit.comma'))}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {translate('changes.load', { week: printCount(weekCount), term: printCount(termCount) })}
        </Typography>
      </Box>
    </Box>
  )
}
