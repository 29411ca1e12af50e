import StudentIcon from '@mui/icons-material/ChildCareOutlined'
import { page, type Noun } from '../../module'

/** 学生 */
export const students: Noun = {
  name: 'students',
  icon: StudentIcon,
  needs: { read: 'student.read', write: 'student.write' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./StudentList')).StudentList),
  show: page(async () => (await import('./StudentShow')).StudentShow),
  edit: page(async () => (await import('./StudentForm')).StudentEdit),
  create: page(async () => (await import('./StudentForm')).StudentCreate),
}
