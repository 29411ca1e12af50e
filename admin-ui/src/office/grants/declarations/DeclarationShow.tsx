/** What does this school claim, from which classes, and what may be done with it now? */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Slider from '@mui/material/Slider'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import {
  ActionBar,
  DownloadButton,
  type Fact,
  FigureTable,
  FormDialog,
  printCount,
  printDate,
  printFen,
  printPerMille,
  RecordPage,
  type TabOf,
  Timeline,
  useKehou,
  useSeen,
  useTongue,
  AttachmentsField,
  FindingsNotice,
} from '../../../shared'
import { seenOf } from '../../../api/dataProvider'
import { CountsDialog, printField, shownOf } from './CountsDialog'
import type { Declaration } from '../types'
import { periodNameOf } from './periods'
import { Differences, Explanation } from './Differences'

export function DeclarationShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const facts = useFacts()
  const title = (each: Declaration) =>
    translate(each.sequence === 0 ? 'declaring.titleOf' : 'declaring.supplementOf', {
      school: each.schoolName,
      period: periodNameOf(each, tongue),
      n: each.sequence,
    })
  return (
    <RecordPage<Declaration> title={title} status="status" facts={facts} tabs={tabs} actions={<Acts />}>
      <Findings />
    </RecordPage>
  )
}

function Findings() {
  const record = useRecordContext<Declaration>()
  // Whoever has a step to take on it, regular or supplement: the school, both checks, publishing and approval.
  return record && record.actions.length > 0 ? <FindingsNotice schoolIds={[record.schoolId]} /> : null
}

function useFacts(): (each: Declaration) => Fact[] {
  const translate = useTranslate()
  const tongue = useTongue()
  return (each) => [
    { label: translate('funding.claimed'), value: printFen(each.amountFen) },
    {
      label: translate('resources.declarations.fields.fundName'),
      value: `${each.fundName} · ${each.fiscalYear}`,
    },
    {
      label: translate('resources.declarations.fields.periodKey'),
      value:
        each.periodKind === 'term'
          ? translate('declaring.periodMonths', {
              name: periodNameOf(each, tongue),
              from: each.fromMonth,
              to: each.toMonth,
            })
          : periodNameOf(each, tongue),
    },
    { label: translate('resources.declarations.fields.countedOn'), value: printDate(each.countedOn, tongue) },
    { label: translate('declaring.sources'), value: each.documentNumbers.join('、') },
    ...(each.levels.length > 1
      ? [
          {
            label: translate('declaring.levelsFact'),
            value: each.levels
              .map(({ level, amountFen }) => `${translate(`funding.levels.${level}`)} ${printFen(amountFen)}`)
              .join(' · '),
          },
        ]
      : []),
    ...(each.otherPurpose
      ? [
          {
            label: translate(`funding.purposes.${each.servicePurpose}`),
            value: printPerMille(each.serviceSharePerMille),
          },
        ]
      : []),
    ...(each.publication
      ? [{ label: translate('declaring.period'), value: <PeriodLink declaration={each} /> }]
      : []),
    ...(each.chain.length > 1
      ? [{ label: translate('declaring.chain'), value: <ChainLinks declaration={each} /> }]
      : []),
    {
      label: translate('declaring.hash'),
      value: each.snapshotHash ? (
        <span title={each.snapshotHash}>{`${each.snapshotHash.slice(0, 12)}…`}</span>
      ) : (
        translate('declaring.notLocked')
      ),
    },
  ]
}

function PeriodLink({
  declaration: { publication, publicationId },
}: {
  declaration: Declaration
}): ReactNode {
  const translate = useTranslate()
  return (
    publication && (
      <Link component={RouterLink} to={`/publications/${publicationId}/show`} title={publication.title}>
        {translate('declaring.periodOf', { from: publication.opensOn, to: publication.closesOn })}
      </Link>
    )
  )
}

function ChainLinks({ declaration }: { declaration: Declaration }) {
  const translate = useTranslate()
  return (
    <>
      {declaration.chain
        .filter((each) => each.id !== declaration.id)
        .map((each) => (
          <Link
            key={each.id}
            component={RouterLink}
            to={`/declarations/${each.id}/show`}
            sx={{ display: 'block' }}
          >
            {`${each.sequence === 0 ? translate('declaring.kinds.regular') : translate('declaring.kindOf', { n: each.sequence })} ${printFen(each.amountFen)}`}
          </Link>
        ))}
    </>
  )
}

function Acts() {
  const translate = useTranslate()
  const record = useRecordContext<Declaration>()
  if (!record) return null
  const say = (key: string) => (each: unknown) => {
    const { classCount, amountFen, schoolName } = each as Declaration
    return translate(key, { classes: classCount, amount: printFen(amountFen), school: schoolName })
  }
  return (
    // Publishing goes for several at once by its own address, so it has a button of its own.
    <ActionBar
      record={{ ...record, actions: record.actions.filter((action) => action !== 'publish') }}
      events={{
        submit: { isUsual: true, consequence: say('funding.submitDeclaration') },
        check: { isUsual: true, consequence: say('funding.checkDeclaration') },
        'finance-check': { isUsual: true, consequence: say('funding.checkDeclaration') },
        approve: { isUsual: true, consequence: say('funding.approveDeclaration') },
        withdraw: { comment: 'optional' },
        object: { comment: 'required', isDangerous: true },
      }}
    >
      <DownloadButton
        path={`/api/declarations/${record.id}/paper.docx`}
        fileName="declaration.docx"
        label="declaring.word"
      />
      <DownloadButton
        path={`/api/declarations/${record.id}/paper.pdf`}
        fileName="declaration.pdf"
        label="declaring.pdf"
      />
      <DownloadButton
        path={`/api/declarations/${record.id}/classes.xlsx`}
        fileName="declaration.xlsx"
        label="declaring.sheet"
      />
      {record.actions.includes('update') && <CountsButton declaration={record} />}
      {record.actions.includes('update') && <RecountButton declaration={record} />}
      {record.actions.includes('publish') && <PublishButton declaration={record} />}
    </ActionBar>
  )
}

