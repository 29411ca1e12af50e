import InvoiceIcon from '@mui/icons-material/RequestQuoteOutlined'
import { page, type Noun } from '../../module'

/** 发票 */
export const invoices: Noun = {
  name: 'invoices',
  icon: InvoiceIcon,
  needs: { read: 'funding.read', create: 'payment.request', write: 'payment.request' },
  recordRepresentation: 'number',
  list: page(async () => (await import('./InvoiceList')).InvoiceList),
  show: page(async () => (await import('./InvoiceShow')).InvoiceShow),
  edit: page(async () => (await import('./InvoiceForm')).InvoiceEdit),
  create: page(async () => (await import('./InvoiceForm')).InvoiceCreate),
}
