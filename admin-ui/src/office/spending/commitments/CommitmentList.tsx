/** What has the school bound itself to pay, and what of it is still to be paid? */
import { useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  DateCol,
  EmptyState,
  MoneyCol,
  OfficeList,
  printFen,
  StatusCol,
} from '../../../shared'
import { type Commitment, commitmentKinds, commitmentStates } from '../types'

const filters = [
  choiceFilter('status', commitmentStates, 'states.commitments'),
  choiceFilter('kind', commitmentKinds, 'funding.commitmentKinds'),
]

export function CommitmentList() {
  const translate = useTranslate()
  return (
    <OfficeList<Commitment>
      scope={['school']}
      order={{ field: 'signedOn', order: 'DESC' }}
      filters={filters}
      hasExport={false}
      createLabel="funding.newCommitment"
      searchPlaceholder="funding.searchCommitments"
      empty={
        <EmptyState why={translate('funding.noCommitments')} next={translate('funding.noCommitmentsNext')} />
      }
      simple={{
        primary: (each) => each.title,
        secondary: (each) =>
          `${translate(`states.commitments.${each.status}`)} · ${each.payee} · ${translate('funding.stillToAsk', { amount: printFen(each.remainingFen) })}`,
        trailing: (each) => printFen(each.amountFen),
      }}
    >
      <DateCol source="signedOn" />
      <Col source="number" disableSort />
      <Col source="title" disableSort />
      <Col source="payee" disableSort />
      <MoneyCol source="amountFen" />
      <MoneyCol source="remainingFen" disableSort />
      <StatusCol source="status" />
    </OfficeList>
  )
}
