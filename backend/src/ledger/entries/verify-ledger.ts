/** Does the ledger hold together (台账核对)? Every standing equals its entries, nothing is overdrawn, nothing received beyond approval, no row changed since it was posted. */
import type { EntityManager } from 'typeorm'
import { addFen, fen } from '../../platform/money.js'
import { Allotment } from './allotment.entity.js'
import { leftOf } from './left-of.js'
import { figures } from './accounts.js'
import { genesis, hashOf } from './chain.js'
import { LedgerChain } from './ledger-chain.entity.js'
import { LedgerEntry } from './ledger-entry.entity.js'
import { LedgerPeriod } from '../periods/ledger-period.entity.js'
import { type Balances, readFigures, selectFigures } from './ledger.service.js'

export interface LedgerVerification {
  readonly entryCount: number
  readonly allotmentCount: number
  readonly chainCount: number
  /** One sentence for each thing that does not agree; empty: all is well. */
  readonly problems: readonly string[]
}

const batch = 5000

/** All schools, or one. */
export async function verifyLedger(manager: EntityManager, schoolId?: number): Promise<LedgerVerification> {
  const { entryCount, problems: broken } = await verifyChains(manager, schoolId)
  const allotments = await manager.find(Allotment, { where: schoolId === undefined ? {} : { schoolId } })
  const chainCount = await manager.countBy(LedgerChain, schoolId === undefined ? {} : { schoolId })
  return {
    entryCount,
    allotmentCount: allotments.length,
    chainCount,
    problems: [...broken, ...(await verifySums(manager, allotments, schoolId))],
  }
}

async function verifySums(
  manager: EntityManager,
  allotments: readonly Allotment[],
  schoolId?: number,
): Promise<string[]> {
  const query = manager
    .createQueryBuilder(LedgerEntry, 'entry')
    .select([
      'entry.schoolId AS schoolId',
      'entry.homeClassId AS homeClassId',
      'entry.fundId AS fundId',
      'entry.purpose AS purpose',
      'entry.fiscalYear AS fiscalYear',
    ])
    .groupBy('entry.schoolId')
    .addGroupBy('entry.homeClassId')
    .addGroupBy('entry.fundId')
    .addGroupBy('entry.purpose')
    .addGroupBy('entry.fiscalYear')
  if (schoolId !== undefined) query.where('entry.schoolId = :schoolId', { schoolId })
  selectFigures(query)
  const rows = await query.getRawMany<Record<string, string | number | null>>()
  const sums = new Map(
    rows.map((row) => [
      `${row['schoolId']}/${row['homeClassId'] ?? 0}/${row['fundId']}/${row['purpose']}/${row['fiscalYear']}`,
      readFigures(row),
    ]),
  )
  const problems: string[] = []
  const known = new Set<string>()
  for (const allotment of allotments) {
    const name = `${allotment.schoolId}/${allotment.classKey}/${allotment.fundId}/${allotment.purpose}/${allotment.fiscalYear}`
    known.add(name)
    const sum = sums.get(name)
    for (const figure of figures) {
      const cached = allotment[`${figure}Fen`]
      if (cached !== (sum?.[figure] ?? 0))
        problems.push(
          `allotment ${allotment.id} (${name}): ${figure} is kept as ${cached}, the entries say ${sum?.[figure] ?? 0}`,
        )
    }
    if (leftOf(allotment) < 0) problems.push(`allotment ${allotment.id} (${name}) is overdrawn`)
  }
  for (const name of sums.keys()) if (!known.has(name)) problems.push(`${name} has entries but no allotment`)
  return [...problems, ...receivedBeyondApproval(sums)]
}

