/** Does the ledger hold together (台账核对)? Every standing equals its lines, nothing is overdrawn, nothing received beyond approval, nothing changed since it was posted. */
import type { EntityManager } from 'typeorm'
import { addFen, fen } from '../../platform/money.js'
import { Allotment } from '../standings/allotment.entity.js'
import { leftOf } from '../standings/left-of.js'
import { type Place, placeName } from '../standings/standings.js'
import { figures } from './accounts.js'
import { type ChainedLine, genesis, hashOf } from './chain.js'
import { LedgerChain } from './ledger-chain.entity.js'
import { LedgerJournal } from './ledger-journal.entity.js'
import { LedgerLine } from './ledger-line.entity.js'
import { LedgerPeriod } from '../periods/ledger-period.entity.js'
import { type Balances, placedLines, readFigures, selectFigures } from './placed-lines.js'

export interface LedgerVerification {
  readonly journalCount: number
  readonly lineCount: number
  readonly allotmentCount: number
  readonly chainCount: number
  /** One sentence for each thing that does not agree; empty: all is well. */
  readonly problems: readonly string[]
}

const batch = 5000

/**
 * Nothing is posted to the school's books until the end of the transaction. False on SQLite, where whoever is in a
 * transaction is alone, and whoever is in none sees one state at a time.
 */
export async function holdBooks(tx: EntityManager, schoolId: number): Promise<boolean> {
  if (tx.connection.options.type === 'better-sqlite3') return false
  await tx.query('SELECT id FROM ledger_chain WHERE schoolId = ? FOR UPDATE', [schoolId])
  return true
}

/** All schools, or one. */
export async function verifyLedger(manager: EntityManager, schoolId?: number): Promise<LedgerVerification> {
  const where = schoolId === undefined ? {} : { schoolId }
  const allotments = await manager.find(Allotment, { where })
  const chains = await verifyChains(manager, allotments, schoolId)
  return {
    journalCount: chains.journalCount,
    lineCount: chains.lineCount,
    allotmentCount: allotments.length,
    chainCount: await manager.countBy(LedgerChain, where),
    problems: [...chains.problems, ...(await verifySums(manager, allotments, schoolId))],
  }
}

async function verifySums(
  manager: EntityManager,
  allotments: readonly Allotment[],
  schoolId?: number,
): Promise<string[]> {
  const query = placedLines(manager).select('line.standingId', 'standingId').groupBy('line.standingId')
  if (schoolId !== undefined) query.where('line.schoolId = :schoolId', { schoolId })
  selectFigures(query)
  const rows = await query.getRawMany<Record<string, string | number | null>>()
  const sums = new Map(rows.map((row) => [Number(row['standingId']), readFigures(row)]))
  const problems: string[] = []
  for (const allotment of allotments) {
    const name = `allotment ${allotment.id} (${placeName(allotment)})`
    const sum = sums.get(allotment.id)
    for (const figure of figures) {
      const cached = allotment[`${figure}Fen`]
      if (cached !== (sum?.[figure] ?? 0))
        problems.push(`${name}: ${figure} is kept as ${cached}, the lines say ${sum?.[figure] ?? 0}`)
    }
    if (leftOf(allotment) < 0) problems.push(`${name} is overdrawn`)
    if (allotment.classKey !== (allotment.homeClassId ?? 0))
      problems.push(`${name}: its key ${allotment.classKey} names another class`)
  }
  return [...problems, ...receivedBeyondApproval(allotments, sums)]
}

// By school and fund: a scheme may put the money on the classes otherwise than it was declared.
function receivedBeyondApproval(
  allotments: readonly Allotment[],
  sums: ReadonlyMap<number, Balances>,
): string[] {
  const bySchool = new Map<string, Balances[]>()
  for (const { id, schoolId, fundId, fiscalYear } of allotments) {
    const group = `school ${schoolId}, fund ${fundId}, ${fiscalYear}`
    const sum = sums.get(id)
    if (sum) bySchool.set(group, [...(bySchool.get(group) ?? []), sum])
  }
  return [...bySchool].flatMap(([group, each]) => {
    const [received, approved] = [
      addFen(fen(0), ...each.map((sum) => sum.received)),
      addFen(fen(0), ...each.map((sum) => sum.approved)),
    ]
    return received > approved ? [`${group}: received ${received} is more than approved ${approved}`] : []
  })
}

