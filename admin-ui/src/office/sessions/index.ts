import { joinTexts } from '../../shared/texts'
import MyWeekIcon from '@mui/icons-material/ViewWeekOutlined'
import PatrolIcon from '@mui/icons-material/DirectionsWalkOutlined'
import LoadIcon from '@mui/icons-material/EqualizerOutlined'
import RoomUseIcon from '@mui/icons-material/MeetingRoomOutlined'
import ViewIcon from '@mui/icons-material/PreviewOutlined'
import { page, type OfficeModule } from '../module'
import { sessions as sessionsNoun } from './sessions'
import { substitutions } from './substitutions'
import { teacherLeaves } from './leaves'
import { duties } from './duties'
import { inspections } from './inspections'
import { calendarLinks } from './calendar-links'
import * as ownTexts from './texts'
import * as calendarLinksTexts from './calendar-links/texts'
import * as dutiesTexts from './duties/texts'
import * as inspectionsTexts from './inspections/texts'
import * as leavesTexts from './leaves/texts'
import * as myWeekTexts from './my-week/texts'
import * as reportsTexts from './reports/texts'
import * as sessionsTexts from './sessions/texts'
import * as substitutionsTexts from './substitutions/texts'
import * as viewsTexts from './views/texts'

const read = 'timetable.read'
const ask = 'substitution.ask'

export const sessions: OfficeModule = {
  name: 'sessions',
  texts: joinTexts(
    ownTexts,
    calendarLinksTexts,
    dutiesTexts,
    inspectionsTexts,
    leavesTexts,
    myWeekTexts,
    reportsTexts,
    sessionsTexts,
    substitutionsTexts,
    viewsTexts,
  ),
  nouns: [sessionsNoun, substitutions, teacherLeaves, duties, inspections, calendarLinks],
  menu: [
    {
      group: 'service',
      to: '/sessions',
      label: 'menu.sessions',
      icon: sessionsNoun.icon,
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
      icon: substitutions.icon,
      permissions: [ask],
      order: 52,
    },
    {
      group: 'service',
      to: '/teacher-leaves',
      label: 'menu.leaves',
      icon: teacherLeaves.icon,
      permissions: [ask],
      order: 54,
    },
    {
      group: 'service',
      to: '/duties',
      label: 'menu.duties',
      icon: duties.icon,
      permissions: ['duty.read'],
      order: 56,
    },
    {
      group: 'service',
      to: '/inspections',
      label: 'menu.inspections',
      icon: inspections.icon,
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
      icon: calendarLinks.icon,
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