// By school and fund: a scheme may put the money on the classes otherwise than it was declared.
function receivedBeyondApproval(sums: ReadonlyMap<string, Balances>): string[] {
  const bySchool = new Map<string, Balances[]>()
  for (const [name, sum] of sums) {
    const [school, , fund, , year] = name.split('/')
    const group = `school ${school}, fund ${fund}, ${year}`
    bySchool.set(group, [...(bySchool.get(group) ?? []), sum])
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

/** Follows each school's chain from its first entry, past the months that were closed, to where it should end. */
async function verifyChains(
  manager: EntityManager,
  schoolId?: number,
): Promise<{ entryCount: number; problems: string[] }> {
  const where = schoolId === undefined ? {} : { schoolId }
  const closings = (await manager.find(LedgerPeriod, { where })).filter(
    (period) => period.closingSequence > 0,
  )
  const closedAt = new Map(closings.map((period) => [`${period.schoolId}/${period.closingSequence}`, period]))
  const ends = new Map<number, End>()
  const problems: string[] = []
  let entryCount = 0
  for await (const entries of entriesInOrder(manager, schoolId)) {
    for (const entry of entries) {
      const before = ends.get(entry.schoolId) ?? start
      problems.push(...wrongWith(entry, before, closedAt.get(`${entry.schoolId}/${entry.sequence}`)))
      ends.set(entry.schoolId, { sequence: entry.sequence, hash: entry.hash })
    }
    entryCount += entries.length
  }
  const chains = await manager.find(LedgerChain, { where })
  return { entryCount, problems: [...problems, ...wrongAtTheEnd(ends, chains, closings)] }
}

/** School by school in the order of the chain, so many at a time that they fit into memory. */
async function* entriesInOrder(manager: EntityManager, schoolId?: number): AsyncGenerator<LedgerEntry[]> {
  for (let last = { schoolId: 0, sequence: 0 }; ;) {
    const query = manager
      .createQueryBuilder(LedgerEntry, 'entry')
      .where('(entry.schoolId > :last OR (entry.schoolId = :last AND entry.sequence > :sequence))', {
        last: last.schoolId,
        sequence: last.sequence,
      })
    if (schoolId !== undefined) query.andWhere('entry.schoolId = :schoolId', { schoolId })
    const entries = await query.orderBy('entry.schoolId').addOrderBy('entry.sequence').take(batch).getMany()
    yield entries
    if (entries.length < batch) return
    last = entries.at(-1)!
  }
}

/** An entry follows the one before, is what was posted, and is the one with which the month was closed. */
function wrongWith(entry: LedgerEntry, before: End, closing: LedgerPeriod | undefined): string[] {
  const problems: string[] = []
  if (entry.sequence !== before.sequence + 1)
    problems.push(`after entry ${before.sequence} comes ${entry.sequence}, something is missing`)
  if (hashOf(before.hash, entry.sequence, entry) !== entry.hash)
    problems.push(`entry ${entry.sequence} (row ${entry.id}, ${entry.businessKey}) is not what was posted`)
  if (closing && closing.closingHash !== entry.hash)
    problems.push(
      `the chain up to entry ${entry.sequence} is not the one with which ${closing.month} was closed`,
    )
  return problems.map((problem) => `school ${entry.schoolId}: ${problem}`)
}

/** The rows end where the chain was, and no earlier than the last month that was closed. */
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
          `school ${schoolId}: the chain was at entry ${lastSequence}, the rows end at ${endOf(schoolId).sequence}`,
      ),
    // A chain that was cut and made to fit still does not reach the place where a month was closed.
    ...closings
      .filter(({ schoolId, closingSequence }) => closingSequence > endOf(schoolId).sequence)
      .map(
        ({ schoolId, month, closingSequence }) =>
          `school ${schoolId}: ${month} was closed at entry ${closingSequence}, the rows end at ${endOf(schoolId).sequence}`,
      ),
    ...[...ends]
      .filter(([id, { sequence }]) => sequence > 0 && !chained.has(id))
      .map(([id, { sequence }]) => `school ${id}: ${sequence} entries without a chain`),
  ]
}
