import type { RaRecord } from 'react-admin'

export interface HomeClass extends RaRecord {
  id: number
  schoolId: number
  /** The year in which the school year starts. */
  schoolYear: number
  grade: number
  number: number
  name: string
  homeRoomId: number | null
  isActive?: boolean
}

export const grades = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
