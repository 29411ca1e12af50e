import SessionIcon from '@mui/icons-material/EventAvailableOutlined'
import { page, type Noun } from '../../module'

/** 课次 */
export const sessions: Noun = {
  name: 'sessions',
  icon: SessionIcon,
  needs: { read: 'timetable.read', write: 'timetable.write' },
  list: page(async () => (await import('./SessionWeek')).SessionWeek),
  show: page(async () => (await import('./SessionShow')).SessionShow),
}
