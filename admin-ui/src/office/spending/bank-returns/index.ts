import BankIcon from '@mui/icons-material/ReceiptLongOutlined'
import UnmatchedIcon from '@mui/icons-material/HelpOutlineOutlined'
import { page, type Noun } from '../../module'

/** 银行回单 */
export const bankReturns: Noun = {
  name: 'bank-returns',
  icon: BankIcon,
  needs: { read: 'funding.read', create: 'payment.reconcile' },
  recordRepresentation: 'fileName',
  list: page(async () => (await import('./BankReturnList')).BankReturnList),
  show: page(async () => (await import('./BankReturnShow')).BankReturnShow),
  create: page(async () => (await import('./BankReturnCreate')).BankReturnCreate),
}

/** 回单明细 */
export const bankReturnLines: Noun = {
  name: 'bank-return-lines',
  icon: UnmatchedIcon,
  needs: { read: 'funding.read' },
  recordRepresentation: 'reference',
  list: page(async () => (await import('./BankReturnLineList')).BankReturnLineList),
}
