import type { RaRecord } from 'react-admin'

export interface Teacher extends RaRecord {
  id: number
  schoolId: number
  name: string
  kind: 'staff' | 'lecturer'
  staffNumber: string | null
  subject: string | null
  /** Masked. */
  phone: string | null
  homeClassId: number | null
  className: string | null
  isActive: boolean
}

export const teacherKinds = ['staff', 'lecturer'] as const
