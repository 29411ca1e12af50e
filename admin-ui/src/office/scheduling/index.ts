import SessionIcon from '@mui/icons-material/EventAvailableOutlined'
import SlotIcon from '@mui/icons-material/MoreTimeOutlined'
import TimetableIcon from '@mui/icons-material/CalendarViewWeekOutlined'
import { page, type OfficeModule } from '../module'
import * as texts from './texts'

const read = 'timetable.read'

export const scheduling: OfficeModule = {
  name: 'scheduling',
  texts,
  nouns: [
    {
      name: 'slots', needs: { read, write: 'timetable.write', create: 'timetable.write' }, recordRepresentation: slot => `${String(slot['startTime'])}–${String(slot['endTime'])}`,
      list: page(async () => (await import('./slots/SlotList')).SlotList),
      edit: page(async () => (await import('./slots/SlotForm')).SlotEdit),
      create: page(async () => (await import('./slots/SlotForm')).SlotCreate),
    },
    { name: 'timetables', needs: { read, write: 'timetable.write' }, list: page(async () => (await import('./timetables/TimetablePage')).TimetablePage) },
    { name: 'sessions', needs: { read, write: 'timetable.write' }, list: page(async () => (await import('./sessions/SessionWeek')).SessionWeek) },
  ],
  menu: [
    { group: 'service', to: '/timetables', label: 'menu.timetables', icon: TimetableIcon, permissions: [read], order: 40 },
    { group: 'service', to: '/sessions', label: 'menu.sessions', icon: SessionIcon, permissions: [read], order: 50 },
    { group: 'service', to: '/slots', label: 'menu.slots', icon: SlotIcon, permissions: [read], order: 60 },
  ],
}
