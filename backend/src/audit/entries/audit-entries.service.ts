/** Who did what (审计记录)? Entries are added inside the transaction of the change and never touched again (see Trail). */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { HandledRequests } from '../once/handled-requests.service.js'
import type { ActingPerson, OnBehalfOf } from '../acting-person.js'
import { AuditEntry } from './audit-entry.entity.js'
import { type NewTrailEntry, Trail } from './trail.service.js'
import { type AuditEntryListQuery, type AuditEntryOut, toAuditEntryOut } from './audit-entries.dto.js'

export interface Change {
  /** '<noun>.<verb>', for example 'school.update'. */
  readonly action: string
  readonly entity: string
  readonly entityId: number | null
  readonly schoolId?: number | null
  /** Of the object, where it is not the person's own or there is no person. */
  readonly regionCode?: string | null
  readonly before?: object | null
  readonly after?: object | null
  /** In whose place; without it, what the route's permission says. */
  readonly onBehalfOf?: OnBehalfOf | null
}

const entries: Listing<AuditEntryListQuery> = {
  sortable: { at: 'entry.at', id: 'entry.id' },
  filters: {
    entity: equals('entry.entity'),
    entityId: equals('entry.entityId'),
    actorId: equals('entry.actorId'),
    action: equals('entry.action'),
  },
}

// What identifies a child or opens a door is noted as changed, never with its value.
const secret = /sealed|hash|password|token|code$/i
const secretExceptions = new Set(['code', 'regionCode', 'contentHash', 'snapshotHash'])

@Injectable()
export class AuditEntries {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly handled: HandledRequests,
    private readonly trail: Trail,
  ) {}

  async record(tx: EntityManager, person: ActingPerson, change: Change): Promise<void> {
    await this.recordMany(tx, person, [change])
  }

  async recordMany(tx: EntityManager, person: ActingPerson, changes: readonly Change[]): Promise<void> {
    // Every change leaves an entry, so this is where a request that must not be repeated is claimed with its change.
    const [first] = changes
    if (person.once && first) await this.handled.claim(tx, person, person.once, first)
    await this.trail.add(
      tx,
      changes.map((change) => this.row(change, person.requestId, person)),
    )
  }

  /** For what must not lead to a person (an anonymous answer) or what the system does by itself. */
  async recordWithoutPerson(tx: EntityManager, change: Change, requestId: string): Promise<void> {
    await this.trail.add(tx, [this.row(change, requestId, null)])
  }

  private row(change: Change, requestId: string, person: ActingPerson | null): NewTrailEntry {
    const { before, after } = difference(change.before ?? null, change.after ?? null)
    const behalf = change.onBehalfOf === undefined ? (person?.onBehalfOf ?? null) : change.onBehalfOf
    return {
      at: this.clock.now(),
      actorId: person?.userId ?? null,
      actorName: person?.displayName ?? '—',
      onBehalfOfId: behalf?.userId ?? null,
      onBehalfOfName: behalf?.displayName ?? null,
      action: change.action,
      entity: change.entity,
      entityId: change.entityId,
      schoolId:
        change.schoolId ??
        numberIn(change.after, 'schoolId') ??
        numberIn(change.before, 'schoolId') ??
        person?.schoolId ??
        null,
      regionCode: change.regionCode ?? regionIn(change.after) ?? regionIn(change.before),
      person: person && { schoolId: person.schoolId, regionCode: person.regionCode },
      before,
      after,
      requestId,
    }
  }

  /** The newest entries of one thing, newest first. */
  latest(manager: EntityManager, entity: string, entityId: number, count: number): Promise<AuditEntry[]> {
    return manager.find(AuditEntry, { where: { entity, entityId }, order: { id: 'DESC' }, take: count })
  }

  list(person: ActingPerson, list: AuditEntryListQuery): Promise<Page<AuditEntryOut>> {
    const query = this.database.read.createQueryBuilder(AuditEntry, 'entry')
    if (person.schoolId !== null) query.andWhere('entry.schoolId = :schoolId', { schoolId: person.schoolId })
    else query.andWhere('entry.regionCode LIKE :region', { region: `${person.regionCode}%` })
    return paged(
      query,
      { ...list, sort: list.sort ?? 'at', order: list.order ?? 'desc' },
      entries,
      toAuditEntryOut,
    )
  }
}

// Most rows name their school or region themselves.
const valueIn = (row: object | null | undefined, name: string): unknown =>
  row === null || row === undefined ? undefined : (row as Record<string, unknown>)[name]
function numberIn(row: object | null | undefined, name: string): number | null {
  const value = valueIn(row, name)
  return typeof value === 'number' ? value : null
}
function regionIn(row: object | null | undefined): string | null {
  const value = valueIn(row, 'regionCode')
  return typeof value === 'string' && /^\d{2,12}$/.test(value) ? value : null
}

/** Only the columns that differ; on a change of a whole row that keeps the entry small and readable. */
export function difference(
  before: object | null,
  after: object | null,
): { before: Record<string, unknown> | null; after: Record<string, unknown> | null } {
  if (!before || !after) return { before: before && masked(before), after: after && masked(after) }
  const left = masked(before)
  const right = masked(after)
  const changed = Object.keys({ ...left, ...right }).filter(
    (key) =>
      key in right &&
      (isSecret(key)
        ? JSON.stringify((before as Record<string, unknown>)[key]) !==
          JSON.stringify((after as Record<string, unknown>)[key])
        : JSON.stringify(left[key]) !== JSON.stringify(right[key])),
  )
  return { before: pick(left, changed), after: pick(right, changed) }
}

const isSecret = (key: string) => secret.test(key) && !secretExceptions.has(key)
const pick = (row: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, row[key] ?? null]))

function masked(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, isSecret(key) && value !== null ? '•••' : value]),
  )
}
