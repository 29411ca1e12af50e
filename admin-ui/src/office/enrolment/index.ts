import EnrolmentIcon from '@mui/icons-material/HowToRegOutlined'
import { page, type OfficeModule } from '../module'
import * as texts from './texts'

const read = 'enrolment.read'

export const enrolment: OfficeModule = {
  name: 'enrolment',
  texts,
  nouns: [
    {
      name: 'enrolments',
      needs: { read, write: 'enrolment.write' },
      recordRepresentation: 'studentName',
      list: page(async () => (await import('./enrolments/EnrolmentList')).EnrolmentList),
    },
  ],
  menu: [
    {
      group: 'families',
      to: '/enrolments',
      label: 'menu.enrolments',
      icon: EnrolmentIcon,
      permissions: [read],
      order: 40,
    },
  ],
  pages: [
    { path: '/enrolments/enrol', page: page(async () => (await import('./enrolments/EnrolPage')).EnrolPage) },
    {
      path: '/sections/:id/class-list',
      page: page(async () => (await import('./enrolments/ClassListPage')).ClassListPage),
    },
  ],
}
