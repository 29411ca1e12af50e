import { Transform, Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsIn, IsString, Length, Matches, Min, ValidateIf } from 'class-validator'
import { EventIn, SeenIn } from '../../audit/index.js'
import { Items } from '../../platform/http/items.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsFen, IsInt, IsDocumentDate, Optional } from '../../platform/http/validation.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { SearchListQuery } from '../../platform/paging.js'
import { type Account, askedAccounts, expenseAccounts } from '../../ledger/index.js'
import type { Purpose } from '../../entitlement/index.js'
import { bankSerialOf } from '../payments/payment-keys.js'
import { mostPaymentLines } from '../payments/payments.dto.js'
import type { Allotment } from '../../ledger/index.js'
import type { Correction } from './correction.entity.js'
import {
  askedKinds,
  type CorrectionKind,
  correctionKinds,
  correctionStates,
  type CorrectionStatus,
} from './correction.states.js'
import { correctionKindWords, correctionStateWords } from '../state-words.js'

export class CorrectionListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  paymentId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @IsIn(correctionStates)
  status?: CorrectionStatus

  @Optional()
  @IsIn(correctionKinds)
  kind?: CorrectionKind
}

export class CorrectionLineIn {
  /** Where the payment stands now. */
  @IsInt()
  allotmentId!: number

  @IsIn(expenseAccounts)
  account!: Account

  @IsFen()
  @Min(1)
  amountFen!: number

  /** Where it belongs; of a reclassification, both. */
  @Optional()
  @IsInt()
  toAllotmentId?: number

  @Optional()
  @IsIn(askedAccounts)
  toAccount?: Account
}

export class CreateCorrectionIn {
  @IsInt()
  paymentId!: number

  @IsIn(askedKinds)
  kind!: (typeof askedKinds)[number]

  /** Left out for a red letter, which takes all that the payment is. */
  @ValidateIf((given: CreateCorrectionIn) => given.kind !== 'red_letter')
  @Items(() => CorrectionLineIn)
  @ArrayMinSize(1)
  @ArrayMaxSize(mostPaymentLines)
  lines?: CorrectionLineIn[]

  @IsString()
  @Length(2, 200)
  @PlainText()
  reason!: string
}

export class UpdateCorrectionIn extends SeenIn {
  @Optional()
  @Items(() => CorrectionLineIn)
  @ArrayMinSize(1)
  @ArrayMaxSize(mostPaymentLines)
  lines?: CorrectionLineIn[]

  @Optional()
  @IsString()
  @Length(2, 200)
  @PlainText()
  reason?: string
}

/** What the bank's slip says of the money that came back. */
export class ReceiveCorrectionIn extends EventIn {
  @IsDocumentDate()
  receivedOn!: string

  /** The bank's serial number: it stands nowhere else at the school. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? bankSerialOf(value) : value))
  @IsString()
  @Length(1, 60)
  @Matches(/^[0-9A-Z\p{Script=Han}._/:-]*$/u)
  bankSerial!: string
}

export class CorrectionPlaceOut {
  allotmentId!: number
  className!: string
  fundName!: string
  purpose!: Purpose
  account!: string
}

export class CorrectionLineOut {
  number!: number
  from!: CorrectionPlaceOut
  to!: CorrectionPlaceOut | null
  amountFen!: number
}

export class CorrectionOut {
  id!: number
  schoolId!: number
  kind!: CorrectionKind
  status!: CorrectionStatus
  revision!: number
  paymentId!: number
  /** Of the payment that it mends. */
  payee!: string
  paymentReason!: string
  paymentFen!: number
  paymentReference!: string | null
  bankLineId!: number | null
  amountFen!: number
  lines!: CorrectionLineOut[]
  reason!: string
  receivedOn!: string | null
  bankSerial!: string | null
  createdAt!: Date
  actions!: string[]
}

/** What of a payment can still be mended, place by place. */
export class CorrectablePlaceOut extends CorrectionPlaceOut {
  spentFen!: number
}

/** The columns of the list in the archive of a year. */
export const correctionColumns: readonly ListColumn<CorrectionOut>[] = [
  { zh: '种类', en: 'Kind', kind: 'text', of: (row, language) => correctionKindWords[row.kind][language] },
  { zh: '原收款人', en: 'Paid to', kind: 'text', of: (row) => row.payee },
  { zh: '参考号', en: 'Reference', kind: 'text', of: (row) => row.paymentReference },
  { zh: '原因', en: 'Reason', kind: 'text', of: (row) => row.reason },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  { zh: '到账日期', en: 'Received', kind: 'date', of: (row) => row.receivedOn },
  { zh: '流水号', en: 'Serial number', kind: 'text', of: (row) => row.bankSerial },
  {
    zh: '状态',
    en: 'State',
    kind: 'text',
    of: (row, language) => correctionStateWords[row.status][language],
  },
]

const placeOut = (allotment: Allotment, account: string): CorrectionPlaceOut => ({
  allotmentId: allotment.id,
  className: allotment.homeClass!.name,
  fundName: allotment.fund!.name,
  purpose: allotment.purpose as Purpose,
  account,
})

export const toCorrectableOut = (
  allotment: Allotment,
  account: string,
  spentFen: number,
): CorrectablePlaceOut => ({ ...placeOut(allotment, account), spentFen })

export function toCorrectionOut(correction: Correction, actions: string[]): CorrectionOut {
  const payment = correction.payment!
  return {
    id: correction.id,
    schoolId: correction.schoolId,
    kind: correction.kind,
    status: correction.status,
    revision: correction.revision,
    paymentId: payment.id,
    payee: payment.payee,
    paymentReason: payment.reason,
    paymentFen: payment.amountFen,
    paymentReference: payment.reference,
    bankLineId: correction.bankLineId,
    amountFen: correction.amountFen,
    lines: correction.lines!.map(
      ({ number, allotment, account, toAllotment, toAccount, amountFen }): CorrectionLineOut => ({
        number,
        from: placeOut(allotment!, account),
        to: toAllotment ? placeOut(toAllotment, toAccount!) : null,
        amountFen,
      }),
    ),
    reason: correction.reason,
    receivedOn: correction.receivedOn,
    bankSerial: correction.bankSerial,
    createdAt: correction.createdAt,
    actions,
  }
}
