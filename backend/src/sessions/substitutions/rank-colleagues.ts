/** Who should be asked first to take a session (代课人选排序), and why? Pure. */

/** leader: the course's list names the person; the others tell what was taken before. */
export const experiences = ['leader', 'section', 'course', 'category', 'none'] as const
export type Experience = (typeof experiences)[number]

export interface ColleagueFacts {
  readonly teacherId: number
  /** For the order of equals. */
  readonly sortName: string
  /** What makes it impossible, as a sentence: busy, on leave, not cleared. */
  readonly problem: string | null
  readonly experience: Experience
  readonly isHomeTeacher: boolean
  readonly isOnDuty: boolean
  /** Has declined this session, or is asked for another one at that time. */
  readonly hasDeclined: boolean
  readonly isAskedThen: boolean
  readonly hasAccount: boolean
  readonly dayCount: number
  readonly weekCount: number
  readonly termCount: number
}

export interface Reason {
  readonly key: string
  readonly count: number
}

/** Who can, best first: knows the course, has the fewest sessions; then those who cannot. */
export function rankColleagues<F extends ColleagueFacts>(facts: readonly F[]): F[] {
  const key = (each: ColleagueFacts) => [
    each.problem === null ? 0 : 1,
    each.hasDeclined || each.isAskedThen ? 1 : 0,
    experienceRank(each),
    each.isOnDuty ? 1 : 0,
    each.dayCount,
    each.weekCount,
    each.termCount,
  ]
  return [...facts].sort((one, other) => {
    const [left, right] = [key(one), key(other)]
    const at = left.findIndex((value, index) => value !== right[index])
    return at === -1
      ? one.sortName.localeCompare(other.sortName) || one.teacherId - other.teacherId
      : left[at]! - right[at]!
  })
}

/** Who knows the course or the children. */
export function isAble({
  experience,
  isHomeTeacher,
}: Pick<ColleagueFacts, 'experience' | 'isHomeTeacher'>): boolean {
  return experience !== 'none' || isHomeTeacher
}

/** Why a colleague stands where they stand, as `colleague.<word>` says it. */
export const colleagueReasons = [
  'free',
  'home_teacher',
  'leader',
  'took_section',
  'took_course',
  'took_category',
  'no_experience',
  'day_load',
  'on_duty',
  'declined',
  'asked_then',
  'no_account',
] as const
export type ColleagueReason = (typeof colleagueReasons)[number]

/** Why the person stands where they stand; what makes it impossible is told apart. */
export function reasonsFor(facts: ColleagueFacts): Reason[] {
  const words: [boolean, ColleagueReason, number][] = [
    [facts.problem === null, 'free', 0],
    [facts.isHomeTeacher, 'home_teacher', 0],
    [facts.experience === 'leader', 'leader', 0],
    [facts.experience === 'section', 'took_section', 0],
    [facts.experience === 'course', 'took_course', 0],
    [facts.experience === 'category', 'took_category', 0],
    [facts.experience === 'none' && !facts.isHomeTeacher, 'no_experience', 0],
    [facts.dayCount > 0, 'day_load', facts.dayCount],
    [facts.isOnDuty, 'on_duty', 0],
    [facts.hasDeclined, 'declined', 0],
    [facts.isAskedThen, 'asked_then', 0],
    [!facts.hasAccount, 'no_account', 0],
  ]
  return words.filter(([holds]) => holds).map(([, key, count]) => ({ key, count }))
}

// The class teacher knows the children as well as others know the course.
function experienceRank({ experience, isHomeTeacher }: ColleagueFacts): number {
  return Math.min(
    { leader: 0, section: 0, course: 1, category: 2, none: 3 }[experience],
    isHomeTeacher ? 1 : 3,
  )
}
