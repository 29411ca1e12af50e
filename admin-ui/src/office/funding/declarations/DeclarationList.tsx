/** Which claims are there, and where does each stand? */
import { useTranslate } from 'react-admin'
import { choiceFilter, Col, EmptyState, MoneyCol, NumberCol, OfficeList, printFen, StatusCol } from '../../../shared'
import { presentYear } from '../FiscalYear'
import { type Declaration, declarationStates, fiscalYears } from '../types'

const filters = [choiceFilter('status', declarationStates, 'states.declarations'), choiceFilter('fiscalYear', fiscalYears(presentYear()).map(String), 'funding.years')]

export function DeclarationList() {
  const translate = useTranslate()
  return (
    <OfficeList<Declaration>
      scope={['school']}
      order={{ field: 'updatedAt', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      totals={['amountFen']}
      createLabel="funding.newDeclaration"
      empty={<EmptyState why={translate('funding.noDeclarations')} next={translate('funding.noDeclarationsNext')} />}
      simple={{ primary: each => each.schoolName, secondary: each => `${each.fiscalYear} · ${each.fundName} · ${translate(`states.declarations.${each.status}`)}`, trailing: each => printFen(each.amountFen) }}
    >
      <Col source="schoolName" disableSort />
      <NumberCol source="fiscalYear" options={{ useGrouping: false }} />
      <Col source="fundName" disableSort />
      <NumberCol source="classCount" disableSort />
      <MoneyCol source="amountFen" />
      <StatusCol source="status" />
    </OfficeList>
  )
}
