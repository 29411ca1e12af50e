import ReceiptIcon from '@mui/icons-material/MoveToInboxOutlined'
import { page, type Noun } from '../../module'

/** 到账确认 */
export const receipts: Noun = {
  name: 'receipts',
  icon: ReceiptIcon,
  needs: { read: 'funding.read' },
  recordRepresentation: 'title',
  list: page(async () => (await import('./ReceiptList')).ReceiptList),
}
