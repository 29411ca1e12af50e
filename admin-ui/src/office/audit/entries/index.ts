import AuditIcon from '@mui/icons-material/FactCheckOutlined'
import { page, type Noun } from '../../module'

/** 操作记录 */
export const auditEntries: Noun = {
  name: 'audit-entries',
  icon: AuditIcon,
  needs: { read: 'audit.read' },
  list: page(async () => (await import('./AuditEntryList')).AuditEntryList),
}
