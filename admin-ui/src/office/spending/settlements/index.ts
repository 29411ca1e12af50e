import SettlementIcon from '@mui/icons-material/AssignmentTurnedInOutlined'
import { page, type Noun } from '../../module'

/** 结算 */
export const settlements: Noun = {
  name: 'settlements',
  icon: SettlementIcon,
  needs: { read: 'funding.read', create: 'settlement.write' },
  recordRepresentation: (each) => `${String(each['schoolName'])} ${String(each['fiscalYear'])}`,
  list: page(async () => (await import('./SettlementList')).SettlementList),
  show: page(async () => (await import('./SettlementShow')).SettlementShow),
  create: page(async () => (await import('./SettlementCreate')).SettlementCreate),
}
