import ClassIcon from '@mui/icons-material/GroupsOutlined'
import RegionIcon from '@mui/icons-material/MapOutlined'
import RoomIcon from '@mui/icons-material/MeetingRoomOutlined'
import SchoolIcon from '@mui/icons-material/SchoolOutlined'
import TermIcon from '@mui/icons-material/CalendarMonthOutlined'
import type { OfficeModule } from '../module'
import { homeClasses } from './home-classes'
import { regions } from './regions'
import { rooms } from './rooms'
import { schools } from './schools'
import { terms } from './terms'
import * as texts from './texts'

export const organisation: OfficeModule = {
  name: 'organisation',
  texts,
  nouns: [schools, homeClasses, rooms, terms, regions],
  menu: [
    {
      group: 'school',
      to: '/schools',
      label: 'menu.schools',
      icon: SchoolIcon,
      permissions: ['school.read'],
      order: 10,
    },
    {
      group: 'school',
      to: '/home-classes',
      label: 'menu.home-classes',
      icon: ClassIcon,
      permissions: ['school.read'],
      order: 20,
    },
    {
      group: 'school',
      to: '/rooms',
      label: 'menu.rooms',
      icon: RoomIcon,
      permissions: ['school.read'],
      order: 50,
    },
    {
      group: 'school',
      to: '/terms',
      label: 'menu.terms',
      icon: TermIcon,
      permissions: ['school.read'],
      order: 60,
    },
    {
      group: 'school',
      to: '/regions',
      label: 'menu.regions',
      icon: RegionIcon,
      permissions: ['school.create'],
      order: 70,
    },
  ],
}
