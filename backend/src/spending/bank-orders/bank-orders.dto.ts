import { Type } from 'class-transformer'
import { IsIn, IsString, Matches, Min } from 'class-validator'
import { IsFen, IsInt, Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { BankOrder } from './bank-order.entity.js'
import { bankOrderStates, type BankOrderStatus } from './bank-order.states.js'

export class BankOrderListQuery extends SearchListQuery {
  /** Orders in which this school has a payment. */
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @IsIn(bankOrderStates)
  status?: BankOrderStatus
}

export class BankOrderWaitingQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class BankOrderFileQuery {
  /** The key of a format that applies to the order; left out: the first choice. */
  @Optional()
  @IsString()
  @Matches(/^[a-z0-9_]{1,30}$/)
  format?: string
}

export class DrawBankOrderIn {
  /** Of this school only; left out: of all schools of the person. */
  @Optional()
  @IsInt()
  schoolId?: number

  /** How many payments the person saw waiting; where it is no longer that, nothing is drawn. */
  @Optional()
  @IsInt()
  @Min(1)
  count?: number

  @Optional()
  @IsFen()
  @Min(1)
  amountFen?: number
}

/** What a new order would hold now. */
export class BankOrderWaitingOut {
  count!: number
  amountFen!: number
}

export class BankOrderOut {
  id!: number
  /** Null: of many schools. */
  schoolId!: number | null
  number!: string
  status!: BankOrderStatus
  revision!: number
  lineCount!: number
  amountFen!: number
  /** SHA-256 of the file's rows. */
  contentHash!: string
  /** How often its file was taken. */
  exportedCount!: number
  drawnAt!: string
  drawnByName!: string
  sentAt!: string | null
  sentByName!: string | null
  /** Payments in it of which the bank has not said yet what became of them. */
  unansweredCount!: number
  actions!: string[]
}

export function toBankOrderOut(order: BankOrder, unansweredCount: number, actions: string[]): BankOrderOut {
  const { id, schoolId, number, status, revision, lineCount, amountFen, contentHash, exportedCount } = order
  const { drawnAt, drawnByName, sentAt, sentByName } = order
  return {
    id,
    schoolId,
    number,
    status,
    revision,
    lineCount,
    amountFen,
    contentHash,
    exportedCount,
    drawnAt: drawnAt.toISOString(),
    drawnByName,
    sentAt: sentAt?.toISOString() ?? null,
    sentByName,
    unansweredCount,
    actions,
  }
}
