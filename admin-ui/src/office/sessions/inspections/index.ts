import InspectionIcon from '@mui/icons-material/FactCheckOutlined'
import { page, type Noun } from '../../module'

/** 巡课 */
export const inspections: Noun = {
  name: 'inspections',
  icon: InspectionIcon,
  needs: { read: 'duty.read' },
  list: page(async () => (await import('./InspectionList')).InspectionList),
}
