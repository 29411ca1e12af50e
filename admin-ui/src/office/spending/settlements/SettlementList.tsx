/** Which terms and years have been settled, and what waits for the principal? */
import { useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  DateCol,
  EmptyState,
  MoneyCol,
  NumberCol,
  OfficeList,
  printFen,
  StatusChip,
  StatusCol,
  presentYear,
  fiscalYears,
} from '../../../shared'
import { type Settlement, settlementStates, treasuryReturnStates } from '../types'

const filters = [
  choiceFilter('status', settlementStates, 'states.settlements'),
  choiceFilter('returning', treasuryReturnStates, 'states.treasury-returns'),
  choiceFilter('fiscalYear', fiscalYears(presentYear()).map(String), null),
]

export function SettlementList() {
  const translate = useTranslate()
  return (
    <OfficeList<Settlement>
      under={translate('funding.settlementsUnder')}
      scope={['school']}
      order={{ field: 'id', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      totals={['leftFen']}
      createLabel="funding.newSettlement"
      empty={
        <EmptyState why={translate('funding.noSettlements')} next={translate('funding.noSettlementsNext')} />
      }
      simple={{
        primary: (each) => `${each.fundName} · ${each.fiscalYear}`,
        secondary: (each) =>
          `${each.fromOn} – ${each.toOn} · ${translate(`states.settlements.${each.status}`)}`,
        trailing: (each) => printFen(each.leftFen),
      }}
    >
      <Col source="schoolName" disableSort />
      <Col source="fundName" disableSort />
      <NumberCol source="fiscalYear" options={{ useGrouping: false }} />
      <DateCol source="fromOn" disableSort />
      <DateCol source="toOn" disableSort />
      <MoneyCol source="leftFen" />
      <StatusCol source="status" />
      <Col
        source="treasuryReturn"
        disableSort
        render={({ treasuryReturn }: Settlement) =>
          treasuryReturn ? <StatusChip status={treasuryReturn.status} resource="treasury-returns" /> : null
        }
      />
    </OfficeList>
  )
}
