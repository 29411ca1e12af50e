import { Type } from 'class-transformer'
import { IsIn, Max, Min } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { ListQuery } from '../../platform/paging.js'
import { type Account, accounts } from '../../ledger/index.js'
import {
  treasuryReturnStates,
  type TreasuryReturnStatus,
} from '../treasury-returns/treasury-return.states.js'
import type { Settlement } from './settlement.entity.js'
import { settlementStates, type SettlementStatus } from './settlement.states.js'
import { settlementStateWords } from '../state-words.js'

export class SettlementListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  @Optional()
  @IsIn(settlementStates)
  status?: SettlementStatus

  /** The scope bar sends it along; the list shows terms and years. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  /** How far what it returns to the treasury has come. */
  @Optional()
  @IsIn(treasuryReturnStates)
  returning?: TreasuryReturnStatus
}

export class CreateSettlementIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  fundId!: number

  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear!: number

  /** A term's statement, which moves no money; the year's where left out. */
  @Optional()
  @IsInt()
  termId?: number
}

export class SpentOut {
  account!: string
  accountName!: string
  accountNameEn!: string
  paymentCount!: number
  lessonCount!: number
  amountFen!: number
}

export class StatementOut {
  openingFen!: number
  receivedFen!: number
  spent!: SpentOut[]
  spentFen!: number
  carriedOutFen!: number
  returnedFen!: number
  committedFen!: number
  leftFen!: number
}

/** What of a settlement goes back to the treasury; reserved until the bank's slip says that it has. */
export class SettlementReturnOut {
  id!: number
  status!: TreasuryReturnStatus
  amountFen!: number
  returnedOn!: string | null
}

export class SettlementOut {
  id!: number
  schoolId!: number
  schoolName!: string
  fundId!: number
  fundName!: string
  fiscalYear!: number
  termId!: number | null
  /** 2, 3 … where it settles what came after the year was settled; null otherwise. */
  laterNumber!: number | null
  fromOn!: string
  toOn!: string
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: SettlementStatus
  statement!: StatementOut
  leftFen!: number
  /** What approving does with the money left: into the next year, back to the treasury, or nothing. */
  leftover!: 'carry' | 'return' | 'stays'
  /** Null: nothing goes back, or it was settled before returns waited for the bank. */
  treasuryReturn!: SettlementReturnOut | null
  snapshotHash!: string | null
  createdAt!: string
  actions!: string[]
}

export function toSettlementOut(
  {
    id,
    schoolId,
    school,
    fundId,
    fund,
    fiscalYear,
    termId,
    periodKey,
    fromOn,
    toOn,
    status,
    revision,
    statement,
    leftFen,
    leftover,
    treasuryReturn,
    snapshotHash,
    createdAt,
  }: Settlement,
  actions: string[],
): SettlementOut {
  return {
    id,
    schoolId,
    schoolName: school?.name ?? '',
    fundId,
    fundName: fund?.name ?? '',
    fiscalYear,
    termId,
    laterNumber: periodKey.startsWith('year:') ? Number(periodKey.slice('year:'.length)) : null,
    fromOn,
    toOn,
    status,
    revision,
    leftFen,
    leftover,
    treasuryReturn: treasuryReturn
      ? {
          id: treasuryReturn.id,
          status: treasuryReturn.status,
          amountFen: treasuryReturn.amountFen,
          returnedOn: treasuryReturn.returnedOn,
        }
      : null,
    snapshotHash,
    createdAt: createdAt.toISOString(),
    actions,
    statement: {
      ...statement,
      spent: statement.spent.map((each) => ({
        ...each,
        accountName: accounts[each.account as Account].zh,
        accountNameEn: accounts[each.account as Account].en,
      })),
    },
  }
}

/** The columns of the exported list. */
export const settlementColumns: readonly ListColumn<SettlementOut>[] = [
  { zh: '学校', en: 'School', kind: 'text', of: (row) => row.schoolName },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => row.fundName },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
  { zh: '起', en: 'From', kind: 'date', of: (row) => row.fromOn },
  { zh: '止', en: 'To', kind: 'date', of: (row) => row.toOn },
  { zh: '期初结余', en: 'Opening', kind: 'fen', of: (row) => row.statement.openingFen },
  { zh: '到账', en: 'Received', kind: 'fen', of: (row) => row.statement.receivedFen },
  { zh: '支出', en: 'Spent', kind: 'fen', of: (row) => row.statement.spentFen },
  { zh: '预留', en: 'Committed', kind: 'fen', of: (row) => row.statement.committedFen },
  { zh: '结余', en: 'Left', kind: 'fen', of: (row) => row.leftFen },
  {
    zh: '状态',
    en: 'State',
    kind: 'text',
    of: (row, language) => settlementStateWords[row.status][language],
  },
  { zh: '上缴财政', en: 'Return', kind: 'text', of: (row) => row.treasuryReturn?.status ?? null },
]