interface End {
  readonly sequence: number
  readonly hash: string
}
const start: End = { sequence: 0, hash: genesis }

/** Follows each school's chain from its first journal, past the months that were closed, to where it should end. */
async function verifyChains(
  manager: EntityManager,
  allotments: readonly Allotment[],
  schoolId?: number,
): Promise<{ journalCount: number; lineCount: number; problems: string[] }> {
  const where = schoolId === undefined ? {} : { schoolId }
  const closings = (await manager.find(LedgerPeriod, { where })).filter(
    (period) => period.closingSequence > 0,
  )
  const closedAt = new Map<string, LedgerPeriod[]>()
  for (const period of closings) {
    const name = `${period.schoolId}/${period.closingSequence}`
    closedAt.set(name, [...(closedAt.get(name) ?? []), period])
  }
  const places = new Map(allotments.map((allotment) => [allotment.id, allotment]))
  const ends = new Map<number, End>()
  const earlier = new Earlier()
  const problems: string[] = []
  let journalCount = 0
  let lineCount = 0
  for await (const { journal, lines } of journalsInOrder(manager, schoolId)) {
    const before = ends.get(journal.schoolId) ?? start
    const known = closedAt.get(`${journal.schoolId}/${journal.sequence}`) ?? []
    problems.push(
      ...[...wrongWith(journal, lines, places, before, known), ...earlier.wrongWith(journal, lines)].map(
        (problem) => `school ${journal.schoolId}: ${problem}`,
      ),
    )
    ends.set(journal.schoolId, { sequence: journal.sequence, hash: journal.hash })
    journalCount += 1
    lineCount += lines.length
  }
  const loose = (await manager.countBy(LedgerLine, where)) - lineCount
  if (loose !== 0) problems.push(`${loose} lines belong to no journal`)
  const chains = await manager.find(LedgerChain, { where })
  return { journalCount, lineCount, problems: [...problems, ...wrongAtTheEnd(ends, chains, closings)] }
}

/** School by school in the order of the chain with their lines, so many at a time that they fit into memory. */
async function* journalsInOrder(
  manager: EntityManager,
  schoolId?: number,
): AsyncGenerator<{ journal: LedgerJournal; lines: LedgerLine[] }> {
  for (let last = { schoolId: 0, sequence: 0 }; ;) {
    const query = manager
      .createQueryBuilder(LedgerJournal, 'journal')
      .where('(journal.schoolId > :last OR (journal.schoolId = :last AND journal.sequence > :sequence))', {
        last: last.schoolId,
        sequence: last.sequence,
      })
    if (schoolId !== undefined) query.andWhere('journal.schoolId = :schoolId', { schoolId })
    const journals = await query
      .orderBy('journal.schoolId')
      .addOrderBy('journal.sequence')
      .take(batch)
      .getMany()
    if (journals.length > 0) {
      const lines = await linesBetween(manager, journals[0]!, journals.at(-1)!)
      for (const journal of journals)
        yield { journal, lines: lines.get(`${journal.schoolId}/${journal.sequence}`) ?? [] }
    }
    if (journals.length < batch) return
    last = journals.at(-1)!
  }
}

async function linesBetween(
  manager: EntityManager,
  first: LedgerJournal,
  last: LedgerJournal,
): Promise<Map<string, LedgerLine[]>> {
  const found = await manager
    .createQueryBuilder(LedgerLine, 'line')
    .where(
      'line.schoolId BETWEEN :first AND :last AND (line.schoolId > :first OR line.sequence >= :from) AND (line.schoolId < :last OR line.sequence <= :to)',
      { first: first.schoolId, from: first.sequence, last: last.schoolId, to: last.sequence },
    )
    .orderBy('line.schoolId')
    .addOrderBy('line.sequence')
    .addOrderBy('line.number')
    .getMany()
  const lines = new Map<string, LedgerLine[]>()
  for (const line of found) {
    const name = `${line.schoolId}/${line.sequence}`
    const own = lines.get(name)
    if (own) own.push(line)
    else lines.set(name, [line])
  }
  return lines
}

