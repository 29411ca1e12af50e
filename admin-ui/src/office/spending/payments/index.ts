import PaymentIcon from '@mui/icons-material/PaymentsOutlined'
import { page, type Noun } from '../../module'

/** 支付 */
export const payments: Noun = {
  name: 'payments',
  icon: PaymentIcon,
  needs: { read: 'funding.read', create: 'payment.request', write: 'payment.request' },
  recordRepresentation: 'payee',
  list: page(async () => (await import('./PaymentList')).PaymentList),
  show: page(async () => (await import('./PaymentShow')).PaymentShow),
  edit: page(async () => (await import('./PaymentForm')).PaymentEdit),
  create: page(async () => (await import('./PaymentForm')).PaymentCreate),
}
