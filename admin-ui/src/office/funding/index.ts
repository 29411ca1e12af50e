import EstimateIcon from '@mui/icons-material/CalculateOutlined'
import OverviewIcon from '@mui/icons-material/FactCheckOutlined'
import PackIcon from '@mui/icons-material/Inventory2Outlined'
import PolicyIcon from '@mui/icons-material/GavelOutlined'
import BalanceIcon from '@mui/icons-material/BalanceOutlined'
import BankIcon from '@mui/icons-material/ReceiptLongOutlined'
import BoardIcon from '@mui/icons-material/TableChartOutlined'
import DeclarationIcon from '@mui/icons-material/RequestQuoteOutlined'
import FundIcon from '@mui/icons-material/SavingsOutlined'
import LedgerIcon from '@mui/icons-material/MenuBookOutlined'
import NoticeIcon from '@mui/icons-material/AccountBalanceOutlined'
import PaymentIcon from '@mui/icons-material/PaymentsOutlined'
import PeriodIcon from '@mui/icons-material/EventAvailableOutlined'
import ReceiptIcon from '@mui/icons-material/MoveToInboxOutlined'
import UnmatchedIcon from '@mui/icons-material/HelpOutlineOutlined'
import StandardIcon from '@mui/icons-material/RuleOutlined'
import SchemeIcon from '@mui/icons-material/AltRouteOutlined'
import SettlementIcon from '@mui/icons-material/AssignmentTurnedInOutlined'
import { mergeTexts } from '../../shared/texts'
import { type OfficeModule, page } from '../module'
import * as attachments from './attachments/texts'
import * as bankReturns from './bank-returns/texts'
import * as board from './board/texts'
import * as declarations from './declarations/texts'
import * as estimates from './estimates/texts'
import * as ledger from './ledger/texts'
import * as notices from './appropriations/texts'
import * as payments from './payments/texts'
import * as receipts from './receipts/texts'
import * as schemes from './schemes/texts'
import * as settlements from './settlements/texts'
import * as standards from './standards/texts'
import * as texts from './texts'

const read = 'funding.read'
// One file of texts for each noun; later ones add to the earlier.
const all = [
  texts,
  receipts,
  standards,
  estimates,
  declarations,
  notices,
  schemes,
  board,
  settlements,
  payments,
  bankReturns,
  ledger,
  attachments,
]

