import VoucherIcon from '@mui/icons-material/ReceiptOutlined'
import { page, type Noun } from '../../module'

/** 记账凭证 */
export const vouchers: Noun = {
  name: 'vouchers',
  icon: VoucherIcon,
  needs: { read: 'funding.read' },
  recordRepresentation: 'code',
  list: page(async () => (await import('./VoucherList')).VoucherList),
  show: page(async () => (await import('./VoucherShow')).VoucherShow),
}
