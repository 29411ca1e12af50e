/** Which formats of the bank's and treasury's files does the school keep, and which has its region? */
import { useResourceContext, useTranslate } from 'react-admin'
import { Col, EmptyState, InstantCol, OfficeList, StatusChip } from '../../../shared'
import type { BankFormat } from '../types'
import { isOutgoing } from './formats'

export function FormatList() {
  const translate = useTranslate()
  const isOut = isOutgoing(useResourceContext())
  const whose = useWhose()
  const titles = (each: BankFormat) => each.columns.map(({ title }) => title).join(translate('kit.comma'))
  return (
    <OfficeList<BankFormat>
      under={translate(isOut ? 'funding.orderFormatsUnder' : 'funding.returnFormatsUnder')}
      scope={['school']}
      order={{ field: 'name', order: 'ASC' }}
      hasExport={false}
      searchPlaceholder="funding.searchFormats"
      empty={
        <EmptyState
          why={translate('funding.noFormats')}
          next={translate(isOut ? 'funding.noOrderFormatsNext' : 'funding.noReturnFormatsNext')}
        />
      }
      simple={{
        primary: (each) => each.name,
        secondary: (each) => `${whose(each)} · ${titles(each)}`,
        trailing: (each) => (each.isDefault ? translate('funding.formatFirst') : ''),
      }}
    >
      <Col source="name" />
      <Col source="schoolId" disableSort render={(each) => whose(each as BankFormat)} />
      <Col
        source="columns"
        disableSort
        sx={{ maxWidth: 360, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
        render={(each) => titles(each as BankFormat)}
      />
      <Col source="isDefault" disableSort render={(each) => (each.isDefault ? <FirstChip /> : '')} />
      <InstantCol source="updatedAt" />
      <Col source="updatedByName" disableSort />
    </OfficeList>
  )
}

export function useWhose(): (format: BankFormat) => string {
  const translate = useTranslate()
  return ({ schoolName }) => schoolName ?? translate('funding.formatOfRegion')
}

export function FirstChip() {
  const translate = useTranslate()
  return <StatusChip status="active" label={translate('funding.formatFirst')} />
}
