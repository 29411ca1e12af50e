import TeacherIcon from '@mui/icons-material/CoPresentOutlined'
import { page, type Noun } from '../../module'

/** 教师 */
export const teachers: Noun = {
  name: 'teachers',
  icon: TeacherIcon,
  needs: { read: 'teacher.read', write: 'teacher.write' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./TeacherList')).TeacherList),
  edit: page(async () => (await import('./TeacherForm')).TeacherEdit),
  create: page(async () => (await import('./TeacherForm')).TeacherCreate),
}
