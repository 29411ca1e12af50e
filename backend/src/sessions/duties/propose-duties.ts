/** Who could be on duty and on patrol on which day (值班表建议)? In turn, so that everybody comes as often as the others. Pure. */
import type { LocalDate } from '../../platform/calendar.js'
import type { DutyKind } from './duty.entity.js'

export interface DutyCandidate {
  readonly teacherId: number
  /** Duties of this kind in the term so far. */
  readonly counts: Readonly<Record<DutyKind, number>>
  /** Days on which the person cannot: on leave. */
  readonly awayOn: ReadonlySet<LocalDate>
  /** Days on which the person takes sessions, and better goes on no patrol. */
  readonly teachesOn: ReadonlySet<LocalDate>
}

export interface DutyDay {
  readonly dayOn: LocalDate
  readonly has: readonly { readonly kind: DutyKind; readonly teacherId: number }[]
}

export interface ProposedDuty {
  readonly heldOn: LocalDate
  readonly kind: DutyKind
  readonly teacherId: number
}

/** Fills what is missing: one duty leader a day, and so many patrols. Who has had the fewest comes first; ties go by the order given. */
export function proposeDuties(
  days: readonly DutyDay[],
  candidates: readonly DutyCandidate[],
  patrolsADay: number,
): ProposedDuty[] {
  const counts = new Map(candidates.map(({ teacherId, counts: each }) => [teacherId, { ...each }]))
  const proposed: ProposedDuty[] = []
  for (const { dayOn, has } of days) {
    const today = has.map(({ kind, teacherId }) => ({ kind, teacherId }))
    const lacking: DutyKind[] = [
      ...(today.some((each) => each.kind === 'duty_leader') ? [] : ['duty_leader' as const]),
      ...Array.from(
        { length: Math.max(0, patrolsADay - today.filter((each) => each.kind === 'patrol').length) },
        () => 'patrol' as const,
      ),
    ]
    for (const kind of lacking) {
      const chosen = candidates
        .filter(
          ({ teacherId, awayOn }) =>
            !awayOn.has(dayOn) && !today.some((each) => each.teacherId === teacherId),
        )
        .reduce<DutyCandidate | null>(
          (best, each) => (best === null || isBefore(each, best, kind, dayOn, counts) ? each : best),
          null,
        )
      if (!chosen) break
      counts.get(chosen.teacherId)![kind] += 1
      today.push({ kind, teacherId: chosen.teacherId })
      proposed.push({ heldOn: dayOn, kind, teacherId: chosen.teacherId })
    }
  }
  return proposed
}

function isBefore(
  one: DutyCandidate,
  other: DutyCandidate,
  kind: DutyKind,
  dayOn: LocalDate,
  counts: ReadonlyMap<number, Record<DutyKind, number>>,
): boolean {
  const key = ({ teacherId, teachesOn }: DutyCandidate) =>
    [
      teachesOn.has(dayOn) ? 1 : 0,
      counts.get(teacherId)![kind],
      counts.get(teacherId)!.duty_leader + counts.get(teacherId)!.patrol,
    ] as const
  const [left, right] = [key(one), key(other)]
  const at = left.findIndex((value, index) => value !== right[index])
  return at !== -1 && left[at]! < right[at]!
}
