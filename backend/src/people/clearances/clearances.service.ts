/** Which people from outside are cleared to work with children (准入审查), from when to when? Rule BAN-5. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm'
import { type Actor, User } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { scoped } from '../../organisation/index.js'
import { addDays, Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { cases, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Teacher } from '../teachers/teacher.entity.js'
import { Clearance } from './clearance.entity.js'
import {
  type ClearanceListQuery,
  type ClearanceOut,
  type CreateClearanceIn,
  toClearanceOut,
} from './clearances.dto.js'
import { type ClearedSpan, warnedDays } from './cleared.js'

const clearances: Listing<ClearanceListQuery> = {
  sortable: {
    validToOn: 'clearance.validToOn',
    validFromOn: 'clearance.validFromOn',
    teacherName: 'teacher.namePinyin',
    id: 'clearance.id',
  },
  filters: {
    schoolId: equals('clearance.schoolId'),
    teacherId: equals('clearance.teacherId'),
    isEnding: cases({
      true: 'clearance.isRevoked = :no AND clearance.validFromOn <= :today AND clearance.validToOn BETWEEN :today AND :until',
      false: null,
    }),
  },
}

@Injectable()
export class ClearancesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
  ) {}

  async list(actor: Actor, list: ClearanceListQuery): Promise<Page<ClearanceOut>> {
    const today = this.clock.today()
    const query = scoped(this.joined(this.database.read), actor).setParameters({
      no: false,
      today,
      until: addDays(today, warnedDays),
    })
    const page = await paged(
      query,
      { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') },
      clearances,
      (clearance) => clearance,
    )
    return { ...page, items: await this.outs(this.database.read, page.items) }
  }

  async get(actor: Actor, id: number): Promise<ClearanceOut> {
    return this.out(this.database.read, await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreateClearanceIn): Promise<ClearanceOut> {
    if (given.validToOn < given.validFromOn)
      throw new RuleBroken('people.clearance_ends_before_it_starts', {
        from: given.validFromOn,
        to: given.validToOn,
      })
    return this.database.transaction(async (tx) => {
      const teacher = await scoped(tx.createQueryBuilder(Teacher, 'teacher'), actor)
        .andWhere('teacher.id = :id', { id: given.teacherId })
        .getOne()
      if (!teacher) throw new NotFound('teacher', given.teacherId)
      if (teacher.kind !== 'lecturer')
        throw new RuleBroken('people.clearance_of_staff', { teacher: teacher.name })
      const clearance = tx.create(Clearance, {
        ...given,
        schoolId: teacher.schoolId,
        isRevoked: false,
        recordedById: actor.userId,
      })
      await onDuplicate(
        () => tx.save(clearance),
        () => new RuleBroken('people.clearance_exists', { teacher: teacher.name, from: given.validFromOn }),
      )
      await this.audit.record(tx, actor, {
        action: 'clearance.create',
        entity: 'clearance',
        entityId: clearance.id,
        schoolId: teacher.schoolId,
        after: clearance,
      })
      return this.out(tx, await this.find(tx, actor, clearance.id))
    })
  }

  /** From now on it counts on no day, past ones included; it cannot be given back, only recorded anew. */
  async revoke(actor: Actor, id: number): Promise<ClearanceOut> {
    const found = await this.find(this.database.read, actor, id)
    return this.database.transaction(async (tx) => {
      const revoked = await tx
        .createQueryBuilder()
        .update(Clearance)
        .set({ isRevoked: true })
        .where('id = :id AND isRevoked = :no', { id, no: false })
        .execute()
      if (revoked.affected !== 1)
        throw new StateConflict('people.clearance_revoked_already', { teacher: found.teacher!.name })
      await this.audit.record(tx, actor, {
        action: 'clearance.revoke',
        entity: 'clearance',
        entityId: id,
        schoolId: found.schoolId,
        before: { isRevoked: false },
        after: { isRevoked: true },
      })
      return this.out(tx, await this.find(tx, actor, id))
    })
  }

  /** What counts, by teacher. */
  async spansOf(manager: EntityManager, schoolId: number): Promise<Map<number, ClearedSpan[]>> {
    const spans = new Map<number, ClearedSpan[]>()
    for (const { teacherId, validFromOn, validToOn } of await manager.find(Clearance, {
      where: { schoolId, isRevoked: false },
      order: { validFromOn: 'ASC' },
    })) {
      spans.set(teacherId, [...(spans.get(teacherId) ?? []), { validFromOn, validToOn }])
    }
    return spans
  }

  private async out(manager: EntityManager, clearance: Clearance): Promise<ClearanceOut> {
    return (await this.outs(manager, [clearance]))[0]!
  }

  private async outs(manager: EntityManager, rows: readonly Clearance[]): Promise<ClearanceOut[]> {
    const today = this.clock.today()
    const people =
      rows.length === 0
        ? []
        : await manager.findBy(User, { id: In([...new Set(rows.map((row) => row.recordedById))]) })
    const names = new Map(people.map((user) => [user.id, user.displayName]))
    return rows.map((row) =>
      toClearanceOut(row, today, addDays(today, warnedDays), names.get(row.recordedById) ?? '—'),
    )
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Clearance> {
    const clearance = await scoped(this.joined(manager), actor, 'clearance.schoolId')
      .andWhere('clearance.id = :id', { id })
      .getOne()
    if (!clearance) throw new NotFound('clearance', id)
    return clearance
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Clearance> {
    return manager
      .createQueryBuilder(Clearance, 'clearance')
      .innerJoinAndMapOne('clearance.teacher', Teacher, 'teacher', 'teacher.id = clearance.teacherId')
  }
}
