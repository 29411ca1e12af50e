/** Who teaches (教师): the school's own people and external lecturers. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, type SelectQueryBuilder } from 'typeorm'
import { type Actor, User } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { HomeClass, SchoolScope, scoped } from '../../organisation/index.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, NotFound } from '../../platform/errors.js'
import { equals, search } from '../../platform/filters.js'
import { type Listing, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { maskPhone } from '../masking.js'
import { pinyinOf } from '../names.js'
import { TeacherAccounts } from './teacher-accounts.service.js'
import { Teacher } from './teacher.entity.js'
import {
  type CreateTeacherIn,
  teacherListSheet,
  type TeacherListQuery,
  type TeacherOut,
  type UpdateTeacherIn,
} from './teachers.dto.js'

const teachers: Listing<TeacherListQuery> = {
  sortable: {
    name: 'teacher.namePinyin',
    staffNumber: 'teacher.staffNumber',
    kind: 'teacher.kind',
    subject: 'teacher.subject',
    id: 'teacher.id',
  },
  filters: {
    schoolId: equals('teacher.schoolId'),
    kind: equals('teacher.kind'),
    isActive: equals('teacher.isActive'),
    q: search({ names: ['teacher.name'], pinyin: ['teacher.namePinyin'], text: ['teacher.staffNumber'] }),
  },
}

@Injectable()
export class TeachersService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly seal: FieldSeal,
    private readonly schools: SchoolScope,
    private readonly accounts: TeacherAccounts,
  ) {}

  list(actor: Actor, list: TeacherListQuery): Promise<Page<TeacherOut>> {
    return paged(this.visible(actor), list, teachers, (teacher) => this.out(teacher))
  }

  /** The same rows as the list, all of them. */
  sheet(actor: Actor, list: TeacherListQuery): SheetOut {
    const rows = rowsOf(ordered(this.visible(actor), list, teachers), (teacher) => this.out(teacher))
    return listSheet(teacherListSheet, actor.language, rows)
  }

  private visible(actor: Actor): SelectQueryBuilder<Teacher> {
    return scoped(this.joined(this.database.read), actor)
  }

  async get(actor: Actor, id: number): Promise<TeacherOut> {
    return this.out(await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, { phone = null, ...given }: CreateTeacherIn): Promise<TeacherOut> {
    return this.database.transaction(async (tx) => {
      await this.accounts.hold(tx, given.userId)
      await this.schools.require(actor, given.schoolId, tx)
      await this.requireClass(tx, given.schoolId, given.homeClassId ?? null)
      if (given.userId) await this.accounts.requireFree(tx, given.schoolId, given.userId, null)
      const teacher = await tx.save(
        tx.create(Teacher, {
          staffNumber: null,
          subject: null,
          homeClassId: null,
          userId: null,
          ...given,
          namePinyin: pinyinOf(given.name),
          phoneSealed: this.seal.seal(phone),
          isActive: true,
        }),
      )
      await this.audit.record(tx, actor, {
        action: 'teacher.create',
        entity: 'teacher',
        entityId: teacher.id,
        schoolId: teacher.schoolId,
        after: teacher,
      })
      return this.out(await this.find(tx, actor, teacher.id))
    })
  }

  async update(actor: Actor, id: number, { phone, ...given }: UpdateTeacherIn): Promise<TeacherOut> {
    return this.database.transaction(async (tx) => {
      await this.accounts.hold(tx, given.userId)
      const { homeClass: _homeClass, user: _user, ...before } = await this.find(tx, actor, id)
      if (given.homeClassId) await this.requireClass(tx, before.schoolId, given.homeClassId)
      if (given.userId && given.userId !== before.userId)
        await this.accounts.requireFree(tx, before.schoolId, given.userId, id)
      const change = {
        ...given,
        ...(given.name ? { namePinyin: pinyinOf(given.name) } : {}),
        ...(phone === undefined ? {} : { phoneSealed: this.seal.seal(phone) }),
      }
      if (Object.keys(change).length > 0) await tx.update(Teacher, { id }, change)
      await this.audit.record(tx, actor, {
        action: 'teacher.update',
        entity: 'teacher',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after: { ...before, ...change },
      })
      return this.out(await this.find(tx, actor, id))
    })
  }

  private async requireClass(tx: EntityManager, schoolId: number, homeClassId: number | null): Promise<void> {
    if (homeClassId === null || (await tx.existsBy(HomeClass, { id: homeClassId, schoolId }))) return
    throw Invalid.field('homeClassId', 'validation.isIn')
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Teacher> {
    const teacher = await scoped(this.joined(manager), actor, 'teacher.schoolId')
      .andWhere('teacher.id = :id', { id })
      .getOne()
    if (!teacher) throw new NotFound('teacher', id)
    return teacher
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Teacher> {
    return manager
      .createQueryBuilder(Teacher, 'teacher')
      .leftJoinAndMapOne('teacher.homeClass', HomeClass, 'homeClass', 'homeClass.id = teacher.homeClassId')
      .leftJoinAndMapOne('teacher.user', User, 'user', 'user.id = teacher.userId')
  }

  private out({
    id,
    schoolId,
    name,
    kind,
    staffNumber,
    subject,
    phoneSealed,
    homeClassId,
    homeClass,
    userId,
    user,
    isActive,
  }: Teacher): TeacherOut {
    return {
      id,
      schoolId,
      name,
      kind,
      staffNumber,
      subject,
      phone: maskPhone(this.seal.open(phoneSealed)),
      homeClassId,
      className: homeClass?.name ?? null,
      userId,
      username: user?.username ?? null,
      isActive,
    }
  }
}
