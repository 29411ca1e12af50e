/** What would a list of rooms (场地表导入) change, and how is it saved? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type ActingPerson, AuditEntries } from '../../audit/index.js'
import { brokenField } from '../../platform/http/validation.js'
import { type AcceptedRow, type PlanContext, faultOf, type RowFault } from '../../platform/sheets/index.js'
import type { School } from '../schools/school.entity.js'
import { Room } from './room.entity.js'
import { CreateRoomIn } from './rooms.dto.js'
import type { RoomRow } from './rooms.sheet.js'

type Columns = Pick<Room, 'name' | 'code' | 'kind' | 'capacity'>

const largestInsert = 500
// As the server's collation compares names.
const nameKey = (name: string) => name.toLowerCase()

@Injectable()
export class RoomsImport {
  constructor(private readonly audit: AuditEntries) {}

  /** Rooms are known by their name, else by their code. */
  async plan(
    manager: EntityManager,
    school: School,
    rows: readonly AcceptedRow<RoomRow>[],
    { hasColumn }: PlanContext,
  ) {
    const rooms = await manager.findBy(Room, { schoolId: school.id })
    const byName = new Map(rooms.map((room) => [nameKey(room.name), room]))
    const byCode = new Map(rooms.filter((room) => room.code !== null).map((room) => [room.code!, room]))
    const claimed = new Map<string | number, AcceptedRow<RoomRow>>()
    const refused: RowFault[] = []
    const added: Columns[] = []
    const changed: { before: Room; after: Room }[] = []
    let unchanged = 0
    for (const row of rows) {
      const { kindText, ...columns } = row.values
      const before =
        byName.get(nameKey(columns.name)) ?? (columns.code === null ? undefined : byCode.get(columns.code))
      const broken = brokenField(CreateRoomIn, { ...columns, schoolId: school.id })
      const claim = before?.id ?? nameKey(columns.name)
      const first = claimed.get(claim)
      if (broken || first) {
        refused.push(
          broken
            ? faultOf(row, broken, 'form')
            : faultOf(row, 'name', 'same_one', { sheet: first!.sheet, row: first!.row }),
        )
        continue
      }
      claimed.set(claim, row)
      if (!before) {
        added.push(columns)
        continue
      }
      const after = {
        ...before,
        name: columns.name,
        capacity: columns.capacity,
        code: hasColumn(row.sheet, 'code') ? columns.code : before.code,
        kind: kindText === null ? before.kind : columns.kind,
      }
      if (
        after.name === before.name &&
        after.capacity === before.capacity &&
        after.code === before.code &&
        after.kind === before.kind
      )
        unchanged += 1
      else changed.push({ before, after })
    }
    return {
      newCount: added.length,
      changedCount: changed.length,
      unchangedCount: unchanged,
      refused,
      homeClasses: [],
      save: (tx: EntityManager, person: ActingPerson) => this.save(tx, person, school, added, changed),
    }
  }

  private async save(
    tx: EntityManager,
    person: ActingPerson,
    school: School,
    added: Columns[],
    changed: { before: Room; after: Room }[],
  ): Promise<void> {
    for (let start = 0; start < added.length; start += largestInsert)
      await tx.insert(
        Room,
        added
          .slice(start, start + largestInsert)
          .map((room) => ({ ...room, equipment: [], schoolId: school.id })),
      )
    for (let start = 0; start < changed.length; start += largestInsert) {
      await tx
        .createQueryBuilder()
        .insert()
        .into(Room)
        .values(changed.slice(start, start + largestInsert).map(({ after }) => after))
        .orUpdate(['name', 'code', 'kind', 'capacity'], ['id'])
        .updateEntity(false)
        .execute()
    }
    const isNew = new Set(added.map((room) => room.name))
    const made =
      isNew.size === 0
        ? []
        : (await tx.findBy(Room, { schoolId: school.id })).filter((room) => isNew.has(room.name))
    const common = { entity: 'room', schoolId: school.id }
    await this.audit.recordMany(tx, person, [
      ...made.map((room) => ({ ...common, action: 'room.create', entityId: room.id, after: room })),
      ...changed.map(({ before, after }) => ({
        ...common,
        action: 'room.update',
        entityId: before.id,
        before,
        after,
      })),
    ])
  }
}
