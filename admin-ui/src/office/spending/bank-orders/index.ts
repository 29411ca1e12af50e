import OrderIcon from '@mui/icons-material/OutboxOutlined'
import { page, type Noun } from '../../module'

/** 付款指令 */
export const bankOrders: Noun = {
  name: 'bank-orders',
  icon: OrderIcon,
  needs: { read: 'funding.read' },
  recordRepresentation: 'number',
  list: page(async () => (await import('./BankOrderList')).BankOrderList),
  show: page(async () => (await import('./BankOrderShow')).BankOrderShow),
}
