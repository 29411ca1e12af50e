/** Who moved what, when and why (状态流转)? The only writer of any `status`, and the keeper of the history. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, EntityTarget } from 'typeorm'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, Invalid, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import type { StateEvent, StateTable } from '../../platform/states.js'
import type { ActingPerson } from '../acting-person.js'
import { AuditEntries, type Change } from '../entries/audit-entries.service.js'
import { Transition } from './transition.entity.js'
import { type TransitionOut, toTransitionOut } from './transitions.dto.js'

interface Stateful {
  id: number
  status: string
  schoolId?: number | null
  regionCode?: string | null
}

@Injectable()
export class Transitions {
  constructor(private readonly clock: Clock, private readonly audit: AuditEntries, private readonly database: Database) {}

  /**
   * Moves one thing on by an event and writes its history. Throws Forbidden without the permission, RuleBroken where
   * the state or the separation of duties forbids it, StateConflict where somebody else was first.
   * `set` are columns that change with the state.
   */
  async move<S extends string, E extends string>(
    tx: EntityManager, table: StateTable<S, E>, target: EntityTarget<object>, thing: Stateful, event: E,
    person: ActingPerson, { comment, set = {} }: { comment?: string | undefined; set?: object } = {},
  ): Promise<S> {
    const rule: StateEvent<S> = table.events[event]
    if (!person.permissions.has(rule.permission)) throw new Forbidden('access.forbidden', { permission: rule.permission })
    if (!rule.from.includes(thing.status as S)) throw new StateConflict('state.not_possible', { event, status: thing.status })
    if (rule.needsComment && !comment?.trim()) throw new Invalid('state.comment_needed')
    await this.refuseSamePerson(tx, table.entity, thing.id, rule, person)
    const moved = await tx.createQueryBuilder().update(target).set({ ...set, status: rule.to })
      .where('id = :id AND status = :from', { id: thing.id, from: thing.status }).execute()
    if (moved.affected !== 1) throw new StateConflict('state.conflict')
    await this.write(tx, table.entity, thing, event, rule.to, person, comment)
    return rule.to
  }

  /** Moves many things of one state on together: all, or StateConflict, or RuleBroken where separation of duties forbids one of them. */
  async moveMany<S extends string, E extends string>(
    tx: EntityManager, table: StateTable<S, E>, target: EntityTarget<object>, things: readonly Stateful[], event: E,
    person: ActingPerson, { comment, set = {} }: { comment?: string | undefined; set?: object } = {},
  ): Promise<void> {
    if (things.length === 0) return
    const rule: StateEvent<S> = table.events[event]
    if (!person.permissions.has(rule.permission)) throw new Forbidden('access.forbidden', { permission: rule.permission })
    if (rule.from.length !== 1) throw new Error(`${table.entity}.${event} is not an event for many`)
    if (rule.notBy?.length) {
      const caused = await this.eventsOf(tx, table.entity, things.map((thing) => thing.id), person.userId)
      if ([...caused.values()].some((events) => rule.notBy!.some((other) => events.has(other)))) throw new RuleBroken('state.same_person')
    }
    const moved = await tx.createQueryBuilder().update(target).set({ ...set, status: rule.to })
      .where('id IN (:...ids) AND status = :from', { ids: things.map((thing) => thing.id), from: rule.from[0] }).execute()
    if (moved.affected !== things.length) throw new StateConflict('state.conflict')
    await tx.insert(Transition, things.map((thing) => this.row(table.entity, thing, event, rule.to, person, comment)))
    await this.audit.recordMany(tx, person, things.map((thing) => this.change(table.entity, thing, event, rule.to)))
  }

  private async refuseSamePerson(tx: EntityManager, entity: string, entityId: number, rule: StateEvent<string>, person: ActingPerson): Promise<void> {
    if (!rule.notBy?.length) return
    const earlier = await tx.createQueryBuilder(Transition, 'transition')
      .where('transition.entity = :entity AND transition.entityId = :entityId AND transition.actorId = :actorId', { entity, entityId, actorId: person.userId })
      .andWhere('transition.event IN (:...events)', { events: [...rule.notBy] }).getCount()
    if (earlier > 0) throw new RuleBroken('state.same_person')
  }

  private async write(tx: EntityManager, entity: string, thing: Stateful, event: string, toState: string, person: ActingPerson, comment?: string): Promise<void> {
    await tx.insert(Transition, this.row(entity, thing, event, toState, person, comment))
    await this.audit.record(tx, person, this.change(entity, thing, event, toState))
  }

  private row(entity: string, thing: Stateful, event: string, toState: string, person: ActingPerson, comment?: string) {
    return {
      entity, entityId: thing.id, event, fromState: thing.status, toState, actorId: person.userId, actorName: person.displayName,
      at: this.clock.now(), comment: comment?.trim() || null, schoolId: thing.schoolId ?? null, regionCode: thing.regionCode ?? person.regionCode,
    }
  }

  private change(entity: string, thing: Stateful, event: string, toState: string): Change {
    return { action: `${entity}.${event}`, entity, entityId: thing.id, schoolId: thing.schoolId ?? null, before: { status: thing.status }, after: { status: toState } }
  }

  /** For a page of things at once: which events the person has caused on each. */
  async eventsOf(manager: EntityManager, entity: string, entityIds: readonly number[], userId: number): Promise<Map<number, Set<string>>> {
    const caused = new Map<number, Set<string>>()
    if (entityIds.length === 0) return caused
    const rows = await manager.createQueryBuilder(Transition, 'transition').select(['transition.id', 'transition.entityId', 'transition.event'])
      .where('transition.entity = :entity AND transition.entityId IN (:...entityIds) AND transition.actorId = :userId', { entity, entityIds: [...entityIds], userId }).getMany()
    for (const { entityId, event } of rows) caused.set(entityId, (caused.get(entityId) ?? new Set()).add(event))
    return caused
  }

  /** History of one thing, oldest first; outside the person's scope it does not exist. */
  async history(person: ActingPerson, entity: string, entityId: number): Promise<TransitionOut[]> {
    const rows = await this.database.read.find(Transition, { where: { entity, entityId }, order: { id: 'ASC' } })
    const isVisible = rows.every((row) => (person.schoolId === null ? (row.regionCode ?? '').startsWith(person.regionCode) || person.regionCode.startsWith(row.regionCode ?? '-') : row.schoolId === person.schoolId))
    if (!isVisible) throw new NotFound(entity, entityId)
    return rows.map(toTransitionOut)
  }
}
