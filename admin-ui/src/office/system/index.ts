import AuditIcon from '@mui/icons-material/FactCheckOutlined'
import UsersIcon from '@mui/icons-material/ManageAccountsOutlined'
import type { OfficeModule } from '../module'
import { auditEntries } from './audit-entries'
import * as texts from './texts'
import { users } from './users'

export const system: OfficeModule = {
  name: 'system',
  texts,
  nouns: [users, auditEntries],
  menu: [
    {
      group: 'system',
      to: '/users',
      label: 'menu.users',
      icon: UsersIcon,
      permissions: ['user.read'],
      order: 10,
    },
    {
      group: 'system',
      to: '/audit-entries',
      label: 'menu.audit-entries',
      icon: AuditIcon,
      permissions: ['audit.read'],
      order: 20,
    },
  ],
}
