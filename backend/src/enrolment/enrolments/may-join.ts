/** May this student join this section (能否报名)? Pure: the facts come in, the reason comes out. */

export interface Candidate {
  readonly studentId: number
  readonly name: string
  readonly homeClassId: number
  readonly className: string
  readonly grade: number
  readonly hasLeft: boolean
}

export interface Busy {
  readonly studentId: number
  readonly sectionName: string
  readonly when: string
}

export interface SectionFacts {
  readonly name: string
  readonly isActive: boolean
  readonly homeClassId: number | null
  readonly homeClassName: string | null
  readonly grades: readonly number[]
  readonly capacity: number
  readonly freeSeats: number
}

export interface Refusal {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface Judgement {
  readonly studentId: number
  /** Why not; null: the student may join. */
  readonly refusal: Refusal | null
}

/**
 * Judges the students in the order given; seats go to the first who may join. `asked` may hold ids that are no
 * students of the school; `inSection` are those who are in it already.
 */
export function judge(
  asked: readonly number[],
  candidates: readonly Candidate[],
  section: SectionFacts,
  inSection: ReadonlySet<number>,
  busy: readonly Busy[],
): Judgement[] {
  const known = new Map(candidates.map((candidate) => [candidate.studentId, candidate]))
  const busyBy = new Map(busy.map((each) => [each.studentId, each]))
  let free = section.freeSeats
  return asked.map((studentId) => {
    const full = { code: 'enrolment.full', params: { section: section.name, capacity: section.capacity } }
    const refusal =
      reasonAgainst(known.get(studentId), section, inSection, busyBy.get(studentId)) ??
      (free === 0 ? full : null)
    if (!refusal) free -= 1
    return { studentId, refusal }
  })
}

function reasonAgainst(
  candidate: Candidate | undefined,
  section: SectionFacts,
  inSection: ReadonlySet<number>,
  busy: Busy | undefined,
): Refusal | null {
  if (!candidate) return { code: 'enrolment.no_such_student', params: {} }
  const params = { student: candidate.name, section: section.name }
  if (candidate.hasLeft) return { code: 'enrolment.student_has_left', params }
  if (inSection.has(candidate.studentId)) return { code: 'enrolment.already_in', params }
  if (section.homeClassId !== null && candidate.homeClassId !== section.homeClassId) {
    return {
      code: 'enrolment.other_home_class',
      params: { ...params, className: candidate.className, homeClass: section.homeClassName ?? '' },
    }
  }
  if (!section.grades.includes(candidate.grade))
    return {
      code: 'enrolment.grade_does_not_fit',
      params: { ...params, className: candidate.className, grades: section.grades.join('、') },
    }
  if (busy)
    return { code: 'enrolment.clash', params: { ...params, other: busy.sectionName, when: busy.when } }
  return null
}
