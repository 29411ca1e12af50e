import { joinTexts } from '../../shared/texts'
import SettingsIcon from '@mui/icons-material/TuneOutlined'
import WishIcon from '@mui/icons-material/EventBusyOutlined'
import { page, type OfficeModule } from '../module'
import { slots } from './slots'
import { sectionRelations } from './planning'
import { timetables } from './timetables'
import * as ownTexts from './texts'
import * as planningTexts from './planning/texts'
import * as slotsTexts from './slots/texts'
import * as timetablesPublishTexts from './timetables/publish-texts'
import * as timetablesTexts from './timetables/texts'

const read = 'timetable.read'

export const timetabling: OfficeModule = {
  name: 'timetabling',
  texts: joinTexts(ownTexts, planningTexts, slotsTexts, timetablesPublishTexts, timetablesTexts),
  nouns: [slots, sectionRelations, timetables],
  menu: [
    {
      group: 'service',
      to: '/timetables',
      label: 'menu.timetables',
      icon: timetables.icon,
      permissions: [read],
      order: 40,
    },
    { group: 'service', to: '/slots', label: 'menu.slots', icon: slots.icon, permissions: [read], order: 60 },
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
      icon: sectionRelations.icon,
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
