import { Transform, Type } from 'class-transformer'
import { IsIn, IsString, Length, Matches } from 'class-validator'
import { EventIn } from '../../audit/index.js'
import { IsInt, IsDocumentDate, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { bankSerialOf } from '../payments/payment-keys.js'
import type { TreasuryReturn } from './treasury-return.entity.js'
import { treasuryReturnStates, type TreasuryReturnStatus } from './treasury-return.states.js'
import { treasuryReturnStateWords } from '../state-words.js'

export class TreasuryReturnListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  settlementId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @IsIn(treasuryReturnStates)
  status?: TreasuryReturnStatus
}

/** Into which account: a payee of the school. */
export class SubmitTreasuryReturnIn extends EventIn {
  @IsInt()
  payeeId!: number
}

/** What the bank's slip says. */
export class RegisterTreasuryReturnIn extends EventIn {
  @IsDocumentDate()
  returnedOn!: string

  /** The bank's serial number: it stands nowhere else at the school. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? bankSerialOf(value) : value))
  @IsString()
  @Length(1, 60)
  @Matches(/^[0-9A-Z\p{Script=Han}._/:-]*$/u)
  bankSerial!: string
}

export class TreasuryReturnOut {
  id!: number
  schoolId!: number
  schoolName!: string
  settlementId!: number
  fundId!: number
  fundName!: string
  fiscalYear!: number
  amountFen!: number
  status!: TreasuryReturnStatus
  revision!: number
  payeeId!: number | null
  payee!: string | null
  payeeAccountLast4!: string | null
  payeeBank!: string | null
  /** Why it has come back to the school. */
  failure!: string | null
  returnedOn!: string | null
  bankSerial!: string | null
  createdAt!: string
  actions!: string[]
}

/** The columns of the list in the archive of a year. */
export const treasuryReturnColumns: readonly ListColumn<TreasuryReturnOut>[] = [
  { zh: '学校', en: 'School', kind: 'text', of: (row) => row.schoolName },
  { zh: '资金', en: 'Fund', kind: 'text', of: (row) => row.fundName },
  { zh: '年度', en: 'Year', kind: 'integer', of: (row) => row.fiscalYear },
  { zh: '结算', en: 'Settlement', kind: 'integer', of: (row) => row.settlementId },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  { zh: '收款人', en: 'Payee', kind: 'text', of: (row) => row.payee },
  { zh: '账号后四位', en: 'Account ends in', kind: 'text', of: (row) => row.payeeAccountLast4 },
  { zh: '开户行', en: 'Bank', kind: 'text', of: (row) => row.payeeBank },
  { zh: '上缴日期', en: 'Returned', kind: 'date', of: (row) => row.returnedOn },
  { zh: '流水号', en: 'Serial number', kind: 'text', of: (row) => row.bankSerial },
  {
    zh: '状态',
    en: 'State',
    kind: 'text',
    of: (row, language) => treasuryReturnStateWords[row.status][language],
  },
]

export function toTreasuryReturnOut(
  {
    id,
    schoolId,
    school,
    settlementId,
    fundId,
    fund,
    fiscalYear,
    amountFen,
    status,
    revision,
    payeeId,
    payee,
    payeeAccountLast4,
    payeeBank,
    failure,
    returnedOn,
    bankSerial,
    createdAt,
  }: TreasuryReturn,
  actions: string[],
): TreasuryReturnOut {
  return {
    id,
    schoolId,
    schoolName: school?.name ?? '',
    settlementId,
    fundId,
    fundName: fund?.name ?? '',
    fiscalYear,
    amountFen,
    status,
    revision,
    payeeId,
    payee,
    payeeAccountLast4,
    payeeBank,
    failure,
    returnedOn,
    bankSerial,
    createdAt: createdAt.toISOString(),
    actions,
  }
}
