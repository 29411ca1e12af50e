import { joinTexts } from '../../shared/texts'
import { page, type OfficeModule } from '../module'
import { categories } from './categories'
import { courses } from './courses'
import { sections } from './sections'
import { plans } from './plans'
import * as ownTexts from './texts'
import * as categoriesTexts from './categories/texts'
import * as coursesTexts from './courses/texts'
import * as plansTexts from './plans/texts'
import * as sectionsTexts from './sections/texts'

const read = 'catalogue.read'

export const catalogue: OfficeModule = {
  name: 'catalogue',
  texts: joinTexts(ownTexts, categoriesTexts, coursesTexts, plansTexts, sectionsTexts),
  nouns: [categories, courses, sections, plans],
  menu: [
    {
      group: 'service',
      to: '/plans',
      label: 'menu.plans',
      icon: plans.icon,
      permissions: ['plan.read'],
      order: 10,
    },
    {
      group: 'service',
      to: '/courses',
      label: 'menu.courses',
      icon: courses.icon,
      permissions: [read],
      order: 20,
    },
    {
      group: 'service',
      to: '/sections',
      label: 'menu.sections',
      icon: sections.icon,
      permissions: [read],
      order: 30,
    },
    {
      group: 'service',
      to: '/categories',
      label: 'menu.categories',
      icon: categories.icon,
      permissions: ['category.write'],
      order: 90,
    },
  ],
  pages: [
    { path: '/plans/:id/write', page: page(async () => (await import('./plans/PlanWrite')).PlanWrite) },
  ],
}
