import CategoryIcon from '@mui/icons-material/CategoryOutlined'
import CourseIcon from '@mui/icons-material/AutoStoriesOutlined'
import PlanIcon from '@mui/icons-material/ArticleOutlined'
import SectionIcon from '@mui/icons-material/Diversity3Outlined'
import { page, type OfficeModule } from '../module'
import * as texts from './texts'

const read = 'catalogue.read'

export const catalogue: OfficeModule = {
  name: 'catalogue',
  texts,
  nouns: [
    {
      name: 'categories',
      needs: { read, write: 'category.write', create: 'category.write' },
      recordRepresentation: 'name',
      list: page(async () => (await import('./categories/CategoryList')).CategoryList),
      edit: page(async () => (await import('./categories/CategoryForm')).CategoryEdit),
      create: page(async () => (await import('./categories/CategoryForm')).CategoryCreate),
    },
    {
      name: 'courses',
      needs: { read, write: 'course.write', create: 'course.write' },
      recordRepresentation: 'name',
      list: page(async () => (await import('./courses/CourseList')).CourseList),
      show: page(async () => (await import('./courses/CourseShow')).CourseShow),
      edit: page(async () => (await import('./courses/CourseForm')).CourseEdit),
      create: page(async () => (await import('./courses/CourseForm')).CourseCreate),
    },
    {
      name: 'sections',
      needs: { read, write: 'course.write', create: 'course.write' },
      recordRepresentation: 'name',
      list: page(async () => (await import('./sections/SectionList')).SectionList),
      show: page(async () => (await import('./sections/SectionShow')).SectionShow),
      edit: page(async () => (await import('./sections/SectionForm')).SectionEdit),
      create: page(async () => (await import('./sections/SectionForm')).SectionCreate),
    },
    {
      name: 'plans',
      needs: { read: 'plan.read', write: 'plan.write' },
      recordRepresentation: (plan) => `${String(plan['schoolName'])} ${String(plan['termName'])}`,
      list: page(async () => (await import('./plans/PlanList')).PlanList),
      show: page(async () => (await import('./plans/PlanShow')).PlanShow),
    },
  ],
  menu: [
    {
      group: 'service',
      to: '/plans',
      label: 'menu.plans',
      icon: PlanIcon,
      permissions: ['plan.read'],
      order: 10,
    },
    {
      group: 'service',
      to: '/courses',
      label: 'menu.courses',
      icon: CourseIcon,
      permissions: [read],
      order: 20,
    },
    {
      group: 'service',
      to: '/sections',
      label: 'menu.sections',
      icon: SectionIcon,
      permissions: [read],
      order: 30,
    },
    {
      group: 'service',
      to: '/categories',
      label: 'menu.categories',
      icon: CategoryIcon,
      permissions: ['category.write'],
      order: 90,
    },
  ],
  pages: [
    { path: '/plans/:id/write', page: page(async () => (await import('./plans/PlanWrite')).PlanWrite) },
  ],
}
