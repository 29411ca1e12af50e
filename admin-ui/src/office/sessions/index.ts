import SessionIcon from '@mui/icons-material/EventAvailableOutlined'
import DutyIcon from '@mui/icons-material/AssignmentIndOutlined'
import InspectionIcon from '@mui/icons-material/FactCheckOutlined'
import LeaveIcon from '@mui/icons-material/EventBusyOutlined'
import MyWeekIcon from '@mui/icons-material/ViewWeekOutlined'
import PatrolIcon from '@mui/icons-material/DirectionsWalkOutlined'
import SubstitutionIcon from '@mui/icons-material/SwapHorizOutlined'
import LinkIcon from '@mui/icons-material/EventRepeatOutlined'
import LoadIcon from '@mui/icons-material/EqualizerOutlined'
import RoomUseIcon from '@mui/icons-material/MeetingRoomOutlined'
import ViewIcon from '@mui/icons-material/PreviewOutlined'
import { mergeTexts } from '../../shared/texts'
import { page, type OfficeModule } from '../module'
import * as links from './calendar-links/texts'
import * as duties from './duties/texts'
import * as inspections from './inspections/texts'
import * as leaves from './leaves/texts'
import * as myWeek from './my-week/texts'
import * as reports from './reports/texts'
import * as sessionTexts from './sessions/texts'
import * as substitutions from './substitutions/texts'
import * as texts from './texts'
import * as views from './views/texts'

const read = 'timetable.read'
const ask = 'substitution.ask'

// One file of texts for each noun; later ones add to the earlier.
const all = [texts, links, duties, inspections, leaves, myWeek, reports, sessionTexts, substitutions, views]

export const sessions: OfficeModule = {
  name: 'sessions',
  texts: { zh: mergeTexts(...all.map((each) => each.zh)), en: mergeTexts(...all.map((each) => each.en)) },
  nouns: [
    {
      name: 'sessions',
      needs: { read, write: 'timetable.write' },
      list: page(async () => (await import('./sessions/SessionWeek')).SessionWeek),
      show: page(async () => (await import('./sessions/SessionShow')).SessionShow),
    },
    {
      name: 'substitutions',
      needs: { read: ask },
      list: page(async () => (await import('./substitutions/SubstitutionList')).SubstitutionList),
    },
    {
      name: 'teacher-leaves',
      needs: { read: ask, create: ask },
      recordRepresentation: 'teacherName',
      list: page(async () => (await import('./leaves/LeaveList')).LeaveList),
      show: page(async () => (await import('./leaves/LeaveShow')).LeaveShow),
      create: page(async () => (await import('./leaves/LeaveCreate')).LeaveCreate),
    },
    {
      name: 'duties',
      needs: { read: 'duty.read', write: 'duty.write' },
      list: page(async () => (await import('./duties/RosterPage')).RosterPage),
    },
    {
      name: 'inspections',
      needs: { read: 'duty.read' },
      list: page(async () => (await import('./inspections/InspectionList')).InspectionList),
    },
    {
      name: 'calendar-links',
      needs: { read: 'calendar.link', create: 'calendar.link' },
      recordRepresentation: 'ownerName',
      list: page(async () => (await import('./calendar-links/CalendarLinkList')).CalendarLinkList),
    },
  ],
  menu: [
    {
      group: 'service',
      to: '/sessions',
      label: 'menu.sessions',
      icon: SessionIcon,
      permissions: [read],
      order: 50,
    },
    { group: 'today', to: '/my-week', label: 'menu.myWeek', icon: MyWeekIcon, permissions: [ask], order: 60 },
    {
      group: 'today',
      to: '/patrol',
      label: 'menu.patrol',
      icon: PatrolIcon,
      permissions: ['inspection.write'],
      order: 70,
    },
    {
      group: 'service',
      to: '/substitutions',
      label: 'menu.substitutions',
      icon: SubstitutionIcon,
      permissions: [ask],
      order: 52,
    },
    {
      group: 'service',
      to: '/teacher-leaves',
      label: 'menu.leaves',
      icon: LeaveIcon,
      permissions: [ask],
      order: 54,
    },
    {
      group: 'service',
      to: '/duties',
      label: 'menu.duties',
      icon: DutyIcon,
      permissions: ['duty.read'],
      order: 56,
    },
    {
      group: 'service',
      to: '/inspections',
      label: 'menu.inspections',
      icon: InspectionIcon,
      permissions: ['duty.read'],
      order: 58,
    },
    {
      group: 'service',
      to: '/timetable-views',
      label: 'menu.timetableViews',
      icon: ViewIcon,
      permissions: [read],
      order: 42,
    },
    {
      group: 'service',
      to: '/calendar-links',
      label: 'menu.calendarLinks',
      icon: LinkIcon,
      permissions: ['calendar.link'],
      order: 44,
    },
    {
      group: 'service',
      to: '/room-use',
      label: 'menu.roomUse',
      icon: RoomUseIcon,
      permissions: [read],
      order: 70,
    },
    {
      group: 'service',
      to: '/teacher-load',
      label: 'menu.teacherLoad',
      icon: LoadIcon,
      permissions: [read],
      order: 72,
    },
  ],
  pages: [
    { path: '/my-week', page: page(async () => (await import('./my-week/MyWeekPage')).MyWeekPage) },
    { path: '/patrol', page: page(async () => (await import('./inspections/PatrolPage')).PatrolPage) },
    {
      path: '/timetable-views',
      page: page(async () => (await import('./views/TimetableViewsPage')).TimetableViewsPage),
    },
    { path: '/room-use', page: page(async () => (await import('./reports/RoomUsePage')).RoomUsePage) },
    {
      path: '/teacher-load',
      page: page(async () => (await import('./reports/TeacherLoadPage')).TeacherLoadPage),
    },
  ],
}
