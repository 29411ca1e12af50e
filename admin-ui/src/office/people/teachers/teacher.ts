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
  /** The account with which the teacher signs in. */
  userId: number | null
  username: string | null
  isActive: boolean
}

/** An account that may be linked to a teacher. */
export interface TeacherAccount extends RaRecord {
  id: number
  username: string
  displayName: string
}

export const teacherKinds = ['staff', 'lecturer'] as const
