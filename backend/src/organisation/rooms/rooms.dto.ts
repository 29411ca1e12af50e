import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsString, Length, Max, Min } from 'class-validator'
import { IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { ListSheet } from '../../platform/sheets/index.js'
import type { Room } from './room.entity.js'
import { type RoomKind, roomKinds, roomKindsZh } from './room-kinds.js'

export class RoomListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @IsIn(roomKinds)
  kind?: RoomKind
}

export class CreateRoomIn {
  @IsInt()
  schoolId!: number

  @IsString()
  @Length(1, 60)
  @PlainText()
  name!: string

  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 30)
  code?: string | null

  @IsIn(roomKinds)
  kind!: RoomKind

  /** Children at once. */
  @IsInt()
  @Min(1)
  @Max(2000)
  capacity!: number

  /** Names of what stands in it, at most 20. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  equipment?: string[]
}

export class UpdateRoomIn {
  @Optional()
  @IsString()
  @Length(1, 60)
  @PlainText()
  name?: string

  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 30)
  code?: string | null

  @Optional()
  @IsIn(roomKinds)
  kind?: RoomKind

  @Optional()
  @IsInt()
  @Min(1)
  @Max(2000)
  capacity?: number

  /** Names of what stands in it, at most 20. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  equipment?: string[]
}

export class RoomOut {
  id!: number
  schoolId!: number
  name!: string
  code!: string | null
  kind!: RoomKind
  capacity!: number
  equipment!: string[]
}

export function toRoomOut({ id, schoolId, name, code, kind, capacity, equipment }: Room): RoomOut {
  return { id, schoolId, name, code, kind, capacity, equipment }
}

export const roomListSheet: ListSheet<RoomOut> = {
  zh: '场地',
  en: 'Rooms',
  columns: [
    { zh: '名称', en: 'Name', width: 24, kind: 'text', of: ({ name }) => name },
    { zh: '编号', en: 'Code', kind: 'text', of: ({ code }) => code },
    {
      zh: '类型',
      en: 'Kind',
      kind: 'text',
      of: ({ kind }, language) => (language === 'zh' ? roomKindsZh[kind] : kind),
    },
    { zh: '容量', en: 'Capacity', kind: 'integer', of: ({ capacity }) => capacity },
  ],
}
