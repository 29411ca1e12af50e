/** Who leads the sections that have no teacher yet (选任课教师)? Able and willing people, with a load as even as can be. Pure. */
import type { Draws } from './random.js'
import type { Week } from './week.js'
import { countOf } from './week-shape.js'

/** Chooses a leader for each section that needs one; the fewer could do it, the sooner it is settled. */
export function chooseLeaders(week: Week, draws: Draws, wanted: (ledSection: number) => number | null): void {
  const { ledSections } = week.model
  const order = ledSections
    .map((_, at) => at)
    .sort(
      (one, other) =>
        ledSections[one]!.leaders.length - ledSections[other]!.leaders.length ||
        ledSections[other]!.periods - ledSections[one]!.periods ||
        one - other,
    )
  for (const at of order) {
    const leader = ledSections[at]!.lockedLeader ?? wanted(at) ?? leastLoaded(week, at, draws, -1)
    if (leader >= 0) week.setLeader(at, leader)
  }
}

/** The one with the smallest load among those with enough open time; −1: there is nobody. */
export function leastLoaded(week: Week, ledSection: number, draws: Draws, except: number): number {
  const { ledSections } = week.model
  const { leaders, periods } = ledSections[ledSection]!
  let best = -1
  let bestLoad = Infinity
  for (const leader of leaders) {
    if (leader === except && leaders.length > 1) continue
    const load = loadOf(week, leader)
    const rank = load + (load + periods > roomFor(week, leader) ? 1000 : 0) + draws.below(100) / 200
    if (rank < bestLoad) {
      best = leader
      bestLoad = rank
    }
  }
  return best
}

/** Periods, placed and still to be placed. */
export function loadOf({ model, left, busy }: Week, person: number): number {
  let load = left[person]!
  for (let day = 0; day < model.days; day += 1) load += countOf(busy[person * model.days + day]!)
  return load
}

/** Periods that the person could take at most. */
function roomFor({ model }: Week, person: number): number {
  const shape = model.shapes[person]
  const days = Array.from({ length: model.days }, (_, day) =>
    Math.min(countOf(model.open[person * model.days + day]!), shape?.maxADay ?? model.periods),
  ).sort((one, other) => other - one)
  return days.slice(0, shape?.maxDays ?? model.days).reduce((sum, each) => sum + each, 0)
}
