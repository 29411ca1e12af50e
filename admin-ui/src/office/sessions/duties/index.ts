import DutyIcon from '@mui/icons-material/AssignmentIndOutlined'
import { page, type Noun } from '../../module'

/** 值班 */
export const duties: Noun = {
  name: 'duties',
  icon: DutyIcon,
  needs: { read: 'duty.read', write: 'duty.write' },
  list: page(async () => (await import('./RosterPage')).RosterPage),
}
