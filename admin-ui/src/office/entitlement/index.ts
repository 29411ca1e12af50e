import { joinTexts } from '../../shared/texts'
import PackIcon from '@mui/icons-material/Inventory2Outlined'
import { type OfficeModule, page } from '../module'
import { fundPolicies, fundingStandards, funds } from './standards'
import * as ownTexts from './texts'
import * as standardsTexts from './standards/texts'

const read = 'funding.read'

export const entitlement: OfficeModule = {
  name: 'entitlement',
  texts: joinTexts(ownTexts, standardsTexts),
  nouns: [fundingStandards, funds, fundPolicies],
  menu: [
    {
      group: 'policy',
      to: '/funding-standards',
      label: 'menu.funding-standards',
      icon: fundingStandards.icon,
      permissions: [read],
      order: 70,
    },
    {
      group: 'policy',
      to: '/funds',
      label: 'menu.funds',
      icon: funds.icon,
      permissions: ['standard.write'],
      order: 80,
    },
    {
      group: 'policy',
      to: '/fund-policies',
      label: 'menu.fund-policies',
      icon: fundPolicies.icon,
      permissions: [read],
      order: 85,
    },
    {
      group: 'policy',
      to: '/policy-packs',
      label: 'menu.policy-packs',
      icon: PackIcon,
      permissions: ['standard.write'],
      order: 90,
    },
  ],
  pages: [
    { path: '/policy-packs', page: page(async () => (await import('./standards/PacksPage')).PacksPage) },
  ],
}
