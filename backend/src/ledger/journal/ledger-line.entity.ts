/** What a business event moves (分录): an amount from one account to another, on one standing. Lies with the other lines of its school. */
import { Entity } from 'typeorm'
import type { Fen } from '../../platform/money.js'
import { FenAmount, KeyPart, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Allotment } from '../standings/allotment.entity.js'
import type { PayingLevel } from '../../entitlement/index.js'
import type { Phase } from './accounts.js'
import type { LedgerJournal } from './ledger-journal.entity.js'

@Entity({ withoutRowid: true })
export class LedgerLine {
  @KeyPart(() => School) schoolId!: number
  /** The journal's. */
  @KeyPart() sequence!: number
  /** 1, 2, 3 … within the journal. */
  @KeyPart() number!: number
  /** The journal's, so that sums need no join. */
  @Text(10) phase!: Phase
  @Text(10) debitAccount!: string
  @Text(10) creditAccount!: string
  /** Above zero. */
  @FenAmount() amountFen!: Fen
  /** Class, fund, purpose and year. */
  @Reference(() => Allotment) standingId!: number
  /** Who pays: whole, province, city or district. */
  @Text(12) level!: PayingLevel

  journal?: LedgerJournal
  standing?: Allotment
}
