import FindingIcon from '@mui/icons-material/FactCheckOutlined'
import { page, type Noun } from '../../module'

/** 审计发现 */
export const findings: Noun = {
  name: 'findings',
  icon: FindingIcon,
  needs: { read: 'funding.read', create: 'finding.enter', write: 'finding.enter' },
  recordRepresentation: 'ruleName',
  list: page(async () => (await import('./FindingList')).FindingList),
  create: page(async () => (await import('./FindingForm')).FindingCreate),
  edit: page(async () => (await import('./FindingForm')).FindingEdit),
  show: page(async () => (await import('./FindingShow')).FindingShow),
}
