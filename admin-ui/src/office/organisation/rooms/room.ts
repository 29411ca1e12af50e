import type { RaRecord } from 'react-admin'

export const roomKinds = [
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
] as const

export interface Room extends RaRecord {
  id: number
  schoolId: number
  name: string
  code: string | null
  kind: (typeof roomKinds)[number]
  capacity: number
  equipment: string[]
}
