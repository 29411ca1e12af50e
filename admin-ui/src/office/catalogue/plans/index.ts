import PlanIcon from '@mui/icons-material/ArticleOutlined'
import { page, type Noun } from '../../module'

/** 一校一案 */
export const plans: Noun = {
  name: 'plans',
  icon: PlanIcon,
  needs: { read: 'plan.read', write: 'plan.write' },
  recordRepresentation: (plan) => `${String(plan['schoolName'])} ${String(plan['termName'])}`,
  list: page(async () => (await import('./PlanList')).PlanList),
  show: page(async () => (await import('./PlanShow')).PlanShow),
}
