import FindingIcon from '@mui/icons-material/FactCheckOutlined'
import { page, type Noun } from '../../module'

/** 审计发现 */
export const findings: Noun = {
  name: 'findings',
  icon: FindingIcon,
  needs: { read: 'funding.read' },
  recordRepresentation: 'ruleName',
  list: page(async () => (await import('./FindingList')).FindingList),
  show: page(async () => (await import('./FindingShow')).FindingShow),
}
