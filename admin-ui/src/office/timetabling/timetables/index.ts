import TimetableIcon from '@mui/icons-material/CalendarViewWeekOutlined'
import { page, type Noun } from '../../module'

/** 课程表 */
export const timetables: Noun = {
  name: 'timetables',
  icon: TimetableIcon,
  needs: { read: 'timetable.read', write: 'timetable.write' },
  list: page(async () => (await import('./TimetablePage')).TimetablePage),
}
