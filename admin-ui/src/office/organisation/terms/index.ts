import TermIcon from '@mui/icons-material/CalendarMonthOutlined'
import { page, type Noun } from '../../module'

/** 学期和校历 */
export const terms: Noun = {
  name: 'terms',
  icon: TermIcon,
  needs: { read: 'school.read', create: 'term.write' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./TermList')).TermList),
  show: page(async () => (await import('./TermShow')).TermShow),
  create: page(async () => (await import('./TermForm')).TermCreate),
}
