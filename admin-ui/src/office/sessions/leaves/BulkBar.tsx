/** All sessions of a leave that still have nobody: asked, arranged or cancelled at once, each answered by itself. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { useRefresh, useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import { ErrorNotice, useKehou } from '../../../shared'
import type { TeacherLeaveWithSessions } from '../types'

type Act = Schemas['ArrangeItemIn']['act']
type Result = Schemas['BulkOut']

const labels = { ask: 'leaves.askAll', arrange: 'leaves.arrangeAll', cancel: 'leaves.cancelAll' } as const
const consequences = {
  ask: 'leaves.askAllConsequence',
  arrange: 'leaves.arrangeAll',
  cancel: 'leaves.cancelAllConsequence',
} as const

export function BulkBar({ leave }: { leave: TeacherLeaveWithSessions }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const [act, setAct] = useState<Act | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [result, setResult] = useState<Result | null>(null)
  const open = leave.sessions.filter((each) => each.arrangement === 'open')
  const withBest = open.filter((each) => each.best)
  const countOf = (which: Act) => (which === 'cancel' ? open.length : withBest.length)
  const run = async (which: Act) => {
    setBusy(true)
    setError(null)
    const rows = which === 'cancel' ? open : withBest
    try {
      setResult(
        await kehou.call<Result>('POST', `/api/teacher-leaves/${leave.id}/arrange`, {
          items: rows.slice(0, 100).map(({ session, best }) => ({
            sessionId: session.id,
            act: which,
            ...(which === 'cancel' ? {} : { colleagueId: best?.teacherId }),
          })),
        }),
      )
      setAct(null)
      refresh()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Box sx={{ px: 4, pb: 3 }}>
      {open.length > 1 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          {(['ask', 'arrange', 'cancel'] as const)
            .filter((which) => countOf(which) > 0)
            .map((which) => (
              <Button
                key={which}
                variant={which === 'ask' ? 'contained' : 'outlined'}
                color={which === 'cancel' ? 'error' : 'primary'}
                onClick={() => setAct(which)}
              >
                {translate(labels[which], { count: countOf(which) })}
              </Button>
            ))}
        </Box>
      )}
      {result && <ArrangeResult result={result} leave={leave} />}
      {act && (
        <ArrangeDialog isBusy={isBusy} setAct={setAct} act={act} countOf={countOf} error={error} run={run} />
      )}
    </Box>
  )
}

function ArrangeResult({ result, leave }: { result: Result; leave: TeacherLeaveWithSessions }) {
  const translate = useTranslate()
  return (
    <Alert severity={result.refused.length > 0 ? 'warning' : 'success'} sx={{ mt: 2 }}>
      {translate('leaves.result', { done: result.done.length, refused: result.refused.length })}
      {result.refused.map((each) => (
        <div key={each.id}>
          {leave.sessions.find(({ session }) => session.id === each.id)?.session.sectionName}
          {translate('kit.colon')}
          {each.message}
        </div>
      ))}
    </Alert>
  )
}

interface ArrangeDialogProps {
  isBusy: boolean
  setAct: (value: Act | null) => void
  act: Act
  countOf: (which: Act) => number
  error: unknown
  run: (which: Act) => Promise<void>
}

function ArrangeDialog({ isBusy, setAct, act, countOf, error, run }: ArrangeDialogProps) {
  const translate = useTranslate()
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : () => setAct(null)}
      fullWidth
      maxWidth="sm"
      aria-labelledby="bulk-arrange"
    >
      <DialogTitle id="bulk-arrange">{translate(labels[act], { count: countOf(act) })}</DialogTitle>
      <DialogContent>
        {translate(consequences[act], { count: countOf(act) })}
        <ErrorNotice error={error} />
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={() => setAct(null)} disabled={isBusy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button
          variant="contained"
          color={act === 'cancel' ? 'error' : 'primary'}
          loading={isBusy}
          onClick={() => void run(act)}
        >
          {translate('ra.action.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
