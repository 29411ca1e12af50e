/** Writes journals as they are chained (批量记账): one pass, few statements. */
import type { EntityManager } from 'typeorm'
import { columnInstant } from '../../platform/calendar.js'
import { type ChainedJournal, hashOf } from './chain.js'

export interface ChainEnd {
  lastSequence: number
  lastHash: string
}

type Value = string | number | null

const journalColumns = [
  'schoolId',
  'sequence',
  'phase',
  'kind',
  'businessKey',
  'settles',
  'reverses',
  'sourceEntity',
  'sourceId',
  'sourceHash',
  'accountedOn',
  'postedAt',
  'postedById',
  'hash',
] as const
const lineColumns = [
  'schoolId',
  'sequence',
  'number',
  'phase',
  'debitAccount',
  'creditAccount',
  'amountFen',
  'standingId',
  'level',
] as const

/** Rows of one table, sent some hundred at a time as they come. */
class Rows {
  readonly values: Value[] = []
  private readonly full: string
  private readonly mostValues: number

  constructor(
    private readonly tx: EntityManager,
    private readonly table: string,
    private readonly columns: readonly string[],
    atOnce: number,
  ) {
    this.full = this.statement(atOnce)
    this.mostValues = atOnce * columns.length
  }

  get isFull(): boolean {
    return this.values.length === this.mostValues
  }

  async send(): Promise<void> {
    if (this.values.length === 0) return
    const statement = this.isFull ? this.full : this.statement(this.values.length / this.columns.length)
    await this.tx.query(statement, this.values.splice(0))
  }

  private statement(count: number): string {
    const place = `(${this.columns.map(() => '?').join(', ')})`
    const names = this.columns.map((name) => this.tx.connection.driver.escape(name)).join(', ')
    return `INSERT INTO ${this.table} (${names}) VALUES ${Array<string>(count).fill(place).join(', ')}`
  }
}

/** Continues each school's chain; `ends` is moved on with it. `standingIds` has an id for each line of each journal. */
export async function insertJournals(
  tx: EntityManager,
  journals: readonly ChainedJournal[],
  standingIds: readonly (readonly number[])[],
  ends: ReadonlyMap<number, ChainEnd>,
): Promise<void> {
  const headers = new Rows(tx, 'ledger_journal', journalColumns, 500)
  const rows = new Rows(tx, 'ledger_line', lineColumns, 1000)
  // Mostly one instant for all of them.
  let instant: Date | null = null
  let postedAt = ''
  for (let at = 0; at < journals.length; at += 1) {
    const journal = journals[at]!
    const { schoolId, phase, lines } = journal
    if (journal.postedAt !== instant) {
      instant = journal.postedAt
      postedAt = columnInstant(instant)
    }
    const end = ends.get(schoolId)!
    const sequence = end.lastSequence + 1
    const hash = hashOf(end.lastHash, sequence, journal)
    end.lastSequence = sequence
    end.lastHash = hash
    headers.values.push(
      schoolId,
      sequence,
      phase,
      journal.kind,
      journal.businessKey,
      journal.settles,
      journal.reverses,
      journal.sourceEntity,
      journal.sourceId,
      journal.sourceHash,
      journal.accountedOn,
      postedAt,
      journal.postedById,
      hash,
    )
    if (headers.isFull) await headers.send()
    for (let i = 0; i < lines.length; i += 1) {
      const { debit, credit, amountFen, level } = lines[i]!
      rows.values.push(
        schoolId,
        sequence,
        i + 1,
        phase,
        debit,
        credit,
        amountFen,
        standingIds[at]![i]!,
        level,
      )
      if (rows.isFull) await rows.send()
    }
  }
  await headers.send()
  await rows.send()
}
