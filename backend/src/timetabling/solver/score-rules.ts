/** Which soft rules concern whom (偏好规则的归属)? Sorted once, so that the score looks at nothing that a change does not touch. Pure. */
import { hardWeight, isHard, type MeetingsRule, type Rule } from './problem.js'
import type { Model } from './model.js'

/** People among whom a load should be even. */
export interface LoadGroup {
  readonly isIn: Uint8Array
  readonly size: number
  readonly weight: number
  /** A mask for each day; null: every time counts. */
  readonly masks: Int32Array | null
  readonly loads: Int32Array
  sum: number
  squares: number
}

/** A hard rule that the search does not watch weighs this much, so that the improvement mends it first. */
const unwatched = 20 * hardWeight

export function resourceRulesOf(model: Model): (Rule[] | null)[] {
  const rules: (Rule[] | null)[] = Array.from({ length: model.resourceCount }, () => null)
  for (const { resource, rule } of model.wishedShapes) (rules[resource] ??= []).push(rule)
  for (const rule of model.problem.rules) {
    if (!isHard(rule) && (rule.kind === 'rather_not' || rule.kind === 'mixed_days'))
      for (const who of rule.who) (rules[who] ??= []).push(rule)
  }
  return rules
}

/** Beside each resource of a block: the category of the meeting at which it is. */
export function categoriesOf(model: Model): Int32Array[] {
  const { problem, members, resources } = model
  return resources.map((list, block) =>
    Int32Array.from(list, (resource) => {
      const member =
        members[block]!.find((each) => problem.meetings[each]!.people.includes(resource)) ??
        members[block]![0]!
      return problem.meetings[member]!.category
    }),
  )
}

export function groupsOf(model: Model): { rule: MeetingsRule; blocks: number[]; weight: number }[] {
  return model.problem.rules.flatMap((rule) => {
    // The search keeps at most so many at once by itself where that must hold, but not the kinds of a day.
    if (!(rule.kind === 'kinds_a_day' || (rule.kind === 'at_most_at_once' && !isHard(rule)))) return []
    return [
      {
        rule,
        blocks: [...new Set(rule.meetings.map((meeting) => model.blockOf[meeting]!))],
        weight: isHard(rule) ? unwatched : rule.weight,
      },
    ]
  })
}

export function loadGroupsOf({ problem, days, periods }: Model): LoadGroup[] {
  return problem.rules.flatMap((rule): LoadGroup[] => {
    if (rule.kind !== 'even_load' || isHard(rule) || rule.who.length === 0) return []
    const isIn = new Uint8Array(problem.people.length * 4 + 4096)
    for (const who of rule.who) isIn[who] = 1
    const masks = rule.times ? new Int32Array(days) : null
    for (const time of rule.times ?? []) masks![(time / periods) | 0]! |= 1 << (time % periods)
    return [
      {
        isIn,
        size: rule.who.length,
        weight: rule.weight,
        masks,
        loads: new Int32Array(problem.people.length),
        sum: 0,
        squares: 0,
      },
    ]
  })
}

/** Of each meeting that cares: what each room costs it; the last entry: none. */
export function roomCostsOf({ problem }: Model): (Float64Array | null)[] {
  const costs: (Float64Array | null)[] = problem.meetings.map(() => null)
  const of = (meeting: number) => (costs[meeting] ??= new Float64Array(problem.rooms.length + 1))
  for (const rule of problem.rules) {
    if (isHard(rule)) continue
    if (rule.kind === 'rooms_among') {
      const isAmong = new Set(rule.rooms)
      for (const meeting of rule.meetings)
        for (let room = 0; room <= problem.rooms.length; room += 1)
          if (!isAmong.has(room)) of(meeting)[room]! += rule.weight
    } else if (rule.kind === 'keep') {
      for (const meeting of rule.meetings) {
        const { former } = problem.meetings[meeting]!
        if (former && former.room !== null)
          for (let room = 0; room <= problem.rooms.length; room += 1)
            if (room !== former.room) of(meeting)[room]! += rule.weight
      }
    }
  }
  return costs
}

export function roomWishesOf({ problem }: Model): Map<number, { members: number[]; weight: number }> {
  const wishes = new Map<number, { members: number[]; weight: number }>()
  for (const rule of problem.rules) {
    if (rule.kind !== 'one_room' || isHard(rule)) continue
    for (const meeting of rule.meetings) {
      const { section, rooms } = problem.meetings[meeting]!
      if (rooms.length === 0) continue
      const wish = wishes.get(section) ?? { members: [], weight: rule.weight }
      wish.members.push(meeting)
      wishes.set(section, wish)
    }
  }
  for (const [section, { members }] of wishes) if (members.length < 2) wishes.delete(section)
  return wishes
}
