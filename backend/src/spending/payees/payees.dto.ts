import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsString, Length, Matches } from 'class-validator'
import { BooleanText, IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { SearchListQuery } from '../../platform/paging.js'
import { AccountNumber, accountPattern, bankCodePattern } from './account-number.js'
import { type Payee, type PayeeKind, payeeKinds } from './payee.entity.js'

export class PayeeListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @IsIn(payeeKinds)
  kind?: PayeeKind

  @Optional()
  @BooleanText()
  @IsBoolean()
  isActive?: boolean
}

export class CreatePayeeIn {
  @IsInt()
  schoolId!: number

  @IsString()
  @Length(1, 80)
  @PlainText()
  name!: string

  @IsIn(payeeKinds)
  kind!: PayeeKind

  /** 5 to 40 digits and letters. Only its last four go out again. */
  @AccountNumber()
  @IsString()
  @Matches(accountPattern)
  account!: string

  /** 开户行 */
  @IsString()
  @Length(2, 80)
  @PlainText()
  bankName!: string

  /** 联行号, twelve digits. */
  @Optional()
  @Nullable()
  @AccountNumber()
  @Matches(bankCodePattern)
  bankCode?: string | null
}

export class UpdatePayeeIn {
  @Optional()
  @IsString()
  @Length(1, 80)
  @PlainText()
  name?: string

  @Optional()
  @IsIn(payeeKinds)
  kind?: PayeeKind

  /** Left out: stays as it is. */
  @Optional()
  @AccountNumber()
  @IsString()
  @Matches(accountPattern)
  account?: string

  @Optional()
  @IsString()
  @Length(2, 80)
  @PlainText()
  bankName?: string

  @Optional()
  @Nullable()
  @AccountNumber()
  @Matches(bankCodePattern)
  bankCode?: string | null

  /** False: no new payments to it. */
  @Optional()
  @IsBoolean()
  isActive?: boolean
}

export class PayeeOut {
  id!: number
  schoolId!: number
  name!: string
  kind!: PayeeKind
  accountLast4!: string
  /** Null: taken over from old payments; nothing can be submitted to it before it is filled in. */
  bankName!: string | null
  bankCode!: string | null
  isActive!: boolean
  /** When and by whom account, name or bank was last put in. */
  accountChangedAt!: string | null
  accountChangedByName!: string | null
}

export function toPayeeOut({
  id,
  schoolId,
  name,
  kind,
  accountLast4,
  bankName,
  bankCode,
  isActive,
  accountChangedAt,
  accountChangedByName,
}: Payee): PayeeOut {
  return {
    id,
    schoolId,
    name,
    kind,
    accountLast4,
    bankName,
    bankCode,
    isActive,
    accountChangedAt: accountChangedAt?.toISOString() ?? null,
    accountChangedByName,
  }
}
