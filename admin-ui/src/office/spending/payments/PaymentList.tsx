/** What is spent against the classes' money, and what waits for whom? */
import Chip from '@mui/material/Chip'
import { type RaRecord, useListContext, useTranslate } from 'react-admin'
import {
  BulkAct,
  choiceFilter,
  Col,
  CutText,
  DateCol,
  EmptyState,
  MoneyCol,
  OfficeList,
  printFen,
  StatusCol,
  useKehou,
  useMay,
} from '../../../shared'
import { DrawButton } from '../bank-orders/DrawButton'
import { type Payment, paymentKinds, paymentStates } from '../types'
import { classesOf } from './classesOf'

/** What was asked for and not refused or taken back: a draft reserves nothing. */
const counted = {
  is: ({ status }: RaRecord) => !['draft', 'refused', 'withdrawn'].includes(String(status)),
  word: 'funding.countedPayments',
}

const filters = [
  choiceFilter('status', paymentStates, 'states.payments'),
  choiceFilter('kind', paymentKinds, 'funding.paymentKinds'),
]

function BulkStep({ event, consequence }: { event: 'approve' | 'check'; consequence: string }) {
  const translate = useTranslate()
  const kehou = useKehou()
  return (
    <BulkAct
      label={translate(`resources.payments.events.${event}.label`)}
      consequence={(count, records) =>
        translate(consequence, {
          count,
          amount: printFen((records as Payment[]).reduce((sum, each) => sum + each.amountFen, 0)),
        })
      }
      act={(payment) => kehou.act('payments', payment, event)}
    />
  )
}

/** One press shows what waits for this person. */
function Waiting() {
  const translate = useTranslate()
  const { filterValues, setFilters } = useListContext()
  const [mayRequest, mayApprove, mayCheck] = [
    useMay('payment.request'),
    useMay('payment.approve'),
    useMay('payment.check'),
  ]
  const states = [
    ...(mayApprove ? ['submitted'] : []),
    ...(mayCheck ? ['approved'] : []),
    ...(mayRequest ? ['draft', 'failed'] : []),
    ...(mayCheck || mayRequest ? ['checked'] : []),
  ]
  const chosen = (filterValues as { status?: string }).status
  return (
    <>
      {states.map((state) => (
        <Chip
          key={state}
          label={translate(`funding.waitingFor.${state}`)}
          variant={chosen === state ? 'filled' : 'outlined'}
          color={chosen === state ? 'primary' : 'default'}
          aria-pressed={chosen === state}
          onClick={() => setFilters(chosen === state ? {} : { status: state }, [])}
          sx={{ height: 34 }}
        />
      ))}
    </>
  )
}

export function PaymentList() {
  const translate = useTranslate()
  const [mayApprove, mayCheck] = [useMay('payment.approve'), useMay('payment.check')]
  const bulk = mayApprove ? (
    <BulkStep event="approve" consequence="funding.bulk.pay" />
  ) : mayCheck ? (
    <BulkStep event="check" consequence="funding.bulk.checkPayments" />
  ) : null
  return (
    <OfficeList<Payment>
      scope={['school']}
      order={{ field: 'requestedOn', order: 'DESC' }}
      filters={filters}
      totals={['amountFen']}
      counted={counted}
      {...(bulk ? { bulk } : {})}
      actions={
        <>
          <Waiting />
          <DrawButton />
        </>
      }
      createLabel="funding.newPayment"
      searchPlaceholder="funding.searchPayments"
      empty={<EmptyState why={translate('funding.noPayments')} next={translate('funding.noPaymentsNext')} />}
      simple={{
        primary: (each) => `${classesOf(each, translate)} · ${each.payee}`,
        secondary: (each) => `${translate(`states.payments.${each.status}`)} · ${each.reason}`,
        trailing: (each) => printFen(each.amountFen),
      }}
    >
      <DateCol source="requestedOn" />
      <Col
        source="className"
        disableSort
        sx={{ whiteSpace: 'nowrap' }}
        render={(each: Payment) => classesOf(each, translate)}
      />
      <Col source="fundName" disableSort />
      <Col source="payee" disableSort>
        <CutText source="payee" width={160} />
      </Col>
      <Col source="reason" disableSort>
        <CutText source="reason" width={200} />
      </Col>
      <MoneyCol source="amountFen" />
      <StatusCol source="status" />
    </OfficeList>
  )
}
