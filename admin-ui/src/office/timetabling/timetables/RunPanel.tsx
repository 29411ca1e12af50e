/** How far the automatic arrangement of this draft is, and its result: to look at, to take over, to throw away. It is found again after the page was left. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import type { Page } from '../../../api/contract'
import { ErrorNotice, Figure, Figures, printCount, useAnswer, useKehou } from '../../../shared'
import type { Timetable, TimetableRun } from '../types'
import { Sentences } from './PlaceAllDialog'

const lookMilliseconds = 800

/** The newest run of the draft, asked for again and again while it works. */
export function useNewestRun(timetable: Timetable): TimetableRun | undefined {
  const { data } = useAnswer<Page<TimetableRun>>(
    timetable.status === 'draft' ? `/api/timetable-runs?timetableId=${timetable.id}&pageSize=1` : null,
    {
      staleTime: 0,
      refetchInterval: (question) =>
        question.state.data?.items[0]?.status === 'waiting' ? lookMilliseconds : false,
      refetchIntervalInBackground: true,
    },
  )
  return data?.items[0]
}

interface Props {
  run: TimetableRun
  isPreviewed: boolean
  onPreview: (isPreviewed: boolean) => void
  onAgain: () => void
}

export function RunPanel({ run, isPreviewed, onPreview, onAgain }: Props) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  // Found finished while the page looked on: the grid may show it.
  const before = useRef(run.status)
  useEffect(() => {
    if (before.current === 'waiting' && run.status === 'finished') onPreview(true)
    before.current = run.status
  }, [run.status, onPreview])
  const act = async (event: 'cancel' | 'accept' | 'discard') => {
    setBusy(true)
    setError(null)
    try {
      await kehou.call('POST', `/api/timetable-runs/${run.id}/${event}`)
      if (event !== 'cancel') onPreview(false)
      notify(`timetabling.runDone.${event}`, { type: 'success' })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
      await queries.invalidateQueries()
    }
  }
  if (run.status === 'accepted' || run.status === 'discarded') return null
  return (
    <Paper
      className="no-print"
      component="section"
      aria-label={translate('timetabling.placeAll')}
      sx={{ p: 4, mb: 3 }}
    >
      <ErrorNotice error={error} />
      {run.status === 'waiting' && <Working run={run} isBusy={isBusy} onCancel={() => void act('cancel')} />}
      {run.status === 'failed' && (
        <Alert
          severity="error"
          action={
            <Button color="inherit" onClick={onAgain}>
              {translate('timetabling.runAgain')}
            </Button>
          }
        >
          {run.failure}
        </Alert>
      )}
      {run.status === 'finished' && (
        <FinishedRun
          run={run}
          isBusy={isBusy}
          act={act}
          onPreview={onPreview}
          isPreviewed={isPreviewed}
          onAgain={onAgain}
        />
      )}
    </Paper>
  )
}

interface FinishedRunProps {
  run: TimetableRun
  isBusy: boolean
  act: (event: 'cancel' | 'accept' | 'discard') => Promise<void>
  onPreview: (isPreviewed: boolean) => void
  isPreviewed: boolean
  onAgain: () => void
}

function FinishedRun({ run, isBusy, act, onPreview, isPreviewed, onAgain }: FinishedRunProps) {
  const translate = useTranslate()
  return (
    <>
      <Result run={run} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {run.actions.includes('accept') && (
          <Button variant="contained" loading={isBusy} onClick={() => void act('accept')}>
            {translate('timetabling.acceptRun')}
          </Button>
        )}
        <Button variant="outlined" onClick={() => onPreview(!isPreviewed)} aria-pressed={isPreviewed}>
          {translate(isPreviewed ? 'timetabling.showDraft' : 'timetabling.showResult')}
        </Button>
        {run.isStale && (
          <Button variant="contained" onClick={onAgain}>
            {translate('timetabling.runAgain')}
          </Button>
        )}
        {run.actions.includes('discard') && (
          <Button color="error" disabled={isBusy} onClick={() => void act('discard')}>
            {translate('timetabling.discardRun')}
          </Button>
        )}
      </Box>
    </>
  )
}

function Working({ run, isBusy, onCancel }: { run: TimetableRun; isBusy: boolean; onCancel: () => void }) {
  const translate = useTranslate()
  const { step = 'waiting', doneCount = 0, totalCount = 0 } = run.progress ?? {}
  const isSolving = step === 'solving' && totalCount > 0
  return (
    <Box role="status">
      <Typography variant="h3" component="p">
        {translate(
          run.isCancelAsked
            ? 'timetabling.runStopping'
            : isSolving && doneCount === totalCount
              ? 'timetabling.runImproving'
              : 'timetabling.runWorking',
        )}
      </Typography>
      <LinearProgress
        aria-label={translate('timetabling.runWorking')}
        variant={isSolving ? 'determinate' : 'indeterminate'}
        {...(isSolving ? { value: Math.floor((doneCount * 100) / totalCount) } : {})}
        sx={{ my: 2, height: 8, borderRadius: 4 }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
        <Typography color="text.secondary" sx={{ flexGrow: 1 }}>
          {isSolving
            ? translate('timetabling.placedSoFar', {
                done: printCount(doneCount),
                total: printCount(totalCount),
              })
            : translate(`timetabling.runSteps.${step}`, { _: step })}
          {' · '}
          {translate('kit.work.mayLeave')}
        </Typography>
        {run.actions.includes('cancel') && (
          <Button variant="outlined" disabled={isBusy} onClick={onCancel}>
            {translate('timetabling.stopRun')}
          </Button>
        )}
      </Box>
    </Box>
  )
}

function Result({ run }: { run: TimetableRun }) {
  const translate = useTranslate()
  const { summary } = run
  if (!summary) return null
  const quality =
    summary.softCostBefore === null
      ? translate('timetabling.qualityNow', { now: printCount(summary.softCost) })
      : translate('timetabling.qualityChange', {
          before: printCount(summary.softCostBefore),
          now: printCount(summary.softCost),
        })
  return (
    <>
      <Typography variant="h3" component="p" role="status" sx={{ mb: 2 }}>
        {translate(summary.unplacedCount === 0 ? 'timetabling.runAllPlaced' : 'timetabling.runSomePlaced', {
          placed: summary.placedCount,
          left: summary.unplacedCount,
        })}
      </Typography>
      {run.isStale && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('timetabling.runStale')}
        </Alert>
      )}
      <Figures>
        <Figure label={translate('timetabling.placedMeetings')} value={printCount(summary.placedCount)} />
        <Figure
          label={translate('timetabling.leftMeetings')}
          value={printCount(summary.unplacedCount)}
          {...(summary.unplacedCount > 0 ? { meaning: 'warning' as const } : {})}
        />
        <Figure
          label={translate('timetabling.movedMeetings')}
          value={printCount(summary.changedCount)}
          help={translate('timetabling.movedMeetingsHelp')}
        />
        <Figure
          label={translate('timetabling.quality')}
          value={printCount(summary.softCost)}
          help={quality}
        />
      </Figures>
      {run.reasons.length > 0 && (
        <Sentences
          severity="warning"
          title={translate('timetabling.whyLeft')}
          all={run.reasons.map(({ reason }) => ({ message: reason }))}
        />
      )}
    </>
  )
}
