/** Who is signed in, as the server tells it. */
import { allOf, type Schemas } from './contract'

export type Actor = Schemas['ActorOut']
export type Role = Actor['role']
export type Permission = Actor['permissions'][number]

export const roles = allOf<Role>()([
  'system_administrator',
  'bureau_officer',
  'education_finance_officer',
  'finance_bureau_officer',
  'accounting_centre_officer',
  'principal',
  'coordinator',
  'school_finance_officer',
  'teacher',
  'guardian',
  'auditor',
])
