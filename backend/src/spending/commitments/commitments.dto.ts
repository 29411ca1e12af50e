import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, IsIn, IsString, Length, Min } from 'class-validator'
import { SeenIn } from '../../audit/index.js'
import { Items } from '../../platform/http/items.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsFen, IsInt, IsDocumentDate, Optional } from '../../platform/http/validation.js'
import { addFen, fen, subtractFen } from '../../platform/money.js'
import type { ListColumn } from '../../platform/sheets/index.js'
import { SearchListQuery } from '../../platform/paging.js'
import { type Account, askedAccounts, leftOf } from '../../ledger/index.js'
import type { Purpose } from '../../entitlement/index.js'
import { mostPaymentLines } from '../payments/payments.dto.js'
import type { Payment } from '../payments/payment.entity.js'
import type { PaymentStatus } from '../payments/payment.states.js'
import type { Commitment } from './commitment.entity.js'
import type { CommitmentLine } from './commitment-line.entity.js'
import {
  type CommitmentKind,
  commitmentKinds,
  commitmentStates,
  type CommitmentStatus,
} from './commitment.states.js'
import { type Drawn, placeOf, remainingOf } from './lines.js'
import { commitmentStateWords } from '../state-words.js'

export class CommitmentListQuery extends SearchListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  fiscalYear?: number

  @Optional()
  @IsIn(commitmentStates)
  status?: CommitmentStatus

  @Optional()
  @IsIn(commitmentKinds)
  kind?: CommitmentKind
}

export class CommitmentLineIn {
  /** A class's money for one purpose; all lines take that of one school and year. */
  @IsInt()
  allotmentId!: number

  @IsIn(askedAccounts)
  account!: Account

  @IsFen()
  @Min(1)
  amountFen!: number
}

export class CreateCommitmentIn {
  @IsIn(commitmentKinds)
  kind!: CommitmentKind

  @IsString()
  @Length(1, 40)
  @PlainText()
  number!: string

  @IsString()
  @Length(2, 100)
  @PlainText()
  title!: string

  /** One of the school's payees. */
  @IsInt()
  payeeId!: number

  @IsDocumentDate()
  signedOn!: string

  @IsDocumentDate()
  endsOn!: string

  @Items(() => CommitmentLineIn)
  @ArrayMinSize(1)
  @ArrayMaxSize(mostPaymentLines)
  lines!: CommitmentLineIn[]
}

export class UpdateCommitmentIn extends SeenIn {
  @Optional()
  @IsIn(commitmentKinds)
  kind?: CommitmentKind

  @Optional()
  @IsString()
  @Length(1, 40)
  @PlainText()
  number?: string

  @Optional()
  @IsString()
  @Length(2, 100)
  @PlainText()
  title?: string

  @Optional()
  @IsInt()
  payeeId?: number

  @Optional()
  @IsDocumentDate()
  signedOn?: string

  @Optional()
  @IsDocumentDate()
  endsOn?: string

  /** All lines anew; left out: they stay as they are. */
  @Optional()
  @Items(() => CommitmentLineIn)
  @ArrayMinSize(1)
  @ArrayMaxSize(mostPaymentLines)
  lines?: CommitmentLineIn[]
}

export class CommitmentLineOut {
  number!: number
  allotmentId!: number
  className!: string
  fundName!: string
  purpose!: Purpose
  account!: string
  amountFen!: number
  /** What payments that were handed in have taken over, and what is still to be paid. */
  drawnFen!: number
  remainingFen!: number
  /** What the class has left beside it. */
  leftFen!: number
}

export class CommitmentPaymentOut {
  paymentId!: number
  payee!: string
  reason!: string
  status!: PaymentStatus
  requestedOn!: string
  amountFen!: number
}

export class CommitmentOut {
  id!: number
  schoolId!: number
  fiscalYear!: number
  kind!: CommitmentKind
  status!: CommitmentStatus
  revision!: number
  number!: string
  title!: string
  payeeId!: number
  payee!: string
  amountFen!: number
  signedOn!: string
  endsOn!: string
  lines!: CommitmentLineOut[]
  /** What the bank has paid, what payments that are under way have reserved, and what is still to be asked for. */
  paidFen!: number
  underWayFen!: number
  remainingFen!: number
  /** What the commitment itself has reserved in the books: nothing unless it is approved and not ended. */
  reservedFen!: number
  /** Only of one commitment. */
  payments!: CommitmentPaymentOut[]
  createdAt!: Date
  actions!: string[]
}

/** The columns of the list in the archive of a year. */
export const commitmentColumns: readonly ListColumn<CommitmentOut>[] = [
  { zh: '编号', en: 'Number', kind: 'text', of: (row) => row.number },
  { zh: '名称', en: 'Title', kind: 'text', of: (row) => row.title },
  { zh: '对方', en: 'With', kind: 'text', of: (row) => row.payee },
  { zh: '签订日期', en: 'Signed', kind: 'date', of: (row) => row.signedOn },
  { zh: '到期日期', en: 'Ends', kind: 'date', of: (row) => row.endsOn },
  { zh: '金额', en: 'Amount', kind: 'fen', of: (row) => row.amountFen },
  { zh: '已付', en: 'Paid', kind: 'fen', of: (row) => row.paidFen },
  { zh: '在办', en: 'Under way', kind: 'fen', of: (row) => row.underWayFen },
  { zh: '还可申请', en: 'Left', kind: 'fen', of: (row) => row.remainingFen },
  {
    zh: '状态',
    en: 'State',
    kind: 'text',
    of: (row, language) => commitmentStateWords[row.status][language],
  },
]

function toLineOut(line: CommitmentLine, drawn: ReadonlyMap<string, Drawn>): CommitmentLineOut {
  const { number, allotmentId, account, amountFen, allotment } = line
  return {
    number,
    allotmentId,
    className: allotment!.homeClass!.name,
    fundName: allotment!.fund!.name,
    purpose: allotment!.purpose as Purpose,
    account,
    amountFen,
    drawnFen: drawn.get(placeOf(line))?.drawnFen ?? 0,
    remainingFen: remainingOf(line, drawn),
    leftFen: leftOf(allotment!),
  }
}

export function toCommitmentOut(
  commitment: Commitment,
  drawn: ReadonlyMap<string, Drawn>,
  actions: string[],
  payments: readonly Payment[] = [],
): CommitmentOut {
  const { id, schoolId, fiscalYear, kind, status, revision, number, title, payeeId, payee } = commitment
  const { amountFen, signedOn, endsOn, createdAt } = commitment
  const drawnFen = addFen(fen(0), ...[...drawn.values()].map((each) => each.drawnFen))
  const paidFen = addFen(fen(0), ...[...drawn.values()].map((each) => each.paidFen))
  const remainingFen = subtractFen(amountFen, drawnFen)
  return {
    id,
    schoolId,
    fiscalYear,
    kind,
    status,
    revision,
    number,
    title,
    payeeId,
    payee,
    amountFen,
    signedOn,
    endsOn,
    lines: commitment.lines!.map((line) => toLineOut(line, drawn)),
    paidFen,
    underWayFen: subtractFen(drawnFen, paidFen),
    remainingFen,
    reservedFen: status === 'approved' ? remainingFen : 0,
    payments: payments.map((each) => ({
      paymentId: each.id,
      payee: each.payee,
      reason: each.reason,
      status: each.status,
      requestedOn: each.requestedOn,
      amountFen: each.amountFen,
    })),
    createdAt,
    actions,
  }
}
