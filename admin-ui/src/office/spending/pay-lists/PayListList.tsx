/** Which pay lists are there, how many people stand in each, and what of it is paid? */
import { useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  DateCol,
  EmptyState,
  MoneyCol,
  OfficeList,
  printDate,
  printFen,
  StatusCol,
  useTongue,
} from '../../../shared'
import { type PayList, payListStates } from '../types'

const filters = [choiceFilter('status', payListStates, 'states.pay-lists')]

export function PayListList() {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <OfficeList<PayList>
      scope={['school']}
      order={{ field: 'startsOn', order: 'DESC' }}
      filters={filters}
      hasExport={false}
      createLabel="funding.newPayList"
      searchPlaceholder="funding.searchPayLists"
      empty={<EmptyState why={translate('funding.noPayLists')} next={translate('funding.noPayListsNext')} />}
      simple={{
        primary: (each) => each.title,
        secondary: (each) =>
          `${translate(`states.pay-lists.${each.status}`)} · ${translate('funding.people', { count: each.personCount })} · ${printDate(each.startsOn, tongue)}`,
        trailing: (each) => printFen(each.amountFen),
      }}
    >
      <DateCol source="startsOn" />
      <DateCol source="endsOn" />
      <Col source="title" disableSort />
      <Col
        source="personCount"
        disableSort
        render={(each: PayList) => translate('funding.people', { count: each.personCount })}
      />
      <MoneyCol source="amountFen" />
      <MoneyCol source="paidFen" disableSort />
      <StatusCol source="status" />
    </OfficeList>
  )
}
