import { Type } from 'class-transformer'
import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator'
import { ListQuery } from '../../platform/paging.js'
import type { AuditEntry } from './audit-entry.entity.js'

export class AuditEntryListQuery extends ListQuery {
  @IsOptional() @IsString() @MaxLength(40)
  entity?: string

  @IsOptional() @Type(() => Number) @IsInt()
  entityId?: number

  @IsOptional() @Type(() => Number) @IsInt()
  actorId?: number

  @IsOptional() @IsString() @MaxLength(60)
  action?: string
}

export class AuditEntryOut {
  id!: number
  at!: string
  actorName!: string
  action!: string
  entity!: string
  entityId!: number | null
  schoolId!: number | null
  before!: Record<string, unknown> | null
  after!: Record<string, unknown> | null
  requestId!: string
}

export function toAuditEntryOut(entry: AuditEntry): AuditEntryOut {
  const { id, at, actorName, action, entity, entityId, schoolId, before, after, requestId } = entry
  return { id, at: at.toISOString(), actorName, action, entity, entityId, schoolId, before, after, requestId }
}
