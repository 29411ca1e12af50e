/** Who has been asked to take whose session (代课、换课), and what may be done with the request now? */
import { Injectable } from '@nestjs/common'
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { scoped } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { cases, equals, where } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { eventsFrom } from '../../platform/states.js'
import { ownTeacher } from '../sessions/own-teacher.js'
import { SessionChecks } from '../sessions/session-checks.service.js'
import { joinedSessions } from '../sessions/session-query.js'
import { Session } from '../sessions/session.entity.js'
import { Substitution } from './substitution.entity.js'
import { substitutionTable } from './substitution.states.js'
import { type SubstitutionListQuery, type SubstitutionOut, toSubstitutionOut } from './substitutions.dto.js'

const substitutions: Listing<SubstitutionListQuery> = {
  sortable: {
    createdAt: 'substitution.createdAt',
    heldOn: 'session.heldOn',
    status: 'substitution.status',
    id: 'substitution.id',
  },
  filters: {
    schoolId: equals('substitution.schoolId'),
    termId: equals('session.termId'),
    status: equals('substitution.status'),
    kind: equals('substitution.kind'),
    teacherId: where('substitution.askingTeacherId = :teacherId OR substitution.colleagueId = :teacherId'),
    sessionId: where('substitution.sessionId = :sessionId OR substitution.otherSessionId = :sessionId'),
    isOpen: cases({
      true: 'substitution.openSessionId IS NOT NULL',
      false: 'substitution.openSessionId IS NULL',
    }),
  },
}

@Injectable()
export class SubstitutionsService {
  constructor(
    private readonly database: Database,
    private readonly checks: SessionChecks,
  ) {}

  async list(actor: Actor, list: SubstitutionListQuery): Promise<Page<SubstitutionOut>> {
    const manager = this.database.read
    const page = await paged(
      scoped(await this.visible(manager, actor), actor),
      { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') },
      substitutions,
      (substitution) => substitution,
    )
    return { ...page, items: await this.outs(manager, actor, page.items) }
  }

  async get(actor: Actor, id: number): Promise<SubstitutionOut> {
    return this.out(this.database.read, actor, await this.require(this.database.read, actor, id))
  }

  /** Requests of a list of conditions, for pages that put them together themselves. */
  async some(
    actor: Actor,
    narrow: (query: SelectQueryBuilder<Substitution>) => void,
  ): Promise<SubstitutionOut[]> {
    const query = scoped(await this.visible(this.database.read, actor), actor, 'substitution.schoolId')
    narrow(query)
    return this.outs(
      this.database.read,
      actor,
      await query
        .orderBy('session.heldOn')
        .addOrderBy('session.startTime')
        .addOrderBy('substitution.id')
        .getMany(),
    )
  }

  async require(manager: EntityManager, actor: Actor, id: number): Promise<Substitution> {
    const substitution = await scoped(await this.visible(manager, actor), actor, 'substitution.schoolId')
      .andWhere('substitution.id = :id', { id })
      .getOne()
    if (!substitution) throw new NotFound('substitution', id)
    return substitution
  }

  async out(manager: EntityManager, actor: Actor, substitution: Substitution): Promise<SubstitutionOut> {
    return (await this.outs(manager, actor, [substitution]))[0]!
  }

  private async outs(
    manager: EntityManager,
    actor: Actor,
    substitutions: readonly Substitution[],
  ): Promise<SubstitutionOut[]> {
    if (substitutions.length === 0) return []
    const ids = substitutions.flatMap(({ sessionId, otherSessionId }) =>
      otherSessionId === null ? [sessionId] : [sessionId, otherSessionId],
    )
    const sessions = new Map(
      (await joinedSessions(manager).where('session.id IN (:...ids)', { ids }).getMany()).map((session) => [
        session.id,
        session,
      ]),
    )
    const own = await ownTeacher(manager, actor)
    return substitutions.map((each) =>
      toSubstitutionOut(
        each,
        sessions,
        own?.id === each.colleagueId,
        this.actionsOn(each, actor, own, sessions),
      ),
    )
  }

  // Who cannot approve sees only the requests in which they take part.
  private async visible(manager: EntityManager, actor: Actor): Promise<SelectQueryBuilder<Substitution>> {
    const query = manager
      .createQueryBuilder(Substitution, 'substitution')
      .innerJoin(Session, 'session', 'session.id = substitution.sessionId')
      .innerJoinAndMapOne(
        'substitution.askingTeacher',
        Teacher,
        'asking',
        'asking.id = substitution.askingTeacherId',
      )
      .innerJoinAndMapOne(
        'substitution.colleague',
        Teacher,
        'colleague',
        'colleague.id = substitution.colleagueId',
      )
    if (actor.permissions.has('substitution.approve')) return query
    const own = await ownTeacher(manager, actor)
    return query.andWhere(
      new Brackets((any) =>
        any.where('substitution.askingTeacherId = :ownId').orWhere('substitution.colleagueId = :ownId'),
      ),
      { ownId: own?.id ?? 0 },
    )
  }

  private actionsOn(
    substitution: Substitution,
    actor: Actor,
    own: Teacher | null,
    sessions: ReadonlyMap<number, Session>,
  ): string[] {
    const role = roleIn(substitution, actor, own)
    const isOver = [substitution.sessionId, substitution.otherSessionId].some(
      (id) => id !== null && this.checks.hasBegun(sessions.get(id)!),
    )
    const mayStill: Record<string, boolean> = {
      agree: !isOver && role.mayAnswer,
      decline: role.mayAnswer,
      approve: !isOver && role.mayDecide,
      refuse: role.mayDecide,
      withdraw: role.mayWithdraw,
      revoke: !isOver && role.mayDecide,
    }
    return eventsFrom(substitutionTable, substitution.status, actor.permissions).filter(
      (event) => mayStill[event],
    )
  }
}

export interface RoleIn {
  readonly mayAnswer: boolean
  readonly mayDecide: boolean
  readonly mayWithdraw: boolean
}

/** The colleague answers, or who arranges substitutions records the spoken answer; who takes part decides nothing. */
export function roleIn(
  { askingTeacherId, colleagueId, requestedById }: Substitution,
  actor: Actor,
  own: Teacher | null,
): RoleIn {
  const isApprover = actor.permissions.has('substitution.approve')
  const [isAsking, isColleague] = [own?.id === askingTeacherId, own?.id === colleagueId]
  return {
    mayAnswer: isColleague || (isApprover && !isAsking),
    mayDecide: isApprover && !isAsking && !isColleague,
    mayWithdraw: isAsking || isApprover || requestedById === actor.userId,
  }
}
