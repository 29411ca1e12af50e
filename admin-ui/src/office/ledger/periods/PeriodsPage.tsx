/** Which months of the school are closed? */
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import {
  EmptyState,
  ErrorNotice,
  FigureTable,
  FormDialog,
  PageHead,
  printFen,
  StatusChip,
  useAnswer,
  useKehou,
  useMay,
  useScope,
} from '../../../shared'
import type { LedgerPeriod } from '../types'
import { AnchorsPanel } from './AnchorsPanel'

export function PeriodsPage() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const { data, error, refetch } = useAnswer<LedgerPeriod[]>(
    schoolId === undefined ? null : `/api/ledger-periods?schoolId=${schoolId}`,
  )
  const [asked, setAsked] = useState<{ period: LedgerPeriod; event: PeriodEvent } | null>(null)
  return (
    <>
      <PageHead title={translate('funding.periods')} under={translate('funding.periodsUnder')} />
      {schoolId === undefined && (
        <Paper>
          <EmptyState why={translate('funding.chooseSchool')} />
        </Paper>
      )}
      <ErrorNotice error={error} />
      {data?.length === 0 && (
        <Paper>
          <EmptyState why={translate('funding.noPeriods')} next={translate('funding.noPeriodsNext')} />
        </Paper>
      )}
      {data && data.length > 0 && (
        <Paper sx={{ overflow: 'hidden' }}>
          <FigureTable
            caption={translate('funding.periods')}
            words={3}
            head={[
              translate('funding.month'),
              translate('funding.periodState'),
              translate('funding.periodNext'),
              translate('funding.journalCount'),
              translate('funding.debits'),
              translate('funding.committedAtEnd'),
            ]}
            rows={data.map((period) => ({
              key: period.month,
              cells: [
                period.month,
                <PeriodState key="state" period={period} />,
                <Acts key="acts" period={period} onAsked={(event) => setAsked({ period, event })} />,
                period.journalCount,
                printFen(period.debitFen),
                printFen(period.committedFen),
              ],
            }))}
          />
        </Paper>
      )}
      <AnchorsPanel />
      {asked && <PeriodDialog {...asked} onClose={() => setAsked(null)} onDone={() => void refetch()} />}
    </>
  )
}

type PeriodEvent = 'close' | 'reopen'

/** What may be done with the month; else why not, or who does it. */
function Acts({ period, onAsked }: { period: LedgerPeriod; onAsked: (event: PeriodEvent) => void }) {
  const translate = useTranslate()
  const mayReopen = useMay('period.reopen')
  const mayClose = useMay('period.close')
  const { status, obstacle } = period
  const actions = period.actions as PeriodEvent[]
  if (actions.length > 0)
    return actions.map((event) => (
      <Button
        key={event}
        variant="outlined"
        color={event === 'close' ? 'primary' : 'error'}
        onClick={() => onAsked(event)}
      >
        {translate(`funding.${event}Period`)}
      </Button>
    ))
  // Only who could open a closed month asks why not.
  if (status === 'closed') return mayReopen ? obstacle : null
  return obstacle ?? (mayClose ? null : translate('funding.closedBySchool'))
}

function PeriodState({ period }: { period: LedgerPeriod }) {
  const translate = useTranslate()
  return (
    <span
      title={
        period.closingHash
          ? translate('funding.chainEnd', {
              sequence: period.closingSequence,
              hash: period.closingHash.slice(0, 12),
            })
          : undefined
      }
    >
      <StatusChip
        status={period.status}
        label={translate(`funding.periodStates.${period.status}`)}
        meaning={period.status === 'closed' ? 'done' : 'draft'}
      />
    </span>
  )
}

interface DialogProps {
  period: LedgerPeriod
  event: PeriodEvent
  onClose: () => void
  onDone: () => void
}

function PeriodDialog({
  period: { schoolId, month, journalCount, debitFen, committedFen },
  event,
  onClose,
  onDone,
}: DialogProps) {
  const translate = useTranslate()
  const notify = useNotify()
  const kehou = useKehou()
  const [comment, setComment] = useState('')
  const run = async () => {
    await kehou.call('POST', `/api/ledger-periods/${event}`, {
      schoolId,
      month,
      ...(event === 'reopen' ? { comment: comment.trim() } : {}),
    })
    notify(event === 'close' ? 'funding.closed' : 'funding.reopened', {
      type: 'success',
      messageArgs: { month },
    })
    onDone()
    onClose()
  }
  return (
    <FormDialog
      title={`${translate(`funding.${event}Period`)} ${month}`}
      send={translate(`funding.${event}Period`)}
      isReady={event === 'close' || comment.trim().length >= 2}
      isDangerous={event === 'reopen'}
      onSend={run}
      onClose={onClose}
    >
      <Typography>
        {event === 'close'
          ? translate('funding.closeConsequence', {
              month,
              count: journalCount,
              amount: printFen(debitFen),
              committed: printFen(committedFen),
            })
          : translate('funding.reopenConsequence', { month })}
      </Typography>
      {event === 'reopen' && (
        <TextField
          multiline
          minRows={2}
          fullWidth
          label={translate('funding.why')}
          value={comment}
          onChange={(change) => setComment(change.target.value)}
          slotProps={{ htmlInput: { maxLength: 500 } }}
          sx={{ mt: 4 }}
        />
      )}
    </FormDialog>
  )
}
