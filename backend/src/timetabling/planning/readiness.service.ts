/** Can a draft be arranged automatically (排课前检查), and if not, what has to be mended? */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { Sentences } from '../../platform/sentences.js'
import type { Language } from '../../platform/texts.js'
import { type Reason, whyImpossible } from '../solver/impossible.js'
import { Timetable } from '../timetables/timetable.entity.js'
import { LoadWeekService } from './load-week.service.js'
import type { ObstacleOut, ReadinessOut } from './readiness.dto.js'
import { type Obstacle, obstacleIn } from './week.js'
import { namingOf } from './week-naming.js'
import { weekProblem } from './week-problem.js'
import { isFixed, readiness } from './week-readiness.js'

const sentencesShown = 10

@Injectable()
export class ReadinessService {
  constructor(
    private readonly database: Database,
    private readonly weeks: LoadWeekService,
    private readonly sentences: Sentences,
  ) {}

  async of(actor: Actor, timetableId: number): Promise<ReadinessOut> {
    const timetable = await scoped(this.database.read.createQueryBuilder(Timetable, 'timetable'), actor)
      .andWhere('timetable.id = :timetableId', { timetableId })
      .getOne()
    if (!timetable) throw new NotFound('timetable', timetableId)
    const week = await this.weeks.week(this.database.read, timetable, false)
    const { blocking, warnings } = readiness(week)
    // Counting proves what no search has to find out; where somebody is overloaded, it has been said already.
    const made =
      blocking.length === 0 && warnings.every(({ code }) => !code.endsWith('_overloaded'))
        ? weekProblem(week)
        : null
    const impossible = made ? whyImpossible(made.problem, namingOf(week, made)) : []
    const known = new Set(week.sections.map(({ id }) => id))
    return {
      isReady: blocking.length === 0,
      isImpossible: blocking.some(({ sectionId }) => sectionId === null),
      blocking: blocking.map((each) => this.say(each, actor.language)),
      warnings: [
        ...warnings.map((each) => this.say(each, actor.language)),
        ...impossible.map((each) => this.sayReason(each, actor.language)),
      ],
      sectionCount: week.sections.length,
      meetingCount: week.sections.reduce((sum, section) => sum + section.meetingsPerWeek, 0),
      fixedCount: week.placed.filter((placed) => isFixed(placed) && known.has(placed.sectionId)).length,
      teacherCount: week.teachers.filter((teacher) => teacher.isActive && teacher.isWilling).length,
      roomCount: week.rooms.length,
    }
  }

  /** Throws RuleBroken with all the sentences together, unless only sections stand in the way and these may be left out. */
  async require(actor: Actor, timetableId: number, leavesOutUnready: boolean): Promise<void> {
    const { isReady, isImpossible, blocking } = await this.of(actor, timetableId)
    if (isReady || (leavesOutUnready && !isImpossible)) return
    const sentences = blocking
      .slice(0, sentencesShown)
      .map(({ message }) => message)
      .join(actor.language === 'zh' ? '' : ' ')
    throw new RuleBroken('scheduling.week_not_ready', { count: blocking.length, sentences })
  }

  private say(obstacle: Obstacle, language: Language): ObstacleOut {
    return {
      code: obstacle.code,
      message: this.sentences.say(obstacleIn(obstacle, language), language),
      sectionId: obstacle.sectionId,
    }
  }

  private sayReason({ sentence, mend }: Reason, language: Language): ObstacleOut {
    const params = { sentence: sentence[language], mend: mend[language] }
    const code = 'scheduling.ready_impossible'
    return { code, message: this.sentences.say({ code, params }, language), sectionId: null }
  }
}
