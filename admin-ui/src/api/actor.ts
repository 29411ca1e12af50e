/** Who is signed in, as the server tells it. */
export type Role =
  | 'system_administrator'
  | 'bureau_officer'
  | 'education_finance_officer'
  | 'finance_bureau_officer'
  | 'principal'
  | 'coordinator'
  | 'school_finance_officer'
  | 'teacher'
  | 'guardian'
  | 'auditor'

export const roles: readonly Role[] = [
  'system_administrator',
  'bureau_officer',
  'education_finance_officer',
  'finance_bureau_officer',
  'principal',
  'coordinator',
  'school_finance_officer',
  'teacher',
  'guardian',
  'auditor',
]

export interface Actor {
  userId: number
  username: string
  displayName: string
  role: Role
  regionCode: string | null
  regionName?: string | null
  schoolId: number | null
  schoolName?: string | null
  permissions: string[]
  mustChangePassword: boolean
  /** The role needs an authenticator here, and there is none yet. */
  mustSetUpSecondFactor?: boolean
}
