/** Which notices grant money, and who has to sign next? */
import { useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  CutText,
  DateCol,
  EmptyState,
  MoneyCol,
  NumberCol,
  OfficeList,
  printFen,
  StatusCol,
  presentYear,
  fiscalYears,
} from '../../../shared'
import { type Appropriation, appropriationStates } from '../types'

const filters = [
  choiceFilter('status', appropriationStates, 'states.appropriations'),
  choiceFilter('fiscalYear', fiscalYears(presentYear()).map(String), null),
]

export function AppropriationList() {
  const translate = useTranslate()
  return (
    <OfficeList<Appropriation>
      scope={['school']}
      order={{ field: 'createdAt', order: 'DESC' }}
      filters={filters}
      totals={['totalFen']}
      createLabel="funding.newAppropriation"
      empty={
        <EmptyState
          why={translate('funding.noAppropriations')}
          next={translate('funding.noAppropriationsNext')}
        />
      }
      simple={{
        primary: (each) => each.title,
        secondary: (each) =>
          `${each.documentNumber ?? translate(`states.appropriations.${each.status}`)} · ${each.fiscalYear}`,
        trailing: (each) => printFen(each.totalFen),
      }}
    >
      <Col source="title" disableSort>
        <CutText source="title" />
      </Col>
      <Col source="documentNumber" />
      <Col source="fundName" disableSort />
      <NumberCol source="fiscalYear" options={{ useGrouping: false }} />
      <MoneyCol source="totalFen" />
      <DateCol source="issuedOn" disableSort />
      <StatusCol source="status" />
    </OfficeList>
  )
}
