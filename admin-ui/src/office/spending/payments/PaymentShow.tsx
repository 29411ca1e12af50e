/** What is asked for, from whose money, what will be left, and what the bank has said? */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import {
  ActionBar,
  type Fact,
  printDate,
  printFen,
  RecordPage,
  type TabOf,
  Timeline,
  today,
  useTongue,
  AttachmentsField,
  DayField,
} from '../../../shared'
import { EntriesOf } from '../../ledger/entries/EntriesOf'
import { BankAlarms } from '../bank-returns/BankAlarms'
import { CorrectButton } from '../corrections/CorrectButton'
import { CorrectionsOf } from '../corrections/CorrectionsOf'
import { InvoicesTable } from '../invoices/InvoicesTable'
import type { Payment } from '../types'
import { classesOf } from './classesOf'
import { LinesTable } from './LinesTable'

export function PaymentShow() {
  const translate = useTranslate()
  const facts = useFacts()
  const field = (name: string) => translate(`resources.payments.fields.${name}`)
  return (
    <RecordPage<Payment>
      title={(each) =>
        translate('funding.paymentOf', {
          class: classesOf(each, translate),
          amount: printFen(each.amountFen),
        })
      }
      status="status"
      facts={facts}
      tabs={tabs}
      actions={
        <>
          <PaymentActs field={field} />
          <CorrectButton />
        </>
      }
    >
      <Failure />
      <BankAlarms />
      <Unusual />
      <LinesTable />
      <InvoicesTable />
    </RecordPage>
  )
}

function useFacts(): (each: Payment) => Fact[] {
  const translate = useTranslate()
  const tongue = useTongue()
  const field = (name: string) => translate(`resources.payments.fields.${name}`)
  return (each) => [
    { label: field('amountFen'), value: printFen(each.amountFen) },
    {
      label: field('payee'),
      value: each.payeeAccountLast4 ? `${each.payee} · ····${each.payeeAccountLast4}` : each.payee,
    },
    { label: field('payeeBank'), value: each.payeeBank ?? '–' },
    ...(each.commitment
      ? [
          {
            label: field('commitmentId'),
            value: (
              <Link component={RouterLink} to={`/commitments/${each.commitment.id}/show`}>
                {`${each.commitment.number} ${each.commitment.title}`}
              </Link>
            ),
          },
        ]
      : []),
    ...(each.payList
      ? [
          {
            label: field('payList'),
            value: (
              <Link component={RouterLink} to={`/pay-lists/${each.payList.id}/show`}>
                {each.payList.title}
              </Link>
            ),
          },
        ]
      : []),
    ...(each.kind === 'reimbursement'
      ? [{ label: field('kind'), value: translate(`funding.paymentKinds.${each.kind}`) }]
      : []),
    { label: field('reason'), value: each.reason },
    { label: field('requestedOn'), value: printDate(each.requestedOn, tongue) },
    ...(each.reference === null ? [] : [{ label: field('reference'), value: each.reference }]),
    ...(each.bankOrderNumber === null
      ? []
      : [{ label: field('bankOrderNumber'), value: each.bankOrderNumber }]),
    ...(each.paidOn === null ? [] : [{ label: field('paidOn'), value: printDate(each.paidOn, tongue) }]),
    ...(each.bankSerial === null ? [] : [{ label: field('bankSerial'), value: each.bankSerial }]),
    ...(each.status === 'checked'
      ? [
          {
            label: translate('funding.slipBy'),
            value:
              each.slipBy.length === 0
                ? translate('funding.slipByNobody')
                : each.slipBy.join(tongue === 'zh' ? '、' : ', '),
          },
        ]
      : []),
  ]
}

/** Why the bank has sent it back, before anything is done about it. */
function Failure() {
  const translate = useTranslate()
  const payment = useRecordContext<Payment>()
  if (payment?.status !== 'failed' || !payment.failure) return null
  return (
    <Alert severity="warning" sx={{ mb: 4 }}>
      {`${translate('resources.payments.fields.failure')}${translate('kit.colon')}${payment.failure}`}
    </Alert>
  )
}

/** What to look at twice, on the page and again above the buttons that decide. */
function Unusual({ of, isAsked = false }: { of?: Payment; isAsked?: boolean }) {
  const translate = useTranslate()
  const payment = useRecordContext<Payment>(of ? { record: of } : {})
  if (!payment || payment.unusual.length === 0) return null
  return (
    <Paper variant="outlined" sx={{ p: 3, mb: isAsked ? 0 : 4, mt: isAsked ? 3 : 0 }}>
      <Typography variant="subtitle2">{translate('funding.lookTwice')}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 4 }}>
        {payment.unusual.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
      </Box>
    </Paper>
  )
}

