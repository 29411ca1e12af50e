import { joinTexts } from '../../shared/texts'
import { page, type OfficeModule } from '../module'
import { enrolments } from './enrolments'
import * as ownTexts from './texts'
import * as enrolmentsTexts from './enrolments/texts'

const read = 'enrolment.read'

export const enrolment: OfficeModule = {
  name: 'enrolment',
  texts: joinTexts(ownTexts, enrolmentsTexts),
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
