import LedgerIcon from '@mui/icons-material/MenuBookOutlined'
import { page, type Noun } from '../../module'

/** 台账分录 */
export const ledgerEntries: Noun = {
  name: 'ledger-entries',
  icon: LedgerIcon,
  needs: { read: 'funding.read' },
  list: page(async () => (await import('./LedgerEntryList')).LedgerEntryList),
  show: page(async () => (await import('./LedgerEntryShow')).LedgerEntryShow),
}
