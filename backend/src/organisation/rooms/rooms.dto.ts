import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator'
import { ListQuery } from '../../platform/paging.js'
import type { Room } from './room.entity.js'
import { type RoomKind, roomKinds } from './room-kinds.js'

export class RoomListQuery extends ListQuery {
  @IsOptional() @Type(() => Number) @IsInt()
  schoolId?: number

  @IsOptional() @IsIn(roomKinds)
  kind?: RoomKind

  @IsOptional() @Type(() => Number) @IsInt()
  termId?: number
}

export class CreateRoomIn {
  @IsInt()
  schoolId!: number

  @IsString() @Length(1, 60)
  name!: string

  @IsOptional() @IsString() @Length(1, 30)
  code?: string | null

  @IsIn(roomKinds)
  kind!: RoomKind

  /** Children at once. */
  @IsInt() @Min(1) @Max(2000)
  capacity!: number
}

export class UpdateRoomIn {
  @IsOptional() @IsString() @Length(1, 60)
  name?: string

  @IsOptional() @IsString() @Length(1, 30)
  code?: string | null

  @IsOptional() @IsIn(roomKinds)
  kind?: RoomKind

  @IsOptional() @IsInt() @Min(1) @Max(2000)
  capacity?: number
}

export class RoomOut {
  id!: number
  schoolId!: number
  name!: string
  code!: string | null
  kind!: RoomKind
  capacity!: number
}

export function toRoomOut({ id, schoolId, name, code, kind, capacity }: Room): RoomOut {
  return { id, schoolId, name, code, kind, capacity }
}
