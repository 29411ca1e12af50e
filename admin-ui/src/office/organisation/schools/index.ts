import SchoolIcon from '@mui/icons-material/SchoolOutlined'
import { page, type Noun } from '../../module'

/** 学校: the model for every other noun of the office. */
export const schools: Noun = {
  name: 'schools',
  icon: SchoolIcon,
  needs: { read: 'school.read', write: 'school.write', create: 'school.create' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./SchoolList')).SchoolList),
  show: page(async () => (await import('./SchoolShow')).SchoolShow),
  edit: page(async () => (await import('./SchoolForm')).SchoolEdit),
  create: page(async () => (await import('./SchoolForm')).SchoolCreate),
}
