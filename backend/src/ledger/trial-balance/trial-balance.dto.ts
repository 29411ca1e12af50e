import { Type } from 'class-transformer'
import { Matches, Max, Min } from 'class-validator'
import { IsInt, Optional } from '../../platform/http/validation.js'
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
