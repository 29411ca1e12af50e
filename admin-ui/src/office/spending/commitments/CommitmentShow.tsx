/** What was promised to whom, what of it is paid, reserved and left, and by which payments? */
import Button from '@mui/material/Button'
import { useCanAccess, useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import {
  ActionBar,
  AttachmentsField,
  printDate,
  printFen,
  RecordPage,
  type TabOf,
  Timeline,
  useTongue,
} from '../../../shared'
import { EntriesOf } from '../../ledger/entries/EntriesOf'
import { PaymentRows } from '../payments/PaymentRows'
import type { Commitment } from '../types'
import { CommitmentLines } from './CommitmentLines'
import { paymentUnder } from './paymentUnder'

export function CommitmentShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const field = (name: string) => translate(`resources.commitments.fields.${name}`)
  return (
    <RecordPage<Commitment>
      title={(each) => each.title}
      status="status"
      facts={(each) => [
        { label: field('kind'), value: translate(`funding.commitmentKinds.${each.kind}`) },
        { label: field('number'), value: each.number },
        { label: field('payeeId'), value: each.payee },
        { label: field('signedOn'), value: printDate(each.signedOn, tongue) },
        { label: field('endsOn'), value: printDate(each.endsOn, tongue) },
        { label: field('amountFen'), value: printFen(each.amountFen) },
        { label: field('paidFen'), value: printFen(each.paidFen) },
        { label: field('underWayFen'), value: printFen(each.underWayFen) },
        { label: field('remainingFen'), value: printFen(each.remainingFen) },
      ]}
      tabs={tabs}
      actions={<Acts />}
    >
      <CommitmentLines />
      <Payments />
    </RecordPage>
  )
}

function Payments() {
  const translate = useTranslate()
  const commitment = useRecordContext<Commitment>()
  return commitment && commitment.payments.length > 0 ? (
    <PaymentRows title={translate('funding.paymentsUnder')} rows={commitment.payments} />
  ) : null
}

function Acts() {
  const translate = useTranslate()
  const say = (key: string) => (record: object) => {
    const each = record as Commitment
    return translate(key, {
      title: each.title,
      payee: each.payee,
      amount: printFen(each.amountFen),
      remaining: printFen(each.remainingFen),
    })
  }
  return (
    <ActionBar
      events={{
        submit: { isUsual: true, consequence: say('funding.submitCommitment') },
        approve: { isUsual: true, consequence: say('funding.approveCommitment') },
        refuse: { consequence: say('funding.refuseCommitment') },
        withdraw: {
          label: ({ status }) => (status === 'draft' ? 'funding.discardPayment' : undefined),
          comment: 'optional',
          consequence: say('funding.withdrawCommitment'),
        },
        end: { isDangerous: true, consequence: say('funding.endCommitment') },
      }}
    >
      <PayButton />
    </ActionBar>
  )
}

/** Asks for the next part: the form begins with what remains. */
function PayButton() {
  const translate = useTranslate()
  const commitment = useRecordContext<Commitment>()
  const { canAccess } = useCanAccess({ resource: 'payments', action: 'create' })
  if (!canAccess || commitment?.status !== 'approved' || commitment.remainingFen === 0) return null
  const source = encodeURIComponent(JSON.stringify(paymentUnder(commitment)))
  return (
    <Button component={RouterLink} to={`/payments/create?source=${source}`} variant="contained">
      {translate('funding.payUnder')}
    </Button>
  )
}

const tabs: TabOf<Commitment>[] = [
  {
    key: 'attachments',
    label: 'funding.attachments',
    content: (each) => (
      <AttachmentsField entity="commitment" entityId={each.id} mayAdd={each.actions.includes('update')} />
    ),
  },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => <Timeline entity="commitment" resource="commitments" entityId={each.id} />,
  },
  {
    key: 'entries',
    label: 'funding.entries',
    content: (each) => <EntriesOf entity="commitment" id={each.id} />,
  },
]
