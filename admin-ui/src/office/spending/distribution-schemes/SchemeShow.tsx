/** What does this scheme put on which class, and what happens when the principal approves it? */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import {
  ActionBar,
  ErrorNotice,
  type Fact,
  FigureTable,
  printDate,
  printFen,
  readDate,
  RecordPage,
  type TabOf,
  Timeline,
  today,
  useKehou,
  useSeen,
  useTongue,
  AmountField,
  AttachmentsField,
  DayField,
  DeleteDraft,
  FindingsNotice,
} from '../../../shared'
import type { Scheme, SchemeLine } from '../types'

export function SchemeShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const [meeting, setMeeting] = useState(today())
  const field = (name: string) => translate(`resources.schemes.fields.${name}`)
  const facts = (each: Scheme): Fact[] => [
    { label: field('totalFen'), value: printFen(each.totalFen) },
    { label: translate('funding.class'), value: translate('funding.putsOn', { classes: each.classCount }) },
    { label: field('schoolName'), value: each.schoolName },
    {
      label: translate('funding.ofReceipt'),
      value: translate(each.receiptId === null ? 'funding.carriedSource' : 'funding.receiptSource'),
    },
    {
      label: field('staffMeetingOn'),
      value: each.staffMeetingOn ? printDate(each.staffMeetingOn, tongue) : '–',
    },
    ...(each.note ? [{ label: field('note'), value: each.note }] : []),
  ]
  const consequence = (each: Scheme, key: string) =>
    translate(key, { amount: printFen(each.totalFen), classes: each.classCount })
  return (
    <RecordPage<Scheme>
      title={(each) => translate('funding.schemeOf', { fund: each.fundName, year: each.fiscalYear })}
      status="status"
      facts={facts}
      tabs={tabs}
      actions={
        <ActionBar
          events={{
            submit: {
              isUsual: true,
              comment: 'none',
              consequence: (each) => consequence(each as Scheme, 'funding.submitScheme'),
              details: () => (
                <DayField
                  autoFocus
                  label={field('staffMeetingOn')}
                  value={meeting}
                  help={translate('funding.meetingHelp')}
                  onChange={setMeeting}
                />
              ),
              body: () => ({ staffMeetingOn: readDate(meeting) ?? meeting }),
            },
            approve: {
              isUsual: true,
              consequence: (each) => consequence(each as Scheme, 'funding.approveScheme'),
            },
          }}
        >
          <DeleteDraft
            label="funding.deleteScheme"
            consequence="funding.deleteSchemeConsequence"
            done="funding.schemeDeleted"
          />
        </ActionBar>
      }
    >
      <Findings />
    </RecordPage>
  )
}

function Findings() {
  const scheme = useRecordContext<Scheme>()
  return scheme && scheme.actions.length > 0 ? <FindingsNotice schoolIds={[scheme.schoolId]} /> : null
}

const tabs: TabOf<Scheme>[] = [
  { key: 'classes', label: 'funding.perClass', content: (each) => <Lines scheme={each} /> },
  {
    key: 'attachments',
    label: 'funding.attachments',
    content: (each) => (
      <AttachmentsField entity="scheme" entityId={each.id} mayAdd={each.actions.includes('update')} />
    ),
  },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => <Timeline entity="scheme" resource="schemes" entityId={each.id} />,
  },
]

function Lines({ scheme }: { scheme: Scheme }) {
  const translate = useTranslate()
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <EditLines scheme={scheme} onDone={() => setEditing(false)} />
  const { purposes, classes, amountOf } = pivot(scheme.lines)
  const entries = `/ledger-entries?filter=${encodeURIComponent(JSON.stringify({ sourceEntity: 'scheme', sourceId: scheme.id }))}`
  return (
    <>
      <Box className="no-print" sx={{ display: 'flex', gap: 2, mb: 3 }}>
        {scheme.actions.includes('update') && (
          <Button variant="outlined" onClick={() => setEditing(true)}>
            {translate('funding.editScheme')}
          </Button>
        )}
        {scheme.status === 'approved' && (
          <Link component={RouterLink} to={entries} sx={{ alignSelf: 'center' }}>
            {translate('funding.drillEntries')}
          </Link>
        )}
      </Box>
      <Paper sx={{ overflow: 'hidden' }}>
        <FigureTable
          caption={translate('funding.perClass')}
          head={[
            translate('funding.class'),
            ...purposes.map((purpose) => translate(`funding.purposes.${purpose}`)),
            ...(purposes.length > 1 ? [translate('funding.total')] : []),
          ]}
          rows={classes.map(([id, name]) => ({
            key: id,
            cells: [
              name,
              ...purposes.map((purpose) => printFen(amountOf(id, purpose))),
              ...(purposes.length > 1
                ? [printFen(purposes.reduce((sum, purpose) => sum + amountOf(id, purpose), 0))]
                : []),
            ],
          }))}
          foot={[
            translate('funding.total'),
            ...purposes.map((purpose) => printFen(sumOf(scheme.lines, purpose))),
            ...(purposes.length > 1 ? [printFen(scheme.totalFen)] : []),
          ]}
        />
      </Paper>
    </>
  )
}

