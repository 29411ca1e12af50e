import { Type } from 'class-transformer'
import { IsIn, IsString, Matches } from 'class-validator'
import { EventIn } from '../../audit/index.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { IsInt, IsLocalDate, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { findingStates, type FindingStatus } from './finding.states.js'

export class FindingListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  /** Comma-separated: of any of these schools. */
  @Optional()
  @IsString()
  @Matches(/^\d{1,9}(,\d{1,9}){0,999}$/)
  schoolIds?: string

  @Optional()
  @IsString()
  @Matches(/^[a-z_]{3,40}$/)
  rule?: string

  @Optional()
  @IsIn(findingStates)
  status?: FindingStatus

  @Optional()
  @IsIn(['error', 'warning'])
  severity?: 'error' | 'warning'

  /** Whether it has been verified or dismissed. */
  @Optional()
  @IsIn(['yes', 'no'])
  isSettled?: 'yes' | 'no'

  /** Whether the rule still finds it. */
  @Optional()
  @IsIn(['yes', 'no'])
  isThere?: 'yes' | 'no'
}

export class AssignFindingIn extends EventIn {
  /** Who mends it: somebody of the school, or of the region's own offices. */
  @IsInt()
  ownerId!: number

  @IsLocalDate()
  dueOn!: string
}

export class RunRulesIn {
  /** One school; without it all of the scope. */
  @Optional()
  @IsInt()
  schoolId?: number
}

export class AuditRuleOut {
  code!: string
  number!: number | null
  severity!: 'error' | 'warning'
  name!: string
  /** Why it does not run; null: it runs. */
  waitsFor!: string | null
  openCount!: number
}

export class EvidenceOut {
  entity!: string
  id!: number
  label!: string
}

export class FindingOut {
  id!: number
  rule!: string
  ruleName!: string
  severity!: 'error' | 'warning'
  /** What was found, in the reader's language. */
  sentence!: string
  schoolId!: number | null
  schoolName!: string | null
  regionCode!: string
  fiscalYear!: number | null
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: FindingStatus
  evidence!: EvidenceOut[]
  foundAt!: string
  lastSeenAt!: string
  /** Since when the rule finds it no more. */
  goneAt!: string | null
  ownerId!: number | null
  ownerName!: string | null
  dueOn!: string | null
  isLate!: boolean
  actions!: string[]
}

export class AuditRunOut {
  /** Findings that were not there before. */
  newCount!: number
  /** That are there now, old ones included. */
  presentCount!: number
  /** That are gone since the last run. */
  goneCount!: number
}

export class OwnerOut {
  id!: number
  displayName!: string
  role!: string
}

export const findingColumns: readonly ListColumn<FindingOut>[] = [
  { zh: '学校', en: 'School', kind: 'text', of: (row) => row.schoolName },
  { zh: '规则', en: 'Rule', kind: 'text', of: (row) => row.ruleName },
  { zh: '发现', en: 'Finding', kind: 'text', of: (row) => row.sentence },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
  { zh: '状态', en: 'State', kind: 'text', of: (row) => row.status },
  { zh: '责任人', en: 'Responsible', kind: 'text', of: (row) => row.ownerName },
  { zh: '整改期限', en: 'Due', kind: 'date', of: (row) => row.dueOn },
]
