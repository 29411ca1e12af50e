/** Who moved what, when and why (状态流转)? The only writer of any `status`, and the keeper of the history. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, EntityTarget } from 'typeorm'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, Invalid, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import type { Caused, StateEvent, StateTable } from '../../platform/states.js'
import type { ActingPerson, OnBehalfOf } from '../acting-person.js'
import { AuditEntries, type Change } from '../entries/audit-entries.service.js'
import { AuditEntry } from '../entries/audit-entry.entity.js'
import { Transition } from './transition.entity.js'
import { type TransitionOut, toTransitionOut } from './transitions.dto.js'

interface Stateful {
  id: number
  status: string
  schoolId?: number | null
  regionCode?: string | null
}

interface Done {
  event: string
  toState: string
  onBehalfOf: OnBehalfOf | null
  comment?: string | undefined
}

const byAnyOf = '(transition.actorId IN (:...parties) OR transition.onBehalfOfId IN (:...parties))'

function behalfOf(person: ActingPerson, permission: string): OnBehalfOf | null {
  return person.actsFor?.get(permission) ?? null
}

/** Those who act together when the person uses the permission: the person, and in whose place. */
function partiesOf(person: ActingPerson, permission: string): number[] {
  const behalf = behalfOf(person, permission)
  return behalf ? [person.userId, behalf.userId] : [person.userId]
}

type Move = Pick<Transition, 'entityId' | 'event' | 'actorId' | 'onBehalfOfId'>

function causedBy(person: ActingPerson, rows: readonly Move[]): Caused {
  return {
    has: (event, permission) => {
      const parties = partiesOf(person, permission)
      return rows.some(
        (row) =>
          row.event === event &&
          (parties.includes(row.actorId) ||
            (row.onBehalfOfId !== null && parties.includes(row.onBehalfOfId))),
      )
    },
  }
}

