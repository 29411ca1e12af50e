import { roles, type Role } from '../../../api/actor'
import type { Schemas } from '../../../api/contract'

export type User = Schemas['UserOut']
/** The answer to creating and resetting. */
export type UserWithPassword = Schemas['UserWithPasswordOut']

/** Guardians activate their own accounts with a code. */
export const staffRoles = roles.filter((role) => role !== 'guardian')
const ofSchools: readonly Role[] = ['principal', 'coordinator', 'school_finance_officer', 'teacher']
export const isSchoolRole = (role: Role | undefined): boolean =>
  role !== undefined && ofSchools.includes(role)
