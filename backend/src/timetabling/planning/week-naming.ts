/** What the times of a week that is worked out are called (时段名称): by their slots, in both languages. Pure. */
import { printWeekday, printWhen } from '../slots/print-when.js'
import type { Naming } from '../solver/constraints.js'
import type { Week } from './week.js'
import type { WeekProblem } from './week-problem.js'

export function namingOf(week: Week, { slotIds, problem }: WeekProblem): Naming {
  const slotAt = (time: number) => week.slots.find(({ id }) => id === slotIds[time])
  return {
    time: (time) => {
      const slot = slotAt(time)
      return slot ? { zh: printWhen(slot, 'zh'), en: printWhen(slot, 'en') } : { zh: '', en: '' }
    },
    day: (day) => {
      const slot = slotIds
        .slice(day * problem.periods, (day + 1) * problem.periods)
        .map((_, period) => slotAt(day * problem.periods + period))
        .find((each) => each !== undefined)
      return slot
        ? { zh: printWeekday(slot.weekday, 'zh'), en: printWeekday(slot.weekday, 'en') }
        : { zh: '', en: '' }
    },
  }
}
