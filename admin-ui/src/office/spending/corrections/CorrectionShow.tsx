/** What does a correction take from where, where does it put it, and who has had a part in it? */
import Alert from '@mui/material/Alert'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import {
  ActionBar,
  AttachmentsField,
  DayField,
  type Fact,
  FigureTable,
  printDate,
  printFen,
  RecordPage,
  type TabOf,
  Timeline,
  today,
  useTongue,
} from '../../../shared'
import { EntriesOf } from '../../ledger/entries/EntriesOf'
import type { Correction, CorrectionPlace } from '../types'
import { usePlaceWords } from './usePlaceWords'

export function CorrectionShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const field = (name: string) => translate(`resources.corrections.fields.${name}`)
  const facts = (each: Correction): Fact[] => [
    { label: field('kind'), value: translate(`funding.correctionKinds.${each.kind}`) },
    { label: field('amountFen'), value: printFen(each.amountFen) },
    {
      label: field('paymentId'),
      value: (
        <Link component={RouterLink} underline="always" to={`/payments/${each.paymentId}/show`}>
          {`${each.payee} · ${printFen(each.paymentFen)} · ${each.paymentReason}`}
        </Link>
      ),
    },
    { label: field('reason'), value: each.reason },
    ...(each.receivedOn === null
      ? []
      : [{ label: field('receivedOn'), value: printDate(each.receivedOn, tongue) }]),
    ...(each.bankSerial === null ? [] : [{ label: field('bankSerial'), value: each.bankSerial }]),
  ]
  return (
    <RecordPage<Correction>
      title={(each) =>
        translate('funding.correctionOf', {
          kind: translate(`funding.correctionKinds.${each.kind}`),
          amount: printFen(each.amountFen),
        })
      }
      status="status"
      facts={facts}
      tabs={tabs}
      actions={<CorrectionActs />}
    >
      <OfBank />
      <Lines />
    </RecordPage>
  )
}

/** What the bank has opened is ended by its line. */
function OfBank() {
  const translate = useTranslate()
  const correction = useRecordContext<Correction>()
  if (correction?.status !== 'draft' || correction.bankLineId === null) return null
  return (
    <Alert severity="warning" sx={{ mb: 4 }}>
      {translate(`funding.openedByBank.${correction.kind}`)}{' '}
      <Link component={RouterLink} underline="always" to="/bank-return-lines">
        {translate('menu.bank-return-lines')}
      </Link>
    </Alert>
  )
}

/** What was paid twice was never booked twice: nothing is taken off any class. */
const takesOff: ReadonlySet<Correction['kind']> = new Set(['refund', 'red_letter'])

function Lines() {
  const translate = useTranslate()
  const correction = useRecordContext<Correction>()
  if (!correction) return null
  const moves = correction.lines.some(({ to }) => to !== null)
  const field = (name: string) => translate(`resources.corrections.fields.${name}`)
  return (
    <Paper variant="outlined" sx={{ mb: 4, overflow: 'hidden' }}>
      <FigureTable
        caption={field('lines')}
        words={moves ? 2 : 1}
        maxHeight="none"
        head={[
          field(moves ? 'from' : takesOff.has(correction.kind) ? 'place' : 'concerns'),
          ...(moves ? [field('to')] : []),
          field('amountFen'),
        ]}
        rows={correction.lines.map(({ number, from, to, amountFen }) => ({
          key: number,
          cells: [
            <Place key="from" of={from} />,
            ...(moves ? [to && <Place key="to" of={to} />] : []),
            printFen(amountFen),
          ],
        }))}
      />
    </Paper>
  )
}

function Place({ of }: { of: CorrectionPlace }) {
  const { money, account } = usePlaceWords()
  return (
    <>
      {of.className} · {account(of)}
      <Typography variant="body2" color="text.secondary">
        {money(of)}
      </Typography>
    </>
  )
}

function CorrectionActs() {
  const translate = useTranslate()
  const [receivedOn, setReceivedOn] = useState(today())
  const [bankSerial, setBankSerial] = useState('')
  const field = (name: string) => translate(`resources.corrections.fields.${name}`)
  const say = (key: string) => (record: object) => {
    const { kind, amountFen, payee } = record as Correction
    return translate(`funding.${key}`, {
      kind: translate(`funding.correctionKinds.${kind}`),
      amount: printFen(amountFen),
      payee,
    })
  }
  const posting = (record: object) => say(`correctionEnds.${(record as Correction).kind}`)(record)
  return (
    <ActionBar
      events={{
        submit: { isUsual: true, consequence: say('submitCorrection') },
        withdraw: { comment: 'optional', consequence: say('withdrawCorrection') },
        approve: { isUsual: true, consequence: say('approveCorrection') },
        refuse: { consequence: say('refuseCorrection') },
        'refer-back': { consequence: say('refuseCorrection') },
        post: { isUsual: true, consequence: posting },
        receive: {
          isUsual: true,
          consequence: posting,
          details: () => (
            <>
              <DayField label={field('receivedOn')} value={receivedOn} onChange={setReceivedOn} />
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
          body: () => ({ receivedOn, bankSerial }),
        },
      }}
    />
  )
}

const tabs: TabOf<Correction>[] = [
  {
    key: 'attachments',
    label: 'funding.attachments',
    content: (each) => (
      <AttachmentsField entity="correction" entityId={each.id} mayAdd={each.actions.includes('update')} />
    ),
  },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => <Timeline entity="correction" resource="corrections" entityId={each.id} />,
  },
  {
    key: 'entries',
    label: 'funding.entries',
    content: (each) => <EntriesOf entity="correction" id={each.id} />,
  },
]
