import { Type } from 'class-transformer'
import { IsIn, IsString, Length, Matches } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'
import type { HomeClass } from '../../organisation/index.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { ListQuery } from '../../platform/paging.js'
import { type Purpose, purposes, type PayingLevel } from '../../entitlement/index.js'
import { type Account, accounts, type Figure, figureAccounts, figures } from './accounts.js'
import type { LedgerEntry } from './ledger-entry.entity.js'

export class LedgerEntryListQuery extends ListQuery {
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
  homeClassId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  @Optional()
  @IsIn(purposes)
  purpose?: Purpose

  /** Only the entries behind this figure of the board. */
  @Optional()
  @IsIn(figures)
  figure?: Figure

  /** 'YYYY-MM': only what belongs to this month. */
  @Optional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  month?: string

  /** Only what stands on one side or the other of this account. */
  @Optional()
  @IsIn(Object.keys(accounts))
  account?: Account

  /** Only what this thing has caused, for example 'payment' 12. */
  @Optional()
  @IsString()
  @Length(1, 40)
  sourceEntity?: string

  @Optional()
  @Type(() => Number)
  @IsInt()
  sourceId?: number
}

export class LedgerEntryOut {
  id!: number
  /** 1, 2, 3 … within the school. */
  sequence!: number
  postedAt!: string
  accountedOn!: string
  level!: PayingLevel
  economicCategory!: string | null
  kind!: string
  debitAccount!: string
  debitName!: string
  creditAccount!: string
  creditName!: string
  amountFen!: number
  /** What the entry adds to the figure that was asked for; minus where it takes away. Null without a figure. */
  effectFen!: number | null
  schoolId!: number
  homeClassId!: number | null
  /** Null: the school's money that stands on no class. */
  className!: string | null
  fundId!: number
  fundName!: string
  purpose!: string
  fiscalYear!: number
  sourceEntity!: string
  sourceId!: number
  reversesEntryId!: number | null
}

export class LedgerEntryWithReversalOut extends LedgerEntryOut {
  businessKey!: string
  /** SHA-256 over this entry and the hash of the one before. */
  hash!: string
  /** The entry that has taken this one back. */
  reversedByEntryId!: number | null
  postedById!: number
  termId!: number | null
}

export function toLedgerEntryOut(
  entry: LedgerEntry & { homeClass?: HomeClass },
  figure?: Figure,
): LedgerEntryOut {
  const {
    id,
    kind,
    debitAccount,
    creditAccount,
    amountFen,
    schoolId,
    homeClassId,
    fundId,
    purpose,
    fiscalYear,
    sourceEntity,
    sourceId,
    reversesEntryId,
  } = entry
  return {
    id,
    sequence: entry.sequence,
    accountedOn: entry.accountedOn,
    level: entry.level,
    economicCategory: entry.economicCategory,
    postedAt: entry.postedAt.toISOString(),
    kind,
    debitAccount,
    debitName: accounts[debitAccount as Account].zh,
    creditAccount,
    creditName: accounts[creditAccount as Account].zh,
    amountFen,
    effectFen: figure ? effectOn(figure, entry) : null,
    schoolId,
    homeClassId,
    className: entry.homeClass?.name ?? null,
    fundId,
    fundName: entry.fund?.name ?? '',
    purpose,
    fiscalYear,
    sourceEntity,
    sourceId,
    reversesEntryId,
  }
}

function effectOn(figure: Figure, entry: LedgerEntry): number {
  const { accounts: own, side } = figureAccounts[figure]
  const [plus, minus] =
    side === 'debit' ? [entry.debitAccount, entry.creditAccount] : [entry.creditAccount, entry.debitAccount]
  if (own.includes(plus as Account)) return entry.amountFen
  return own.includes(minus as Account) ? -entry.amountFen : 0
}

/** The columns of the exported list. */
export const ledgerEntryColumns: readonly ListColumn<LedgerEntryOut>[] = [
  { zh: '编号', en: 'Number', kind: 'integer', of: (row) => row.id },
  { zh: '记账时间', en: 'Posted', kind: 'text', of: (row) => row.postedAt },
  { zh: '事项', en: 'What', kind: 'text', of: (row) => row.kind },
  { zh: '班级', en: 'Class', kind: 'text', of: (row) => row.className },
  { zh: '借方', en: 'Debit', kind: 'text', of: (row) => row.debitAccount },
  { zh: '贷方', en: 'Credit', kind: 'text', of: (row) => row.creditAccount },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  { zh: '用途', en: 'Purpose', kind: 'text', of: (row) => row.purpose },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
]
