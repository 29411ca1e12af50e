import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator'
import { Items } from '../../platform/http/items.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsInt, Optional } from '../../platform/http/validation.js'
import { SeenIn } from '../../audit/index.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { ListQuery } from '../../platform/paging.js'
import type { PublicationStatus } from '../publications/publication.states.js'
import type { Publication } from '../publications/publication.entity.js'
import {
  CountsOut,
  LevelAmountOut,
  toCountsOut,
  toLevelAmountOut,
  type Purpose,
  type FundingModel,
  type DeclarationPeriod,
  kindOfKey,
  periodKeyForm,
} from '../../entitlement/index.js'
import { isGone, isSame } from './chain.js'
import { ClassCountsIn } from './counts.dto.js'
import type { Declaration } from './declaration.entity.js'
import type { DeclarationLine } from './declaration-line.entity.js'
import { declarationStates, type DeclarationStatus } from './declaration.states.js'

export class DeclarationListQuery extends ListQuery {
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
  @Matches(periodKeyForm)
  periodKey?: string

  @Optional()
  @IsIn(declarationStates)
  status?: DeclarationStatus

  /** The regular ones, or the supplementary ones. */
  @Optional()
  @IsIn(['regular', 'supplementary'])
  kind?: 'regular' | 'supplementary'

  @Optional()
  @Type(() => Number)
  @IsInt()
  publicationId?: number
}

export class CreateDeclarationIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  fundId!: number

  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number

  /** '2026:H1', '2026:T7', '2026:09'; left out where the fund is declared by the year. */
  @Optional()
  @Matches(periodKeyForm)
  periodKey?: string

  /** The part for after-school service, per mille; only where the fund has two purposes; later periods of a year keep the first's. */
  @Optional()
  @IsInt()
  @Min(0)
  @Max(1000)
  serviceSharePerMille?: number
}

export class UpdateDeclarationIn extends SeenIn {
  @Optional()
  @IsInt()
  @Min(0)
  @Max(1000)
  serviceSharePerMille?: number

  /** Counts that differ from the records; they need a reason. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(500)
  @Items(() => ClassCountsIn)
  counts?: ClassCountsIn[]

  @Optional()
  @IsString()
  @Length(2, 500)
  @PlainText()
  reason?: string
}

export class SupplementIn {
  /** Why what was declared no longer holds. */
  @IsString()
  @Length(2, 500)
  @PlainText()
  reason!: string
}

export class DeclarationSumOut {
  count!: number
  schoolCount!: number
  amountFen!: number
}

export class PublishDeclarationsIn {
  /** Checked declarations of one fund and period. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ArrayUnique()
  @IsInt({ each: true })
  declarationIds!: number[]
}

export class PublishedDeclarationsOut {
  publicationId!: number
  slug!: string
  closesOn!: string
  count!: number
}

export class DeclarationLineOut {
  homeClassId!: number
  className!: string
  studentCount!: number
  /** What was declared and what the records said; `isChanged` where they differ. */
  counts!: CountsOut
  recorded!: CountsOut
  isChanged!: boolean
  /** In a supplementary declaration: the class is no longer on the register. */
  isGone!: boolean
  /** What the class brings; in a supplementary declaration what it brings more or, below zero, less. */
  amountFen!: number
}

export class DeclarationPeriodOut {
  key!: string
  name!: string
  nameEn!: string
  fromMonth!: number
  toMonth!: number
  /** The school's regular declaration that has a month of it already. */
  declarationId!: number | null
}

export class DeclarationPeriodsOut {
  kind!: DeclarationPeriod
  periods!: DeclarationPeriodOut[]
  /** Per mille, as an earlier period of the year has it; null: the school may still decide. */
  serviceSharePerMille!: number | null
}

export class DeclarationPeriodsQuery {
  @Type(() => Number)
  @IsInt()
  fundId!: number

  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number

  /** Left out: of your region. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class PeriodOut {
  slug!: string
  title!: string
  status!: PublicationStatus
  opensOn!: string
  closesOn!: string
}

export class DeclarationOut {
  id!: number
  schoolId!: number
  schoolName!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  periodKey!: string
  periodKind!: DeclarationPeriod
  periodName!: string
  periodNameEn!: string
  /** Both included. */
  fromMonth!: number
  toMonth!: number
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: DeclarationStatus
  countedOn!: string
  classCount!: number
  /** Enrolled in the classes of its lines. */
  studentCount!: number
  amountFen!: number
  serviceSharePerMille!: number
  servicePurpose!: Purpose
  otherPurpose!: Purpose | null
  /** 0 is the regular declaration; 1, 2 … are supplementary. */
  sequence!: number
  supplementsId!: number | null
  documentNumbers!: string[]
  /** What the standards count. */
  models!: FundingModel[]
  levels!: LevelAmountOut[]
  reason!: string | null
  publicationId!: number | null
  snapshotHash!: string | null
  ruleVersion!: number
  updatedAt!: string
  actions!: string[]
}

