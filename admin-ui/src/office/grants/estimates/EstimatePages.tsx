/** What do schools expect to need next year? The list, a new one, and one with its counts and targets. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { required, SelectInput, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { allOf, type Schemas } from '../../../api/contract'
import {
  ActionBar,
  choiceFilter,
  Col,
  CreatePage,
  DateCol,
  DownloadButton,
  EmptyState,
  type Fact,
  FigureTable,
  FormDialog,
  MoneyCol,
  NameSearch,
  NumberCol,
  OfficeList,
  printCount,
  printDate,
  printFen,
  printPerMille,
  printYuan,
  readYuan,
  RecordPage,
  StatusCol,
  type TabOf,
  Timeline,
  useKehou,
  useSeen,
  useScope,
  useTongue,
  AttachmentsField,
  presentYear,
  yearChoices,
  fiscalYears,
} from '../../../shared'
import { CountsDialog, fieldsOf, printField } from '../declarations/CountsDialog'
import { EntitlementPreview } from '../declarations/DeclarationCreate'

type Estimate = Schemas['EstimateWithLinesOut']
const states = allOf<Estimate['status']>()(['draft', 'submitted', 'reviewed', 'approved', 'returned'])
const filters = [
  choiceFilter('status', states, 'states.estimates'),
  choiceFilter('fiscalYear', fiscalYears(presentYear()).map(String), null),
]

export function EstimateList() {
  const translate = useTranslate()
  return (
    <OfficeList<Estimate>
      scope={['school']}
      order={{ field: 'updatedAt', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      totals={['amountFen']}
      createLabel="estimating.new"
      empty={<EmptyState why={translate('estimating.empty')} next={translate('estimating.emptyNext')} />}
      simple={{
        primary: (each) => each.schoolName,
        secondary: (each) =>
          `${each.fiscalYear} · ${each.fundName} · ${translate(`states.estimates.${each.status}`)}`,
        trailing: (each) => printFen(each.amountFen),
      }}
    >
      <Col source="schoolName" disableSort />
      <NumberCol source="fiscalYear" options={{ useGrouping: false }} />
      <Col source="fundName" disableSort />
      <NumberCol source="classCount" disableSort />
      <MoneyCol source="amountFen" />
      <DateCol source="dueOn" disableSort />
      <StatusCol source="status" />
    </OfficeList>
  )
}

export function EstimateCreate() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  return (
    <CreatePage
      title={translate('estimating.new')}
      saveLabel="estimating.fill"
      saved="estimating.filled"
      defaultValues={{ schoolId, fiscalYear: presentYear() + 1 }}
      consequence={translate('estimating.consequence')}
    >
      {schoolId === undefined && <NameSearch source="schoolId" reference="schools" validate={required()} />}
      <NameSearch source="fundId" reference="funds" validate={required()} helperText="funding.fundHelp" />
      <SelectInput source="fiscalYear" choices={yearChoices()} validate={required()} />
      <EntitlementPreview yearAhead={1} />
    </CreatePage>
  )
}

export function EstimateShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const facts = (each: Estimate): Fact[] => [
    { label: translate('estimating.amount'), value: printFen(each.amountFen) },
    { label: translate('estimating.byRecords'), value: printFen(each.recordedFen) },
    {
      label: translate('resources.estimates.fields.fundName'),
      value: `${each.fundName} · ${each.fiscalYear}`,
    },
    {
      label: translate('estimating.due'),
      value: each.dueOn
        ? `${printDate(each.dueOn, tongue)}${each.isLate ? ` · ${translate('estimating.late')}` : ''}`
        : translate('estimating.noDue'),
    },
    ...(each.reason ? [{ label: translate('declaring.reason'), value: each.reason }] : []),
    {
      label: translate('declaring.hash'),
      value: each.snapshotHash ? (
        <span title={each.snapshotHash}>{`${each.snapshotHash.slice(0, 12)}…`}</span>
      ) : (
        translate('declaring.notLocked')
      ),
    },
  ]
  return (
    <RecordPage<Estimate>
      title={(each) => translate('estimating.titleOf', { school: each.schoolName, year: each.fiscalYear })}
      status="status"
      facts={facts}
      tabs={tabs}
      actions={<Acts />}
    />
  )
}

function Acts() {
  const translate = useTranslate()
  const record = useRecordContext<Estimate>()
  const [open, setOpen] = useState<'counts' | 'targets' | null>(null)
  if (!record) return null
  const say = (key: string) => () =>
    translate(key, {
      classes: record.classCount,
      amount: printFen(record.amountFen),
      school: record.schoolName,
    })
  const mayEdit = record.actions.includes('update')
  return (
    <ActionBar
      events={{
        submit: { isUsual: true, consequence: say('estimating.submit') },
        review: { isUsual: true, consequence: say('estimating.decide') },
        approve: { isUsual: true, consequence: say('estimating.decide') },
      }}
    >
      <DownloadButton
        path={`/api/estimates/${record.id}/paper.docx`}
        fileName="estimate.docx"
        label="estimating.word"
      />
      <DownloadButton
        path={`/api/estimates/${record.id}/paper.pdf`}
        fileName="estimate.pdf"
        label="estimating.pdf"
      />
      {mayEdit && (
        <Button variant="outlined" onClick={() => setOpen('counts')}>
          {translate('estimating.edit')}
        </Button>
      )}
      {mayEdit && (
        <Button variant="outlined" onClick={() => setOpen('targets')}>
          {translate('estimating.editTargets')}
        </Button>
      )}
      {open === 'counts' && (
        <CountsDialog
          seenIn={record}
          title={translate('estimating.edit')}
          path={`/api/estimates/${record.id}`}
          listName="expected"
          lines={record.lines.map((line) => ({ ...line, declared: line.expected }))}
          models={record.models}
          reason={record.reason}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'targets' && <TargetsDialog estimate={record} onClose={() => setOpen(null)} />}
    </ActionBar>
  )
}

const tabs: TabOf<Estimate>[] = [
  { key: 'classes', label: 'funding.classes', content: (each) => <Lines estimate={each} /> },
  { key: 'targets', label: 'estimating.targets', content: (each) => <Targets estimate={each} /> },
  {
    key: 'how',
    label: 'declaring.tabs.how',
    content: (each) => (
      <Paper sx={{ p: 4 }}>
        {each.sentences.map((sentence) => (
          <Typography key={sentence} sx={{ mb: 2, overflowWrap: 'anywhere' }}>
            {sentence}
          </Typography>
        ))}
      </Paper>
    ),
  },
  {
    key: 'attachments',
    label: 'funding.attachments',
    content: (each) => (
      <AttachmentsField entity="estimate" entityId={each.id} mayAdd={each.actions.includes('update')} />
    ),
  },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => <Timeline entity="estimate" resource="estimates" entityId={each.id} />,
  },
]

function Lines({ estimate }: { estimate: Estimate }) {
  const translate = useTranslate()
  const fields = fieldsOf(estimate.models)
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={translate('funding.classes')}
        head={[
          translate('funding.class'),
          ...fields.flatMap((field) => [
            `${translate(`declaring.counts.${field}`)} · ${translate('estimating.now')}`,
            translate('estimating.expected'),
          ]),
          translate('funding.amount'),
        ]}
        rows={estimate.lines.map((line) => ({
          key: line.homeClassId,
          cells: [
            line.className,
            ...fields.flatMap((field) => [
              printField(field, line.recorded),
              <Box
                key={field}
                component="span"
                sx={line.isChanged ? { color: 'warning.dark', fontWeight: 600 } : {}}
              >
                {printField(field, line.expected)}
              </Box>,
            ]),
            printFen(line.amountFen),
          ],
        }))}
        foot={[translate('funding.total'), ...fields.flatMap(() => ['', '']), printFen(estimate.amountFen)]}
      />
    </Paper>
  )
}

function Targets({ estimate: { targets } }: { estimate: Estimate }) {
  const translate = useTranslate()
  const rows: [string, string | null][] = [
    ['sessions', targets.sessions === null ? null : printCount(targets.sessions)],
    [
      'participantsPerMille',
      targets.participantsPerMille === null ? null : printPerMille(targets.participantsPerMille),
    ],
    [
      'satisfactionPerMille',
      targets.satisfactionPerMille === null ? null : printPerMille(targets.satisfactionPerMille),
    ],
    ['costPerStudentFen', targets.costPerStudentFen === null ? null : printFen(targets.costPerStudentFen)],
    ['note', targets.note],
  ]
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={translate('estimating.targets')}
        words={1}
        head={[translate('estimating.targets'), '']}
        rows={rows.map(([key, value]) => ({
          key,
          cells: [translate(`estimating.${key}`), value ?? translate('estimating.unset')],
        }))}
      />
    </Paper>
  )
}

const perMille = (text: string): number | null | undefined => {
  if (text.trim() === '') return null
  const match = /^(\d{1,3})(?:\.(\d))?$/.exec(text.trim())
  const value = match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : undefined
  return value === undefined || value > 1000 ? undefined : value
}
const whole = (text: string): number | null | undefined =>
  text.trim() === '' ? null : /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined
const yuan = (text: string): number | null | undefined =>
  text.trim() === '' ? null : (readYuan(text) ?? undefined)

function TargetsDialog({ estimate, onClose }: { estimate: Estimate; onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const { targets } = estimate
  const shown = (value: number | null) => (value === null ? '' : printPerMille(value).replace(/(\.0)?%$/, ''))
  const { seen, renew } = useSeen(estimate)
  const said = {
    sessions: targets.sessions === null ? '' : String(targets.sessions),
    participantsPerMille: shown(targets.participantsPerMille),
    satisfactionPerMille: shown(targets.satisfactionPerMille),
    costPerStudentFen: targets.costPerStudentFen === null ? '' : printYuan(targets.costPerStudentFen),
    note: targets.note ?? '',
  }
  const [changed, change] = useState<Partial<Record<keyof typeof said, string>>>({})
  const typed = { ...said, ...changed }
  const read = {
    sessions: whole(typed.sessions),
    participantsPerMille: perMille(typed.participantsPerMille),
    satisfactionPerMille: perMille(typed.satisfactionPerMille),
    costPerStudentFen: yuan(typed.costPerStudentFen),
    note: typed.note.trim() || null,
  }
  const save = async () => {
    await kehou.call('PATCH', `/api/estimates/${estimate.id}`, { ...seen, targets: read })
    notify('estimating.targetsSaved', { type: 'success' })
    refresh()
    onClose()
  }
  return (
    <FormDialog
      title={translate('estimating.editTargets')}
      send={translate('declaring.saveCounts')}
      isReady={!Object.values(read).includes(undefined as never)}
      onSend={save}
      onLoad={renew}
      onClose={onClose}
    >
      {(Object.keys(typed) as (keyof typeof typed)[]).map((field) => (
        <TextField
          key={field}
          fullWidth
          multiline={field === 'note'}
          label={translate(`estimating.${field}`)}
          value={typed[field]}
          error={read[field] === undefined}
          onChange={(event) => change((old) => ({ ...old, [field]: event.target.value }))}
          slotProps={{ htmlInput: { inputMode: field === 'note' ? 'text' : 'decimal', maxLength: 500 } }}
        />
      ))}
    </FormDialog>
  )
}
