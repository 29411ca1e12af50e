import { Type } from 'class-transformer'
import { Matches, Max, Min } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { type Account, type AccountInfo, accounts } from '../journal/accounts.js'

export class TrialBalanceQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  fiscalYear?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fundId?: number

  /** 'YYYY-MM': what is accounted up to the end of this month. */
  @Optional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/)
  untilMonth?: string
}

export class TrialBalanceLineOut {
  account!: string
  nameZh!: string
  nameEn!: string
  class!: AccountInfo['class']
  debitFen!: number
  creditFen!: number
  /** Debits less credits. */
  balanceFen!: number
  /** Account of financial accounting; null for memoranda. */
  financial!: string | null
  budget!: string | null
  /** Whether a text confirms the mapping; otherwise the accountant must. */
  isMappingVerified!: boolean
}

export class TrialBalanceOut {
  lineCount!: number
  debitFen!: number
  creditFen!: number
  /** Debits equal credits, and all balances add up to zero. */
  isBalanced!: boolean
  lines!: TrialBalanceLineOut[]
}

export function toTrialBalanceLineOut(
  account: string,
  debitFen: number,
  creditFen: number,
  balanceFen: number,
): TrialBalanceLineOut {
  const { zh, en, class: kind, statutory } = accounts[account as Account]
  return {
    account,
    nameZh: zh,
    nameEn: en,
    class: kind,
    debitFen,
    creditFen,
    balanceFen,
    financial: statutory?.financial ?? null,
    budget: statutory?.budget ?? null,
    isMappingVerified: statutory?.isVerified ?? true,
  }
}

/** The columns of the exported trial balance. */
export const trialBalanceColumns: readonly ListColumn<TrialBalanceLineOut>[] = [
  { zh: '科目', en: 'Account', kind: 'text', of: (line) => line.account },
  {
    zh: '名称',
    en: 'Name',
    kind: 'text',
    of: (line, language) => (language === 'zh' ? line.nameZh : line.nameEn),
  },
  { zh: '借方发生额', en: 'Debits', kind: 'fen', of: (line) => line.debitFen },
  { zh: '贷方发生额', en: 'Credits', kind: 'fen', of: (line) => line.creditFen },
  { zh: '余额（借方为正）', en: 'Balance (debit positive)', kind: 'fen', of: (line) => line.balanceFen },
  { zh: '财务会计科目', en: 'Financial account', kind: 'text', of: (line) => line.financial },
  { zh: '预算会计科目', en: 'Budget account', kind: 'text', of: (line) => line.budget },
  {
    zh: '科目对照',
    en: 'Mapping',
    kind: 'text',
    of: (line, language) =>
      line.isMappingVerified ? '' : language === 'zh' ? '待会计核对' : 'to be checked by the accountant',
  },
]
