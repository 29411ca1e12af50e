import type { RaRecord } from 'react-admin'
import { roles, type Role } from '../../../api/actor'

export interface User extends RaRecord {
  id: number
  username: string
  displayName: string
  role: Role
  regionCode: string
  schoolId: number | null
  isFrozen: boolean
  mustChangePassword: boolean
  lastSignInAt: string | null
  /** Only in the answer to creating and resetting. */
  oneTimePassword?: string
}

/** Guardians activate their own accounts with a code. */
export const staffRoles = roles.filter((role) => role !== 'guardian')
const ofSchools: readonly Role[] = ['principal', 'coordinator', 'school_finance_officer', 'teacher']
export const isSchoolRole = (role: Role | undefined): boolean =>
  role !== undefined && ofSchools.includes(role)
