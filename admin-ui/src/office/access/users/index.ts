import UsersIcon from '@mui/icons-material/ManageAccountsOutlined'
import { page, type Noun } from '../../module'

/** 账号 */
export const users: Noun = {
  name: 'users',
  icon: UsersIcon,
  needs: { read: 'user.read', write: 'user.write' },
  recordRepresentation: 'displayName',
  list: page(async () => (await import('./UserList')).UserList),
  show: page(async () => (await import('./UserShow')).UserShow),
  create: page(async () => (await import('./UserCreate')).UserCreate),
}
