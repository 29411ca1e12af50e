import CorrectionIcon from '@mui/icons-material/PublishedWithChangesOutlined'
import { page, type Noun } from '../../module'

/** 更正 */
export const corrections: Noun = {
  name: 'corrections',
  icon: CorrectionIcon,
  needs: { read: 'funding.read' },
  recordRepresentation: 'payee',
  list: page(async () => (await import('./CorrectionList')).CorrectionList),
  show: page(async () => (await import('./CorrectionShow')).CorrectionShow),
}
