import LinkIcon from '@mui/icons-material/EventRepeatOutlined'
import { page, type Noun } from '../../module'

/** 日历订阅 */
export const calendarLinks: Noun = {
  name: 'calendar-links',
  icon: LinkIcon,
  needs: { read: 'calendar.link', create: 'calendar.link' },
  recordRepresentation: 'ownerName',
  list: page(async () => (await import('./CalendarLinkList')).CalendarLinkList),
}
