/** What came in, what went out, what is left, and what does approving do with it? */
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useRecordContext, useTranslate } from 'react-admin'
import {
  ActionBar,
  DownloadButton,
  type Fact,
  FigureTable,
  printCount,
  printFen,
  RecordPage,
  type TabOf,
  Timeline,
  useActor,
  useTongue,
  AttachmentsField,
  DeleteDraft,
  FindingsNotice,
} from '../../../shared'
import { PublishSubject } from '../../grants/publications/PublishSubject'
import type { Settlement } from '../types'
import { TreasuryReturnPart } from './TreasuryReturnPart'

export function SettlementShow() {
  const translate = useTranslate()
  const facts = (each: Settlement): Fact[] => [
    { label: translate('funding.leftAtEnd'), value: printFen(each.leftFen) },
    { label: translate('funding.leftover'), value: translate(`funding.leftovers.${each.leftover}`) },
    {
      label: translate('funding.period'),
      value: (
        <>
          <span style={{ whiteSpace: 'nowrap' }}>{each.fromOn} –</span>{' '}
          <span style={{ whiteSpace: 'nowrap' }}>{each.toOn}</span>
        </>
      ),
    },
    { label: translate('resources.settlements.fields.schoolName'), value: each.schoolName },
    {
      label: translate('resources.settlements.fields.fundName'),
      value: `${each.fundName} · ${each.fiscalYear}`,
    },
  ]
  const approving = ({ termId, leftFen, leftover, fiscalYear }: Settlement) => {
    const key =
      termId !== null
        ? 'approveTerm'
        : leftFen === 0
          ? 'approveNothing'
          : leftover === 'return'
            ? 'approveReturn'
            : 'approveCarry'
    return translate(`funding.${key}`, { left: printFen(leftFen), next: fiscalYear + 1 })
  }
  return (
    <RecordPage<Settlement>
      title={(each) =>
        translate(titleOf(each), {
          fund: each.fundName,
          year: each.fiscalYear,
          number: each.laterNumber ?? 1,
        })
      }
      status="status"
      facts={facts}
      tabs={tabs}
      actions={
        <ActionBar
          events={{
            submit: {
              isUsual: true,
              consequence: (each) =>
                translate('funding.submitSettlement', { left: printFen((each as Settlement).leftFen) }),
            },
            recalculate: { comment: 'none' },
            approve: { isUsual: true, consequence: (each) => approving(each as Settlement) },
          }}
        >
          <PublishStatement />
          <DeleteDraft
            label="funding.deleteSettlement"
            consequence="funding.deleteSettlementConsequence"
            done="funding.settlementDeleted"
          />
        </ActionBar>
      }
    >
      <TreasuryReturnPart />
    </RecordPage>
  )
}

/** A statement is published by the school whose it is. */
function PublishStatement() {
  const settlement = useRecordContext<Settlement>()
  const actor = useActor()
  return settlement?.status === 'settled' && actor?.schoolId === settlement.schoolId ? (
    <PublishSubject kind="statement" subjectId={settlement.id} />
  ) : null
}

const tabs: TabOf<Settlement>[] = [
  { key: 'statement', label: 'funding.statement', content: (each) => <Statement settlement={each} /> },
  {
    key: 'attachments',
    label: 'funding.attachments',
    content: (each) => (
      <AttachmentsField entity="settlement" entityId={each.id} mayAdd={each.actions.includes('submit')} />
    ),
  },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => (
      <>
        <Timeline entity="settlement" resource="settlements" entityId={each.id} />
        {each.treasuryReturn && <ReturnHistory id={each.treasuryReturn.id} />}
      </>
    ),
  },
]

function ReturnHistory({ id }: { id: number }) {
  const translate = useTranslate()
  return (
    <>
      <Typography component="h3" variant="subtitle1" sx={{ mb: 3 }}>
        {translate('funding.treasuryReturn')}
      </Typography>
      <Timeline entity="treasury_return" resource="treasury-returns" entityId={id} />
    </>
  )
}

function Statement({ settlement }: { settlement: Settlement }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const { statement } = settlement
  const row = (key: string, fen: number) => ({
    key,
    cells: [translate(`funding.${key}`), '', '', printFen(fen)],
  })
  const file = (name: string) => `/api/settlements/${settlement.id}/${name}`
  return (
    <>
      {settlement.actions.includes('submit') && <FindingsNotice schoolIds={[settlement.schoolId]} />}
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 3 }}>
        <DownloadButton
          variant="outlined"
          label="funding.statementDocx"
          path={file('paper.docx')}
          fileName="statement.docx"
        />
        <DownloadButton
          variant="outlined"
          label="funding.statementPdf"
          path={file('paper.pdf')}
          fileName="statement.pdf"
        />
      </Box>
      <Paper sx={{ overflow: 'hidden' }}>
        <FigureTable
          caption={translate('funding.statement')}
          head={[
            translate('funding.item'),
            translate('funding.paymentCount'),
            translate('funding.lessonCount'),
            translate('funding.amount'),
          ]}
          rows={[
            row('opening', statement.openingFen),
            row('figures.received', statement.receivedFen),
            {
              key: 'spent',
              cells: [
                translate('funding.figures.spent'),
                printCount(statement.spent.reduce((sum, each) => sum + each.paymentCount, 0)),
                printCount(statement.spent.reduce((sum, each) => sum + each.lessonCount, 0)),
                printFen(statement.spentFen),
              ],
            },
            ...statement.spent.map((each) => ({
              key: each.account,
              cells: [
                <Box key="name" component="span" sx={{ pl: 4 }}>
                  {tongue === 'en' ? each.accountNameEn : each.accountName}
                </Box>,
                printCount(each.paymentCount),
                printCount(each.lessonCount),
                printFen(each.amountFen),
              ],
            })),
            row('carriedOut', statement.carriedOutFen),
            row('figures.returned', statement.returnedFen),
            row('stillCommitted', statement.committedFen),
          ]}
          foot={[translate('funding.leftAtEnd'), '', '', printFen(statement.leftFen)]}
        />
      </Paper>
    </>
  )
}

function titleOf({ termId, laterNumber }: Settlement): string {
  if (termId !== null) return 'funding.settlementOfTerm'
  return laterNumber === null ? 'funding.settlementOf' : 'funding.settlementOfLater'
}
