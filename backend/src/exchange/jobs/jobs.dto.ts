import type { Job } from '../../platform/jobs/job.entity.js'

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
}

export const toJobOut = ({
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
}: Job): JobOut => ({
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
})
