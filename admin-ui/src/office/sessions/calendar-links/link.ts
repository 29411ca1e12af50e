import { allOf, type Schemas } from '../../../api/contract'

export type CalendarLink = Schemas['CalendarLinkOut']
export type NewCalendarLink = Schemas['NewCalendarLinkOut']
export type LinkKind = CalendarLink['kind']
export const linkKinds = allOf<LinkKind>()(['teacher', 'room', 'home_class', 'school'])
