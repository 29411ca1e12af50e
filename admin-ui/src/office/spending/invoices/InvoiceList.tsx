/** Which invoices has the school, and what of them is still to be paid? */
import { useTranslate } from 'react-admin'
import { Col, DateCol, EmptyState, MoneyCol, OfficeList, printFen, yesNoFilter } from '../../../shared'
import type { Invoice } from '../types'

const filters = [yesNoFilter('isOpen')]

export function InvoiceList() {
  const translate = useTranslate()
  return (
    <OfficeList<Invoice>
      scope={['school']}
      order={{ field: 'issuedOn', order: 'DESC' }}
      filters={filters}
      hasExport={false}
      createLabel="funding.newInvoice"
      searchPlaceholder="funding.searchInvoices"
      empty={<EmptyState why={translate('funding.noInvoices')} next={translate('funding.noInvoicesNext')} />}
      simple={{
        primary: (each) => each.seller,
        secondary: (each) =>
          `${each.number} · ${translate('funding.stillToPay', { amount: printFen(each.freeFen) })}`,
        trailing: (each) => printFen(each.amountFen),
      }}
    >
      <DateCol source="issuedOn" />
      <Col source="number" disableSort />
      <Col source="seller" />
      <MoneyCol source="amountFen" />
      <MoneyCol source="freeFen" disableSort />
    </OfficeList>
  )
}
