import SlotIcon from '@mui/icons-material/MoreTimeOutlined'
import { page, type Noun } from '../../module'

/** 时段 */
export const slots: Noun = {
  name: 'slots',
  icon: SlotIcon,
  needs: { read: 'timetable.read', write: 'timetable.write', create: 'timetable.write' },
  recordRepresentation: (slot) => `${String(slot['startTime'])}–${String(slot['endTime'])}`,
  list: page(async () => (await import('./SlotList')).SlotList),
  edit: page(async () => (await import('./SlotForm')).SlotEdit),
  create: page(async () => (await import('./SlotForm')).SlotCreate),
}
