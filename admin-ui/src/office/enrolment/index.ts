import { page, type OfficeModule } from '../module'
import { enrolments } from './enrolments'
import * as texts from './texts'

const read = 'enrolment.read'

export const enrolment: OfficeModule = {
  name: 'enrolment',
  texts,
  nouns: [enrolments],
  menu: [
    {
      group: 'families',
      to: '/enrolments',
      label: 'menu.enrolments',
      icon: enrolments.icon,
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
