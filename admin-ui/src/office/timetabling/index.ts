import RelationIcon from '@mui/icons-material/CompareArrowsOutlined'
import SettingsIcon from '@mui/icons-material/TuneOutlined'
import WishIcon from '@mui/icons-material/EventBusyOutlined'
import SlotIcon from '@mui/icons-material/MoreTimeOutlined'
import TimetableIcon from '@mui/icons-material/CalendarViewWeekOutlined'
import { mergeTexts } from '../../shared/texts'
import { page, type OfficeModule } from '../module'
import * as planning from './planning/texts'
import * as texts from './texts'
import * as timetables from './timetables/texts'

const read = 'timetable.read'

// One file of texts for each noun; later ones add to the earlier.
const all = [texts, planning, timetables]

export const timetabling: OfficeModule = {
  name: 'timetabling',
  texts: { zh: mergeTexts(...all.map((each) => each.zh)), en: mergeTexts(...all.map((each) => each.en)) },
  nouns: [
    {
      name: 'slots',
      needs: { read, write: 'timetable.write', create: 'timetable.write' },
      recordRepresentation: (slot) => `${String(slot['startTime'])}–${String(slot['endTime'])}`,
      list: page(async () => (await import('./slots/SlotList')).SlotList),
      edit: page(async () => (await import('./slots/SlotForm')).SlotEdit),
      create: page(async () => (await import('./slots/SlotForm')).SlotCreate),
    },
    {
      name: 'section-relations',
      needs: { read, write: 'timetable.write', create: 'timetable.write', delete: 'timetable.write' },
      list: page(async () => (await import('./planning/SectionRelationPages')).SectionRelationList),
      edit: page(async () => (await import('./planning/SectionRelationPages')).SectionRelationEdit),
      create: page(async () => (await import('./planning/SectionRelationPages')).SectionRelationCreate),
    },
    {
      name: 'timetables',
      needs: { read, write: 'timetable.write' },
      list: page(async () => (await import('./timetables/TimetablePage')).TimetablePage),
    },
  ],
  menu: [
    {
      group: 'service',
      to: '/timetables',
      label: 'menu.timetables',
      icon: TimetableIcon,
      permissions: [read],
      order: 40,
    },
    { group: 'service', to: '/slots', label: 'menu.slots', icon: SlotIcon, permissions: [read], order: 60 },
    {
      group: 'service',
      to: '/teaching-wishes',
      label: 'menu.teaching-wishes',
      icon: WishIcon,
      permissions: ['timetable.write'],
      order: 62,
    },
    {
      group: 'service',
      to: '/section-relations',
      label: 'menu.section-relations',
      icon: RelationIcon,
      permissions: ['timetable.write'],
      order: 64,
    },
    {
      group: 'service',
      to: '/scheduling-settings',
      label: 'menu.scheduling-settings',
      icon: SettingsIcon,
      permissions: ['timetable.write'],
      order: 66,
    },
  ],
  pages: [
    { path: '/teaching-wishes', page: page(async () => (await import('./planning/WishesPage')).WishesPage) },
    {
      path: '/scheduling-settings',
      page: page(async () => (await import('./settings/SettingsPage')).SettingsPage),
    },
  ],
}