export class RelatedDeclarationOut {
  id!: number
  sequence!: number
  status!: DeclarationStatus
  amountFen!: number
}

export class DeclarationWithLinesOut extends DeclarationOut {
  lines!: DeclarationLineOut[]
  /** How the amount came about, in the reader's language. */
  sentences!: string[]
  /** While and after it stands open to the public. */
  publication!: PeriodOut | null
  /** The regular declaration and its supplements, this one included. */
  chain!: RelatedDeclarationOut[]
}

export function toDeclarationOut(
  declaration: Declaration,
  actions: string[],
  studentCount: number,
): DeclarationOut {
  const {
    id,
    schoolId,
    fundId,
    fiscalYear,
    periodKey,
    periodName,
    periodNameEn,
    fromMonth,
    toMonth,
    status,
    revision,
    countedOn,
    classCount,
    amountFen,
    serviceSharePerMille,
    snapshotHash,
    school,
    fund,
    sequence,
    supplementsId,
    rules,
    levels,
    reason,
    publicationId,
    ruleVersion,
  } = declaration
  const purpose = fund!.purposes.find((candidate) => candidate.stage === school!.stage)!
  return {
    id,
    schoolId,
    schoolName: school!.name,
    fundId,
    fundName: fund!.name,
    fiscalYear,
    periodKey,
    periodKind: kindOfKey(periodKey),
    periodName,
    periodNameEn,
    fromMonth,
    toMonth,
    status,
    revision,
    countedOn,
    classCount,
    studentCount,
    amountFen,
    serviceSharePerMille,
    ruleVersion,
    supplementsId,
    servicePurpose: purpose.service,
    otherPurpose: purpose.other,
    sequence,
    documentNumbers: [...new Set(rules.map((rule) => rule.documentNumber || rule.issuer))],
    models: [...new Set(rules.map((rule) => rule.model))],
    levels: levels.map(toLevelAmountOut),
    reason,
    publicationId,
    snapshotHash,
    updatedAt: declaration.updatedAt.toISOString(),
    actions,
  }
}

export function toDeclarationLineOut(line: DeclarationLine): DeclarationLineOut {
  const { homeClassId, className, studentCount, counts, recorded, amountFen } = line
  return {
    homeClassId,
    className,
    studentCount,
    counts: toCountsOut(counts),
    recorded: toCountsOut(recorded),
    isChanged: !isSame(counts, recorded),
    isGone: isGone(line),
    amountFen,
  }
}

export function toPeriodOut({ slug, title, status, opensOn, closesOn }: Publication): PeriodOut {
  return { slug, title, status, opensOn, closesOn }
}

const stateNames: Record<DeclarationStatus, { zh: string; en: string }> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '等教育局审核', en: 'waits for the education check' },
  education_checked: { zh: '等财政局审核', en: 'waits for the finance check' },
  finance_checked: { zh: '等公示', en: 'waits for publication' },
  publishing: { zh: '公示中', en: 'being published' },
  approved: { zh: '已批准', en: 'approved' },
  returned: { zh: '已退回', en: 'returned' },
}

/** The columns of the exported list. */
export const declarationColumns: readonly ListColumn<DeclarationOut>[] = [
  { zh: '学校', en: 'School', kind: 'text', of: (row) => row.schoolName },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
  {
    zh: '申报期',
    en: 'Period',
    kind: 'text',
    of: (row, language) => (language === 'zh' ? row.periodName : row.periodNameEn),
  },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => row.fundName },
  { zh: '补充申报序号', en: 'Supplement', kind: 'integer', of: (row) => row.sequence },
  { zh: '班级数', en: 'Classes', kind: 'integer', of: (row) => row.classCount },
  { zh: '学生数', en: 'Pupils', kind: 'integer', of: (row) => row.studentCount },
  { zh: '申报金额', en: 'Declared', kind: 'fen', of: (row) => row.amountFen },
  { zh: '计数日', en: 'Count date', kind: 'date', of: (row) => row.countedOn },
  { zh: '依据', en: 'Source', kind: 'text', of: (row) => row.documentNumbers.join('；') },
  { zh: '状态', en: 'State', kind: 'text', of: (row, language) => stateNames[row.status][language] },
]
