import RelationIcon from '@mui/icons-material/CompareArrowsOutlined'
import { page, type Noun } from '../../module'

/** 同时与错开 */
export const sectionRelations: Noun = {
  name: 'section-relations',
  icon: RelationIcon,
  needs: {
    read: 'timetable.read',
    write: 'timetable.write',
    create: 'timetable.write',
    delete: 'timetable.write',
  },
  list: page(async () => (await import('./SectionRelationPages')).SectionRelationList),
  edit: page(async () => (await import('./SectionRelationPages')).SectionRelationEdit),
  create: page(async () => (await import('./SectionRelationPages')).SectionRelationCreate),
}
