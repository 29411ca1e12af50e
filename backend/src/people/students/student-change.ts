/** One row of a roster beside the student it is about (学生变动): what is compared, and what would be written. */
import type { AcceptedRow } from '../../platform/sheets/index.js'
import type { GuardianChanges, WantedGuardian } from './guardian-changes.js'
import type { Student } from './student.entity.js'
import type { StudentRow } from './students.sheet.js'

/** `hash`, `idHash`: of the numbers; worked out once, since each takes its time. */
export interface Prepared {
  readonly row: AcceptedRow<StudentRow>
  readonly hash: string
  readonly idHash: string | null
  readonly guardians: readonly WantedGuardian[]
}

export interface StudentChange {
  readonly before: Student | null
  /** In the class from this day on; null: nothing new is said of it. */
  readonly startsOn: string | null
  /** The day that `startsOn` puts right, of whoever is in the class already. */
  readonly correctedFrom: string | null
  readonly after: Omit<Student, 'id' | 'homeClass' | 'weekRevision'>
  readonly classKey: string
  readonly isOwnChange: boolean
  readonly guardians: GuardianChanges
}

export type OnProgress = (done: number, total: number) => Promise<void>

/** Rows asked for or written at a time. */
export const batch = 500
/** What an import writes of a student; class and leaving day are written with the stays. */
export const written = [
  'name',
  'namePinyin',
  'sex',
  'studentNumberSealed',
  'studentNumberHash',
  'nationalIdSealed',
  'nationalIdHash',
  'bornOnSealed',
  'isLeftBehind',
  'isMigrantChild',
  'aidCategorySealed',
  'remarkSealed',
] as const satisfies readonly (keyof Student)[]
