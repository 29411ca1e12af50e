/** Which rooms and grounds (场地) does a school have? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { likeText, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import type { SheetOut } from '../../platform/sheets/index.js'
import { SchoolScope, scoped } from '../schools/school-scope.js'
import { Room } from './room.entity.js'
import { roomKindsZh } from './room-kinds.js'
import {
  type CreateRoomIn,
  type RoomListQuery,
  type RoomOut,
  toRoomOut,
  type UpdateRoomIn,
} from './rooms.dto.js'

const sortable = {
  name: 'room.name',
  code: 'room.code',
  kind: 'room.kind',
  capacity: 'room.capacity',
  id: 'room.id',
}

@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
  ) {}

  list(actor: Actor, list: RoomListQuery): Promise<Page<RoomOut>> {
    return paged(this.filtered(actor, list), list, sortable, toRoomOut)
  }

  all(actor: Actor, list: RoomListQuery): SelectQueryBuilder<Room> {
    return ordered(this.filtered(actor, list), list, sortable)
  }

  sheet(actor: Actor, list: RoomListQuery): SheetOut {
    const title = (zh: string, en: string) => (actor.language === 'zh' ? zh : en)
    return {
      name: title('场地', 'Rooms'),
      columns: [
        { title: title('名称', 'Name'), width: 24, kind: 'text' },
        { title: title('编号', 'Code'), kind: 'text' },
        { title: title('类型', 'Kind'), kind: 'text' },
        { title: title('容量', 'Capacity'), kind: 'integer' },
      ],
      rows: rowsOf(this.all(actor, list), ({ name, code, kind, capacity }) => [
        name,
        code,
        actor.language === 'zh' ? roomKindsZh[kind] : kind,
        capacity,
      ]),
    }
  }

  private filtered(actor: Actor, list: RoomListQuery): SelectQueryBuilder<Room> {
    const query = scoped(
      this.database.read.createQueryBuilder(Room, 'room'),
      actor,
      'room.schoolId',
      list.schoolId,
    )
    if (list.kind) query.andWhere('room.kind = :kind', { kind: list.kind })
    if (list.q) query.andWhere("room.name LIKE :q ESCAPE '!'", { q: `%${likeText(list.q)}%` })
    return query
  }

  async get(actor: Actor, id: number): Promise<RoomOut> {
    return toRoomOut(await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, given: CreateRoomIn): Promise<RoomOut> {
    return this.database.transaction(async (tx) => {
      await this.schools.require(actor, given.schoolId, tx)
      const room = tx.create(Room, { ...given, code: given.code ?? null, equipment: given.equipment ?? [] })
      await onDuplicate(
        () => tx.save(room),
        () => nameTaken(room.name),
      )
      await this.audit.record(tx, actor, {
        action: 'room.create',
        entity: 'room',
        entityId: room.id,
        schoolId: room.schoolId,
        after: room,
      })
      return toRoomOut(room)
    })
  }

  async update(actor: Actor, id: number, given: UpdateRoomIn): Promise<RoomOut> {
    return this.database.transaction(async (tx) => {
      const before = await this.find(tx, actor, id)
      const after = { ...before, ...given }
      await onDuplicate(
        () => tx.update(Room, { id }, given),
        () => nameTaken(after.name),
      )
      await this.audit.record(tx, actor, {
        action: 'room.update',
        entity: 'room',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after,
      })
      return toRoomOut(after)
    })
  }

  /** Throws row.in_use while anything refers to the room. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await this.find(tx, actor, id)
      await tx.delete(Room, { id })
      await this.audit.record(tx, actor, {
        action: 'room.delete',
        entity: 'room',
        entityId: id,
        schoolId: before.schoolId,
        before,
      })
    })
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Room> {
    const room = await scoped(manager.createQueryBuilder(Room, 'room'), actor)
      .andWhere('room.id = :id', { id })
      .getOne()
    if (!room) throw new NotFound('room', id)
    return room
  }
}

const nameTaken = (name: string) => new RuleBroken('organisation.room_name_taken', { name })