const unusual = (record: object) => <Unusual of={record as Payment} isAsked />

/** What these do to a payment under a contract is said otherwise. */
const underCommitment: ReadonlySet<string> = new Set([
  'submitPayment',
  'refusePayment',
  'withdrawPayment',
  'referPayment',
  'giveUpPayment',
])

/** What a step will change, in one sentence. */
function useSay(): (key: string) => (record: object) => string {
  const translate = useTranslate()
  return (key: string) => (record: object) => {
    const each = record as Payment
    // Under a contract money goes between the two, and the classes have as much left as before.
    const name = key.replace(/^funding\./, '')
    const isUnder = each.commitment !== null && underCommitment.has(name)
    return translate(isUnder ? `funding.underCommitment.${name}` : key, {
      title: each.commitment?.title ?? '',
      class: classesOf(each, translate),
      amount: printFen(each.amountFen),
      payee: each.payee,
      left: leftOf(each, translate),
    })
  }
}

/** What is left to one class; of several, how much is left to the class that has least. */
function leftOf({ lines }: Payment, translate: ReturnType<typeof useTranslate>): string {
  const least = lines.reduce((a, b) => (b.leftAfterFen < a.leftAfterFen ? b : a))
  const before = printFen(least.leftBeforeFen)
  const after = printFen(least.leftAfterFen)
  return new Set(lines.map(({ allotmentId }) => allotmentId)).size === 1
    ? translate('funding.leftOfOne', { before, after })
    : translate('funding.leftOfLeast', { class: least.className, before, after })
}

interface PaymentActsProps {
  field: (name: string) => string
}

function PaymentActs({ field }: PaymentActsProps) {
  const say = useSay()
  const [paidOn, setPaidOn] = useState(today())
  const [bankSerial, setBankSerial] = useState('')
  return (
    <ActionBar
      events={{
        submit: { isUsual: true, consequence: say('funding.submitPayment'), details: unusual },
        approve: { isUsual: true, consequence: say('funding.approvePayment'), details: unusual },
        refuse: { consequence: say('funding.refusePayment') },
        withdraw: {
          label: ({ status }) => (status === 'draft' ? 'funding.discardPayment' : undefined),
          comment: 'optional',
          consequence: (each) =>
            say(each['status'] === 'draft' ? 'funding.discardConsequence' : 'funding.withdrawPayment')(each),
        },
        check: { isUsual: true, consequence: say('funding.checkPayment'), details: unusual },
        'refer-back': { consequence: say('funding.referPayment') },
        'register-slip': {
          consequence: say('funding.registerSlip'),
          details: () => (
            <>
              <DayField label={field('paidOn')} value={paidOn} onChange={setPaidOn} />
              <TextField
                label={field('bankSerial')}
                value={bankSerial}
                onChange={(event) => setBankSerial(event.target.value)}
                required
                fullWidth
                sx={{ mt: 4 }}
                slotProps={{ htmlInput: { autoComplete: 'off', maxLength: 60 } }}
              />
            </>
          ),
          body: () => ({ paidOn, bankSerial }),
        },
        'register-failure': { comment: 'required', consequence: say('funding.failPayment') },
        'register-return': {
          comment: 'required',
          isDangerous: true,
          consequence: say('funding.takeBackPayment'),
        },
        resend: { isUsual: true, consequence: say('funding.resendPayment') },
        'give-up': { isDangerous: true, consequence: say('funding.giveUpPayment') },
      }}
    />
  )
}

const tabs: TabOf<Payment>[] = [
  {
    key: 'attachments',
    label: 'funding.attachments',
    content: (each) => (
      <AttachmentsField entity="payment" entityId={each.id} mayAdd={each.actions.includes('update')} />
    ),
  },
  {
    key: 'corrections',
    label: 'menu.corrections',
    content: (each) => <CorrectionsOf paymentId={each.id} />,
  },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => <Timeline entity="payment" resource="payments" entityId={each.id} />,
  },
  {
    key: 'entries',
    label: 'funding.entries',
    content: (each) => <EntriesOf entity="payment" id={each.id} />,
  },
]
