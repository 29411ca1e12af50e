import CourseIcon from '@mui/icons-material/AutoStoriesOutlined'
import { page, type Noun } from '../../module'

/** 课程 */
export const courses: Noun = {
  name: 'courses',
  icon: CourseIcon,
  needs: { read: 'catalogue.read', write: 'course.write', create: 'course.write' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./CourseList')).CourseList),
  show: page(async () => (await import('./CourseShow')).CourseShow),
  edit: page(async () => (await import('./CourseForm')).CourseEdit),
  create: page(async () => (await import('./CourseForm')).CourseCreate),
}
