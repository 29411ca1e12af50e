import DeclarationIcon from '@mui/icons-material/RequestQuoteOutlined'
import { page, type Noun } from '../../module'

/** 资金申报 */
export const declarations: Noun = {
  name: 'declarations',
  icon: DeclarationIcon,
  needs: { read: 'funding.read', create: 'declaration.write' },
  recordRepresentation: (each) => `${String(each['schoolName'])} ${String(each['fiscalYear'])}`,
  list: page(async () => (await import('./DeclarationList')).DeclarationList),
  show: page(async () => (await import('./DeclarationShow')).DeclarationShow),
  create: page(async () => (await import('./DeclarationCreate')).DeclarationCreate),
}
