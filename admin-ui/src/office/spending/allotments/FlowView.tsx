/** Where the money came from and where it went: the steps as bars, the way from notices to classes as a drawing, both with a table. */
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import { ChartCard, EmptyState, ErrorNotice, FigureTable, printFen, useAnswer } from '../../../shared'
import type { Figures, Flow } from '../types'
import { useBoardFilter } from './BoardFilters'
import { FlowChart } from './FlowChart'
import { StepBars } from './StepBars'

export function FlowView({ schoolId, year }: { schoolId: number; year: number }) {
  const translate = useTranslate()
  const [{ fundId }] = useBoardFilter()
  const { data, error, refetch } = useAnswer<Flow>(
    `/api/funding/flow${query({ schoolId, fiscalYear: year, ...(fundId === undefined ? {} : { fundId }) })}`,
  )
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton variant="rounded" height={320} />
  const { figures, grantedFen } = data
  if (grantedFen === 0 && figures.approvedFen === 0 && figures.carriedFen === 0)
    return (
      <Paper>
        <EmptyState why={translate('funding.flowEmpty')} next={translate('funding.flowEmptyNext')} />
      </Paper>
    )
  const name = (figure: string) => translate(`funding.figures.${figure}`)
  const steps = [
    { key: 'approved', label: name('approved'), from: 0, to: figures.approvedFen },
    { key: 'granted', label: translate('funding.granted'), from: 0, to: grantedFen },
    { key: 'received', label: name('received'), from: 0, to: figures.receivedFen },
    {
      key: 'carried',
      label: name('carried'),
      from: figures.receivedFen,
      to: figures.receivedFen + figures.carriedFen,
    },
    {
      key: 'returned',
      label: name('returned'),
      from: figures.receivedFen + figures.carriedFen,
      to: figures.receivedFen + figures.carriedFen - figures.returnedFen,
    },
    {
      key: 'committed',
      label: name('committed'),
      from: figures.leftFen + figures.spentFen,
      to: figures.leftFen + figures.spentFen + figures.committedFen,
    },
    { key: 'spent', label: name('spent'), from: figures.leftFen, to: figures.leftFen + figures.spentFen },
    { key: 'left', label: name('left'), from: 0, to: figures.leftFen },
  ]
  const amountOf = (step: (typeof steps)[number]) =>
    step.key === 'carried' ? figures.carriedFen : Math.abs(step.to - step.from)
  return (
    <>
      <StepsCard steps={steps} amountOf={amountOf} />
      {data.notices.length > 0 || figures.carriedFen > 0 ? (
        <FlowCard data={data} name={name} figures={figures} />
      ) : null}
    </>
  )
}

function StepsCard({
  steps,
  amountOf,
}: {
  steps: { key: string; label: string; from: number; to: number }[]
  amountOf: (step: { key: string; label: string; from: number; to: number }) => number
}) {
  const translate = useTranslate()
  return (
    <ChartCard
      title={translate('funding.steps')}
      note={translate('funding.stepsNote')}
      chart={
        <StepBars
          title={translate('funding.steps')}
          steps={steps
            .filter((step) => step.from !== step.to || ['approved', 'received', 'left'].includes(step.key))
            .map((step) => ({ ...step, amount: printFen(amountOf(step)) }))}
        />
      }
      table={
        <FigureTable
          caption={translate('funding.steps')}
          head={[translate('funding.step'), translate('funding.amount')]}
          rows={steps.map((step) => ({ key: step.key, cells: [step.label, printFen(amountOf(step))] }))}
        />
      }
    />
  )
}

interface FlowCardProps {
  data: Flow
  name: (figure: string) => string
  figures: Figures
}

function FlowCard({ data, name, figures }: FlowCardProps) {
  const translate = useTranslate()
  return (
    <ChartCard
      title={translate('funding.flowTitle')}
      chart={<FlowChart flow={data} />}
      table={
        <FigureTable
          caption={translate('funding.flowTitle')}
          words={1}
          head={[
            translate('funding.class'),
            ...(['received', 'carried', 'committed', 'spent', 'left'] as const).map(name),
          ]}
          rows={[
            { key: 'pot', cells: [translate('funding.pot'), ...amounts(data.pot)] },
            ...data.classes.map((each) => ({
              key: each.homeClassId,
              cells: [each.className, ...amounts(each.figures)],
            })),
          ]}
          foot={[translate('funding.total'), ...amounts(figures)]}
        />
      }
    />
  )
}

const amounts = (each: Flow['figures']) =>
  [each.receivedFen, each.carriedFen, each.committedFen, each.spentFen, each.leftFen].map(printFen)
