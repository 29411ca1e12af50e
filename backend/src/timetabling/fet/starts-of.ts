/** When may each activity of a .fet file start (可开始时间)? Pure. */
import { hardWeight, type Rule } from '../solver/problem.js'
import type { FetConstraint } from './fet-file.js'
import type { Selection } from './selection.js'

/** The meetings it is about and, for one of them, the times at which it may start; null: no such constraint. */
export function preferredStarts(
  selection: Selection,
  constraint: FetConstraint,
): { meetings: readonly number[]; startsOf: (meeting: number) => number[] } | null {
  const { kind } = constraint
  const match = /^(Activity|Activities|Subactivities)Preferred(StartingTimes?|TimeSlots)$/.exec(kind)
  if (!match) return null
  const hours = selection.file.hours.length
  const times = constraint.times.map(({ day, hour }) => day * hours + hour)
  const meetings = match[1] === 'Activity' ? selection.listed(constraint) : selection.described(constraint)
  if (match[2] !== 'TimeSlots') return { meetings, startsOf: () => times }
  // Slots must hold the whole activity, and it stays within its day.
  const slots = new Set(times)
  const startsOf = (meeting: number) => {
    const { duration } = selection.activities[meeting]!
    return times.filter(
      (time) =>
        (time % hours) + duration <= hours &&
        Array.from({ length: duration }, (_, i) => time + i).every((each) => slots.has(each)),
    )
  }
  return { meetings, startsOf }
}

/** Times that all hard constraints allow, for each meeting; null: any. */
export function hardStarts(selection: Selection): (readonly number[] | null)[] {
  const starts: (readonly number[] | null)[] = selection.activities.map(() => null)
  for (const constraint of selection.file.constraints) {
    const preferred = constraint.weight >= hardWeight ? preferredStarts(selection, constraint) : null
    for (const meeting of preferred?.meetings ?? []) {
      const allowed = [...new Set(preferred!.startsOf(meeting))]
      starts[meeting] = starts[meeting]?.filter((time) => allowed.includes(time)) ?? allowed
    }
  }
  return starts.map((times) => times?.toSorted((a, b) => a - b) ?? null)
}

/** The soft ones as wishes: one rule for all meetings with the same times. */
export function startWishes(selection: Selection, constraint: FetConstraint): Rule[] {
  const preferred = preferredStarts(selection, constraint)
  if (!preferred || constraint.weight >= hardWeight || constraint.weight === 0) return []
  const byTimes = new Map<string, { meetings: number[]; times: number[] }>()
  for (const meeting of preferred.meetings) {
    const times = preferred.startsOf(meeting)
    const same = byTimes.get(times.join()) ?? { meetings: [], times }
    same.meetings.push(meeting)
    byTimes.set(times.join(), same)
  }
  return [...byTimes.values()].map(({ meetings, times }) => ({
    weight: constraint.weight,
    kind: 'starts_among',
    meetings,
    times,
  }))
}
