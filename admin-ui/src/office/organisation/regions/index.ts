import RegionIcon from '@mui/icons-material/MapOutlined'
import { type Noun, page } from '../../module'

/** 地区 */
export const regions: Noun = {
  name: 'regions',
  icon: RegionIcon,
  needs: { read: 'school.read', create: 'school.create' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./RegionPages')).RegionList),
  create: page(async () => (await import('./RegionPages')).RegionCreate),
}
