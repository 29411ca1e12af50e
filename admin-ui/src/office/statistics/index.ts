import { joinTexts } from '../../shared/texts'
import CoverageIcon from '@mui/icons-material/GroupsOutlined'
import MoneyIcon from '@mui/icons-material/AccountBalanceWalletOutlined'
import BudgetIcon from '@mui/icons-material/TableChartOutlined'
import { type OfficeModule, page } from '../module'
import * as ownTexts from './texts'
import * as budgetsTexts from './budgets/texts'
import * as coverageTexts from './coverage/texts'
import * as moneyTexts from './money/texts'

const read = 'statistics.read'

export const statistics: OfficeModule = {
  name: 'statistics',
  texts: joinTexts(ownTexts, budgetsTexts, coverageTexts, moneyTexts),
  menu: [
    {
      group: 'statistics',
      to: '/statistics/coverage',
      label: 'menu.coverage',
      icon: CoverageIcon,
      permissions: [read],
      order: 10,
    },
    {
      group: 'statistics',
      to: '/statistics/money',
      label: 'menu.moneyBySchool',
      icon: MoneyIcon,
      permissions: [read],
      order: 20,
    },
    {
      group: 'statistics',
      to: '/statistics/budgets',
      label: 'menu.budgets',
      icon: BudgetIcon,
      permissions: [read],
      order: 30,
    },
  ],
  pages: [
    {
      path: '/statistics/coverage',
      page: page(async () => (await import('./coverage/CoveragePage')).CoveragePage),
    },
    {
      path: '/statistics/budgets',
      page: page(async () => (await import('./budgets/BudgetsPage')).BudgetsPage),
    },
    { path: '/statistics/money', page: page(async () => (await import('./money/MoneyPage')).MoneyPage) },
  ],
}
