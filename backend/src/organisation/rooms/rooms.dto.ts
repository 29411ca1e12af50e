import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateIf,
} from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { ListQuery } from '../../platform/paging.js'
import type { Room } from './room.entity.js'
import { type RoomKind, roomKinds } from './room-kinds.js'

export class RoomListQuery extends ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @IsOptional()
  @IsIn(roomKinds)
  kind?: RoomKind

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  termId?: number
}

export class CreateRoomIn {
  @IsInt()
  schoolId!: number

  @IsString()
  @Length(1, 60)
  @PlainText()
  name!: string

  @IsOptional()
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
  @ValidateIf((_given, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  equipment?: string[]
}

export class UpdateRoomIn {
  @IsOptional()
  @IsString()
  @Length(1, 60)
  @PlainText()
  name?: string

  @IsOptional()
  @IsString()
  @Length(1, 30)
  code?: string | null

  @IsOptional()
  @IsIn(roomKinds)
  kind?: RoomKind

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2000)
  capacity?: number

  /** Names of what stands in it, at most 20. */
  @ValidateIf((_given, value) => value !== undefined)
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
