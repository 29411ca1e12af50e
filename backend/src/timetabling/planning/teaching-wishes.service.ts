/** When and how much can and would each teacher take part (教师排课要求)? Without an entry: always, without limits. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { CalendarService, scoped } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import type { SheetOut } from '../../platform/sheets/index.js'
import { printWhen } from '../slots/print-when.js'
import { Slot } from '../slots/slot.entity.js'
import { SlotsService } from '../slots/slots.service.js'
import { TeachingWish } from './teaching-wish.entity.js'
import {
  type CreateTeachingWishIn,
  type TeachingWishListQuery,
  type TeachingWishOut,
  toTeachingWishOut,
  type UpdateTeachingWishIn,
} from './teaching-wishes.dto.js'

const sortable = { teacherName: 'teacher.namePinyin', isWilling: 'wish.isWilling', id: 'wish.id' }

@Injectable()
export class TeachingWishesService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly calendar: CalendarService,
    private readonly slots: SlotsService,
  ) {}

  list(actor: Actor, list: TeachingWishListQuery): Promise<Page<TeachingWishOut>> {
    return paged(this.filtered(actor, list), list, sortable, toTeachingWishOut)
  }

  /** All rows, the slots in words. */
  async sheet(actor: Actor, list: TeachingWishListQuery): Promise<SheetOut> {
    const slots = scoped(
      this.database.read.createQueryBuilder(Slot, 'slot'),
      actor,
      'slot.schoolId',
      list.schoolId,
    )
      .orderBy('slot.weekday')
      .addOrderBy('slot.startTime')
    if (list.termId) slots.andWhere('slot.termId = :termId', { termId: list.termId })
    const known = await slots.getMany()
    const title = (zh: string, en: string) => (actor.language === 'zh' ? zh : en)
    const print = (ids: readonly number[]) =>
      known
        .filter((slot) => ids.includes(slot.id))
        .map((slot) => printWhen(slot, actor.language))
        .join(title('、', ', ')) || null
    return {
      name: title('教师排课要求', 'Teaching wishes'),
      columns: [
        { title: title('教师', 'Teacher'), kind: 'text' },
        { title: title('参加课后服务', 'Takes part'), kind: 'text' },
        { title: title('不能上课的时段', 'Cannot'), width: 40, kind: 'text' },
        { title: title('尽量不排的时段', 'Would rather not'), width: 40, kind: 'text' },
        { title: title('每周最多天数', 'Most days a week'), kind: 'integer' },
        { title: title('每天最多次数', 'Most sessions a day'), kind: 'integer' },
        { title: title('最多连上次数', 'Most in a row'), kind: 'integer' },
      ],
      rows: rowsOf(ordered(this.filtered(actor, list), list, sortable), (wish) => {
        const {
          teacherName,
          isWilling,
          unavailableSlotIds,
          ratherNotSlotIds,
          mostDaysAWeek,
          mostSessionsADay,
          mostInARow,
        } = toTeachingWishOut(wish)
        return [
          teacherName,
          isWilling ? title('是', 'yes') : title('否', 'no'),
          print(unavailableSlotIds),
          print(ratherNotSlotIds),
          mostDaysAWeek,
          mostSessionsADay,
          mostInARow,
        ]
      }),
    }
  }

  private filtered(actor: Actor, list: TeachingWishListQuery): SelectQueryBuilder<TeachingWish> {
    const query = scoped(this.joined(this.database.read), actor, 'wish.schoolId', list.schoolId)
    if (list.termId) query.andWhere('wish.termId = :termId', { termId: list.termId })
    if (list.teacherId) query.andWhere('wish.teacherId = :teacherId', { teacherId: list.teacherId })
    return query
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
