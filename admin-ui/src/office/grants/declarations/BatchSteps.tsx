/** Many declarations decided at once: the server adds up what was chosen, decides each by itself, and says why one was not. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useListContext, useNotify, useRefresh, useTranslate, type RaRecord } from 'react-admin'
import { query } from '../../../api/call'
import type { Permission } from '../../../api/actor'
import type { Schemas } from '../../../api/contract'
import { ErrorNotice, printFen, useAnswer, useKehou, useMay } from '../../../shared'

type Sum = Schemas['DeclarationSumOut']
type Result = Schemas['BulkSumOut']
type Published = Schemas['PublishedDeclarationsOut']
type Step = 'check' | 'finance-check' | 'approve'

// Where a declaration stands when the step is due.
const dueAt: Record<Step, string> = {
  check: 'submitted',
  'finance-check': 'education_checked',
  approve: 'publishing',
}
const needs: [Step, Permission][] = [
  ['check', 'declaration.check'],
  ['finance-check', 'declaration.finance_check'],
  ['approve', 'declaration.approve'],
]

export function useMayDecide(): boolean {
  return useMay(...needs.map(([, permission]) => permission), 'publication.write')
}

/** The buttons above a list of declarations whose rows are chosen. */
export const BatchSteps = () => (
  <>
    {needs.map(([step, permission]) => (
      <BatchStep key={step} step={step} permission={permission} />
    ))}
    <BatchPublish />
  </>
)

