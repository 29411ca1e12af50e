import { joinTexts } from '../../shared/texts'
import ReconciliationIcon from '@mui/icons-material/BalanceOutlined'
import BoardIcon from '@mui/icons-material/TableChartOutlined'
import { type OfficeModule, page } from '../module'
import { receipts } from './receipts'
import { allotments, schemes } from './distribution-schemes'
import { settlements } from './settlements'
import { payments } from './payments'
import { bankOrderFormats, bankReturnFormats } from './bank-formats'
import { bankOrders } from './bank-orders'
import { corrections } from './corrections'
import { commitments } from './commitments'
import { invoices } from './invoices'
import { payLists } from './pay-lists'
import { payees } from './payees'
import { bankReturnLines, bankReturns } from './bank-returns'
import * as bankFormatsTexts from './bank-formats/texts'
import * as bankOrdersTexts from './bank-orders/texts'
import * as bankReturnsTexts from './bank-returns/texts'
import * as allotmentsTexts from './allotments/texts'
import * as correctionsTexts from './corrections/texts'
import * as commitmentsTexts from './commitments/texts'
import * as invoicesTexts from './invoices/texts'
import * as payListsTexts from './pay-lists/texts'
import * as payeesTexts from './payees/texts'
import * as paymentsTexts from './payments/texts'
import * as reconciliationTexts from './reconciliation/texts'
import * as receiptsTexts from './receipts/texts'
import * as schemesTexts from './distribution-schemes/texts'
import * as settlementsTexts from './settlements/texts'

const read = 'funding.read'

export const spending: OfficeModule = {
  name: 'spending',
  texts: joinTexts(
    bankFormatsTexts,
    bankOrdersTexts,
    bankReturnsTexts,
    allotmentsTexts,
    correctionsTexts,
    commitmentsTexts,
    invoicesTexts,
    payListsTexts,
    payeesTexts,
    paymentsTexts,
    receiptsTexts,
    reconciliationTexts,
    schemesTexts,
    settlementsTexts,
  ),
  nouns: [
    receipts,
    schemes,
    settlements,
    commitments,
    payLists,
    payees,
    invoices,
    payments,
    corrections,
    bankOrders,
    bankOrderFormats,
    bankReturns,
    bankReturnFormats,
    bankReturnLines,
    allotments,
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
      to: '/pay-lists',
      label: 'menu.pay-lists',
      icon: payLists.icon,
      permissions: [read],
      order: 49.5,
    },
    {
      group: 'funding',
      to: '/corrections',
      label: 'menu.corrections',
      icon: corrections.icon,
      permissions: ['payment.request', 'payment.approve', 'payment.check', 'payment.reconcile'],
      order: 54.5,
    },
    {
      group: 'funding',
      to: '/payees',
      label: 'menu.payees',
      icon: payees.icon,
      permissions: ['payment.request', 'payment.approve', 'payment.check'],
      order: 48,
    },
    {
      group: 'funding',
      to: '/commitments',
      label: 'menu.commitments',
      icon: commitments.icon,
      permissions: ['payment.request', 'payment.approve', 'payment.check'],
      order: 47,
    },
    {
      group: 'funding',
      to: '/invoices',
      label: 'menu.invoices',
      icon: invoices.icon,
      permissions: ['payment.request', 'payment.approve', 'payment.check'],
      order: 49,
    },
    {
      group: 'funding',
      to: '/bank-orders',
      label: 'menu.bank-orders',
      icon: bankOrders.icon,
      permissions: ['payment.send'],
      order: 51,
    },
    {
      group: 'funding',
      to: '/bank-order-formats',
      label: 'menu.bank-order-formats',
      icon: bankOrderFormats.icon,
      permissions: ['payment.send'],
      order: 51.5,
    },
    {
      group: 'funding',
      to: '/bank-return-formats',
      label: 'menu.bank-return-formats',
      icon: bankReturnFormats.icon,
      permissions: ['payment.reconcile'],
      order: 52.5,
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
      to: '/funding/reconciliation',
      label: 'menu.reconciliation',
      icon: ReconciliationIcon,
      permissions: [read],
      order: 53,
    },
    {
      group: 'funding',
      to: '/settlements',
      label: 'menu.settlements',
      icon: settlements.icon,
      permissions: [read],
      order: 55,
    },
  ],
  pages: [
    {
      path: '/funding/reconciliation',
      page: page(async () => (await import('./reconciliation/ReconciliationPage')).ReconciliationPage),
    },
    { path: '/funding/board', page: page(async () => (await import('./allotments/BoardPage')).BoardPage) },
  ],
}
