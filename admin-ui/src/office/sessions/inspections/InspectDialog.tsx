/** What was found in one room: four questions, a count, a remark. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import { ErrorNotice, printCount, useKehou, useSeen, useSending } from '../../../shared'
import type { Inspection, PatrolSession } from '../types'
import { foundKeys } from './found'

const questions = ['isOnTime', 'isPlannedTeacher', 'isRegisterTaken', 'isNewLessonTaught'] as const
type Answers = Record<(typeof questions)[number], boolean>

type Room = Pick<PatrolSession, 'id' | 'roomName' | 'sectionName' | 'teacherName' | 'dueCount'>

/** With `written` that entry is corrected, else a new one is made. */
export function InspectDialog({
  session,
  written = null,
  onClose,
}: {
  session: Room
  written?: Inspection | null
  onClose: () => void
}) {
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const [answers, setAnswers] = useState<Answers>(
    written ?? { isOnTime: true, isPlannedTeacher: true, isRegisterTaken: true, isNewLessonTaught: false },
  )
  const [counted, setCounted] = useState(String(written?.countedCount ?? session.dueCount))
  const [remark, setRemark] = useState(written?.remark ?? '')
  const [needsMending, setNeedsMending] = useState(
    written?.status === 'open' && foundKeys(written)[0] === 'patrol.nothing',
  )
  const { seen, renew } = useSeen(written ?? {})
  const { isBusy, refusal, send } = useSending(async () => {
    const { isOnTime, isPlannedTeacher, isRegisterTaken, isNewLessonTaught } = answers
    const body = {
      isOnTime,
      isPlannedTeacher,
      isRegisterTaken,
      isNewLessonTaught,
      countedCount: Number(counted),
      needsMending,
      remark: remark.trim() || null,
    }
    const made = written
      ? await kehou.call<Inspection>('PATCH', `/api/inspections/${written.id}`, { ...seen, ...body })
      : await kehou.call<Inspection>('POST', '/api/inspections', { sessionId: session.id, ...body })
    notify(made.status === 'open' ? 'patrol.savedOpen' : 'patrol.saved', { type: 'success' })
    refresh()
    onClose()
  })
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="inspect-title"
    >
      <DialogTitle id="inspect-title">
        {session.roomName} · {session.sectionName} · {session.teacherName}
      </DialogTitle>
      <InspectFields
        answers={answers}
        setAnswers={setAnswers}
        session={session}
        counted={counted}
        setCounted={setCounted}
        remark={remark}
        setRemark={setRemark}
        needsMending={needsMending}
        setNeedsMending={setNeedsMending}
        refusal={refusal}
        onLoad={renew}
      />
      <InspectButtons onClose={onClose} isBusy={isBusy} counted={counted} onSave={send} />
    </Dialog>
  )
}

interface InspectFieldsProps {
  answers: Answers
  setAnswers: (next: (old: Answers) => Answers) => void
  session: Room
  counted: string
  setCounted: (value: string) => void
  remark: string
  setRemark: (value: string) => void
  needsMending: boolean
  setNeedsMending: (value: boolean) => void
  refusal: unknown
  onLoad: () => void
}

function InspectFields({
  answers,
  setAnswers,
  session,
  counted,
  setCounted,
  remark,
  setRemark,
  needsMending,
  setNeedsMending,
  refusal,
  onLoad,
}: InspectFieldsProps) {
  const translate = useTranslate()
  return (
    <DialogContent>
      {questions.map((question) => (
        <QuestionRow key={question} question={question} answers={answers} setAnswers={setAnswers} />
      ))}
      <TextField
        label={`${translate('patrol.counted')}（${translate('patrol.due', { count: printCount(session.dueCount) })}）`}
        value={counted}
        onChange={(event) => setCounted(event.target.value.replace(/\D/g, '').slice(0, 4))}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        fullWidth
      />
      <TextField
        label={translate('patrol.remark')}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        fullWidth
      />
      <FormControlLabel
        control={
          <Checkbox checked={needsMending} onChange={(event) => setNeedsMending(event.target.checked)} />
        }
        label={translate('patrol.needsMending')}
      />
      <ErrorNotice error={refusal} onLoad={onLoad} />
    </DialogContent>
  )
}

interface QuestionRowProps {
  question: 'isOnTime' | 'isPlannedTeacher' | 'isRegisterTaken' | 'isNewLessonTaught'
  answers: Answers
  setAnswers: (next: (old: Answers) => Answers) => void
}

function QuestionRow({ question, answers, setAnswers }: QuestionRowProps) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, py: 2 }}>
      <Typography id={`q-${question}`} sx={{ flexGrow: 1 }}>
        {translate(`patrol.${question}`)}
      </Typography>
      <ToggleButtonGroup
        exclusive
        aria-labelledby={`q-${question}`}
        value={answers[question] ? 'yes' : 'no'}
        onChange={(_event, value: string | null) =>
          value !== null && setAnswers((before) => ({ ...before, [question]: value === 'yes' }))
        }
      >
        {(['yes', 'no'] as const).map((value) => (
          <ToggleButton
            key={value}
            value={value}
            sx={{
              minWidth: 72,
              minHeight: 44,
              '&.Mui-selected.MuiToggleButton-success': { color: 'success.dark' },
              '&.Mui-selected.MuiToggleButton-error': { color: 'error.dark' },
            }}
            {...(answers[question] === (value === 'yes') &&
            (question === 'isNewLessonTaught') === (value === 'yes')
              ? { color: 'error' as const }
              : { color: 'success' as const })}
          >
            {translate(`patrol.${value}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  )
}

interface InspectButtonsProps {
  onClose: () => void
  isBusy: boolean
  counted: string
  onSave: () => void
}

function InspectButtons({ onClose, isBusy, counted, onSave }: InspectButtonsProps) {
  const translate = useTranslate()
  return (
    <DialogActions sx={{ p: 4 }}>
      <Button onClick={onClose} disabled={isBusy}>
        {translate('ra.action.cancel')}
      </Button>
      <Button
        variant="contained"
        loading={isBusy}
        disabled={counted === ''}
        onClick={onSave}
        sx={{ minHeight: 44 }}
      >
        {translate('patrol.save')}
      </Button>
    </DialogActions>
  )
}
