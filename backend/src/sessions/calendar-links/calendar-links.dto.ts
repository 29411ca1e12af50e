import { Type } from 'class-transformer'
import { IsBoolean, IsIn } from 'class-validator'
import { BooleanText, IsInt, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { type CalendarLink, type LinkKind, linkKinds } from './calendar-link.entity.js'

export class CalendarLinkListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @IsIn(linkKinds)
  kind?: LinkKind

  @Optional()
  @BooleanText()
  @IsBoolean()
  isRevoked?: boolean
}

export class CreateCalendarLinkIn {
  @IsIn(linkKinds)
  kind!: LinkKind

  /** Of the teacher, room, home class or school. */
  @IsInt()
  ownerId!: number
}

export class CalendarLinkOut {
  id!: number
  schoolId!: number
  kind!: LinkKind
  ownerId!: number
  ownerName!: string
  createdById!: number
  createdByName!: string
  createdAt!: string
  revokedAt!: string | null
  /** To the hour. */
  lastReadAt!: string | null
  actions!: string[]
}

export class NewCalendarLinkOut extends CalendarLinkOut {
  /** Shown this once; only its hash is kept. */
  address!: string
  qrSvg!: string
}

/** What a link can read: of its owner, found by the kind. */
export interface LinkNames {
  readonly ownerName: string
  readonly createdByName: string
}

export function toCalendarLinkOut(
  { id, schoolId, kind, ownerId, createdById, createdAt, revokedAt, lastReadAt }: CalendarLink,
  { ownerName, createdByName }: LinkNames,
): CalendarLinkOut {
  return {
    id,
    schoolId,
    kind,
    ownerId,
    ownerName,
    createdById,
    createdByName,
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    lastReadAt: lastReadAt?.toISOString() ?? null,
    actions: revokedAt === null ? ['revoke'] : [],
  }
}
