import { joinTexts } from '../../shared/texts'
import BalanceIcon from '@mui/icons-material/BalanceOutlined'
import PeriodIcon from '@mui/icons-material/EventAvailableOutlined'
import { type OfficeModule, page } from '../module'
import { ledgerEntries } from './entries'
import * as entriesTexts from './entries/texts'
import { vouchers } from './vouchers'
import * as vouchersTexts from './vouchers/texts'

const read = 'funding.read'

export const ledger: OfficeModule = {
  name: 'ledger',
  texts: joinTexts(entriesTexts, vouchersTexts),
  nouns: [ledgerEntries, vouchers],
  menu: [
    {
      group: 'books',
      to: '/ledger-entries',
      label: 'menu.ledger-entries',
      icon: ledgerEntries.icon,
      permissions: [read],
      order: 60,
    },
    {
      group: 'books',
      to: '/vouchers',
      label: 'menu.vouchers',
      icon: vouchers.icon,
      permissions: [read],
      order: 61,
    },
    {
      group: 'books',
      to: '/funding/trial-balance',
      label: 'menu.trial-balance',
      icon: BalanceIcon,
      permissions: [read],
      order: 62,
    },
    {
      group: 'books',
      to: '/funding/periods',
      label: 'menu.ledger-periods',
      icon: PeriodIcon,
      permissions: ['period.close', 'period.reopen'],
      order: 64,
    },
  ],
  pages: [
    {
      path: '/funding/trial-balance',
      page: page(async () => (await import('./trial-balance/TrialBalancePage')).TrialBalancePage),
    },
    {
      path: '/funding/account-mapping',
      page: page(async () => (await import('./vouchers/MappingPage')).MappingPage),
    },
    { path: '/funding/periods', page: page(async () => (await import('./periods/PeriodsPage')).PeriodsPage) },
  ],
}
