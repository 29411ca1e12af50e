/** Writes journals as they are chained (批量记账): one pass, few statements. */
import type { EntityManager } from 'typeorm'
import { columnInstant } from '../../platform/calendar.js'
import { type ChainedJournal, type ChainedLine, hashOf } from './chain.js'

export interface ChainEnd {
  lastSequence: number
  lastHash: string
}

export interface NewLine extends ChainedLine {
  readonly standingId: number
}
export interface NewJournal extends ChainedJournal {
  readonly lines: readonly NewLine[]
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
  private values: Value[] = []
  private count = 0
  private readonly full: string

  constructor(
    private readonly tx: EntityManager,
    private readonly table: string,
    private readonly columns: readonly string[],
    private readonly atOnce: number,
  ) {
    this.full = this.statement(atOnce)
  }

  async add(...row: Value[]): Promise<void> {
    this.values.push(...row)
    this.count += 1
    if (this.count === this.atOnce) await this.send(this.full)
  }

  async end(): Promise<void> {
    if (this.count > 0) await this.send(this.statement(this.count))
  }

  private async send(statement: string): Promise<void> {
    const { values } = this
    this.values = []
    this.count = 0
    await this.tx.query(statement, values)
  }

  private statement(count: number): string {
    const place = `(${this.columns.map(() => '?').join(', ')})`
    return `INSERT INTO ${this.table} (${this.columns.map((name) => this.tx.connection.driver.escape(name)).join(', ')}) VALUES ${Array<string>(count).fill(place).join(', ')}`
  }
}

/** Continues each school's chain; `ends` is moved on with it. */
export async function insertJournals(
  tx: EntityManager,
  journals: readonly NewJournal[],
  ends: ReadonlyMap<number, ChainEnd>,
): Promise<void> {
  const headers = new Rows(tx, 'ledger_journal', journalColumns, 500)
  const lines = new Rows(tx, 'ledger_line', lineColumns, 1000)
  // Mostly one instant for all of them.
  let instant: Date | null = null
  let postedAt = ''
  for (const journal of journals) {
    if (journal.postedAt !== instant) {
      instant = journal.postedAt
      postedAt = columnInstant(instant)
    }
    const end = ends.get(journal.schoolId)!
    const sequence = end.lastSequence + 1
    const hash = hashOf(end.lastHash, sequence, journal)
    end.lastSequence = sequence
    end.lastHash = hash
    await headers.add(
      journal.schoolId,
      sequence,
      journal.phase,
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
    let number = 0
    for (const line of journal.lines) {
      number += 1
      await lines.add(
        journal.schoolId,
        sequence,
        number,
        journal.phase,
        line.debitAccount,
        line.creditAccount,
        line.amountFen,
        line.standingId,
        line.level,
      )
    }
  }
  await headers.end()
  await lines.end()
}