export const funding: OfficeModule = {
  name: 'funding',
  texts: { zh: mergeTexts(...all.map((each) => each.zh)), en: mergeTexts(...all.map((each) => each.en)) },
  nouns: [
    {
      name: 'estimates',
      needs: { read, create: 'estimate.write' },
      recordRepresentation: (each) => `${String(each['schoolName'])} ${String(each['fiscalYear'])}`,
      list: page(async () => (await import('./estimates/EstimatePages')).EstimateList),
      show: page(async () => (await import('./estimates/EstimatePages')).EstimateShow),
      create: page(async () => (await import('./estimates/EstimatePages')).EstimateCreate),
    },
    {
      name: 'declarations',
      needs: { read, create: 'declaration.write' },
      recordRepresentation: (each) => `${String(each['schoolName'])} ${String(each['fiscalYear'])}`,
      list: page(async () => (await import('./declarations/DeclarationList')).DeclarationList),
      show: page(async () => (await import('./declarations/DeclarationShow')).DeclarationShow),
      create: page(async () => (await import('./declarations/DeclarationCreate')).DeclarationCreate),
    },
    {
      name: 'appropriations',
      needs: { read, create: 'appropriation.write' },
      recordRepresentation: 'title',
      list: page(async () => (await import('./appropriations/AppropriationList')).AppropriationList),
      show: page(async () => (await import('./appropriations/AppropriationShow')).AppropriationShow),
      create: page(async () => (await import('./appropriations/AppropriationCreate')).AppropriationCreate),
    },
    {
      name: 'receipts',
      needs: { read },
      recordRepresentation: 'title',
      list: page(async () => (await import('./receipts/ReceiptList')).ReceiptList),
    },
    {
      name: 'schemes',
      needs: { read },
      recordRepresentation: (each) => `${String(each['schoolName'])} ${String(each['fiscalYear'])}`,
      list: page(async () => (await import('./schemes/SchemeList')).SchemeList),
      show: page(async () => (await import('./schemes/SchemeShow')).SchemeShow),
    },
    {
      name: 'settlements',
      needs: { read, create: 'settlement.write' },
      recordRepresentation: (each) => `${String(each['schoolName'])} ${String(each['fiscalYear'])}`,
      list: page(async () => (await import('./settlements/SettlementList')).SettlementList),
      show: page(async () => (await import('./settlements/SettlementShow')).SettlementShow),
      create: page(async () => (await import('./settlements/SettlementCreate')).SettlementCreate),
    },
    {
      name: 'payments',
      needs: { read, create: 'payment.request', write: 'payment.request' },
      recordRepresentation: 'payee',
      list: page(async () => (await import('./payments/PaymentList')).PaymentList),
      show: page(async () => (await import('./payments/PaymentShow')).PaymentShow),
      edit: page(async () => (await import('./payments/PaymentForm')).PaymentEdit),
      create: page(async () => (await import('./payments/PaymentForm')).PaymentCreate),
    },
    {
      name: 'bank-returns',
      needs: { read, create: 'payment.reconcile' },
      recordRepresentation: 'fileName',
      list: page(async () => (await import('./bank-returns/BankReturnList')).BankReturnList),
      show: page(async () => (await import('./bank-returns/BankReturnShow')).BankReturnShow),
      create: page(async () => (await import('./bank-returns/BankReturnCreate')).BankReturnCreate),
    },
    {
      name: 'bank-return-lines',
      needs: { read },
      recordRepresentation: 'reference',
      list: page(async () => (await import('./bank-returns/BankReturnLineList')).BankReturnLineList),
    },
    {
      name: 'ledger-entries',
      needs: { read },
      list: page(async () => (await import('./ledger/LedgerEntryList')).LedgerEntryList),
      show: page(async () => (await import('./ledger/LedgerEntryShow')).LedgerEntryShow),
    },
    {
      name: 'funding-standards',
      needs: { read, create: 'standard.write' },
      list: page(async () => (await import('./standards/StandardList')).StandardList),
      show: page(async () => (await import('./standards/StandardShow')).StandardShow),
      create: page(async () => (await import('./standards/StandardCreate')).StandardCreate),
    },
    {
      name: 'funds',
      needs: { read, create: 'standard.write' },
      recordRepresentation: 'name',
      list: page(async () => (await import('./standards/FundPages')).FundList),
      create: page(async () => (await import('./standards/FundPages')).FundCreate),
    },
    {
      name: 'fund-policies',
      needs: { read, create: 'standard.write' },
      recordRepresentation: 'fundName',
      list: page(async () => (await import('./standards/PolicyPages')).PolicyList),
      create: page(async () => (await import('./standards/PolicyPages')).PolicyCreate),
    },
    { name: 'allotments', needs: { read }, recordRepresentation: 'className' },
  ],
  menu: [
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
      icon: EstimateIcon,
      permissions: [read],
      order: 15,
    },
    {
      group: 'funding',
      to: '/declarations',
      label: 'menu.declarations',
      icon: DeclarationIcon,
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
      icon: NoticeIcon,
      permissions: [read],
      order: 30,
    },
    {
      group: 'funding',
      to: '/receipts',
      label: 'menu.receipts',
      icon: ReceiptIcon,
      permissions: ['receipt.confirm'],
      order: 40,
    },
    {
      group: 'funding',
      to: '/schemes',
      label: 'menu.schemes',
      icon: SchemeIcon,
      permissions: ['scheme.write', 'scheme.approve'],
      order: 45,
    },
    {
      group: 'funding',
      to: '/payments',
      label: 'menu.payments',
      icon: PaymentIcon,
      permissions: [read],
      order: 50,
    },
    {
      group: 'funding',
      to: '/bank-returns',
      label: 'menu.bank-returns',
      icon: BankIcon,
      permissions: ['payment.reconcile'],
      order: 52,
    },
    {
      group: 'funding',
      to: '/bank-return-lines',
      label: 'menu.bank-return-lines',
      icon: UnmatchedIcon,
      permissions: ['payment.reconcile'],
      order: 54,
    },
    {
      group: 'funding',
      to: '/settlements',
      label: 'menu.settlements',
      icon: SettlementIcon,
      permissions: [read],
      order: 55,
    },
    {
      group: 'books',
      to: '/ledger-entries',
      label: 'menu.ledger-entries',
      icon: LedgerIcon,
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
      icon: StandardIcon,
      permissions: [read],
      order: 70,
    },
    {
      group: 'policy',
      to: '/funds',
      label: 'menu.funds',
      icon: FundIcon,
      permissions: ['standard.write'],
      order: 80,
    },
    {
      group: 'policy',
      to: '/fund-policies',
      label: 'menu.fund-policies',
      icon: PolicyIcon,
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
