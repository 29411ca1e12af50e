/** On which days has somebody from outside no clearance (规则 BAN-5)? Asked for each person and day. */
import type { EntityManager } from 'typeorm'
import { Clearance, Teacher } from '../../people/index.js'
import type { LocalDate } from '../../platform/calendar.js'

export interface Uncleared {
  readonly teacher: Teacher
  /** In order, each once. */
  readonly days: readonly LocalDate[]
}

/** Of the days on which each should teach, those without clearance; the school's own people need none. */
export async function unclearedDays(
  manager: EntityManager,
  schoolId: number,
  asked: readonly { readonly teacherId: number; readonly heldOn: LocalDate }[],
): Promise<Uncleared[]> {
  if (asked.length === 0) return []
  const wanted = new Map<number, Set<LocalDate>>()
  for (const { teacherId, heldOn } of asked)
    wanted.set(teacherId, (wanted.get(teacherId) ?? new Set()).add(heldOn))
  const lecturers = (
    await manager.find(Teacher, {
      where: { schoolId, kind: 'lecturer' },
      order: { namePinyin: 'ASC', id: 'ASC' },
    })
  ).filter((teacher) => wanted.has(teacher.id))
  if (lecturers.length === 0) return []
  const clearances = await manager.findBy(Clearance, { schoolId, isRevoked: false })
  return lecturers
    .map((teacher) => ({
      teacher,
      days: [...wanted.get(teacher.id)!]
        .filter(
          (on) =>
            !clearances.some(
              (each) => each.teacherId === teacher.id && each.validFromOn <= on && on <= each.validToOn,
            ),
        )
        .sort(),
    }))
    .filter(({ days }) => days.length > 0)
}
