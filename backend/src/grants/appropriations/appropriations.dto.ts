import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Length, Max, Min } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { EventIn, SeenIn } from '../../audit/index.js'
import type { ListColumn, ListSheet } from '../../platform/sheets/index.js'
import { Items } from '../../platform/http/items.js'
import { IsFen, IsInt, IsDocumentDate, Nullable, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import { payingLevels, type PayingLevel } from '../../entitlement/index.js'
import type { Appropriation } from './appropriation.entity.js'
import type { AppropriationLine } from './appropriation-line.entity.js'
import { appropriationStates, type AppropriationStatus } from './appropriation.states.js'

export class AppropriationListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @IsIn(appropriationStates)
  status?: AppropriationStatus

  /** The scope bar sends these along; a notice belongs to a region. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class CreateAppropriationIn {
  @IsInt()
  fundId!: number

  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number

  @IsString()
  @Length(2, 120)
  @PlainText()
  title!: string

  /** Whose share of the cost is granted; only needed where several levels pay. */
  @Optional()
  @IsIn(payingLevels)
  level?: PayingLevel

  /** What there is to give, where it is less than the claims: shared out by largest remainder. */
  @Optional()
  @IsFen()
  @Min(1)
  availableFen?: number

  @Optional()
  @IsDocumentDate()
  spendByOn?: string
}

export class AppropriationAmountIn {
  /** The school's row. */
  @IsInt()
  lineId!: number

  /** Zero leaves the school out. */
  @IsFen()
  amountFen!: number
}

/** What may be mended in a draft; what is not given stays. */
export class UpdateAppropriationIn extends SeenIn {
  @Optional()
  @IsString()
  @Length(2, 120)
  @PlainText()
  title?: string

  @Optional()
  @Nullable()
  @IsDocumentDate()
  spendByOn?: string | null

  /** Rows that change; the total follows them. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @Items(() => AppropriationAmountIn)
  amounts?: AppropriationAmountIn[]

  /** Needed where amounts change. */
  @Optional()
  @IsString()
  @Length(2, 500)
  @PlainText()
  reason?: string
}

export class IssueIn extends EventIn {
  /** Document number of the notice, for example 同财教〔2026〕45号. */
  @IsString()
  @Length(4, 60)
  @PlainText()
  documentNumber!: string
}

export class AppropriationLineOut {
  id!: number
  appropriationId!: number
  schoolId!: number
  schoolName!: string
  classCount!: number
  /** What the school's claim had open when the notice was drafted. */
  claimFen!: number
  amountFen!: number
  receivedAt!: string | null
  receivedOn!: string | null
  slipNumber!: string | null
}

export class AppropriationOut {
  id!: number
  regionCode!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  title!: string
  documentNumber!: string | null
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: AppropriationStatus
  level!: PayingLevel
  totalFen!: number
  availableFen!: number | null
  budgetCategory!: string | null
  spendByOn!: string | null
  reason!: string | null
  issuedOn!: string | null
  snapshotHash!: string | null
  createdAt!: string
  actions!: string[]
}

export class AppropriationWithLinesOut extends AppropriationOut {
  /** Whether what is kept is still what was issued; null before that. */
  isAsIssued!: boolean | null
  lines!: AppropriationLineOut[]
}

export function toAppropriationOut(appropriation: Appropriation, actions: string[]): AppropriationOut {
  const {
    id,
    regionCode,
    fundId,
    fiscalYear,
    title,
    documentNumber,
    status,
    revision,
    level,
    totalFen,
    availableFen,
    budgetCategory,
    spendByOn,
    reason,
    issuedOn,
    snapshotHash,
    createdAt,
    fund,
  } = appropriation
  return {
    id,
    regionCode,
    fundId,
    fundName: fund?.name ?? '',
    fiscalYear,
    title,
    documentNumber,
    status,
    revision,
    level,
    totalFen,
    availableFen,
    budgetCategory,
    spendByOn,
    reason,
    issuedOn,
    snapshotHash,
    createdAt: createdAt.toISOString(),
    actions,
  }
}

export function toAppropriationLineOut({
  id,
  appropriationId,
  schoolId,
  school,
  classCount,
  claimFen,
  amountFen,
  receivedAt,
  receivedOn,
  slipNumber,
}: AppropriationLine): AppropriationLineOut {
  return {
    id,
    appropriationId,
    schoolId,
    schoolName: school?.name ?? '',
    classCount,
    claimFen,
    amountFen,
    receivedAt: receivedAt?.toISOString() ?? null,
    receivedOn,
    slipNumber,
  }
}

/** A notice's attachment. */
export const appropriationLinesSheet: ListSheet<AppropriationLineOut> = {
  zh: '下达明细',
  en: 'Amounts',
  columns: [
    { zh: '学校', en: 'School', width: 28, kind: 'text', of: (row) => row.schoolName },
    { zh: '班级数', en: 'Classes', width: 16, kind: 'integer', of: (row) => row.classCount },
    { zh: '尚未下达的核定额', en: 'Open claim', width: 16, kind: 'fen', of: (row) => row.claimFen },
    { zh: '下达金额', en: 'Granted', width: 16, kind: 'fen', of: (row) => row.amountFen },
    { zh: '到账日期', en: 'Received', width: 16, kind: 'date', of: (row) => row.receivedOn },
    { zh: '到账单号', en: 'Slip number', width: 28, kind: 'text', of: (row) => row.slipNumber },
  ],
}

const stateNames: Record<AppropriationStatus, { zh: string; en: string }> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '等教育局会签', en: 'waits for the education office' },
  countersigned: { zh: '等财政局下达', en: 'waits for the finance bureau' },
  issued: { zh: '已下达', en: 'issued' },
}

/** The columns of the exported list. */
export const appropriationColumns: readonly ListColumn<AppropriationOut>[] = [
  { zh: '标题', en: 'Title', kind: 'text', of: (row) => row.title },
  { zh: '文号', en: 'Document number', kind: 'text', of: (row) => row.documentNumber },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => row.fundName },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
  { zh: '总额', en: 'Total', kind: 'fen', of: (row) => row.totalFen },
  { zh: '下达日期', en: 'Issued', kind: 'date', of: (row) => row.issuedOn },
  { zh: '状态', en: 'State', kind: 'text', of: (row, language) => stateNames[row.status][language] },
]
