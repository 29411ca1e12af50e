import FindingIcon from '@mui/icons-material/FactCheckOutlined'
import { type OfficeModule, page } from '../../module'
import * as texts from './texts'

const read = 'funding.read'

export const findings: OfficeModule = {
  name: 'findings',
  texts,
  nouns: [
    {
      name: 'findings',
      needs: { read },
      recordRepresentation: 'ruleName',
      list: page(async () => (await import('./FindingList')).FindingList),
      show: page(async () => (await import('./FindingShow')).FindingShow),
    },
  ],
  menu: [
    {
      group: 'books',
      to: '/findings',
      label: 'menu.findings',
      icon: FindingIcon,
      permissions: [read],
      order: 66,
    },
  ],
  pages: [{ path: '/audit-rules', page: page(async () => (await import('./RulesPage')).RulesPage) }],
}