/** All chosen ones in one list, seen by everybody: one question, one publication. */
function BatchPublish() {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const may = useMay('publication.write')
  const { selectedIds, onUnselectItems } = useListContext<RaRecord>()
  const [ids, setIds] = useState<number[] | null>(null)
  const { data: sum } = useAnswer<Sum>(
    ids ? `/api/declarations/sum${query({ ids: ids.join(','), status: 'finance_checked' })}` : null,
  )
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  if (!may) return null
  const label = translate('resources.declarations.events.publish.label')
  const close = () => {
    setIds(null)
    setError(null)
  }
  const run = async () => {
    setBusy(true)
    setError(null)
    try {
      const { closesOn } = await kehou.call<Published>('POST', '/api/declarations/publish', {
        declarationIds: ids,
      })
      notify('publications.publishDone', { type: 'success', messageArgs: { closesOn } })
      onUnselectItems()
      close()
      refresh()
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  return (
    <>
      <Button onClick={() => setIds(selectedIds.map(Number).filter((id) => id > 0))}>{label}</Button>
      {ids && ids.length > 0 && (
        <Dialog
          open
          onClose={isBusy ? () => undefined : close}
          fullWidth
          maxWidth="sm"
          aria-labelledby="publish-title"
        >
          <DialogTitle id="publish-title">{label}</DialogTitle>
          <PublishContent sum={sum} ids={ids} error={error} />
          <DialogActions sx={{ p: 4 }}>
            <Button onClick={close} disabled={isBusy}>
              {translate('ra.action.cancel')}
            </Button>
            <Button
              variant="contained"
              loading={isBusy}
              disabled={!sum || sum.count < ids.length}
              onClick={() => void run()}
            >
              {translate('declaring.batch.confirm', { label, count: ids.length })}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  )
}

interface PublishContentProps {
  sum: Sum | undefined
  ids: number[]
  error: unknown
}

function PublishContent({ sum, ids, error }: PublishContentProps) {
  const translate = useTranslate()
  return (
    <DialogContent>
      <Typography sx={{ fontWeight: 550 }}>
        {sum
          ? translate('declaring.batch.publish', {
              count: sum.count,
              schools: sum.schoolCount,
              amount: printFen(sum.amountFen),
            })
          : translate('declaring.batch.adding')}
      </Typography>
      {sum && sum.count < ids.length && (
        <Typography sx={{ mt: 2 }}>
          {translate('declaring.batch.unchecked', { count: ids.length - sum.count })}
        </Typography>
      )}
      <Typography color="text.secondary" sx={{ mt: 2 }}>
        {translate('publications.publishConsequence')}
      </Typography>
      <ErrorNotice error={error} />
    </DialogContent>
  )
}

function BatchStep({ step, permission }: { step: Step; permission: Permission }) {
  const translate = useTranslate()
  const may = useMay(permission)
  const { selectedIds } = useListContext<RaRecord>()
  const [ids, setIds] = useState<number[] | null>(null)
  if (!may) return null
  return (
    <>
      <Button onClick={() => setIds(selectedIds.map(Number).filter((id) => id > 0))}>
        {translate(`resources.declarations.events.${step}.label`)}
      </Button>
      {ids && ids.length > 0 && <BatchDialog step={step} ids={ids} onClose={() => setIds(null)} />}
    </>
  )
}

function BatchDialog({ step, ids, onClose }: { step: Step; ids: number[]; onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const { data: rows, onUnselectItems } = useListContext<RaRecord>()
  const { data: sum } = useAnswer<Sum>(
    `/api/declarations/sum${query({ ids: ids.join(','), status: dueAt[step] })}`,
  )
  const [result, setResult] = useState<Result | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const label = translate(`resources.declarations.events.${step}.label`)
  const nameOf = (id: number) => String(rows?.find((row) => row.id === id)?.['schoolName'] ?? id)
  const run = async () => {
    setBusy(true)
    setError(null)
    try {
      // What has changed since the list was read is refused by itself.
      const seen = new Map(rows?.map((row) => [Number(row.id), Number(row['revision'])]))
      const revisions = ids.every((id) => seen.has(id)) ? ids.map((id) => seen.get(id)) : undefined
      setResult(await kehou.call<Result>('POST', `/api/declarations/${step}-many`, { ids, revisions }))
      onUnselectItems()
      refresh()
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  const refused = result?.refused ?? []
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="batch-title"
    >
      <DialogTitle id="batch-title">{label}</DialogTitle>
      <StepContent
        result={result}
        sum={sum}
        step={step}
        ids={ids}
        refused={refused}
        nameOf={nameOf}
        error={error}
      />
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose} disabled={isBusy}>
          {translate(result ? 'ra.action.close' : 'ra.action.cancel')}
        </Button>
        {!result && (
          <Button
            variant="contained"
            loading={isBusy}
            disabled={!sum || sum.count === 0}
            onClick={() => void run()}
          >
            {translate('declaring.batch.confirm', { label, count: sum?.count ?? 0 })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

interface StepContentProps {
  result: Result | null
  sum: Sum | undefined
  step: Step
  ids: number[]
  refused: Result['refused']
  nameOf: (id: number) => string
  error: unknown
}

function StepContent({ result, sum, step, ids, refused, nameOf, error }: StepContentProps) {
  const translate = useTranslate()
  return (
    <DialogContent>
      {!result && (
        <Typography sx={{ fontWeight: 550 }}>
          {sum
            ? translate(`declaring.batch.${step}`, {
                count: sum.count,
                schools: sum.schoolCount,
                amount: printFen(sum.amountFen),
              })
            : translate('declaring.batch.adding')}
        </Typography>
      )}
      {!result && sum && sum.count < ids.length && (
        <Typography sx={{ mt: 2 }}>
          {translate('declaring.batch.others', { count: ids.length - sum.count })}
        </Typography>
      )}
      {!result && (
        <Typography color="text.secondary" sx={{ mt: 2 }}>
          {translate('declaring.batch.each')}
        </Typography>
      )}
      {result && (
        <Alert severity={refused.length === 0 ? 'success' : 'warning'}>
          {translate('declaring.batch.done', { count: result.done.length, amount: printFen(result.doneFen) })}
          {refused.length > 0 && (
            <div>
              {translate('declaring.batch.partly', { done: result.done.length, refused: refused.length })}
            </div>
          )}
          <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
            {refused.map((each) => (
              <li key={each.id}>{`${nameOf(each.id)}${translate('kit.colon')}${each.message}`}</li>
            ))}
          </ul>
        </Alert>
      )}
      <ErrorNotice error={error} />
    </DialogContent>
  )
}
