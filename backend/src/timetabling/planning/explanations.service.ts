/** Where could a section stand, and which of the school's rules are against it (排课解释)? For each slot, with the sections concerned. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { explainRule } from '../solver/constraints.js'
import { explainTimes } from '../solver/explain.js'
import { isHard, type Solution } from '../solver/problem.js'
import { Placement } from '../timetables/placement.entity.js'
import { Timetable } from '../timetables/timetable.entity.js'
import type { ExplanationQuery, SlotExplainedOut } from './explanations.dto.js'
import { LoadWeekService } from './load-week.service.js'
import { namingOf } from './week-naming.js'
import { draftAsSolution, weekProblem, type WeekProblem } from './week-problem.js'

/** Said by the choices of the grid already, with the placement that is in the way. */
const saidElsewhere: ReadonlySet<string> = new Set([
  'person_twice',
  'room_twice',
  'person_unavailable',
  'room_unavailable',
  'closed',
  'over_end',
  'start',
  'room',
  'lock',
  'leader',
  'section_leader',
])
/** About everybody's load or about the week before, not about this slot. */
const notOfASlot: ReadonlySet<string> = new Set(['even_load', 'keep', 'one_room'])

@Injectable()
export class ExplanationsService {
  constructor(
    private readonly database: Database,
    private readonly weeks: LoadWeekService,
  ) {}

  async of(
    actor: Actor,
    timetableId: number,
    { sectionId, placementId }: ExplanationQuery,
  ): Promise<SlotExplainedOut[]> {
    const manager = this.database.read
    const timetable = await scoped(manager.createQueryBuilder(Timetable, 'timetable'), actor)
      .andWhere('timetable.id = :timetableId', { timetableId })
      .getOne()
    if (!timetable) throw new NotFound('timetable', timetableId)
    const week = await this.weeks.week(manager, timetable, false)
    const placement =
      placementId === undefined
        ? null
        : await manager.findOneBy(Placement, { id: placementId, timetableId, sectionId })
    const made = weekProblem({
      ...week,
      placed: week.placed.map((placed) => ({ ...placed, isLocked: false })),
    })
    const solution = draftAsSolution(week, made)
    const meeting = meetingOf(made, solution, sectionId, placement?.slotId ?? null)
    if (meeting === null) return []
    const naming = namingOf(week, made)
    return explainTimes(made.problem, solution, meeting).map(({ time, breaks }) => ({
      slotId: made.slotIds[time]!,
      breaks: breaks
        .filter(({ rule }) => !saidElsewhere.has(rule) && !notOfASlot.has(rule))
        .map((found) => ({
          rule: found.rule,
          isHard: isHard(found),
          sentence: explainRule(made.problem, found, naming)[actor.language],
        })),
    }))
  }
}

/** The meeting that stands in the slot, else one of the section that has no place yet; null: the section is not in this week. */
function meetingOf(
  made: WeekProblem,
  solution: Solution,
  sectionId: number,
  slotId: number | null,
): number | null {
  const own = made.meetings.flatMap((meeting, index) => (meeting.sectionId === sectionId ? [index] : []))
  const standing =
    slotId === null
      ? undefined
      : own.find((index) => solution.places[index] && made.slotIds[solution.places[index].time] === slotId)
  return standing ?? own.find((index) => solution.places[index] === null) ?? own[0] ?? null
}
