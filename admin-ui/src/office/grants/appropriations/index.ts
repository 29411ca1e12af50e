import NoticeIcon from '@mui/icons-material/AccountBalanceOutlined'
import { page, type Noun } from '../../module'

/** 经费下达 */
export const appropriations: Noun = {
  name: 'appropriations',
  icon: NoticeIcon,
  needs: { read: 'funding.read', create: 'appropriation.write' },
  recordRepresentation: 'title',
  list: page(async () => (await import('./AppropriationList')).AppropriationList),
  show: page(async () => (await import('./AppropriationShow')).AppropriationShow),
  create: page(async () => (await import('./AppropriationCreate')).AppropriationCreate),
}
