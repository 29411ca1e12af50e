/** Which claims are there, and where does each stand? */
import { useTranslate } from 'react-admin'
import { BulkAct, choiceFilter, Col, EmptyState, MoneyCol, NumberCol, OfficeList, printFen, StatusCol, useKehou, useMay } from '../../../shared'
import { presentYear } from '../FiscalYear'
import { type Declaration, declarationStates, fiscalYears } from '../types'

const filters = [choiceFilter('status', declarationStates, 'states.declarations'), choiceFilter('fiscalYear', fiscalYears(presentYear()).map(String), 'funding.years')]

// Many at once for the two offices that see all schools: one question with the count and the sum.
function BulkStep() {
  const translate = useTranslate()
  const kehou = useKehou()
  const mayCheck = useMay('declaration.check')
  const step = mayCheck ? 'check' : 'approve'
  return (
    <BulkAct
      label={translate(`resources.declarations.events.${step}.label`)}
      consequence={(count, records) => translate(`funding.bulk.${step}`, { count, amount: printFen((records as Declaration[]).reduce((sum, each) => sum + each.amountFen, 0)) })}
      act={id => kehou.act('declarations', id, step)}
    />
  )
}

export function DeclarationList() {
  const translate = useTranslate()
  const mayDecide = useMay('declaration.check', 'declaration.approve')
  return (
    <OfficeList<Declaration>
      scope={['school']}
      order={{ field: 'updatedAt', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      totals={['amountFen']}
      {...(mayDecide ? { bulk: <BulkStep /> } : {})}
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
