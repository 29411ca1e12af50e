/** Which payments are being mended, and which have been? */
import { useTranslate } from 'react-admin'
import {
  choiceFilter,
  Col,
  CutText,
  EmptyState,
  InstantCol,
  MoneyCol,
  OfficeList,
  printFen,
  StatusCol,
} from '../../../shared'
import { type Correction, correctionKinds, correctionStates } from '../types'

const filters = [
  choiceFilter('status', correctionStates, 'states.corrections'),
  choiceFilter('kind', correctionKinds, 'funding.correctionKinds'),
]

export function CorrectionList() {
  const translate = useTranslate()
  const kind = (each: Correction) => translate(`funding.correctionKinds.${each.kind}`)
  return (
    <OfficeList<Correction>
      scope={['school']}
      order={{ field: 'id', order: 'DESC' }}
      filters={filters}
      hasExport={false}
      searchPlaceholder="funding.searchCorrections"
      empty={
        <EmptyState why={translate('funding.noCorrections')} next={translate('funding.noCorrectionsNext')} />
      }
      simple={{
        primary: (each) => `${kind(each)} · ${each.payee}`,
        secondary: (each) => `${translate(`states.corrections.${each.status}`)} · ${each.reason}`,
        trailing: (each) => printFen(each.amountFen),
      }}
    >
      <InstantCol source="createdAt" />
      <Col source="kind" disableSort render={kind} />
      <Col source="payee" disableSort>
        <CutText source="payee" width={180} />
      </Col>
      <Col source="reason" disableSort>
        <CutText source="reason" width={240} />
      </Col>
      <MoneyCol source="amountFen" />
      <StatusCol source="status" />
    </OfficeList>
  )
}