@Injectable()
export class Transitions {
  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly database: Database,
  ) {}

  /**
   * Moves one thing on by an event and writes its history. Throws Forbidden without the permission, RuleBroken where
   * the state or the separation of duties forbids it, StateConflict where somebody else was first.
   * `set` are columns that change with the state.
   */
  async move<S extends string, E extends string>(
    tx: EntityManager,
    table: StateTable<S, E>,
    target: EntityTarget<object>,
    thing: Stateful,
    event: E,
    person: ActingPerson,
    { comment, set = {} }: { comment?: string | undefined; set?: object } = {},
  ): Promise<S> {
    const rule: StateEvent<S> = table.events[event]
    if (!person.permissions.has(rule.permission))
      throw new Forbidden('access.forbidden', { permission: rule.permission })
    if (!rule.from.includes(thing.status as S))
      throw new StateConflict('state.not_possible', { event, status: thing.status })
    if (rule.needsComment && !comment?.trim()) throw new Invalid('state.comment_needed')
    await this.refuseSamePerson(tx, table.entity, thing.id, rule, person)
    const moved = await tx
      .createQueryBuilder()
      .update(target)
      .set({ ...set, status: rule.to })
      .where('id = :id AND status = :from', { id: thing.id, from: thing.status })
      .execute()
    if (moved.affected !== 1) throw new StateConflict('state.conflict')
    const done = { event, toState: rule.to, onBehalfOf: behalfOf(person, rule.permission), comment }
    await tx.insert(Transition, this.row(table.entity, thing, done, person))
    await this.audit.record(tx, person, this.change(table.entity, thing, done))
    return rule.to
  }

  /** Moves many things of one state on together: all, or StateConflict, or RuleBroken where separation of duties forbids one of them. */
  async moveMany<S extends string, E extends string>(
    tx: EntityManager,
    table: StateTable<S, E>,
    target: EntityTarget<object>,
    things: readonly Stateful[],
    event: E,
    person: ActingPerson,
    { comment, set = {} }: { comment?: string | undefined; set?: object } = {},
  ): Promise<void> {
    if (things.length === 0) return
    const rule: StateEvent<S> = table.events[event]
    if (!person.permissions.has(rule.permission))
      throw new Forbidden('access.forbidden', { permission: rule.permission })
    if (rule.from.length !== 1) throw new Error(`${table.entity}.${event} is not an event for many`)
    if (rule.notBy?.length) {
      const caused = await this.eventsOf(
        tx,
        table.entity,
        things.map((thing) => thing.id),
        person,
      )
      if (
        [...caused.values()].some((events) => rule.notBy!.some((other) => events.has(other, rule.permission)))
      )
        throw new RuleBroken('state.same_person')
    }
    const moved = await tx
      .createQueryBuilder()
      .update(target)
      .set({ ...set, status: rule.to })
      .where('id IN (:...ids) AND status = :from', {
        ids: things.map((thing) => thing.id),
        from: rule.from[0],
      })
      .execute()
    if (moved.affected !== things.length) throw new StateConflict('state.conflict')
    const done = { event, toState: rule.to, onBehalfOf: behalfOf(person, rule.permission), comment }
    await tx.insert(
      Transition,
      things.map((thing) => this.row(table.entity, thing, done, person)),
    )
    await this.audit.recordMany(
      tx,
      person,
      things.map((thing) => this.change(table.entity, thing, done)),
    )
  }

  // Who acts for another and that other count as one, on both sides: now, and in what was done before.
  private async refuseSamePerson(
    tx: EntityManager,
    entity: string,
    entityId: number,
    rule: StateEvent<string>,
    person: ActingPerson,
  ): Promise<void> {
    if (!rule.notBy?.length) return
    const earlier = await tx
      .createQueryBuilder(Transition, 'transition')
      .where('transition.entity = :entity AND transition.entityId = :entityId', { entity, entityId })
      .andWhere(byAnyOf, { parties: partiesOf(person, rule.permission) })
      .andWhere('transition.event IN (:...events)', { events: [...rule.notBy] })
      .getCount()
    if (
      earlier > 0 ||
      (rule.notBy.includes('submit') &&
        (await this.makersOf(tx, entity, [entityId], partiesOf(person, rule.permission))).length > 0)
    )
      throw new RuleBroken('state.same_person')
  }

  // Who drafted a thing has made it, even where a colleague handed it in; drafting is no move, so the audit trail knows.
  private makersOf(
    manager: EntityManager,
    entity: string,
    entityIds: readonly number[],
    parties: readonly number[],
  ): Promise<Pick<AuditEntry, 'entityId' | 'actorId' | 'onBehalfOfId'>[]> {
    return manager
      .createQueryBuilder(AuditEntry, 'entry')
      .select(['entry.id', 'entry.entityId', 'entry.actorId', 'entry.onBehalfOfId'])
      .where('entry.entity = :entity AND entry.entityId IN (:...entityIds) AND entry.action = :action', {
        entity,
        entityIds: [...entityIds],
        action: `${entity}.create`,
      })
      .andWhere('(entry.actorId IN (:...parties) OR entry.onBehalfOfId IN (:...parties))', {
        parties: [...parties],
      })
      .getMany()
  }

  private row(
    entity: string,
    thing: Stateful,
    { event, toState, onBehalfOf, comment }: Done,
    person: ActingPerson,
  ) {
    return {
      entity,
      entityId: thing.id,
      event,
      fromState: thing.status,
      toState,
      actorId: person.userId,
      actorName: person.displayName,
      onBehalfOfId: onBehalfOf?.userId ?? null,
      onBehalfOfName: onBehalfOf?.displayName ?? null,
      at: this.clock.now(),
      comment: comment?.trim() || null,
      schoolId: thing.schoolId ?? null,
      regionCode: thing.regionCode ?? person.regionCode,
    }
  }

  private change(entity: string, thing: Stateful, { event, toState, onBehalfOf }: Done): Change {
    return {
      action: `${entity}.${event}`,
      entity,
      entityId: thing.id,
      schoolId: thing.schoolId ?? null,
      before: { status: thing.status },
      after: { status: toState },
      onBehalfOf,
    }
  }

  /** For a page of things at once: what the person, or whoever they act for, has caused on each; read by `eventsFrom`. */
  async eventsOf(
    manager: EntityManager,
    entity: string,
    entityIds: readonly number[],
    person: ActingPerson,
  ): Promise<Map<number, Caused>> {
    if (entityIds.length === 0) return new Map()
    const parties = [
      ...new Set([person.userId, ...[...(person.actsFor?.values() ?? [])].map((behalf) => behalf.userId)]),
    ]
    const rows = await manager
      .createQueryBuilder(Transition, 'transition')
      .select([
        'transition.id',
        'transition.entityId',
        'transition.event',
        'transition.actorId',
        'transition.onBehalfOfId',
      ])
      .where('transition.entity = :entity AND transition.entityId IN (:...entityIds)', {
        entity,
        entityIds: [...entityIds],
      })
      .andWhere(byAnyOf, { parties })
      .getMany()
    const made = (await this.makersOf(manager, entity, entityIds, parties)).map(
      ({ entityId, actorId, onBehalfOfId }) => ({
        entityId: entityId!,
        event: 'submit',
        actorId: actorId!,
        onBehalfOfId,
      }),
    )
    const byThing = new Map<number, Move[]>()
    for (const row of [...rows, ...made])
      byThing.set(row.entityId, [...(byThing.get(row.entityId) ?? []), row])
    return new Map([...byThing].map(([id, ofThing]) => [id, causedBy(person, ofThing)]))
  }

  /** History of one thing, oldest first; outside the person's scope it does not exist. */
  async history(person: ActingPerson, entity: string, entityId: number): Promise<TransitionOut[]> {
    const rows = await this.database.read.find(Transition, {
      where: { entity, entityId },
      order: { id: 'ASC' },
    })
    const isVisible = rows.every((row) =>
      person.schoolId === null
        ? (row.regionCode ?? '').startsWith(person.regionCode) ||
          person.regionCode.startsWith(row.regionCode ?? '-')
        : row.schoolId === person.schoolId,
    )
    if (!isVisible) throw new NotFound(entity, entityId)
    return rows.map(toTransitionOut)
  }
}
