import SessionIcon from '@mui/icons-material/EventAvailableOutlined'
import SlotIcon from '@mui/icons-material/MoreTimeOutlined'
import TimetableIcon from '@mui/icons-material/CalendarViewWeekOutlined'
import LinkIcon from '@mui/icons-material/EventRepeatOutlined'
import LoadIcon from '@mui/icons-material/EqualizerOutlined'
import RoomUseIcon from '@mui/icons-material/MeetingRoomOutlined'
import ViewIcon from '@mui/icons-material/PreviewOutlined'
import { mergeTexts } from '../../shared/texts'
import { page, type OfficeModule } from '../module'
import * as links from './calendar-links/texts'
import * as reports from './reports/texts'
import * as texts from './texts'
import * as views from './views/texts'

const read = 'timetable.read'

export const scheduling: OfficeModule = {
  name: 'scheduling',
  texts: { zh: mergeTexts(texts.zh, views.zh, links.zh, reports.zh), en: mergeTexts(texts.en, views.en, links.en, reports.en) },
  nouns: [
    {
      name: 'slots', needs: { read, write: 'timetable.write', create: 'timetable.write' }, recordRepresentation: slot => `${String(slot['startTime'])}–${String(slot['endTime'])}`,
      list: page(async () => (await import('./slots/SlotList')).SlotList),
      edit: page(async () => (await import('./slots/SlotForm')).SlotEdit),
      create: page(async () => (await import('./slots/SlotForm')).SlotCreate),
    },
    { name: 'timetables', needs: { read, write: 'timetable.write' }, list: page(async () => (await import('./timetables/TimetablePage')).TimetablePage) },
    { name: 'sessions', needs: { read, write: 'timetable.write' }, list: page(async () => (await import('./sessions/SessionWeek')).SessionWeek) },
    { name: 'calendar-links', needs: { read: 'calendar.link', create: 'calendar.link' }, recordRepresentation: 'ownerName', list: page(async () => (await import('./calendar-links/CalendarLinkList')).CalendarLinkList) },
  ],
  menu: [
    { group: 'service', to: '/timetables', label: 'menu.timetables', icon: TimetableIcon, permissions: [read], order: 40 },
    { group: 'service', to: '/sessions', label: 'menu.sessions', icon: SessionIcon, permissions: [read], order: 50 },
    { group: 'service', to: '/slots', label: 'menu.slots', icon: SlotIcon, permissions: [read], order: 60 },
    { group: 'service', to: '/timetable-views', label: 'menu.timetableViews', icon: ViewIcon, permissions: [read], order: 42 },
    { group: 'service', to: '/calendar-links', label: 'menu.calendarLinks', icon: LinkIcon, permissions: ['calendar.link'], order: 44 },
    { group: 'service', to: '/room-use', label: 'menu.roomUse', icon: RoomUseIcon, permissions: [read], order: 70 },
    { group: 'service', to: '/teacher-load', label: 'menu.teacherLoad', icon: LoadIcon, permissions: [read], order: 72 },
  ],
  pages: [
    { path: '/timetable-views', page: page(async () => (await import('./views/TimetableViewsPage')).TimetableViewsPage) },
    { path: '/room-use', page: page(async () => (await import('./reports/RoomUsePage')).RoomUsePage) },
    { path: '/teacher-load', page: page(async () => (await import('./reports/TeacherLoadPage')).TeacherLoadPage) },
  ],
}
