/** The progress of long work that runs on the server as a job; it goes on when the page is left. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useEffect, useRef } from 'react'
import { useTranslate, type Identifier } from 'react-admin'
import type { Schemas } from '../api/contract'
import { printCount } from './format'
import { ErrorNotice } from './ErrorNotice'
import { useAnswer } from './hooks'

export type Job = Schemas['JobOut']

const isOver = (job: Job | undefined): boolean =>
  job !== undefined && !['queued', 'running'].includes(job.status)

/** How many were done in the last moments, per second. */
function useRate(doneCount: number | undefined): number {
  const seen = useRef<{ at: number; count: number }[]>([])
  if (doneCount === undefined) return 0
  const now = performance.now()
  const last = seen.current.at(-1)
  if (!last || last.count !== doneCount)
    seen.current = [...seen.current, { at: now, count: doneCount }].slice(-8)
  const first = seen.current[0]
  const newest = seen.current.at(-1)
  if (!first || !newest || newest.at === first.at) return 0
  return Math.round(((newest.count - first.count) * 1000) / (newest.at - first.at))
}

interface Props {
  jobId: Identifier
  title: string
  onDone?: (job: Job) => void
}

export function LongWork({ jobId, title, onDone }: Props) {
  const translate = useTranslate()
  const {
    data: job,
    error,
    refetch,
  } = useAnswer<Job>(`/api/jobs/${encodeURIComponent(String(jobId))}`, {
    refetchInterval: (question) => (isOver(question.state.data) || question.state.error ? false : 700),
    refetchIntervalInBackground: true,
  })
  const rate = useRate(job?.doneCount)
  const told = useRef(false)
  useEffect(() => {
    if (job?.status === 'done' && !told.current) {
      told.current = true
      onDone?.(job)
    }
  }, [job, onDone])

  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (job?.status === 'done') return null
  if (job && isOver(job))
    return <Alert severity="error">{job.errorMessage ?? translate('kit.work.failed')}</Alert>
  const share = job?.totalCount ? Math.floor((job.doneCount * 100) / job.totalCount) : undefined
  return (
    <Box role="status" aria-live="polite" sx={{ my: 3 }}>
      <Typography variant="h3" component="p">
        {title}
      </Typography>
      <LinearProgress
        aria-label={title}
        variant={share === undefined ? 'indeterminate' : 'determinate'}
        {...(share === undefined ? {} : { value: share })}
        sx={{ my: 2, height: 8, borderRadius: 4 }}
      />
      <Typography variant="body2" color="text.secondary">
        {job?.step ? `${translate(`steps.${job.step}`, { _: job.step })} · ` : ''}
        {job && job.totalCount > 0
          ? translate('kit.work.progress', {
              done: printCount(job.doneCount),
              total: printCount(job.totalCount),
            })
          : translate(job?.status === 'running' ? 'kit.work.running' : 'kit.work.queued')}
        {rate > 0 ? ` · ${translate('kit.work.rate', { rate: printCount(rate) })}` : ''}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        {translate('kit.work.mayLeave')}
      </Typography>
    </Box>
  )
}
