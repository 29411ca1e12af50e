import { Type } from 'class-transformer'
import { IsString, MaxLength } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { ListQuery } from '../../platform/paging.js'
import type { AuditEntry } from './audit-entry.entity.js'

export class AuditEntryListQuery extends ListQuery {
  @Optional()
  @IsString()
  @MaxLength(40)
  entity?: string

  @Optional()
  @Type(() => Number)
  @IsInt()
  entityId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  actorId?: number

  @Optional()
  @IsString()
  @MaxLength(60)
  action?: string
}

export class AuditEntryOut {
  id!: number
  at!: string
  actorName!: string
  /** In whose place, where the permission was delegated. */
  onBehalfOfName!: string | null
  action!: string
  entity!: string
  entityId!: number | null
  schoolId!: number | null
  before!: Record<string, unknown> | null
  after!: Record<string, unknown> | null
  requestId!: string
}

export function toAuditEntryOut(entry: AuditEntry): AuditEntryOut {
  const { id, at, actorName, onBehalfOfName, action, entity, entityId, schoolId, before, after, requestId } =
    entry
  return {
    id,
    at: at.toISOString(),
    actorName,
    onBehalfOfName,
    action,
    entity,
    entityId,
    schoolId,
    before,
    after,
    requestId,
  }
}

/** The columns of the exported list. */
export const auditEntryColumns: readonly ListColumn<AuditEntryOut>[] = [
  { zh: '编号', en: 'Number', kind: 'integer', of: (row) => row.id },
  { zh: '时间', en: 'When', kind: 'text', of: (row) => row.at },
  { zh: '操作人', en: 'Who', kind: 'text', of: (row) => row.actorName },
  { zh: '代谁办理', en: 'In whose place', kind: 'text', of: (row) => row.onBehalfOfName },
  { zh: '操作', en: 'Did what', kind: 'text', of: (row) => row.action },
  { zh: '对象', en: 'To what', kind: 'text', of: (row) => `${row.entity} ${row.entityId ?? ''}`.trim() },
  { zh: '之前', en: 'Before', kind: 'text', of: (row) => (row.before ? JSON.stringify(row.before) : null) },
  { zh: '之后', en: 'After', kind: 'text', of: (row) => (row.after ? JSON.stringify(row.after) : null) },
  { zh: '请求编号', en: 'Request', kind: 'text', of: (row) => row.requestId },
]