function EditLines({ scheme, onDone }: { scheme: Scheme; onDone: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const refresh = useRefresh()
  const { purposes, classes, amountOf } = pivot(scheme.lines)
  const { seen, renew } = useSeen(scheme)
  const [changed, setChanged] = useState<Record<string, number | null>>({})
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const now = (id: number, purpose: SchemeLine['purpose']) =>
    `${id}/${purpose}` in changed ? (changed[`${id}/${purpose}`] ?? null) : amountOf(id, purpose)
  const sums = purposes.map((purpose) => ({
    purpose,
    total: sumOf(scheme.lines, purpose),
    sum: classes.reduce((sum, [id]) => sum + (now(id, purpose) ?? 0), 0),
  }))
  const isReadable = classes.every(([id]) => purposes.every((purpose) => now(id, purpose) !== null))
  const save = async () => {
    setBusy(true)
    setError(null)
    try {
      await kehou.call('PATCH', `/api/schemes/${scheme.id}`, {
        ...seen,
        lines: classes.flatMap(([homeClassId]) =>
          purposes.map((purpose) => ({ homeClassId, purpose, amountFen: now(homeClassId, purpose) })),
        ),
      })
      notify('funding.schemeSaved', { type: 'success' })
      refresh()
      onDone()
    } catch (refusal) {
      setError(refusal)
      setBusy(false)
    }
  }
  const said = (purpose: string, sum: number, total: number) =>
    translate(sum === total ? 'funding.agrees' : 'funding.differs', {
      purpose: translate(`funding.purposes.${purpose}`),
      sum: printFen(sum),
      total: printFen(total),
      difference: printFen(Math.abs(sum - total)),
    })
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {translate('funding.editSchemeHelp')}
      </Typography>
      <LineAmounts purposes={purposes} classes={classes} now={now} setChanged={setChanged} sums={sums} />
      <Box aria-live="polite" sx={{ my: 2 }}>
        {sums.map(({ purpose, sum, total }) => (
          <Typography key={purpose} color={sum === total ? 'text.secondary' : 'error'}>
            {said(purpose, sum, total)}
          </Typography>
        ))}
      </Box>
      <ErrorNotice error={error} onLoad={renew} />
      <SaveOrLeave isBusy={isBusy} isReadable={isReadable} sums={sums} save={save} onDone={onDone} />
    </>
  )
}

interface LineAmountsProps {
  purposes: ('after_school_primary' | 'after_school_junior' | 'school_general')[]
  classes: [number, string][]
  now: (id: number, purpose: SchemeLine['purpose']) => number | null
  setChanged: (next: (old: Record<string, number | null>) => Record<string, number | null>) => void
  sums: {
    purpose: 'after_school_primary' | 'after_school_junior' | 'school_general'
    total: number
    sum: number
  }[]
}

function LineAmounts({ purposes, classes, now, setChanged, sums }: LineAmountsProps) {
  const translate = useTranslate()
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <FigureTable
        caption={translate('funding.perClass')}
        head={[
          translate('funding.class'),
          ...purposes.map((purpose) => translate(`funding.purposes.${purpose}`)),
        ]}
        rows={classes.map(([id, name]) => ({
          key: id,
          cells: [
            name,
            ...purposes.map((purpose) => (
              <AmountField
                key={purpose}
                label={`${name} ${translate(`funding.purposes.${purpose}`)}`}
                fen={now(id, purpose)}
                onChange={(fen) => setChanged((old) => ({ ...old, [`${id}/${purpose}`]: fen }))}
              />
            )),
          ],
        }))}
        foot={[translate('funding.total'), ...sums.map((each) => printFen(each.sum))]}
      />
    </Paper>
  )
}

interface SaveOrLeaveProps {
  isBusy: boolean
  isReadable: boolean
  sums: {
    purpose: 'after_school_primary' | 'after_school_junior' | 'school_general'
    total: number
    sum: number
  }[]
  save: () => Promise<void>
  onDone: () => void
}

function SaveOrLeave({ isBusy, isReadable, sums, save, onDone }: SaveOrLeaveProps) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', gap: 2, mt: 2 }}>
      <Button
        variant="contained"
        loading={isBusy}
        disabled={!isReadable || sums.some(({ sum, total }) => sum !== total)}
        onClick={() => void save()}
      >
        {translate('ra.action.save')}
      </Button>
      <Button onClick={onDone} disabled={isBusy}>
        {translate('ra.action.cancel')}
      </Button>
    </Box>
  )
}

function pivot(lines: readonly SchemeLine[]) {
  const amounts = new Map(lines.map((line) => [`${line.homeClassId}/${line.purpose}`, line.amountFen]))
  return {
    purposes: [...new Set(lines.map((line) => line.purpose))],
    classes: [...new Map(lines.map((line) => [line.homeClassId, line.className]))],
    amountOf: (homeClassId: number, purpose: SchemeLine['purpose']) =>
      amounts.get(`${homeClassId}/${purpose}`) ?? 0,
  }
}

const sumOf = (lines: readonly SchemeLine[], purpose: string) =>
  lines.filter((line) => line.purpose === purpose).reduce((sum, line) => sum + line.amountFen, 0)
