import PayListIcon from '@mui/icons-material/ListAltOutlined'
import { page, type Noun } from '../../module'

/** 发放表 */
export const payLists: Noun = {
  name: 'pay-lists',
  icon: PayListIcon,
  needs: { read: 'funding.read', create: 'payment.request', write: 'payment.request' },
  recordRepresentation: 'title',
  list: page(async () => (await import('./PayListList')).PayListList),
  show: page(async () => (await import('./PayListShow')).PayListShow),
  edit: page(async () => (await import('./PayListForm')).PayListEdit),
  create: page(async () => (await import('./PayListForm')).PayListCreate),
}
