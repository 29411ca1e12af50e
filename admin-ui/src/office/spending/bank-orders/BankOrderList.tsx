/** Which orders went to the bank, and which wait to be sent? */
import { useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  EmptyState,
  InstantCol,
  MoneyCol,
  NumberCol,
  OfficeList,
  printFen,
  StatusCol,
} from '../../../shared'
import { type BankOrder, bankOrderStates } from '../types'
import { DrawButton } from './DrawButton'

const filters = [choiceFilter('status', bankOrderStates, 'states.bank-orders')]

export function BankOrderList() {
  const translate = useTranslate()
  return (
    <OfficeList<BankOrder>
      scope={['school']}
      order={{ field: 'id', order: 'DESC' }}
      filters={filters}
      hasExport={false}
      searchPlaceholder="funding.searchOrders"
      actions={<DrawButton />}
      empty={<EmptyState why={translate('funding.noOrders')} next={translate('funding.noOrdersNext')} />}
      simple={{
        primary: (each) => each.number,
        secondary: (each) =>
          `${translate(`states.bank-orders.${each.status}`)} · ${translate('funding.orderCount', { smart_count: each.lineCount })}`,
        trailing: (each) => printFen(each.amountFen),
      }}
    >
      <Col source="number" disableSort />
      <InstantCol source="drawnAt" />
      <Col source="drawnByName" disableSort />
      <NumberCol source="lineCount" disableSort />
      <MoneyCol source="amountFen" />
      <NumberCol source="unansweredCount" disableSort />
      <StatusCol source="status" disableSort />
    </OfficeList>
  )
}
