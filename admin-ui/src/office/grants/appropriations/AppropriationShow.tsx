/** What does this notice grant to whom, who has signed, and has it arrived? */
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import {
  ActionBar,
  DownloadButton,
  type Fact,
  FigureTable,
  printCount,
  printDate,
  printFen,
  RecordPage,
  type TabOf,
  Timeline,
  useActor,
  useTongue,
  DeleteDraft,
  FindingsNotice,
} from '../../../shared'
import { PublishSubject } from '../publications/PublishSubject'
import type { Appropriation } from '../types'
import { EditNotice } from './EditNotice'

export function AppropriationShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const [documentNumber, setDocumentNumber] = useState('')
  const field = (name: string) => translate(`resources.appropriations.fields.${name}`)
  const facts = (each: Appropriation): Fact[] => [
    { label: translate('funding.total'), value: printFen(each.totalFen) },
    { label: translate('funding.schools'), value: printCount(each.lines.length) },
    { label: field('fundName'), value: `${each.fundName} · ${each.fiscalYear}` },
    ...(each.level === 'whole'
      ? []
      : [{ label: field('level'), value: translate(`funding.levels.${each.level}`) }]),
    ...(each.availableFen === null
      ? []
      : [{ label: field('availableFen'), value: printFen(each.availableFen) }]),
    { label: field('documentNumber'), value: each.documentNumber ?? translate('funding.notYetIssued') },
    ...(each.issuedOn ? [{ label: field('issuedOn'), value: printDate(each.issuedOn, tongue) }] : []),
    ...(each.spendByOn ? [{ label: field('spendByOn'), value: printDate(each.spendByOn, tongue) }] : []),
    ...(each.budgetCategory ? [{ label: field('budgetCategory'), value: each.budgetCategory }] : []),
    ...(each.reason ? [{ label: field('reason'), value: each.reason }] : []),
    ...(each.isAsIssued === null
      ? []
      : [
          {
            label: translate('funding.sealed'),
            value: translate(each.isAsIssued ? 'funding.sealedYes' : 'funding.sealedNo'),
          },
        ]),
  ]
  const consequence = (each: Appropriation, key: string) =>
    translate(key, { schools: each.lines.length, amount: printFen(each.totalFen) })
  return (
    <RecordPage<Appropriation>
      title={(each) => each.title}
      status="status"
      facts={facts}
      tabs={tabs}
      actions={
        <NoticeActs
          consequence={consequence}
          field={field}
          documentNumber={documentNumber}
          setDocumentNumber={setDocumentNumber}
        />
      }
    >
      <Findings />
    </RecordPage>
  )
}

function Findings() {
  const notice = useRecordContext<Appropriation>()
  return notice && notice.actions.length > 0 ? (
    <FindingsNotice schoolIds={notice.lines.map(({ schoolId }) => schoolId)} />
  ) : null
}

interface NoticeActsProps {
  consequence: (each: Appropriation, key: string) => string
  field: (name: string) => string
  documentNumber: string
  setDocumentNumber: (value: string) => void
}

function NoticeActs({ consequence, field, documentNumber, setDocumentNumber }: NoticeActsProps) {
  const translate = useTranslate()
  return (
    <ActionBar
      events={{
        submit: {
          isUsual: true,
          consequence: (each) => consequence(each as Appropriation, 'funding.submitNotice'),
        },
        countersign: {
          isUsual: true,
          consequence: (each) => consequence(each as Appropriation, 'funding.countersignNotice'),
        },
        issue: {
          isUsual: true,
          comment: 'none',
          consequence: (each) => consequence(each as Appropriation, 'funding.issueNotice'),
          details: () => (
            <TextField
              autoFocus
              label={field('documentNumber')}
              helperText={translate('funding.documentNumberHelp')}
              value={documentNumber}
              onChange={(event) => setDocumentNumber(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 60 } }}
              sx={{ mt: 4 }}
            />
          ),
          body: () => ({ documentNumber }),
        },
      }}
    >
      <PublishNotice />
      <EditNotice />
      <DeleteDraft
        label="funding.deleteDraft"
        consequence="funding.deleteDraftConsequence"
        done="funding.draftDeleted"
      />
    </ActionBar>
  )
}

/** A notice is published by the region that has issued it. */
function PublishNotice() {
  const notice = useRecordContext<Appropriation>()
  const actor = useActor()
  return notice?.status === 'issued' && actor?.schoolId === null && actor.regionCode === notice.regionCode ? (
    <PublishSubject kind="appropriation" subjectId={notice.id} />
  ) : null
}

const tabs: TabOf<Appropriation>[] = [
  { key: 'schools', label: 'funding.attachment', content: (each) => <Attachment appropriation={each} /> },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => <Timeline entity="appropriation" resource="appropriations" entityId={each.id} />,
  },
]

function Attachment({ appropriation }: { appropriation: Appropriation }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const file = (name: string) => `/api/appropriations/${appropriation.id}/${name}`
  const arrived = (line: Appropriation['lines'][number]) =>
    line.receivedOn
      ? `${printDate(line.receivedOn, tongue)}${line.slipNumber ? ` · ${line.slipNumber}` : ''}`
      : translate('funding.notYetArrived')
  return (
    <>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 3 }}>
        <DownloadButton
          variant="outlined"
          label="funding.paperDocx"
          path={file('paper.docx')}
          fileName="notice.docx"
        />
        <DownloadButton
          variant="outlined"
          label="funding.paperPdf"
          path={file('paper.pdf')}
          fileName="notice.pdf"
        />
        <DownloadButton
          variant="outlined"
          label="funding.linesXlsx"
          path={file('lines.xlsx')}
          fileName="notice.xlsx"
        />
      </Box>
      <Paper sx={{ overflow: 'hidden' }}>
        <FigureTable
          caption={translate('funding.attachment')}
          head={[
            translate('funding.school'),
            translate('resources.declarations.fields.classCount'),
            translate('funding.openClaim'),
            translate('funding.amount'),
            translate('funding.arrived'),
          ]}
          rows={appropriation.lines.map((line) => ({
            key: line.id,
            cells: [
              line.schoolName,
              printCount(line.classCount),
              printFen(line.claimFen),
              printFen(line.amountFen),
              arrived(line),
            ],
          }))}
          foot={[
            translate('funding.total'),
            printCount(appropriation.lines.reduce((sum, line) => sum + line.classCount, 0)),
            printFen(appropriation.lines.reduce((sum, line) => sum + line.claimFen, 0)),
            printFen(appropriation.lines.reduce((sum, line) => sum + line.amountFen, 0)),
            '',
          ]}
        />
      </Paper>
    </>
  )
}
