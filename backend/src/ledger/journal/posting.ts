/** What is posted (记账内容): a business event of a school with its lines, a reservation, or the end of one. */
import type { Fen } from '../../platform/money.js'
import type { PayingLevel } from '../../entitlement/index.js'
import type { Account } from './accounts.js'

/** What caused a journal. */
export interface Source {
  readonly entity: string
  readonly id: number
  /** SHA-256 of the document as it stands (snapshotHash), so that a later change of it is found. */
  readonly hash: string
}

export interface PostingLine {
  readonly debit: Account
  readonly credit: Account
  readonly amountFen: Fen
  /** Null: the school's money that stands on no class. */
  readonly homeClassId: number | null
  readonly fundId: number
  readonly purpose: string
  readonly fiscalYear: number
  readonly level: PayingLevel
}

/** A business event of one school. */
export interface Posting<Line = PostingLine> {
  readonly kind: string
  /** The same key posts once. */
  readonly businessKey: string
  readonly schoolId: number
  readonly source: Source
  /** The day of the voucher; today unless the bank says another. Its month must be open. */
  readonly accountedOn?: string
  readonly lines: readonly Line[]
}

/** What money is set aside for: whose level it is follows from what is left. */
export type ReservationLine = Omit<PostingLine, 'level'>

/** How a reservation ends: spent as it was reserved, or free again. */
export interface Ending {
  readonly phase: 'post' | 'void'
  readonly kind: string
  readonly source: Source
  /** By the reservation's number unless given. */
  readonly businessKey?: string
  readonly accountedOn?: string
}
