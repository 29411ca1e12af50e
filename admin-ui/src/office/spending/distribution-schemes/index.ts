import SchemeIcon from '@mui/icons-material/AltRouteOutlined'
import { page, type Noun } from '../../module'

/** 分配方案 */
export const schemes: Noun = {
  name: 'schemes',
  icon: SchemeIcon,
  needs: { read: 'funding.read' },
  recordRepresentation: (each) => `${String(each['schoolName'])} ${String(each['fiscalYear'])}`,
  list: page(async () => (await import('./SchemeList')).SchemeList),
  show: page(async () => (await import('./SchemeShow')).SchemeShow),
}

/** 到班经费 */
export const allotments: Noun = {
  name: 'allotments',
  icon: SchemeIcon,
  needs: { read: 'funding.read' },
  recordRepresentation: 'className',
}
