import { joinTexts } from '../../shared/texts'
import OverviewIcon from '@mui/icons-material/FactCheckOutlined'
import PackIcon from '@mui/icons-material/Inventory2Outlined'
import BalanceIcon from '@mui/icons-material/BalanceOutlined'
import BoardIcon from '@mui/icons-material/TableChartOutlined'
import PeriodIcon from '@mui/icons-material/EventAvailableOutlined'
import { type OfficeModule, page } from '../module'
import { estimates } from './estimates'
import { declarations } from './declarations'
import { appropriations } from './appropriations'
import { receipts } from './receipts'
import { allotments, schemes } from './schemes'
import { settlements } from './settlements'
import { payments } from './payments'
import { bankReturnLines, bankReturns } from './bank-returns'
import { ledgerEntries } from './ledger'
import { fundPolicies, fundingStandards, funds } from './standards'
import { objections, publications } from './publications'
import { findings } from './findings'
import * as ownTexts from './texts'
import * as appropriationsTexts from './appropriations/texts'
import * as attachmentsTexts from './attachments/texts'
import * as bankReturnsTexts from './bank-returns/texts'
import * as boardTexts from './board/texts'
import * as declarationsTexts from './declarations/texts'
import * as estimatesTexts from './estimates/texts'
import * as findingsTexts from './findings/texts'
import * as ledgerTexts from './ledger/texts'
import * as paymentsTexts from './payments/texts'
import * as publicationsTexts from './publications/texts'
import * as receiptsTexts from './receipts/texts'
import * as schemesTexts from './schemes/texts'
import * as settlementsTexts from './settlements/texts'
import * as standardsTexts from './standards/texts'

const read = 'funding.read'

export const funding: OfficeModule = {
  name: 'funding',
  texts: joinTexts(
    ownTexts,
    appropriationsTexts,
    attachmentsTexts,
    bankReturnsTexts,
    boardTexts,
    declarationsTexts,
    estimatesTexts,
    findingsTexts,
    ledgerTexts,
    paymentsTexts,
    publicationsTexts,
    receiptsTexts,
    schemesTexts,
    settlementsTexts,
    standardsTexts,
  ),
  nouns: [
    estimates,
    declarations,
    appropriations,
    receipts,
    schemes,
    settlements,
    payments,
    bankReturns,
    bankReturnLines,
    ledgerEntries,
    fundingStandards,
    funds,
    fundPolicies,
    publications,
    objections,
    findings,
    allotments,
  ],
  menu: [
    {
      group: 'books',
      to: '/findings',
      label: 'menu.findings',
      icon: findings.icon,
      permissions: [read],
      order: 66,
    },
    {
      group: 'funding',
      to: '/publications',
      label: 'menu.publications',
      icon: publications.icon,
      permissions: [read],
      order: 26,
    },
    {
      group: 'funding',
      to: '/objections',
      label: 'menu.objections',
      icon: objections.icon,
      permissions: ['publication.write'],
      order: 27,
    },
    {
      group: 'funding',
      to: '/funding/board',
      label: 'menu.board',
      icon: BoardIcon,
      permissions: [read],
      order: 10,
    },
    {
      group: 'funding',
      to: '/estimates',
      label: 'menu.estimates',
      icon: estimates.icon,
      permissions: [read],
      order: 15,
    },
    {
      group: 'funding',
      to: '/declarations',
      label: 'menu.declarations',
      icon: declarations.icon,
      permissions: [read],
      order: 20,
    },
    {
      group: 'funding',
      to: '/funding/overview',
      label: 'menu.declarations-overview',
      icon: OverviewIcon,
      permissions: ['declaration.check', 'declaration.finance_check'],
      order: 25,
    },
    {
      group: 'funding',
      to: '/appropriations',
      label: 'menu.appropriations',
      icon: appropriations.icon,
      permissions: [read],
      order: 30,
    },
    {
      group: 'funding',
      to: '/receipts',
      label: 'menu.receipts',
      icon: receipts.icon,
      permissions: ['receipt.confirm'],
      order: 40,
    },
    {
      group: 'funding',
      to: '/schemes',
      label: 'menu.schemes',
      icon: schemes.icon,
      permissions: ['scheme.write', 'scheme.approve'],
      order: 45,
    },
    {
      group: 'funding',
      to: '/payments',
      label: 'menu.payments',
      icon: payments.icon,
      permissions: [read],
      order: 50,
    },
    {
      group: 'funding',
      to: '/bank-returns',
      label: 'menu.bank-returns',
      icon: bankReturns.icon,
      permissions: ['payment.reconcile'],
      order: 52,
    },
    {
      group: 'funding',
      to: '/bank-return-lines',
      label: 'menu.bank-return-lines',
      icon: bankReturnLines.icon,
      permissions: ['payment.reconcile'],
      order: 54,
    },
    {
      group: 'funding',
      to: '/settlements',
      label: 'menu.settlements',
      icon: settlements.icon,
      permissions: [read],
      order: 55,
    },
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
    { path: '/audit-rules', page: page(async () => (await import('./findings/RulesPage')).RulesPage) },
    { path: '/funding/board', page: page(async () => (await import('./board/BoardPage')).BoardPage) },
    {
      path: '/funding/trial-balance',
      page: page(async () => (await import('./ledger/TrialBalancePage')).TrialBalancePage),
    },
    { path: '/funding/periods', page: page(async () => (await import('./ledger/PeriodsPage')).PeriodsPage) },
    {
      path: '/funding/overview',
      page: page(async () => (await import('./declarations/OverviewPage')).OverviewPage),
    },
    { path: '/policy-packs', page: page(async () => (await import('./standards/PacksPage')).PacksPage) },
  ],
}
