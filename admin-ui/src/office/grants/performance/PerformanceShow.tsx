/** What was promised, what do the records say in the year and at its end, and who has judged it? */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import { useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import {
  ActionBar,
  DownloadButton,
  type Fact,
  FigureTable,
  printDate,
  RecordPage,
  StatusChip,
  type TabOf,
  Timeline,
  useTongue,
} from '../../../shared'
import { type Indicator, printIndicator } from './fields'
import { type Typed, TargetsDialog, useSaid, ValuesForm } from './ValuesForm'

type Target = Schemas['PerformanceTargetWithIndicatorsOut']

const tabs: TabOf<Target>[] = [
  { key: 'indicators', label: 'performing.indicators', content: (each) => <Indicators target={each} /> },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => (
      <Timeline entity="performance_target" resource="performance-targets" entityId={each.id} />
    ),
  },
]

export function PerformanceShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const facts = (each: Target): Fact[] => [
    {
      label: translate('resources.performance-targets.fields.fundName'),
      value: `${each.fundName} · ${each.fiscalYear}`,
    },
    ...each.steps.map(({ event, byName, forName, on }) => ({
      label: translate(`performing.steps.${event}`),
      value: `${forName ? translate('performing.inPlace', { by: byName, giver: forName }) : byName} · ${printDate(on, tongue)}`,
    })),
  ]
  return (
    <RecordPage<Target>
      title={(each) => translate('performing.titleOf', { school: each.schoolName, year: each.fiscalYear })}
      status="status"
      facts={facts}
      tabs={tabs}
      actions={<Acts />}
    />
  )
}

function Acts() {
  const translate = useTranslate()
  const record = useRecordContext<Target>()
  const [isEditing, setEditing] = useState(false)
  const [typed, type] = useState<Typed>({})
  const maySay = record?.actions.some((event) => event === 'monitor' || event === 'submit')
  const said = useSaid(record && maySay ? record.id : null, typed)
  if (!record) return null
  const look = {
    isUsual: true,
    comment: 'none' as const,
    details: () => <ValuesForm recorded={said.recorded} typed={typed} type={type} />,
    body: () => said.body,
  }
  return (
    <ActionBar
      events={{
        monitor: look,
        submit: look,
        evaluate: { isUsual: true, comment: 'required' },
      }}
      onDone={() => type({})}
    >
      <DownloadButton
        path={`/api/performance-targets/${record.id}/paper.docx`}
        fileName="performance.docx"
        label="performing.word"
      />
      <DownloadButton
        path={`/api/performance-targets/${record.id}/paper.pdf`}
        fileName="performance.pdf"
        label="performing.pdf"
      />
      {record.actions.includes('update') && (
        <Button variant="outlined" onClick={() => setEditing(true)}>
          {translate('performing.edit')}
        </Button>
      )}
      {isEditing && <TargetsDialog target={record} onClose={() => setEditing(false)} />}
    </ActionBar>
  )
}

function Indicators({ target }: { target: Target }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const headOf = (name: string, on: string | null) =>
    on ? `${translate(name)} ${printDate(on, tongue)}` : translate(name)
  const reasons = [
    ['performing.why.target', target.reason],
    ['performing.why.mid', target.midReason],
    ['performing.why.end', target.endReason],
  ].filter((each): each is [string, string] => each[1] !== null)
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={translate('performing.indicators')}
        words={2}
        head={[
          translate('performing.kind'),
          translate('performing.indicator'),
          translate('performing.target'),
          headOf('performing.mid', target.midOn),
          headOf('performing.end', target.endOn),
          translate('performing.reached'),
        ]}
        rows={target.indicators.map((each) => ({
          key: each.indicator,
          cells: [
            translate(`performing.kinds.${each.kind}`),
            translate(`performing.fields.${each.indicator}`),
            each.target === null
              ? '–'
              : `${each.kind === 'cost' ? '≤' : '≥'} ${printIndicator(each.indicator, each.target)}`,
            <Value
              key="mid"
              indicator={each.indicator}
              value={each.mid}
              recorded={each.midRecorded}
              isSaid={target.midOn !== null}
            />,
            <Value
              key="end"
              indicator={each.indicator}
              value={each.end}
              recorded={each.endRecorded}
              isSaid={target.endOn !== null}
            />,
            each.isReached === null ? (
              '–'
            ) : (
              <StatusChip
                key="reached"
                status={each.isReached ? 'reached' : 'missed'}
                meaning={each.isReached ? 'done' : 'refused'}
                label={translate(each.isReached ? 'performing.yes' : 'performing.no')}
              />
            ),
          ],
        }))}
      />
      {reasons.map(([name, reason]) => (
        <Box key={name} sx={{ px: 4, py: 3, overflowWrap: 'anywhere' }}>
          {translate(name, { reason })}
        </Box>
      ))}
    </Paper>
  )
}

interface ValueProps {
  indicator: Indicator
  value: number | null
  recorded: number | null
  isSaid: boolean
}

/** What was said; where the records gave something else, that too. */
function Value({ indicator, value, recorded, isSaid }: ValueProps) {
  const translate = useTranslate()
  if (!isSaid) return <>–</>
  const shown = printIndicator(indicator, value)
  return (
    <>
      {shown}
      {value !== recorded &&
        ` ${translate('performing.recordsSay', { value: printIndicator(indicator, recorded) })}`}
    </>
  )
}
