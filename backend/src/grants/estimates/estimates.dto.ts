import { Type } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsIn, IsString, Length, Max, MaxLength, Min } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { SeenIn } from '../../audit/index.js'
import { Items, Part } from '../../platform/http/items.js'
import { IsFen, IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { ListQuery } from '../../platform/paging.js'
import { ClassCountsIn } from '../declarations/counts.dto.js'
import { isSame } from '../declarations/chain.js'
import {
  type Entitlement,
  CountsOut,
  LevelAmountOut,
  toCountsOut,
  toLevelAmountOut,
  explainEntitlement,
  type FundingModel,
} from '../../entitlement/index.js'
import type { Language } from '../../platform/texts.js'
import type { Estimate } from './estimate.entity.js'
import { estimateStates, type EstimateStatus } from './estimate.states.js'

export class EstimateListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @IsIn(estimateStates)
  status?: EstimateStatus
}

export class CreateEstimateIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  fundId!: number

  /** Next year unless said otherwise. */
  @Optional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear?: number
}

export class TargetsIn {
  @Optional()
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  sessions?: number | null

  /** Of the enrolled students, per mille. */
  @Optional()
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1000)
  participantsPerMille?: number | null

  @Optional()
  @Nullable()
  @IsInt()
  @Min(0)
  @Max(1000)
  satisfactionPerMille?: number | null

  @Optional()
  @Nullable()
  @IsFen()
  costPerStudentFen?: number | null

  @Optional()
  @Nullable()
  @IsString()
  @MaxLength(500)
  note?: string | null
}

export class UpdateEstimateIn extends SeenIn {
  @Optional()
  @IsArray()
  @ArrayMaxSize(500)
  @Items(() => ClassCountsIn)
  expected?: ClassCountsIn[]

  @Optional()
  @Part(() => TargetsIn)
  targets?: TargetsIn

  @Optional()
  @IsString()
  @Length(2, 500)
  @PlainText()
  reason?: string
}

export class TargetsOut {
  sessions!: number | null
  participantsPerMille!: number | null
  satisfactionPerMille!: number | null
  costPerStudentFen!: number | null
  note!: string | null
}

export class EstimateOut {
  id!: number
  schoolId!: number
  schoolName!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: EstimateStatus
  classCount!: number
  amountFen!: number
  reason!: string | null
  snapshotHash!: string | null
  /** The last day to hand it in; null where none is laid down. */
  dueOn!: string | null
  isLate!: boolean
  updatedAt!: string
  actions!: string[]
}

export class EstimateLineOut {
  homeClassId!: number
  className!: string
  recorded!: CountsOut
  expected!: CountsOut
  isChanged!: boolean
  amountFen!: number
}

export class EstimateWithLinesOut extends EstimateOut {
  lines!: EstimateLineOut[]
  models!: FundingModel[]
  levels!: LevelAmountOut[]
  sentences!: string[]
  targets!: TargetsOut
  /** What the records alone would give. */
  recordedFen!: number
}

export interface EstimateContext {
  readonly actions: string[]
  readonly dueOn: string | null
  readonly today: string
}

const notHandedIn = new Set<EstimateStatus>(['draft', 'returned'])

export function toEstimateOut(estimate: Estimate, { actions, dueOn, today }: EstimateContext): EstimateOut {
  const {
    id,
    schoolId,
    fundId,
    fiscalYear,
    status,
    revision,
    classCount,
    amountFen,
    reason,
    snapshotHash,
    updatedAt,
    school,
    fund,
  } = estimate
  return {
    id,
    schoolId,
    schoolName: school!.name,
    fundId,
    fundName: fund!.name,
    fiscalYear,
    status,
    revision,
    classCount,
    amountFen,
    reason,
    snapshotHash,
    dueOn,
    isLate: dueOn !== null && today > dueOn && notHandedIn.has(status),
    updatedAt: updatedAt.toISOString(),
    actions,
  }
}

export function toEstimateWithLinesOut(
  estimate: Estimate,
  context: EstimateContext,
  { expected, recorded }: { expected: Entitlement; recorded: Entitlement },
  language: Language,
): EstimateWithLinesOut {
  const records = new Map(estimate.recorded.map((each) => [each.homeClassId, each]))
  const amounts = new Map(expected.lines.map((line) => [line.homeClassId, line.amountFen]))
  const { sessions, participantsPerMille, satisfactionPerMille, costPerStudentFen, note } = estimate.targets
  return {
    ...toEstimateOut(estimate, context),
    models: [...new Set(estimate.rules.map((rule) => rule.model))],
    levels: expected.levels.map(toLevelAmountOut),
    sentences: explainEntitlement(expected, estimate.rules, language),
    targets: { sessions, participantsPerMille, satisfactionPerMille, costPerStudentFen, note },
    recordedFen: recorded.totalFen,
    lines: estimate.expected.map((each) => {
      const own = records.get(each.homeClassId)!
      return {
        homeClassId: each.homeClassId,
        className: each.className,
        recorded: toCountsOut(own),
        expected: toCountsOut(each),
        isChanged: !isSame(own, each),
        amountFen: amounts.get(each.homeClassId) ?? 0,
      }
    }),
  }
}

const stateNames: Record<EstimateStatus, { zh: string; en: string }> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '等教育局审核', en: 'waits for the education office' },
  reviewed: { zh: '等财政局审定', en: 'waits for the finance office' },
  approved: { zh: '已审定', en: 'approved' },
  returned: { zh: '已退回', en: 'returned' },
}

/** The columns of the exported list. */
export const estimateColumns: readonly ListColumn<EstimateOut>[] = [
  { zh: '学校', en: 'School', kind: 'text', of: (row) => row.schoolName },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => row.fundName },
  { zh: '班级数', en: 'Classes', kind: 'integer', of: (row) => row.classCount },
  { zh: '测算金额', en: 'Estimated', kind: 'fen', of: (row) => row.amountFen },
  { zh: '截止日期', en: 'Due', kind: 'date', of: (row) => row.dueOn },
  { zh: '状态', en: 'State', kind: 'text', of: (row, language) => stateNames[row.status][language] },
]