const tabs: TabOf<Declaration>[] = [
  { key: 'classes', label: 'funding.classes', content: (each) => <Lines declaration={each} /> },
  {
    key: 'how',
    label: 'declaring.tabs.how',
    content: (each) => <Explanation key={each.updatedAt} declaration={each} />,
  },
  {
    key: 'differences',
    label: 'declaring.tabs.differences',
    content: (each) => <Differences key={each.updatedAt} declaration={each} />,
  },
  {
    key: 'attachments',
    label: 'funding.attachments',
    content: (each) => (
      <AttachmentsField entity="declaration" entityId={each.id} mayAdd={each.actions.includes('update')} />
    ),
  },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => <Timeline entity="declaration" resource="declarations" entityId={each.id} />,
  },
]

function Lines({ declaration }: { declaration: Declaration }) {
  const translate = useTranslate()
  const fields = shownOf(declaration.models)
  type Line = Declaration['lines'][number]
  const cell = (line: Line, field: (typeof fields)[number]) => {
    const [declared, recorded] = [printField(field, line.counts), printField(field, line.recorded)]
    if (line.isGone) return '–'
    if (declared === recorded) return declared
    return (
      <Box
        component="span"
        sx={{ color: 'warning.dark' }}
      >{`${declared}（${translate('declaring.recorded', { count: recorded })}）`}</Box>
    )
  }
  const nameOf = ({ className, isGone, counts: { notRunning } }: Line) => {
    const why = isGone ? 'declaring.goneClass' : notRunning && `declaring.notRunning.${notRunning}`
    return why ? `${className} · ${translate(why)}` : className
  }
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={translate('funding.classes')}
        head={[
          translate('funding.class'),
          ...fields.map((field) => translate(`declaring.counts.${field}`)),
          translate(declaration.sequence === 0 ? 'funding.amount' : 'declaring.more'),
        ]}
        rows={declaration.lines.map((line) => ({
          key: line.homeClassId,
          cells: [nameOf(line), ...fields.map((field) => cell(line, field)), printFen(line.amountFen)],
        }))}
        foot={[
          translate('funding.total'),
          ...fields.map((field) =>
            field === 'waivedFen'
              ? ''
              : printCount(
                  declaration.lines.reduce((sum, line) => sum + (line.isGone ? 0 : line.counts[field]), 0),
                ),
          ),
          printFen(declaration.amountFen),
        ]}
      />
    </Paper>
  )
}

function CountsButton({ declaration }: { declaration: Declaration }) {
  const translate = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const lines = declaration.lines
    .filter((line) => !line.isGone)
    .map((line) => ({ ...line, declared: line.counts }))
  if (lines.length === 0) return null
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('declaring.editCounts')}
      </Button>
      {isOpen && (
        <CountsDialog
          seenIn={declaration}
          title={translate('declaring.editCounts')}
          path={`/api/declarations/${declaration.id}`}
          listName="counts"
          lines={lines}
          models={declaration.models}
          reason={declaration.reason}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

interface AskProps {
  label: string
  consequence: string
  act: () => Promise<unknown>
  done: string
  children?: ReactNode
}

/** A button that asks before it acts. */
function Ask({ label, consequence, act, done, children }: AskProps) {
  const refresh = useRefresh()
  const notify = useNotify()
  const [isOpen, setOpen] = useState(false)
  const run = async () => {
    await act()
    notify(done, { type: 'success' })
    refresh()
    setOpen(false)
  }
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <FormDialog title={label} send={label} onSend={run} onClose={() => setOpen(false)}>
          <Typography>{consequence}</Typography>
          {children}
        </FormDialog>
      )}
    </>
  )
}

function PublishButton({ declaration }: { declaration: Declaration }) {
  const translate = useTranslate()
  const kehou = useKehou()
  return (
    <Ask
      label={translate('resources.declarations.events.publish.label')}
      consequence={translate('declaring.publishConsequence')}
      done="resources.declarations.events.publish.done"
      act={() => kehou.call('POST', '/api/declarations/publish', { declarationIds: [declaration.id] })}
    />
  )
}

/** Counts the classes anew and sets the service's share, while the claim may still be changed. */
function RecountButton({ declaration }: { declaration: Declaration }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const [share, setShare] = useState(declaration.serviceSharePerMille / 10)
  const { seen } = useSeen(declaration)
  const setsShare = declaration.otherPurpose !== null && declaration.sequence === 0
  const act = async () => {
    const { data } = await kehou.act('declarations', { ...declaration, ...seen }, 'recount')
    if (setsShare && share * 10 !== declaration.serviceSharePerMille)
      await kehou.call('PATCH', `/api/declarations/${declaration.id}`, {
        ...seenOf(data),
        serviceSharePerMille: Math.round(share * 10),
      })
  }
  return (
    <Ask
      label={translate('funding.recount')}
      consequence={translate('funding.recountConsequence')}
      done="funding.recounted"
      act={act}
    >
      {setsShare && (
        <>
          <Typography sx={{ mt: 4 }}>{translate('funding.shareNow', { share })}</Typography>
          <Slider
            value={share}
            step={5}
            min={0}
            max={100}
            valueLabelDisplay="auto"
            onChange={(_, value) => setShare(Number(value))}
            aria-label={translate('funding.sharePercent')}
          />
        </>
      )}
    </Ask>
  )
}
