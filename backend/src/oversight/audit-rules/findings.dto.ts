import { Type } from 'class-transformer'
import { IsIn, IsString, Length, Matches, Max, Min } from 'class-validator'
import { EventIn, SeenIn } from '../../audit/index.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsFen, IsInt, IsDocumentDate, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { eventsFrom, type Caused } from '../../platform/states.js'
import type { Sentences } from '../../platform/sentences.js'
import type { Actor } from '../../access/index.js'
import { type Finding, type Problem, problems } from './finding.entity.js'
import { findingStates, type FindingStatus, findingTable, isOver } from './finding.states.js'
import { mayReword } from './may-reword.js'
import { ruleOf } from './rules.js'

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
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @IsIn(['rule', 'outside'])
  source?: 'rule' | 'outside'

  @Optional()
  @IsIn(problems)
  problem?: Problem

  @Optional()
  @IsIn(findingStates)
  status?: FindingStatus

  @Optional()
  @IsIn(['error', 'warning'])
  severity?: 'error' | 'warning'

  /** Whether it is over: closed, dismissed, or verified where a rule found it. */
  @Optional()
  @IsIn(['yes', 'no'])
  isSettled?: 'yes' | 'no'

  /** Whether the rule still finds it. */
  @Optional()
  @IsIn(['yes', 'no'])
  isThere?: 'yes' | 'no'
}

export class CreateFindingIn {
  @IsInt()
  schoolId!: number

  /** Who found it: the audit office, an inspection, the discipline group. */
  @IsString()
  @PlainText()
  @Length(2, 80)
  institution!: string

  /** Of its paper. */
  @Optional()
  @Nullable()
  @IsString()
  @PlainText()
  @Length(2, 60)
  documentNumber?: string | null

  /** The day of its paper. */
  @IsDocumentDate()
  foundOn!: string

  /** Which year it is about; that of the day unless said otherwise. */
  @Optional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear?: number

  @IsIn(problems)
  problem!: Problem

  @IsString()
  @PlainText()
  @Length(2, 1000)
  text!: string

  @Optional()
  @Nullable()
  @IsFen()
  amountFen?: number | null

  /** Until when it has to be mended. */
  @IsDocumentDate()
  dueOn!: string
}

export class UpdateFindingIn extends SeenIn {
  @Optional()
  @IsString()
  @PlainText()
  @Length(2, 80)
  institution?: string

  @Optional()
  @Nullable()
  @IsString()
  @PlainText()
  @Length(2, 60)
  documentNumber?: string | null

  @Optional()
  @IsDocumentDate()
  foundOn?: string

  @Optional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear?: number

  @Optional()
  @IsIn(problems)
  problem?: Problem

  @Optional()
  @IsString()
  @PlainText()
  @Length(2, 1000)
  text?: string

  @Optional()
  @Nullable()
  @IsFen()
  amountFen?: number | null

  @Optional()
  @IsDocumentDate()
  dueOn?: string
}

export class AssignFindingIn extends EventIn {
  /** Who mends it: somebody of the school, or of the region's own offices. */
  @IsInt()
  ownerId!: number

  @IsDocumentDate()
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
  source!: 'rule' | 'outside'
  /** Null where it comes from outside. */
  rule!: string | null
  /** Of the rule, or of the class of the problem. */
  ruleName!: string
  problem!: Problem | null
  institution!: string | null
  documentNumber!: string | null
  /** The day of the institution's paper. */
  foundOn!: string | null
  text!: string | null
  amountFen!: number | null
  severity!: 'error' | 'warning'
  /** What was found: of a rule in the reader's language, of an institution in its own words. */
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

const problemNames: Record<Problem, { zh: string; en: string }> = {
  over_charged: { zh: '超标准收费', en: 'Charged above the standard' },
  unrelated_spending: { zh: '列支无关支出', en: 'Unrelated spending' },
  irregular_accounting: { zh: '核算不规范', en: 'Irregular accounting' },
  published_late: { zh: '公示不及时', en: 'Published late' },
}
const stateNames: Record<FindingStatus, { zh: string; en: string }> = {
  open: { zh: '待指定责任人', en: 'nobody responsible yet' },
  rectifying: { zh: '整改中', en: 'being mended' },
  rectified: { zh: '等核实', en: 'to be verified' },
  verified: { zh: '已核实', en: 'verified' },
  closed: { zh: '已销号', en: 'closed' },
  dismissed: { zh: '不是问题', en: 'not a problem' },
}

/** What a finding is called: after its rule, or after the class of its problem. */
export const nameOfFinding = (
  { rule, problem }: Pick<Finding, 'rule' | 'problem'>,
  language: 'zh' | 'en',
): string =>
  problem === null ? (ruleOf.get(rule ?? '')?.name[language] ?? rule ?? '') : problemNames[problem][language]

interface FindingContext {
  readonly today: string
  readonly sentences: Sentences
  readonly own: Caused | undefined
}

export function toFindingOut(
  finding: Finding,
  actor: Actor,
  { today, sentences, own = new Set<string>() }: FindingContext,
): FindingOut {
  const { id, source, rule, problem, institution, documentNumber, foundOn, text, amountFen } = finding
  const { severity, schoolId, school, regionCode, fiscalYear, status, revision, params, evidence } = finding
  const { foundAt, lastSeenAt, goneAt, ownerId, ownerName, dueOn } = finding
  const events: string[] = isOver(finding) ? [] : eventsFrom(findingTable, status, actor.permissions, own)
  const mayEdit =
    source === 'outside' &&
    status === 'open' &&
    actor.permissions.has('finding.enter') &&
    mayReword(actor, own)
  return {
    id,
    source,
    rule,
    ruleName: nameOfFinding(finding, actor.language),
    problem,
    institution,
    documentNumber,
    foundOn,
    text,
    amountFen,
    severity,
    sentence: text ?? sentences.say({ code: `finding.${rule}`, params }, actor.language),
    schoolId,
    schoolName: school?.name ?? null,
    regionCode,
    fiscalYear,
    status,
    revision,
    evidence: evidence.map((each) => ({ entity: each.entity, id: each.id, label: each.label })),
    foundAt: foundAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    goneAt: goneAt?.toISOString() ?? null,
    ownerId,
    ownerName,
    dueOn,
    isLate: dueOn !== null && dueOn < today && (status === 'rectifying' || status === 'open'),
    actions: mayEdit ? [...events, 'update'] : events,
  }
}

export const findingColumns: readonly ListColumn<FindingOut>[] = [
  { zh: '学校', en: 'School', kind: 'text', of: (row) => row.schoolName },
  {
    zh: '来源',
    en: 'Found by',
    kind: 'text',
    of: (row, language) => row.institution ?? (language === 'zh' ? '审计规则' : 'audit rule'),
  },
  { zh: '文号', en: 'Document', kind: 'text', of: (row) => row.documentNumber },
  { zh: '问题', en: 'Problem', kind: 'text', of: (row) => row.ruleName },
  { zh: '发现', en: 'Finding', kind: 'text', of: (row) => row.sentence },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
  { zh: '状态', en: 'State', kind: 'text', of: (row, language) => stateNames[row.status][language] },
  { zh: '责任人', en: 'Responsible', kind: 'text', of: (row) => row.ownerName },
  { zh: '整改期限', en: 'Due', kind: 'date', of: (row) => row.dueOn },
]
