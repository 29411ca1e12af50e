import { Type } from 'class-transformer'
import { IsIn, IsString, Length, MaxLength } from 'class-validator'
import { AppropriationLineOut, type AppropriationLine, toAppropriationLineOut } from '../../grants/index.js'
import type { PayingLevel } from '../../entitlement/index.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsInt, IsDocumentDate, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { ListColumn } from '../../platform/sheets/index.js'

/** What a school sees of a notice: its own row. */
export class ReceiptListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @IsString()
  @MaxLength(8)
  @IsIn(['yes', 'no'])
  received?: 'yes' | 'no'
}

export class ReceiveIn {
  /** The day of the slip; today unless said otherwise. */
  @Optional()
  @IsDocumentDate()
  receivedOn?: string

  @Optional()
  @IsString()
  @Length(1, 60)
  @PlainText()
  slipNumber?: string
}

export class ReceiptOut extends AppropriationLineOut {
  title!: string
  documentNumber!: string | null
  fundId!: number
  fundName!: string
  fiscalYear!: number
  issuedOn!: string | null
  spendByOn!: string | null
  level!: PayingLevel
  /** The scheme that puts it on the classes, once there is one. */
  schemeId!: number | null
  actions!: string[]
}

export function toReceiptOut(
  line: AppropriationLine & { scheme?: { id: number } | null },
  permissions: ReadonlySet<string>,
): ReceiptOut {
  const { title, documentNumber, fundId, fund, fiscalYear, issuedOn, spendByOn, level } = line.appropriation!
  const next =
    line.receivedAt === null
      ? permissions.has('receipt.confirm')
        ? ['receive']
        : []
      : permissions.has('scheme.write') && !line.scheme
        ? ['distribute']
        : []
  return {
    ...toAppropriationLineOut(line),
    title,
    documentNumber,
    fundId,
    fundName: fund?.name ?? '',
    fiscalYear,
    issuedOn,
    spendByOn,
    level,
    schemeId: line.scheme?.id ?? null,
    actions: next,
  }
}

/** The columns of the exported list of receipts. */
export const receiptColumns: readonly ListColumn<ReceiptOut>[] = [
  { zh: '学校', en: 'School', kind: 'text', of: (row) => row.schoolName },
  { zh: '通知', en: 'Notice', kind: 'text', of: (row) => row.title },
  { zh: '文号', en: 'Document number', kind: 'text', of: (row) => row.documentNumber },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => row.fundName },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  { zh: '到账日期', en: 'Received', kind: 'date', of: (row) => row.receivedOn },
  { zh: '到账单号', en: 'Slip number', kind: 'text', of: (row) => row.slipNumber },
]
