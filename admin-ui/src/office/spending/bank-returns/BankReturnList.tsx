/** Which return files have been imported? */
import { useTranslate } from 'react-admin'
import {
  Col,
  EmptyState,
  InstantCol,
  MoneyCol,
  NumberCol,
  OfficeList,
  printFen,
  printInstant,
} from '../../../shared'
import type { BankReturn } from '../types'

export function BankReturnList() {
  const translate = useTranslate()
  return (
    <OfficeList<BankReturn>
      scope={['school']}
      order={{ field: 'importedAt', order: 'DESC' }}
      hasExport={false}
      createLabel="funding.importReturn"
      empty={<EmptyState why={translate('funding.noReturns')} next={translate('funding.noReturnsNext')} />}
      simple={{
        primary: (each) => each.fileName,
        secondary: (each) => `${printInstant(each.importedAt)} · ${each.matchedCount}/${each.lineCount}`,
        trailing: (each) => printFen(each.paidFen),
      }}
    >
      <InstantCol source="importedAt" />
      <Col source="fileName" disableSort />
      <NumberCol source="lineCount" disableSort />
      <NumberCol source="matchedCount" disableSort />
      <MoneyCol source="paidFen" />
    </OfficeList>
  )
}
