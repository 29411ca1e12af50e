/** Who moved what, when and why (状态流转)? The only writer of any `status`, and the keeper of the history. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, type EntityTarget, In, type ObjectLiteral } from 'typeorm'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, Invalid, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import {
  bySystem,
  type Caused,
  creating,
  editing,
  type StateEvent,
  type StateTable,
} from '../../platform/states.js'
import type { ActingPerson } from '../acting-person.js'
import { bindingOf, documentMade, requireAsNoted } from '../documents/binding.js'
import { AuditEntries } from '../entries/audit-entries.service.js'
import { changeOf, rowOf } from './noted-step.js'
import { behalfOf, behalfOfMaker, byAnyOf, causedBy, type Move, partiesOf, withMaking } from './separation.js'
import type { Seen, Stateful, Taken } from './taken.js'
import { Transition } from './transition.entity.js'
import { type TransitionOut, toTransitionOut } from './transitions.dto.js'

@Injectable()
export class Transitions {
  /** For which step a row was taken and checked. */
  private readonly allowed = new WeakMap<Stateful, string>()

  constructor(
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly database: Database,
  ) {}

  /**
   * Locks one thing and reads it after: the first statement of every act and edit, for nothing may be computed from a
   * row read before its lock. `read` reads it within the person's scope and throws NotFound outside. Throws Forbidden,
   * StateConflict (409) where the state does not allow the step or the row is no longer what the person saw, RuleBroken
   * where the same person would take two steps.
   */
  async take<T extends Stateful, S extends string, E extends string>(
    tx: EntityManager,
    table: StateTable<S, E>,
    target: EntityTarget<T>,
    id: number,
    event: E | typeof editing,
    person: ActingPerson,
    { read, seen }: { read: () => Promise<T>; seen?: Seen | undefined },
  ): Promise<Taken<T>> {
    await this.lock(tx, target, [id])
    await requireAsNoted(tx, table.entity, [id])
    const row = (await read()) as Taken<T>
    if (event === editing) this.requireEditable(table as StateTable, row, person)
    else await this.requirePossible(tx, table as StateTable, row, event, person)
    await this.requireSeen(tx, table as StateTable, row, seen)
    this.allowed.set(row, event)
    return row
  }

  /** When it last took this step. Throws where it never has. */
  async lastAt(manager: EntityManager, entity: string, entityId: number, event: string): Promise<Date> {
    const { at } = await manager.findOneOrFail(Transition, {
      where: { entity, entityId, event },
      order: { id: 'DESC' },
    })
    return at
  }

  /** Who has had a part in it by these steps, making included where `submit` is one; with those in whose place it was. */
  async peopleIn(
    manager: EntityManager,
    entity: string,
    entityId: number,
    events: readonly string[],
  ): Promise<number[]> {
    const steps = await manager.find(Transition, {
      where: { entity, entityId, event: In(withMaking(events)) },
      select: { id: true, actorId: true, onBehalfOfId: true },
    })
    return [...new Set(steps.flatMap(({ actorId, onBehalfOfId }) => [actorId, onBehalfOfId]))].filter(
      (id) => id !== null,
    )
  }

  /** Throws StateConflict (409), which names what changed, where the row is no longer what the person saw. */
  async requireSeen(
    tx: EntityManager,
    { entity }: StateTable,
    row: Taken,
    { revision }: Seen = {},
  ): Promise<void> {
    if (revision !== undefined && revision !== row.revision)
      throw await this.staleness(tx, entity, row, revision)
  }

  /**
   * Locks many, in the order of their ids so that two who lock do not wait for each other, and reads them after. Also
   * for what the system does without a person's step; `move` checks each.
   */
  async takeAll<T extends Stateful>(
    tx: EntityManager,
    target: EntityTarget<T>,
    ids: readonly number[],
    read: (ids: readonly number[]) => Promise<T[]>,
  ): Promise<Taken<T>[]> {
    if (ids.length === 0) return []
    await this.lock(tx, target, ids)
    await requireAsNoted(tx, tx.connection.getMetadata(target).tableName, ids)
    return (await read(ids)) as Taken<T>[]
  }

  /** What this transaction has itself inserted is locked by that. Notes who made it. */
  async made<T extends Stateful>(
    tx: EntityManager,
    table: StateTable,
    row: T,
    person: ActingPerson,
  ): Promise<Taken<T>> {
    const [made] = await this.madeMany(tx, table, [row], person)
    return made!
  }

  /** See `made`. */
  async madeMany<T extends Stateful>(
    tx: EntityManager,
    table: StateTable,
    rows: readonly T[],
    person: ActingPerson,
  ): Promise<Taken<T>[]> {
    const done = { event: creating, onBehalfOf: behalfOfMaker(table, person), at: this.clock.now() }
    await tx.insert(
      Transition,
      rows.map((row) => rowOf(table.entity, row, { ...done, toState: row.status }, person)),
    )
    for (const row of rows) documentMade(tx, table.entity, row.id)
    // Whoever wrote the rows left their first revision to the database.
    return rows.map((row) => Object.assign(row, { revision: row.revision ?? 0 }) as Taken<T>)
  }

  /** Writes a change of the content of what was taken for editing, and notes that the person has had a hand in it. */
  async edit<T extends Stateful>(
    tx: EntityManager,
    table: StateTable,
    target: EntityTarget<T>,
    thing: Taken<T>,
    set: Partial<T>,
    person: ActingPerson,
  ): Promise<void> {
    if (this.allowed.get(thing) !== editing) throw new Error(`${table.entity} was not taken for editing`)
    await this.write(tx, target, thing, set)
    const onBehalfOf = behalfOfMaker(table, person)
    const done = { event: editing, toState: thing.status, onBehalfOf, at: this.clock.now() }
    await tx.insert(Transition, rowOf(table.entity, thing, done, person))
    bindingOf(tx)?.changed(table.entity, thing.id)
  }

  /**
   * Moves one thing on by an event and writes its history. What was taken for this event has been checked; what was taken
   * otherwise is checked now. `set` are columns that change with the state.
   */
  async move<S extends string, E extends string>(
    tx: EntityManager,
    table: StateTable<S, E>,
    target: EntityTarget<object>,
    thing: Taken,
    event: E,
    person: ActingPerson,
    { comment, set = {} }: { comment?: string | undefined; set?: object } = {},
  ): Promise<S> {
    const rule: StateEvent<S> = table.events[event]
    if (this.allowed.get(thing) !== event)
      await this.requirePossible(tx, table as StateTable, thing, event, person)
    if (rule.needsComment && !comment?.trim()) throw new Invalid('state.comment_needed')
    this.allowed.delete(thing)
    await this.write(tx, target, thing, { ...set, status: rule.to })
    const onBehalfOf = behalfOf(person, rule.permission)
    const done = { event, toState: rule.to, onBehalfOf, comment, at: this.clock.now() }
    await tx.insert(Transition, rowOf(table.entity, thing, done, person))
    await this.audit.record(tx, person, changeOf(table.entity, thing, done))
    return rule.to
  }

  /** Moves many things of one state on together: all, or StateConflict, or RuleBroken where separation of duties forbids one of them. */
  async moveMany<S extends string, E extends string>(
    tx: EntityManager,
    table: StateTable<S, E>,
    target: EntityTarget<object>,
    things: readonly Taken[],
    event: E,
    person: ActingPerson,
    { comment, set = {} }: { comment?: string | undefined; set?: object } = {},
  ): Promise<void> {
    if (things.length === 0) return
    const rule: StateEvent<S> = table.events[event]
    if (!person.permissions.has(rule.permission))
      throw new Forbidden('access.forbidden', { permission: rule.permission })
    const [ids, from] = [things.map(({ id }) => id), things[0]!.status]
    if (!(rule.from as readonly string[]).includes(from) || things.some(({ status }) => status !== from))
      throw new StateConflict('state.conflict')
    if (rule.notBy?.length) {
      const caused = await this.eventsOf(tx, table.entity, ids, person)
      if (
        [...caused.values()].some((events) =>
          withMaking(rule.notBy!).some((other) => events.has(other, rule.permission)),
        )
      )
        throw new RuleBroken('state.same_person')
    }
    const moved = await tx
      .createQueryBuilder()
      .update(target)
      .set({ ...set, status: rule.to, revision: () => 'revision + 1' })
      .where('id IN (:...ids) AND status = :from', { ids, from })
      .execute()
    if (moved.affected !== things.length) throw new StateConflict('state.conflict')
    const onBehalfOf = behalfOf(person, rule.permission)
    const done = { event, toState: rule.to, onBehalfOf, comment, at: this.clock.now() }
    await tx.insert(
      Transition,
      things.map((thing) => rowOf(table.entity, thing, done, person)),
    )
    await this.audit.recordMany(
      tx,
      person,
      things.map((thing) => changeOf(table.entity, thing, done)),
    )
  }

  /** What time alone does (到期): moves many on, or StateConflict. The history and the trail name nobody. */
  async moveBySystem<S extends string, E extends string>(
    tx: EntityManager,
    table: StateTable<S, E>,
    target: EntityTarget<object>,
    things: readonly Taken[],
    event: E,
    { set = {} }: { set?: object } = {},
  ): Promise<void> {
    if (things.length === 0) return
    const rule: StateEvent<S> = table.events[event]
    if (rule.permission !== bySystem) throw new Error(`${table.entity}.${event} is a person's step`)
    const moved = await tx
      .createQueryBuilder()
      .update(target)
      .set({ ...set, status: rule.to, revision: () => 'revision + 1' })
      .where('id IN (:...ids) AND status IN (:...from)', {
        ids: things.map((thing) => thing.id),
        from: rule.from,
      })
      .execute()
    if (moved.affected !== things.length) throw new StateConflict('state.conflict')
    const done = { event, toState: rule.to, onBehalfOf: null, at: this.clock.now() }
    await tx.insert(
      Transition,
      things.map((thing) => rowOf(table.entity, thing, done, null)),
    )
    for (const thing of things)
      await this.audit.recordWithoutPerson(tx, changeOf(table.entity, thing, done), 'system')
  }

  private async lock(
    tx: EntityManager,
    target: EntityTarget<ObjectLiteral>,
    ids: readonly number[],
  ): Promise<void> {
    // SQLite has one writer, and it is this transaction.
    if (this.database.isSqlite) return
    await tx
      .createQueryBuilder(target, 'thing')
      .select('thing.id')
      .where('thing.id IN (:...ids)', { ids: [...ids] })
      .orderBy('thing.id')
      .setLock('pessimistic_write')
      .getRawMany()
  }

  // The lock has been taken; the revision in the condition is the last word where a database locks by node.
  private async write<T extends Stateful>(
    tx: EntityManager,
    target: EntityTarget<ObjectLiteral>,
    thing: Taken<T>,
    set: object,
  ): Promise<void> {
    const { id, status, revision } = thing
    const written = await tx
      .createQueryBuilder()
      .update(target)
      .set({ ...set, revision: revision + 1 })
      .where('id = :id AND status = :status AND revision = :revision', { id, status, revision })
      .execute()
    if (written.affected !== 1) throw new StateConflict('state.conflict')
    thing.revision = revision + 1
  }

  private requireEditable({ entity, edit }: StateTable, { status }: Stateful, person: ActingPerson): void {
    if (!edit) throw new Error(`${entity} is never edited`)
    if (!edit.permissions.some((permission) => person.permissions.has(permission)))
      throw new Forbidden('access.forbidden', { permission: edit.permissions[0]! })
    if (!edit.in.includes(status)) throw new StateConflict('state.not_possible', { event: editing, status })
  }

  private async requirePossible(
    tx: EntityManager,
    { entity, events }: StateTable,
    { id, status }: Stateful,
    event: string,
    person: ActingPerson,
  ): Promise<void> {
    const rule = events[event]!
    if (!person.permissions.has(rule.permission))
      throw new Forbidden('access.forbidden', { permission: rule.permission })
    if (!rule.from.includes(status)) throw new StateConflict('state.not_possible', { event, status })
    await this.refuseSamePerson(tx, entity, id, rule, person)
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
      .andWhere('transition.event IN (:...events)', { events: withMaking(rule.notBy) })
      .getCount()
    if (earlier > 0) throw new RuleBroken('state.same_person')
  }

  /** 409 that says who changed it, when, by which step and which columns. */
  private async staleness(
    tx: EntityManager,
    entity: string,
    { id, revision }: Stateful,
    seen: number,
  ): Promise<StateConflict> {
    const [last] = await tx.find(Transition, {
      where: { entity, entityId: id },
      order: { id: 'DESC' },
      take: 1,
    })
    if (!last) return new StateConflict('state.stale_by_nobody')
    const entries = await this.audit.latest(tx, entity, id, Math.max(1, revision - seen))
    const changed = [...new Set(entries.flatMap(({ after }) => Object.keys(after ?? {})))]
    return new StateConflict('state.stale', {
      who: last.actorName,
      at: last.at.toISOString(),
      event: last.event,
      changed: changed.filter((key) => key !== 'revision').join(','),
    })
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
      .select(['id', 'entityId', 'event', 'actorId', 'onBehalfOfId'].map((name) => `transition.${name}`))
      .where('transition.entity = :entity AND transition.entityId IN (:...entityIds)', {
        entity,
        entityIds: [...entityIds],
      })
      .andWhere(byAnyOf, { parties })
      .getMany()
    const byThing = new Map<number, Move[]>()
    for (const row of rows) byThing.set(row.entityId, [...(byThing.get(row.entityId) ?? []), row])
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
