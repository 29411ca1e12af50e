/** What is spent against the classes' money, and what waits for approval? */
import { useTranslate } from 'react-admin'
import { BulkAct, choiceFilter, Col, CutText, DateCol, EmptyState, MoneyCol, OfficeList, printFen, StatusCol, useKehou, useMay } from '../../../shared'
import { type Payment, paymentStates } from '../types'

const filters = [choiceFilter('status', paymentStates, 'states.payments')]

function BulkApproval() {
  const translate = useTranslate()
  const kehou = useKehou()
  return (
    <BulkAct
      label={translate('resources.payments.events.approve.label')}
      consequence={(count, records) => translate('funding.bulk.pay', { count, amount: printFen((records as Payment[]).reduce((sum, each) => sum + each.amountFen, 0)) })}
      act={id => kehou.act('payments', id, 'approve')}
    />
  )
}

export function PaymentList() {
  const translate = useTranslate()
  const mayApprove = useMay('payment.approve')
  return (
    <OfficeList<Payment>
      scope={['school']}
      order={{ field: 'requestedOn', order: 'DESC' }}
      filters={filters}
      totals={['amountFen']}
      {...(mayApprove ? { bulk: <BulkApproval /> } : {})}
      createLabel="funding.newPayment"
      searchPlaceholder="funding.searchPayments"
      empty={<EmptyState why={translate('funding.noPayments')} next={translate('funding.noPaymentsNext')} />}
      simple={{ primary: each => `${each.className} · ${each.payee}`, secondary: each => `${translate(`states.payments.${each.status}`)} · ${each.reason}`, trailing: each => printFen(each.amountFen) }}
    >
      <DateCol source="requestedOn" />
      <Col source="className" disableSort />
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
