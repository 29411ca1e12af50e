/** Which rooms and grounds (场地) does a school have? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { contains, equals } from '../../platform/filters.js'
import { type Listing, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { SchoolScope, scoped } from '../schools/school-scope.js'
import { Room } from './room.entity.js'
import {
  type CreateRoomIn,
  type RoomListQuery,
  roomListSheet,
  type RoomOut,
  toRoomOut,
  type UpdateRoomIn,
} from './rooms.dto.js'

const rooms: Listing<RoomListQuery> = {
  sortable: {
    name: 'room.name',
    code: 'room.code',
    kind: 'room.kind',
    capacity: 'room.capacity',
    id: 'room.id',
  },
  filters: {
    schoolId: equals('room.schoolId'),
    kind: equals('room.kind'),
    q: contains('room.name'),
  },
}

@Injectable()
export class RoomsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
  ) {}

  list(actor: Actor, list: RoomListQuery): Promise<Page<RoomOut>> {
    return paged(this.visible(this.database.read, actor), list, rooms, toRoomOut)
  }

  /** The same rows as the list, all of them. */
  sheet(actor: Actor, list: RoomListQuery): SheetOut {
    const query = ordered(this.visible(this.database.read, actor), list, rooms)
    return listSheet(roomListSheet, actor.language, rowsOf(query, toRoomOut))
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
    const room = await this.visible(manager, actor).andWhere('room.id = :id', { id }).getOne()
    if (!room) throw new NotFound('room', id)
    return room
  }

  private visible(manager: EntityManager, actor: Actor): SelectQueryBuilder<Room> {
    return scoped(manager.createQueryBuilder(Room, 'room'), actor)
  }
}

const nameTaken = (name: string) => new RuleBroken('organisation.room_name_taken', { name })
