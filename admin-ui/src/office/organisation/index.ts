import { joinTexts } from '../../shared/texts'
import type { OfficeModule } from '../module'
import { homeClasses } from './home-classes'
import { regions } from './regions'
import { rooms } from './rooms'
import { schools } from './schools'
import { terms } from './terms'
import * as ownTexts from './texts'
import * as homeClassesTexts from './home-classes/texts'
import * as regionsTexts from './regions/texts'
import * as roomsTexts from './rooms/texts'
import * as schoolsTexts from './schools/texts'
import * as termsTexts from './terms/texts'

export const organisation: OfficeModule = {
  name: 'organisation',
  texts: joinTexts(ownTexts, homeClassesTexts, regionsTexts, roomsTexts, schoolsTexts, termsTexts),
  nouns: [schools, homeClasses, rooms, terms, regions],
  menu: [
    {
      group: 'school',
      to: '/schools',
      label: 'menu.schools',
      icon: schools.icon,
      permissions: ['school.read'],
      order: 10,
    },
    {
      group: 'school',
      to: '/home-classes',
      label: 'menu.home-classes',
      icon: homeClasses.icon,
      permissions: ['school.read'],
      order: 20,
    },
    {
      group: 'school',
      to: '/rooms',
      label: 'menu.rooms',
      icon: rooms.icon,
      permissions: ['school.read'],
      order: 50,
    },
    {
      group: 'school',
      to: '/terms',
      label: 'menu.terms',
      icon: terms.icon,
      permissions: ['school.read'],
      order: 60,
    },
    {
      group: 'school',
      to: '/regions',
      label: 'menu.regions',
      icon: regions.icon,
      permissions: ['school.create'],
      order: 70,
    },
  ],
}
