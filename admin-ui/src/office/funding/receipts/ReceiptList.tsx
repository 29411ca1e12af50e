/** Which money has been granted to the school, and has it arrived? */
import { useTranslate } from 'react-admin'
import { ActionBar, choiceFilter, Col, CutText, DateCol, EmptyState, InstantCol, MoneyCol, OfficeList, printFen } from '../../../shared'
import type { Receipt } from '../types'

const filters = [choiceFilter('received', ['yes', 'no'], 'funding.receivedChoices')]

export function ReceiptList() {
  const translate = useTranslate()
  return (
    <OfficeList<Receipt>
      scope={['school']}
      order={{ field: 'id', order: 'DESC' }}
      filters={filters}
      hasSearch={false}
      hasExport={false}
      rowClick={false}
      totals={['amountFen']}
      empty={<EmptyState why={translate('funding.noReceipts')} next={translate('funding.noReceiptsNext')} />}
    >
      <Col source="title" disableSort>
        <CutText source="title" width={220} />
      </Col>
      <Col source="documentNumber" disableSort />
      <Col source="schoolName" disableSort />
      <Col source="fundName" disableSort />
      <DateCol source="issuedOn" disableSort />
      <MoneyCol source="amountFen" />
      <InstantCol source="receivedAt" />
      <Col source="actions" label="funding.act" disableSort>
        <ActionBar events={{ receive: { isUsual: true, comment: 'none', consequence: each => translate('funding.receiveConsequence', { amount: printFen((each as Receipt).amountFen), classes: (each as Receipt).classCount }) } }} />
      </Col>
    </OfficeList>
  )
}
