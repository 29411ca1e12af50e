/** When and how much can and would each teacher take part (教师排课要求)? Without an entry: always, without limits. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { CalendarService, scoped } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { equals } from '../../platform/filters.js'
import { type Listing, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { Slot } from '../slots/slot.entity.js'
import { SlotsService } from '../slots/slots.service.js'
import { TeachingWish } from './teaching-wish.entity.js'
import {
  type CreateTeachingWishIn,
  teachingWishListSheet,
  type TeachingWishListQuery,
  type TeachingWishOut,
  toTeachingWishOut,
  type UpdateTeachingWishIn,
} from './teaching-wishes.dto.js'

const wishes: Listing<TeachingWishListQuery> = {
  sortable: { teacherName: 'teacher.namePinyin', isWilling: 'wish.isWilling', id: 'wish.id' },
  filters: {
    schoolId: equals('wish.schoolId'),
    termId: equals('wish.termId'),
    teacherId: equals('wish.teacherId'),
  },
}

@Injectable()
export class TeachingWishesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly calendar: CalendarService,
    private readonly slots: SlotsService,
  ) {}

  list(actor: Actor, list: TeachingWishListQuery): Promise<Page<TeachingWishOut>> {
    return paged(this.visible(actor), list, wishes, toTeachingWishOut)
  }

  /** All rows, the slots in words. */
  async sheet(actor: Actor, { schoolId, termId, ...list }: TeachingWishListQuery): Promise<SheetOut> {
    const known = scoped(this.database.read.createQueryBuilder(Slot, 'slot'), actor)
    if (schoolId !== undefined) known.andWhere('slot.schoolId = :schoolId', { schoolId })
    if (termId !== undefined) known.andWhere('slot.termId = :termId', { termId })
    const slots = await known.orderBy('slot.weekday').addOrderBy('slot.startTime').getMany()
    const query = ordered(this.visible(actor), { schoolId, termId, ...list }, wishes)
    return listSheet(teachingWishListSheet(slots), actor.language, rowsOf(query, toTeachingWishOut))
  }

  private visible(actor: Actor): SelectQueryBuilder<TeachingWish> {
    return scoped(this.joined(this.database.read), actor)
  }

  async get(actor: Actor, id: number): Promise<TeachingWishOut> {
    return toTeachingWishOut(await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreateTeachingWishIn): Promise<TeachingWishOut> {
    return this.database.transaction(async (tx) => {
      const teacher = await scoped(tx.createQueryBuilder(Teacher, 'teacher'), actor)
        .andWhere('teacher.id = :id', { id: given.teacherId })
        .getOne()
      if (!teacher) throw new NotFound('teacher', given.teacherId)
      await this.calendar.requireTerm(actor, given.termId, tx)
      const wish = tx.create(TeachingWish, {
        isWilling: true,
        unavailableSlotIds: [],
        ratherNotSlotIds: [],
        mostDaysAWeek: null,
        mostSessionsADay: null,
        mostInARow: null,
        ...given,
        schoolId: teacher.schoolId,
      })
      await this.checkSlots(tx, wish)
      await onDuplicate(
        () => tx.save(wish),
        () => new RuleBroken('scheduling.wish_exists', { teacher: teacher.name }),
      )
      await this.audit.record(tx, actor, {
        action: 'teaching_wish.create',
        entity: 'teaching_wish',
        entityId: wish.id,
        schoolId: wish.schoolId,
        after: wish,
      })
      return toTeachingWishOut(await this.find(tx, actor, wish.id))
    })
  }

  async update(actor: Actor, id: number, given: UpdateTeachingWishIn): Promise<TeachingWishOut> {
    return this.database.transaction(async (tx) => {
      const { teacher: _teacher, ...before } = await this.find(tx, actor, id)
      const after = { ...before, ...given }
      await this.checkSlots(tx, after)
      if (Object.keys(given).length > 0) await tx.update(TeachingWish, { id }, given)
      await this.audit.record(tx, actor, {
        action: 'teaching_wish.update',
        entity: 'teaching_wish',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after,
      })
      return toTeachingWishOut(await this.find(tx, actor, id))
    })
  }

  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { teacher: _teacher, ...before } = await this.find(tx, actor, id)
      await tx.delete(TeachingWish, { id })
      await this.audit.record(tx, actor, {
        action: 'teaching_wish.delete',
        entity: 'teaching_wish',
        entityId: id,
        schoolId: before.schoolId,
        before,
      })
    })
  }

  // Of the term, and never both at once.
  private async checkSlots(
    tx: EntityManager,
    wish: Pick<TeachingWish, 'schoolId' | 'termId' | 'unavailableSlotIds' | 'ratherNotSlotIds'>,
  ): Promise<void> {
    const known = new Set((await this.slots.ofTerm(tx, wish.schoolId, wish.termId)).map((slot) => slot.id))
    for (const field of ['unavailableSlotIds', 'ratherNotSlotIds'] as const) {
      if (wish[field].some((id) => !known.has(id))) throw Invalid.field(field, 'validation.isIn')
    }
    if (wish.ratherNotSlotIds.some((id) => wish.unavailableSlotIds.includes(id)))
      throw new RuleBroken('scheduling.wish_contradicts_itself')
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<TeachingWish> {
    const wish = await scoped(this.joined(manager), actor, 'wish.schoolId')
      .andWhere('wish.id = :id', { id })
      .getOne()
    if (!wish) throw new NotFound('teaching_wish', id)
    return wish
  }

  private joined(manager: EntityManager): SelectQueryBuilder<TeachingWish> {
    return manager
      .createQueryBuilder(TeachingWish, 'wish')
      .innerJoinAndMapOne('wish.teacher', Teacher, 'teacher', 'teacher.id = wish.teacherId')
  }
}
