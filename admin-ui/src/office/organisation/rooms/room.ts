import { allOf, type Schemas } from '../../../api/contract'

export type Room = Schemas['RoomOut']

export const roomKinds = allOf<Room['kind']>()([
  'classroom',
  'laboratory',
  'computer',
  'music',
  'art',
  'dance',
  'gymnasium',
  'ground',
  'library',
  'hall',
  'other',
])
