/** What is in this order for the bank, was it sent, and what has the bank not answered yet? */
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import type { Page } from '../../../api/contract'
import {
  ActionBar,
  DownloadButton,
  ErrorNotice,
  FigureTable,
  printFen,
  printInstant,
  RecordPage,
  StatusChip,
  type TabOf,
  Timeline,
  useAnswer,
  useMay,
} from '../../../shared'
import type { BankOrder, Payment } from '../types'
import { TakeFile } from './TakeFile'

export function BankOrderShow() {
  const translate = useTranslate()
  const field = (name: string) => translate(`resources.bank-orders.fields.${name}`)
  const by = (name: string | null, at: string | null) =>
    name && at ? translate('funding.orderBy', { name, at: printInstant(at) }) : '–'
  return (
    <RecordPage<BankOrder>
      title={(each) => translate('funding.orderTitle', { number: each.number })}
      status="status"
      facts={(each) => [
        { label: field('lineCount'), value: each.lineCount },
        { label: field('amountFen'), value: printFen(each.amountFen) },
        { label: field('unansweredCount'), value: each.unansweredCount },
        { label: field('drawnAt'), value: by(each.drawnByName, each.drawnAt) },
        { label: field('sentAt'), value: by(each.sentByName, each.sentAt) },
        { label: field('exportedCount'), value: each.exportedCount },
        { label: field('contentHash'), value: <code>{each.contentHash}</code>, isLong: true },
      ]}
      tabs={tabs}
      actions={<OrderActs />}
    />
  )
}

function OrderActs() {
  const translate = useTranslate()
  const order = useRecordContext<BankOrder>()
  const maySend = useMay('payment.send')
  if (!order) return null
  const { id, number, status, exportedCount, lineCount, amountFen } = order
  const sums = { count: lineCount, smart_count: lineCount, amount: printFen(amountFen) }
  return (
    <ActionBar
      events={{
        send: {
          isUsual: exportedCount > 0,
          consequence: () =>
            translate(exportedCount === 0 ? 'funding.sendOrderUnseen' : 'funding.sendOrder', sums),
        },
        dissolve: {
          comment: 'required',
          isDangerous: true,
          consequence: () => translate('funding.dissolveOrder', sums),
        },
      }}
    >
      {maySend && status !== 'dissolved' && (
        <>
          <TakeFile order={order} />
          <DownloadButton
            path={`/api/bank-orders/${id}/budget-file.xlsx`}
            fileName={`budget-payments-${number}.xlsx`}
            label="funding.takeBudgetFile"
            variant="outlined"
          />
        </>
      )}
    </ActionBar>
  )
}

const shown = 200

function Payments({ order: { id, lineCount } }: { order: BankOrder }) {
  const translate = useTranslate()
  const field = (name: string) => translate(`resources.payments.fields.${name}`)
  const { data, error } = useAnswer<Page<Payment>>(
    `/api/payments?bankOrderId=${id}&pageSize=${shown}&sort=id&order=asc`,
  )
  return (
    <>
      <ErrorNotice error={error} />
      {data && (
        <Paper sx={{ overflow: 'hidden' }}>
          <FigureTable
            caption={translate('funding.orderPayments')}
            words={4}
            head={[
              field('reference'),
              field('payee'),
              field('className'),
              field('status'),
              field('amountFen'),
            ]}
            rows={data.items.map((each) => ({
              key: each.id,
              cells: [
                <Link key="to" component={RouterLink} to={`/payments/${each.id}/show`}>
                  {each.reference}
                </Link>,
                each.payeeAccountLast4 ? `${each.payee} · ····${each.payeeAccountLast4}` : each.payee,
                each.className,
                <StatusChip key="status" status={each.status} resource="payments" />,
                printFen(each.amountFen),
              ],
            }))}
          />
        </Paper>
      )}
      {lineCount > shown && (
        <Typography color="text.secondary" sx={{ mt: 2 }}>
          {translate('funding.orderTooLong', { count: shown })}
        </Typography>
      )}
    </>
  )
}

const tabs: TabOf<BankOrder>[] = [
  { key: 'payments', label: 'funding.orderPayments', content: (each) => <Payments order={each} /> },
  {
    key: 'history',
    label: 'kit.timeline.title',
    content: (each) => <Timeline entity="bank_order" resource="bank-orders" entityId={each.id} />,
  },
]
