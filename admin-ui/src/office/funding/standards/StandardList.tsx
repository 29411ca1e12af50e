/** Which standards are in force, and by which document? */
import { useTranslate } from 'react-admin'
import { Col, DateCol, EmptyState, MoneyCol, NumberCol, OfficeList, printFen } from '../../../shared'
import type { Standard } from '../types'

export function StandardList() {
  const translate = useTranslate()
  return (
    <OfficeList<Standard>
      order={{ field: 'validFromOn', order: 'ASC' }}
      hasSearch={false}
      hasExport={false}
      rowClick={false}
      empty={<EmptyState why={translate('funding.noStandards')} />}
      simple={{ primary: each => each.fundName, secondary: each => `${translate(`stages.${each.stage}`)} · ${each.documentNumber}`, trailing: each => printFen(each.amountFen) }}
    >
      <Col source="fundName" disableSort />
      <Col source="stage" disableSort render={each => translate(`stages.${each.stage}`)} />
      <MoneyCol source="amountFen" />
      <Col source="unit" disableSort render={each => translate(`funding.units.${each.unit}`)} />
      <NumberCol source="months" disableSort />
      <Col source="countDay" disableSort />
      <DateCol source="validFromOn" />
      <Col source="documentNumber" disableSort />
      <Col source="issuer" disableSort />
    </OfficeList>
  )
}
