import EstimateIcon from '@mui/icons-material/CalculateOutlined'
import { page, type Noun } from '../../module'

/** 预算测算 */
export const estimates: Noun = {
  name: 'estimates',
  icon: EstimateIcon,
  needs: { read: 'funding.read', create: 'estimate.write' },
  recordRepresentation: (each) => `${String(each['schoolName'])} ${String(each['fiscalYear'])}`,
  list: page(async () => (await import('./EstimatePages')).EstimateList),
  show: page(async () => (await import('./EstimatePages')).EstimateShow),
  create: page(async () => (await import('./EstimatePages')).EstimateCreate),
}