/** A journal follows the one before, is what was posted, and is the one with which its months were closed. */
function wrongWith(
  journal: LedgerJournal,
  lines: readonly LedgerLine[],
  places: ReadonlyMap<number, Place>,
  before: End,
  closings: readonly LedgerPeriod[],
): string[] {
  const { sequence } = journal
  const problems: string[] = []
  if (sequence !== before.sequence + 1)
    problems.push(`after journal ${before.sequence} comes ${sequence}, something is missing`)
  const chained = lines.map((line): ChainedLine | null => {
    const place = places.get(line.standingId)
    const { debitAccount: debit, creditAccount: credit, amountFen, level } = line
    return place?.schoolId === line.schoolId ? { debit, credit, amountFen, level, ...pick(place) } : null
  })
  const isWhole =
    lines.length > 0 && lines.every((line, i) => line.number === i + 1 && line.phase === journal.phase)
  if (
    !isWhole ||
    chained.includes(null) ||
    hashOf(before.hash, sequence, { ...journal, lines: chained as ChainedLine[] }) !== journal.hash
  )
    problems.push(`journal ${sequence} (row ${journal.id}, ${journal.businessKey}) is not what was posted`)
  for (const closing of closings)
    if (closing.closingHash !== journal.hash)
      problems.push(
        `the chain up to journal ${sequence} is not the one with which ${closing.month} was closed`,
      )
  return problems
}

const pick = ({ homeClassId, fundId, purpose, fiscalYear }: Place) => ({
  homeClassId,
  fundId,
  purpose,
  fiscalYear,
})

/** What later journals speak of, within one school: reservations that are open, and lines that may be taken back. */
class Earlier {
  private schoolId = 0
  private readonly known = new Map<number, { isPending: boolean; lines: string; turned: string }>()

  wrongWith(journal: LedgerJournal, lines: readonly LedgerLine[]): string[] {
    if (journal.schoolId !== this.schoolId) this.known.clear()
    this.schoolId = journal.schoolId
    const own = written(lines)
    const problems: string[] = []
    if (journal.settles !== null) {
      const pending = this.known.get(journal.settles)
      if (!pending?.isPending) problems.push(`journal ${journal.sequence} ends nothing that is reserved`)
      else if (pending.lines !== own)
        problems.push(`journal ${journal.sequence} ends reservation ${journal.settles} with other amounts`)
      if (pending) pending.isPending = false
    } else if (journal.phase === 'post' || journal.phase === 'void')
      problems.push(`journal ${journal.sequence} ends nothing`)
    if (journal.reverses !== null && this.known.get(journal.reverses)?.turned !== own)
      problems.push(`journal ${journal.sequence} takes back what journal ${journal.reverses} does not say`)
    this.known.set(journal.sequence, {
      isPending: journal.phase === 'pending',
      lines: own,
      turned: written(
        lines.map((line) => ({
          ...line,
          debitAccount: line.creditAccount,
          creditAccount: line.debitAccount,
        })),
      ),
    })
    return problems
  }
}

const written = (lines: readonly Omit<LedgerLine, 'journal' | 'standing'>[]) =>
  lines
    .map((line) =>
      [line.debitAccount, line.creditAccount, line.amountFen, line.standingId, line.level].join('/'),
    )
    .join(' ')

/** The journals end where the chain was, and no earlier than the last month that was closed. */
function wrongAtTheEnd(
  ends: ReadonlyMap<number, End>,
  chains: readonly LedgerChain[],
  closings: readonly LedgerPeriod[],
): string[] {
  const endOf = (id: number) => ends.get(id) ?? start
  const chained = new Set(chains.map((chain) => chain.schoolId))
  return [
    ...chains
      .filter(({ schoolId, lastSequence, lastHash }) => {
        const end = endOf(schoolId)
        return lastSequence !== end.sequence || lastHash !== end.hash
      })
      .map(
        ({ schoolId, lastSequence }) =>
          `school ${schoolId}: the chain was at journal ${lastSequence}, they end at ${endOf(schoolId).sequence}`,
      ),
    // A chain that was cut and made to fit still does not reach the place where a month was closed.
    ...closings
      .filter(({ schoolId, closingSequence }) => closingSequence > endOf(schoolId).sequence)
      .map(
        ({ schoolId, month, closingSequence }) =>
          `school ${schoolId}: ${month} was closed at journal ${closingSequence}, they end at ${endOf(schoolId).sequence}`,
      ),
    ...[...ends]
      .filter(([id, { sequence }]) => sequence > 0 && !chained.has(id))
      .map(([id, { sequence }]) => `school ${id}: ${sequence} journals without a chain`),
  ]
}
