import LeaveIcon from '@mui/icons-material/EventBusyOutlined'
import { page, type Noun } from '../../module'

/** 教师请假 */
export const teacherLeaves: Noun = {
  name: 'teacher-leaves',
  icon: LeaveIcon,
  needs: { read: 'substitution.ask', create: 'substitution.ask' },
  recordRepresentation: 'teacherName',
  list: page(async () => (await import('./LeaveList')).LeaveList),
  show: page(async () => (await import('./LeaveShow')).LeaveShow),
  create: page(async () => (await import('./LeaveCreate')).LeaveCreate),
}
