export { CalendarDay, type DayKind } from './terms/calendar-day.entity.js'
export { CalendarService } from './terms/calendar.service.js'
export { dayWithin, firstDayOf, isThereOn } from './home-classes/class-days.js'
export { HomeClass } from './home-classes/home-class.entity.js'
export { HomeClassesService } from './home-classes/home-classes.service.js'
export { OrganisationModule } from './organisation.module.js'
export { organisationTexts } from './texts.js'
export { printClassName } from './home-classes/class-name.js'
export { Region } from './regions/region.entity.js'
export { regionsDownTo } from './regions/region-codes.js'
export { RegionsService } from './regions/regions.service.js'
export { Room } from './rooms/room.entity.js'
export { roomKinds, type RoomKind } from './rooms/room-kinds.js'
export { RoomsImport } from './rooms/rooms-import.service.js'
export { roomsSheet } from './rooms/rooms.sheet.js'
export {
  type Area,
  areas,
  type Ownership,
  ownerships,
  School,
  type Stage,
  stages,
} from './schools/school.entity.js'
export { requireOfSchool } from './schools/of-school.js'
export { regionsOfSchool, requireSchool, SchoolScope, scoped, type Scope } from './schools/school-scope.js'
export { nthWorkday, proposeCalendar, unannouncedYears } from './terms/national-calendar.js'
export { Term } from './terms/term.entity.js'
export { divisionCode } from './regions/division-code.js'
