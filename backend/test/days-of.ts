/** Since when builders' classes are there, and their children in them: from 1 August, unless said otherwise. */
import type { HomeClass } from '../src/organisation/index.js'
import type { Student, StudentStay } from '../src/people/index.js'

/** A class that is not active was not there on any day. */
export function daysOf({
  schoolYear = 2026,
  isActive = true,
  startsOn = `${schoolYear}-08-01`,
  endsOn = isActive ? null : startsOn,
}: Partial<HomeClass>): Pick<HomeClass, 'startsOn' | 'endsOn' | 'isActive'> {
  return { startsOn, endsOn, isActive: endsOn === null }
}

export function stayOf(
  { id, schoolId, homeClassId, leftOn }: Student,
  startsOn: string,
): Omit<StudentStay, 'id' | 'homeClass'> {
  const openStudentId = leftOn === null ? id : null
  return { schoolId, studentId: id, homeClassId, startsOn, endsOn: leftOn, openStudentId }
}
