import PayeeIcon from '@mui/icons-material/ContactsOutlined'
import { page, type Noun } from '../../module'

/** 收款人 */
export const payees: Noun = {
  name: 'payees',
  icon: PayeeIcon,
  needs: { read: 'funding.read', create: 'payment.request', write: 'payment.request' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./PayeeList')).PayeeList),
  show: page(async () => (await import('./PayeeShow')).PayeeShow),
  edit: page(async () => (await import('./PayeeForm')).PayeeEdit),
  create: page(async () => (await import('./PayeeForm')).PayeeCreate),
}
