import OrderFormatIcon from '@mui/icons-material/ViewColumnOutlined'
import ReturnFormatIcon from '@mui/icons-material/TableViewOutlined'
import { page, type Noun } from '../../module'

/** 付款文件格式 */
export const bankOrderFormats: Noun = {
  name: 'bank-order-formats',
  icon: OrderFormatIcon,
  needs: { read: 'funding.read', write: 'payment.send', delete: 'payment.send' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./FormatList')).FormatList),
  show: page(async () => (await import('./FormatShow')).FormatShow),
  edit: page(async () => (await import('./FormatForm')).FormatEdit),
  create: page(async () => (await import('./FormatForm')).FormatCreate),
}

/** 回单文件格式 */
export const bankReturnFormats: Noun = {
  ...bankOrderFormats,
  name: 'bank-return-formats',
  icon: ReturnFormatIcon,
  needs: { read: 'funding.read', write: 'payment.reconcile', delete: 'payment.reconcile' },
}
