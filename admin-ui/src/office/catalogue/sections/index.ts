import SectionIcon from '@mui/icons-material/Diversity3Outlined'
import { page, type Noun } from '../../module'

/** 课程班 */
export const sections: Noun = {
  name: 'sections',
  icon: SectionIcon,
  needs: { read: 'catalogue.read', write: 'course.write', create: 'course.write' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./SectionList')).SectionList),
  show: page(async () => (await import('./SectionShow')).SectionShow),
  edit: page(async () => (await import('./SectionForm')).SectionEdit),
  create: page(async () => (await import('./SectionForm')).SectionCreate),
}
