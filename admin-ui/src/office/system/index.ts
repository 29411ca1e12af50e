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
      icon: users.icon,
      permissions: ['user.read'],
      order: 10,
    },
    {
      group: 'system',
      to: '/audit-entries',
      label: 'menu.audit-entries',
      icon: auditEntries.icon,
      permissions: ['audit.read'],
      order: 20,
    },
  ],
}
