import CategoryIcon from '@mui/icons-material/CategoryOutlined'
import { page, type Noun } from '../../module'

/** 课程类别 */
export const categories: Noun = {
  name: 'categories',
  icon: CategoryIcon,
  needs: { read: 'catalogue.read', write: 'category.write', create: 'category.write' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./CategoryList')).CategoryList),
  edit: page(async () => (await import('./CategoryForm')).CategoryEdit),
  create: page(async () => (await import('./CategoryForm')).CategoryCreate),
}
