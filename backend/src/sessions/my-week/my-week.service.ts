/** What does a teacher's own week look like (我的一周): sessions with what was changed, requests, leave and duties? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import type { Teacher } from '../../people/index.js'
import type { Session } from '../sessions/session.entity.js'
import { addDays, Clock, datesBetween, mondayOf, weekdayOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { DutiesService } from '../duties/duties.service.js'
import { LeavesService } from '../leaves/leaves.service.js'
import { SubstitutionsService } from '../substitutions/substitutions.service.js'
import type { MyPart, MyWeekOut } from './my-week.dto.js'
import { ownTeacher } from '../sessions/own-teacher.js'
import { joinedSessions } from '../sessions/session-query.js'
import type { SessionOut } from '../sessions/sessions.dto.js'
import { SessionsService } from '../sessions/sessions.service.js'

const mostRows = 200

@Injectable()
export class MyWeekService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly substitutions: SubstitutionsService,
    private readonly leaves: LeavesService,
    private readonly duties: DutiesService,
  ) {}

  async week(actor: Actor, on: string = this.clock.today()): Promise<MyWeekOut> {
    const manager = this.database.read
    const own = await ownTeacher(manager, actor)
    const fromOn = mondayOf(on)
    const toOn = addDays(fromOn, 6)
    const dates = datesBetween(fromOn, toOn)
    const empty = {
      teacherId: null,
      fromOn,
      toOn,
      days: dates.map((dayOn) => ({
        dayOn,
        weekday: weekdayOf(dayOn),
        sessions: [],
        movedAway: [],
        duties: [],
      })),
      forMe: [],
      mine: [],
      leaves: [],
    }
    if (!own) return empty
    const list = { page: 1, pageSize: mostRows, teacherId: own.id, from: fromOn, to: toOn }
    const [found, duties, leaves, open] = await Promise.all([
      sessionsOf(manager, own, fromOn, toOn),
      this.duties.list(actor, list),
      this.leaves.list(actor, {
        ...list,
        from: this.clock.today() > fromOn ? fromOn : this.clock.today(),
        to: '9999-12-31',
      }),
      this.substitutions.some(actor, (query) =>
        query.andWhere(
          'substitution.openSessionId IS NOT NULL AND (substitution.askingTeacherId = :own OR substitution.colleagueId = :own)',
          { own: own.id },
        ),
      ),
    ])
    const sessions = await this.sessions.outs(manager, actor, found)
    return {
      teacherId: own.id,
      fromOn,
      toOn,
      leaves: leaves.items,
      forMe: open.filter((each) => each.isForMe && each.status === 'asked'),
      mine: open.filter((each) => each.askingTeacherId === own.id),
      days: dates.map((dayOn) => ({
        dayOn,
        weekday: weekdayOf(dayOn),
        duties: duties.items.filter((duty) => duty.heldOn === dayOn),
        sessions: sessions
          .filter((session) => session.heldOn === dayOn)
          .map((session) => ({ session, part: partOf(session, own.id) })),
        movedAway: sessions.filter(
          (session) =>
            session.plannedOn === dayOn &&
            session.heldOn !== dayOn &&
            session.teacherId === own.id &&
            session.status === 'planned',
        ),
      })),
    }
  }
}

function partOf({ teacherId, plannedTeacherId }: SessionOut, ownId: number): MyPart {
  if (teacherId !== ownId) return 'taken'
  return plannedTeacherId === ownId ? 'own' : 'for_other'
}

/** Held or planned in these days, by this teacher or for them. */
function sessionsOf(manager: EntityManager, own: Teacher, fromOn: string, toOn: string): Promise<Session[]> {
  return joinedSessions(manager)
    .where('session.schoolId = :schoolId AND (session.teacherId = :own OR session.plannedTeacherId = :own)', {
      schoolId: own.schoolId,
      own: own.id,
    })
    .andWhere('(session.heldOn BETWEEN :fromOn AND :toOn OR session.plannedOn BETWEEN :fromOn AND :toOn)', {
      fromOn,
      toOn,
    })
    .orderBy('session.heldOn')
    .addOrderBy('session.startTime')
    .addOrderBy('session.id')
    .getMany()
}
