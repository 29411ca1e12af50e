/** Which vouchers has a month, who made them, and which wait for a second person? */
import Button from '@mui/material/Button'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router'
import {
  BulkAct,
  choiceFilter,
  Col,
  CutText,
  DateCol,
  EmptyState,
  MoneyCol,
  OfficeList,
  presentYear,
  printFen,
  StatusCol,
  useKehou,
  useMay,
  useScope,
} from '../../../shared'
import { type Voucher, voucherStatuses } from '../types'
import { NumberButton } from './NumberButton'

const months = [presentYear() + 1, presentYear(), presentYear() - 1].flatMap((year) =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(12 - i).padStart(2, '0')}`),
)
const filters = [
  choiceFilter('month', months, null),
  choiceFilter('status', voucherStatuses, 'states.vouchers'),
]

function CheckMany() {
  const translate = useTranslate()
  const kehou = useKehou()
  return (
    <BulkAct
      label={translate('resources.vouchers.events.check.label')}
      consequence={(count) => translate('funding.checkVouchers', { count, smart_count: count })}
      act={(voucher) => kehou.act('vouchers', voucher, 'check')}
    />
  )
}

export function VoucherList() {
  const translate = useTranslate()
  const mayCheck = useMay('payment.check')
  const { schoolId } = useScope()
  return (
    <OfficeList<Voucher>
      scope={['school']}
      order={{ field: 'month', order: 'DESC' }}
      filters={filters}
      totals={['amountFen']}
      {...(mayCheck ? { bulk: <CheckMany /> } : {})}
      under={translate('funding.vouchersUnder')}
      searchPlaceholder="funding.searchVouchers"
      actions={
        <>
          <Button component={Link} to="/funding/account-mapping" variant="outlined">
            {translate('funding.accountMapping')}
          </Button>
          <NumberButton />
        </>
      }
      empty={<EmptyState why={translate('funding.noVouchers')} next={translate('funding.noVouchersNext')} />}
      simple={{
        primary: (each) => each.summary,
        secondary: (each) => `${each.code} · ${translate(`states.vouchers.${each.status}`)}`,
        trailing: (each) => printFen(each.amountFen),
      }}
    >
      <Col source="code" disableSort sx={{ whiteSpace: 'nowrap' }} />
      <DateCol source="accountedOn" />
      {schoolId === undefined && <Col source="schoolName" disableSort />}
      <Col source="summary" disableSort>
        <CutText source="summary" width={360} />
      </Col>
      <MoneyCol source="amountFen" />
      <Col source="makerName" disableSort />
      <StatusCol source="status" disableSort />
    </OfficeList>
  )
}
