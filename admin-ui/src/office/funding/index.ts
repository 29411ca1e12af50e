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
import { type OfficeModule, page } from '../module'
import { mergeTexts } from '../../shared/texts'
import * as attachmentTexts from './attachments/texts'
import * as bankReturnTexts from './bank-returns/texts'
import * as ledgerTexts from './ledger/texts'
import * as paymentTexts from './payments/texts'
import * as texts from './texts'

const read = 'funding.read'
// A noun's own texts come after the shared ones, and win.
const nouns = [texts, paymentTexts, bankReturnTexts, ledgerTexts, attachmentTexts]

export const funding: OfficeModule = {
  name: 'funding',
  texts: { zh: mergeTexts(...nouns.map(each => each.zh)), en: mergeTexts(...nouns.map(each => each.en)) },
  nouns: [
    {
      name: 'declarations', needs: { read, create: 'declaration.write' },
      recordRepresentation: each => `${String(each['schoolName'])} ${String(each['fiscalYear'])}`,
      list: page(async () => (await import('./declarations/DeclarationList')).DeclarationList),
      show: page(async () => (await import('./declarations/DeclarationShow')).DeclarationShow),
      create: page(async () => (await import('./declarations/DeclarationCreate')).DeclarationCreate),
    },
    {
      name: 'appropriations', needs: { read, create: 'appropriation.write' }, recordRepresentation: 'title',
      list: page(async () => (await import('./appropriations/AppropriationList')).AppropriationList),
      show: page(async () => (await import('./appropriations/AppropriationShow')).AppropriationShow),
      create: page(async () => (await import('./appropriations/AppropriationCreate')).AppropriationCreate),
    },
    { name: 'receipts', needs: { read }, recordRepresentation: 'title', list: page(async () => (await import('./receipts/ReceiptList')).ReceiptList) },
    {
      name: 'payments', needs: { read, create: 'payment.request', write: 'payment.request' }, recordRepresentation: 'payee',
      list: page(async () => (await import('./payments/PaymentList')).PaymentList),
      show: page(async () => (await import('./payments/PaymentShow')).PaymentShow),
      edit: page(async () => (await import('./payments/PaymentForm')).PaymentEdit),
      create: page(async () => (await import('./payments/PaymentForm')).PaymentCreate),
    },
    {
      name: 'bank-returns', needs: { read, create: 'payment.reconcile' }, recordRepresentation: 'fileName',
      list: page(async () => (await import('./bank-returns/BankReturnList')).BankReturnList),
      show: page(async () => (await import('./bank-returns/BankReturnShow')).BankReturnShow),
      create: page(async () => (await import('./bank-returns/BankReturnCreate')).BankReturnCreate),
    },
    { name: 'bank-return-lines', needs: { read }, recordRepresentation: 'reference', list: page(async () => (await import('./bank-returns/BankReturnLineList')).BankReturnLineList) },
    {
      name: 'ledger-entries', needs: { read },
      list: page(async () => (await import('./ledger/LedgerEntryList')).LedgerEntryList),
      show: page(async () => (await import('./ledger/LedgerEntryShow')).LedgerEntryShow),
    },
    {
      name: 'funding-standards', needs: { read, create: 'standard.write' },
      list: page(async () => (await import('./standards/StandardList')).StandardList),
      create: page(async () => (await import('./standards/StandardCreate')).StandardCreate),
    },
    {
      name: 'funds', needs: { read, create: 'standard.write' }, recordRepresentation: 'name',
      list: page(async () => (await import('./standards/FundPages')).FundList),
      create: page(async () => (await import('./standards/FundPages')).FundCreate),
    },
    { name: 'allotments', needs: { read }, recordRepresentation: 'className' },
  ],
  menu: [
    { group: 'funding', to: '/funding/board', label: 'menu.board', icon: BoardIcon, permissions: [read], order: 10 },
    { group: 'funding', to: '/declarations', label: 'menu.declarations', icon: DeclarationIcon, permissions: [read], order: 20 },
    { group: 'funding', to: '/appropriations', label: 'menu.appropriations', icon: NoticeIcon, permissions: [read], order: 30 },
    { group: 'funding', to: '/receipts', label: 'menu.receipts', icon: ReceiptIcon, permissions: ['receipt.confirm'], order: 40 },
    { group: 'funding', to: '/payments', label: 'menu.payments', icon: PaymentIcon, permissions: [read], order: 50 },
    { group: 'funding', to: '/bank-returns', label: 'menu.bank-returns', icon: BankIcon, permissions: ['payment.reconcile'], order: 52 },
    { group: 'funding', to: '/bank-return-lines', label: 'menu.bank-return-lines', icon: UnmatchedIcon, permissions: ['payment.reconcile'], order: 54 },
    { group: 'funding', to: '/ledger-entries', label: 'menu.ledger-entries', icon: LedgerIcon, permissions: [read], order: 60 },
    { group: 'funding', to: '/funding/trial-balance', label: 'menu.trial-balance', icon: BalanceIcon, permissions: [read], order: 62 },
    { group: 'funding', to: '/funding/periods', label: 'menu.ledger-periods', icon: PeriodIcon, permissions: ['period.close', 'period.reopen'], order: 64 },
    { group: 'funding', to: '/funding-standards', label: 'menu.funding-standards', icon: StandardIcon, permissions: [read], order: 70 },
    { group: 'funding', to: '/funds', label: 'menu.funds', icon: FundIcon, permissions: ['standard.write'], order: 80 },
  ],
  pages: [
    { path: '/funding/board', page: page(async () => (await import('./board/BoardPage')).BoardPage) },
    { path: '/funding/trial-balance', page: page(async () => (await import('./ledger/TrialBalancePage')).TrialBalancePage) },
    { path: '/funding/periods', page: page(async () => (await import('./ledger/PeriodsPage')).PeriodsPage) },
  ],
}
