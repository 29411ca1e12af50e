/** Which claims are there, and where does each stand? */
import { useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  EmptyState,
  MoneyCol,
  NumberCol,
  OfficeList,
  printFen,
  StatusCol,
  presentYear,
  fiscalYears,
  useTongue,
} from '../../../shared'
import { type Declaration, declarationStates } from '../types'
import { periodNameOf } from './periods'
import { BatchSteps, useMayDecide } from './BatchSteps'

const filters = [
  choiceFilter('status', declarationStates, 'states.declarations'),
  choiceFilter('fiscalYear', fiscalYears(presentYear()).map(String), null),
  choiceFilter('kind', ['regular', 'supplementary'], 'declaring.kinds'),
]

export function DeclarationList() {
  const translate = useTranslate()
  const mayDecide = useMayDecide()
  const tongue = useTongue()
  const kindOf = (each: Pick<Declaration, 'sequence'>) =>
    each.sequence === 0
      ? translate('declaring.kinds.regular')
      : translate('declaring.kindOf', { n: each.sequence })
  return (
    <OfficeList<Declaration>
      scope={['school']}
      order={{ field: 'updatedAt', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      totals={['amountFen']}
      {...(mayDecide ? { bulk: <BatchSteps /> } : {})}
      createLabel="funding.newDeclaration"
      empty={
        <EmptyState
          why={translate('funding.noDeclarations')}
          next={translate('funding.noDeclarationsNext')}
        />
      }
      simple={{
        primary: (each) => each.schoolName,
        secondary: (each) =>
          `${periodNameOf(each, tongue)} · ${each.fundName} · ${kindOf(each)} · ${translate(`states.declarations.${each.status}`)}`,
        trailing: (each) => printFen(each.amountFen),
      }}
    >
      <Col source="schoolName" disableSort />
      <NumberCol source="fiscalYear" options={{ useGrouping: false }} />
      <Col
        source="fromMonth"
        label="resources.declarations.fields.periodKey"
        render={(each) => periodNameOf(each as Declaration, tongue)}
      />
      <Col source="fundName" disableSort />
      <Col source="sequence" disableSort render={(each) => kindOf(each as Declaration)} />
      <NumberCol source="classCount" disableSort />
      <NumberCol source="studentCount" disableSort />
      <MoneyCol source="amountFen" />
      <StatusCol source="status" />
    </OfficeList>
  )
}
