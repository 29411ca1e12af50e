/** Whom does the school pay, and into which account? */
import { useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  EmptyState,
  OfficeList,
  printInstant,
  StatusChip,
  yesNoFilter,
} from '../../../shared'
import { type Payee, payeeKinds } from '../types'

const filters = [choiceFilter('kind', payeeKinds, 'funding.payeeKinds'), yesNoFilter('isActive')]

export function PayeeList() {
  const translate = useTranslate()
  return (
    <OfficeList<Payee>
      scope={['school']}
      order={{ field: 'name', order: 'ASC' }}
      filters={filters}
      hasExport={false}
      searchPlaceholder="funding.searchPayees"
      empty={<EmptyState why={translate('funding.noPayees')} next={translate('funding.noPayeesNext')} />}
      simple={{
        primary: (each) => each.name,
        secondary: (each) => `${each.bankName ?? '–'} · ····${each.accountLast4}`,
        trailing: (each) => translate(`funding.payeeKinds.${each.kind}`),
      }}
    >
      <Col source="name" />
      <Col source="kind" render={(each) => translate(`funding.payeeKinds.${each.kind}`)} />
      <Col source="accountLast4" disableSort render={(each) => `····${each.accountLast4}`} />
      <Col source="bankName" disableSort />
      <Col
        source="accountChangedAt"
        disableSort
        render={(each) => (each.accountChangedAt ? printInstant(each.accountChangedAt) : '')}
      />
      <Col source="isActive" disableSort render={(each) => <PayeeState payee={each as Payee} />} />
    </OfficeList>
  )
}

export function PayeeState({ payee: { isActive } }: { payee: Payee }) {
  const translate = useTranslate()
  return isActive ? (
    <StatusChip status="active" label={translate('funding.payeeInUse')} />
  ) : (
    <StatusChip status="inactive" label={translate('funding.payeeStopped')} />
  )
}
