import type { OfficeModule } from '../module'
import { auditEntries } from './entries'
import * as texts from './entries/texts'

export const audit: OfficeModule = {
  name: 'audit',
  texts,
  nouns: [auditEntries],
  menu: [
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
