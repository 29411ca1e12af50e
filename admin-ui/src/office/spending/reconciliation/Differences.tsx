/** The differences of a statement by class: how many, how much, what to do, and each with its line and its payment. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import { allOf } from '../../../api/contract'
import { FigureTable, printDate, printFen, StatusChip, useTongue } from '../../../shared'
import type { BankDifference, Reconciliation } from '../types'
import { LineActs } from '../bank-returns/LineActs'

const classes = allOf<BankDifference['class']>()(['bank_only', 'ledger_only', 'returned', 'taken_back_only'])

export function Differences({ statement }: { statement: Reconciliation }) {
  const translate = useTranslate()
  return (
    <>
      {classes.map((each) => (
        <DifferenceClass key={each} name={each} statement={statement} />
      ))}
      {statement.leftOffCount > 0 && (
        <Alert severity="info" sx={{ mb: 4 }}>
          {translate('funding.reconciliation.leftOff', { smart_count: statement.leftOffCount })}
        </Alert>
      )}
    </>
  )
}

interface ClassProps {
  name: BankDifference['class']
  statement: Reconciliation
}

function DifferenceClass({ name, statement }: ClassProps) {
  const translate = useTranslate()
  const groups = statement.groups.filter((group) => group.class === name)
  const own = statement.differences.filter((each) => each.class === name)
  if (groups.length === 0) return null
  const title = translate(`funding.reconciliation.classes.${name}`)
  return (
    <Paper sx={{ mb: 4, overflow: 'hidden' }}>
      <Typography variant="h3" component="h2" sx={{ px: 4, pt: 3, pb: 2 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ mt: 0, mb: 3, pl: 8, pr: 4 }}>
        {groups.map((group) => (
          <li key={group.reason}>
            <strong>{translate(`funding.differences.${group.reason}`)}</strong>
            {translate('kit.colon')}
            <GroupSum group={group} />
            <Advice name={name} reason={group.reason} />
          </li>
        ))}
      </Box>
      <DifferenceTable title={title} differences={own} hasSchool={statement.schoolId === null} />
    </Paper>
  )
}

/** What nobody can read is named, and never shown as nothing. */
function GroupSum({ group }: { group: Reconciliation['groups'][number] }) {
  const translate = useTranslate()
  const { count, unknownCount } = group
  if (unknownCount === count) return translate('funding.reconciliation.groupOfUnknown', { count })
  const sum = translate('funding.reconciliation.group', { count, amount: printFen(group.amountFen) })
  return unknownCount > 0
    ? `${sum}${translate('funding.reconciliation.groupUnknown', { count: unknownCount })}`
    : sum
}

function Advice({ name, reason }: { name: BankDifference['class']; reason: BankDifference['reason'] }) {
  const translate = useTranslate()
  const isTakenBack = reason === 'without_line' && name === 'taken_back_only'
  return (
    <Typography color="text.secondary">
      {translate(`funding.advice.${isTakenBack ? 'without_line_back' : reason}`)}
    </Typography>
  )
}

interface TableProps {
  title: string
  differences: BankDifference[]
  hasSchool: boolean
}

function DifferenceTable({ title, differences, hasSchool }: TableProps) {
  const translate = useTranslate()
  const tongue = useTongue()
  const field = (name: string) => translate(`resources.bank-return-lines.fields.${name}`)
  return (
    <FigureTable
      caption={title}
      maxHeight={480}
      words={hasSchool ? 7 : 6}
      head={[
        field('countedOn'),
        ...(hasSchool ? [field('schoolId')] : []),
        field('reason'),
        field('reference'),
        field('payee'),
        translate('funding.reconciliation.where'),
        translate('funding.foundOut'),
        field('amountFen'),
        '',
      ]}
      rows={differences.map((each) => ({
        key: `${each.lineId ?? ''}:${each.paymentId ?? ''}:${each.on}`,
        cells: [
          printDate(each.on, tongue),
          ...(hasSchool ? [each.schoolName ?? '–'] : []),
          <Reason key="reason" difference={each} />,
          each.reference ?? '–',
          <Payee key="payee" difference={each} />,
          <Where key="where" difference={each} />,
          each.isOpen ? (
            <StatusChip key="open" status="open" meaning="refused" label={translate('funding.isOpen')} />
          ) : (
            [each.comment, each.closedByName].filter(Boolean).join(' · ')
          ),
          <Amount key="amount" difference={each} />,
          each.lineId === null ? (
            ''
          ) : (
            <LineActs
              key="acts"
              line={{ ...each, id: each.lineId, rowNumber: each.rowNumber ?? 0, bankRemark: null }}
            />
          ),
        ],
      }))}
    />
  )
}

/** With what was asked for, where that is the reason. */
function Reason({ difference }: { difference: BankDifference }) {
  const translate = useTranslate()
  const { reason, paymentAmountFen } = difference
  const why = translate(`funding.differences.${reason}`)
  return reason === 'amount_differs' && paymentAmountFen !== null
    ? `${why}${translate('kit.colon')}${printFen(paymentAmountFen)}`
    : why
}

/** Where it is not clear whether it was paid, what the bank's line says, and that it is not counted. */
function Amount({ difference: { amountFen, lineAmountFen } }: { difference: BankDifference }) {
  const translate = useTranslate()
  if (amountFen !== null) return printFen(amountFen)
  return lineAmountFen === null
    ? translate('funding.unknownSum')
    : translate('funding.reconciliation.notCounted', { amount: printFen(lineAmountFen) })
}

function Payee({ difference }: { difference: BankDifference }) {
  const translate = useTranslate()
  const { reason, payee, paymentPayee } = difference
  return reason === 'payee_differs'
    ? translate('funding.reconciliation.payees', { bank: payee ?? '–', here: paymentPayee ?? '–' })
    : (payee ?? paymentPayee ?? '–')
}

function Where({ difference }: { difference: BankDifference }) {
  const translate = useTranslate()
  const { bankReturnId, rowNumber, paymentId } = difference
  return (
    <Box sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 2 }}>
      {bankReturnId !== null && (
        <Link component={RouterLink} underline="always" to={`/bank-returns/${bankReturnId}/show`}>
          {translate('funding.reconciliation.line', { row: rowNumber })}
        </Link>
      )}
      {paymentId !== null && (
        <Link component={RouterLink} underline="always" to={`/payments/${paymentId}/show`}>
          {translate('funding.reconciliation.payment')}
        </Link>
      )}
    </Box>
  )
}
