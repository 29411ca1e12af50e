import ClassIcon from '@mui/icons-material/GroupsOutlined'
import { page, type Noun } from '../../module'

/** 行政班 */
export const homeClasses: Noun = {
  name: 'home-classes',
  icon: ClassIcon,
  needs: { read: 'school.read', write: 'school.write' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./HomeClassList')).HomeClassList),
  edit: page(async () => (await import('./HomeClassForm')).HomeClassEdit),
  create: page(async () => (await import('./HomeClassForm')).HomeClassCreate),
}
