import type { Job } from '../../platform/jobs/job.entity.js'
import type { Sentences } from '../../platform/sentences.js'
import type { Language } from '../../platform/texts.js'

export class JobOut {
  id!: number
  kind!: string
  status!: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  step!: string
  doneCount!: number
  totalCount!: number
  createdAt!: string
  startedAt!: string | null
  endedAt!: string | null
  errorCode!: string | null
  errorParams!: Record<string, string | number | null>
  /** Why it failed, as a sentence; null: it has not. */
  errorMessage!: string | null
}

export const toJobOut = (
  {
    id,
    kind,
    status,
    step,
    doneCount,
    totalCount,
    createdAt,
    startedAt,
    endedAt,
    errorCode,
    errorParams,
  }: Job,
  sentences: Sentences,
  language: Language,
): JobOut => ({
  id,
  kind,
  status,
  step,
  doneCount,
  totalCount,
  createdAt: createdAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
  errorCode,
  errorParams: errorParams ?? {},
  errorMessage: errorCode && sentences.say({ code: errorCode, params: errorParams ?? {} }, language),
})
