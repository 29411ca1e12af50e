import RoomIcon from '@mui/icons-material/MeetingRoomOutlined'
import { page, type Noun } from '../../module'

/** 场地 */
export const rooms: Noun = {
  name: 'rooms',
  icon: RoomIcon,
  needs: { read: 'school.read', write: 'school.write', delete: 'school.write' },
  recordRepresentation: 'name',
  list: page(async () => (await import('./RoomList')).RoomList),
  edit: page(async () => (await import('./RoomForm')).RoomEdit),
  create: page(async () => (await import('./RoomForm')).RoomCreate),
}
