import type { RaRecord } from 'react-admin'

export interface Guardian {
  id: number
  name: string
  relation: string
  /** Masked. */
  phone: string
  isActivated: boolean
}

export interface Student extends RaRecord {
  id: number
  schoolId: number
  homeClassId: number
  className: string
  grade: number
  name: string
  sex: 'male' | 'female'
  /** Masked. */
  studentNumber: string | null
  bornIn: string | null
  isLeftBehind: boolean
  isMigrantChild: boolean
  leftOn: string | null
  guardians?: Guardian[]
}

/** Everything in full; each look is noted. */
export interface UnmaskedStudent {
  id: number
  studentNumber: string | null
  nationalId: string | null
  bornOn: string | null
  aidCategory: string | null
  remark: string | null
  guardians: { id: number; phone: string }[]
}

export const sexes = ['male', 'female'] as const
