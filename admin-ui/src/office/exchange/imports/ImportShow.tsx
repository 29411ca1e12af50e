/** One import from the recognised columns to the result; which step it is at follows from its state. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { Link, useParams } from 'react-router'
import {
  ErrorNotice,
  LongWork,
  PageHead,
  printInstant,
  StatusChip,
  useAnswer,
  useKehou,
} from '../../../shared'
import { ColumnsStep } from './ColumnsStep'
import type { ImportRun, Mapping } from './import-run'
import { ImportSteps } from './ImportSteps'
import { PreviewStep } from './PreviewStep'
import { ResultStep } from './ResultStep'

const stepOf = (run: ImportRun, isCorrecting: boolean): number =>
  run.status === 'uploaded' || isCorrecting ? 1 : run.status === 'previewed' ? 2 : 3

export function ImportShow() {
  const { id = '' } = useParams()
  const { data: run, error, refetch } = useAnswer<ImportRun>(`/api/imports/${encodeURIComponent(id)}`)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!run) return <Skeleton variant="rounded" height={240} />
  return <ImportPage run={run} onChange={() => void refetch()} />
}

function ImportPage({ run, onChange }: { run: ImportRun; onChange: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const [isCorrecting, setCorrecting] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const ask = (method: 'POST' | 'PATCH', event: string, body?: object) => {
    setBusy(true)
    setError(null)
    kehou
      .call(method, `/api/imports/${run.id}/${event}`, body)
      .then(() => setCorrecting(event === 'mapping'), setError)
      .finally(() => {
        setBusy(false)
        onChange()
      })
  }
  const at = stepOf(run, isCorrecting)
  // Another step is another page: it begins at its top.
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [at])
  return (
    <>
      <PageHead
        title={`${translate(`exchange.kinds.${run.kind}`)} · ${run.fileName}`}
        beside={<StatusChip status={run.status} resource="imports" />}
        under={`${run.uploadedByName} · ${printInstant(run.createdAt)}`}
      >
        {at === 3 && run.status !== 'running' && (
          <Button component={Link} to="/imports/create" variant="outlined">
            {translate('exchange.another')}
          </Button>
        )}
      </PageHead>
      <ImportSteps at={at} />
      <ErrorNotice error={error} />
      {at === 1 && (
        <ColumnsStep
          run={run}
          isBusy={isBusy}
          onMap={(mapping: Mapping) => ask('PATCH', 'mapping', { mapping })}
          onPreview={() => ask('POST', 'preview')}
        />
      )}
      {at === 2 && (
        <PreviewStep
          run={run}
          isBusy={isBusy}
          onStart={() => ask('POST', 'start')}
          onBack={() => setCorrecting(true)}
          onDecide={(rows) => ask('POST', 'decisions', { rows })}
        />
      )}
      {run.status === 'running' && run.jobId !== null && (
        <LongWork
          jobId={run.jobId}
          title={translate('exchange.working', { kind: translate(`exchange.kinds.${run.kind}`) })}
          onDone={onChange}
        />
      )}
      {run.status === 'failed' && (
        <Alert severity="error">{`${translate('exchange.failed')} ${run.errorMessage ?? ''}`}</Alert>
      )}
      {run.status === 'expired' && <Alert severity="info">{translate('exchange.expired')}</Alert>}
      {run.status === 'done' && <ResultStep run={run} />}
    </>
  )
}
