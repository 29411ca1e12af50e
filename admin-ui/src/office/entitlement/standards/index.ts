import StandardIcon from '@mui/icons-material/RuleOutlined'
import FundIcon from '@mui/icons-material/SavingsOutlined'
import PolicyIcon from '@mui/icons-material/GavelOutlined'
import { page, type Noun } from '../../module'

/** 经费标准 */
export const fundingStandards: Noun = {
  name: 'funding-standards',
  icon: StandardIcon,
  needs: { read: 'funding.read', create: 'standard.write' },
  list: page(async () => (await import('./StandardList')).StandardList),
  show: page(async () => (await import('./StandardShow')).StandardShow),
  create: page(async () => (await import('./StandardCreate')).StandardCreate),
}

/** 资金 */
export const funds: Noun = {
  name: 'funds',
  icon: FundIcon,
  needs: { read: 'funding.read', create: 'standard.write' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./FundPages')).FundList),
  create: page(async () => (await import('./FundPages')).FundCreate),
}

/** 资金管理规定 */
export const fundPolicies: Noun = {
  name: 'fund-policies',
  icon: PolicyIcon,
  needs: { read: 'funding.read', create: 'standard.write' },
  recordRepresentation: 'fundName',
  list: page(async () => (await import('./PolicyPages')).PolicyList),
  create: page(async () => (await import('./PolicyPages')).PolicyCreate),
}
