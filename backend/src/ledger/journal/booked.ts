/** What stands in the books for each document of a kind (单据的账面)? For comparing documents with the journal. */
import type { EntityManager } from 'typeorm'
import { type Fen, toFen } from '../../platform/money.js'
import type { Phase } from './accounts.js'
import { LedgerJournal } from './ledger-journal.entity.js'
import { LedgerLine } from './ledger-line.entity.js'

export interface BookedJournal {
  readonly sequence: number
  readonly kind: string
  readonly phase: Phase
  readonly businessKey: string
  readonly sourceId: number
  /** Of the document as it stood; empty where it was posted before documents were hashed. */
  readonly sourceHash: string
  readonly accountedOn: string
  /** What the document gives: lines that lead the money to it, less those that take it away. */
  readonly amountFen: Fen
  /** Neither taken back by another journal nor, where it is pending, posted or voided. */
  readonly isStanding: boolean
}

/** By the id of the document, in the order in which they were posted. */
export async function bookedOf(
  manager: EntityManager,
  entity: string,
  schoolId: number,
): Promise<Map<number, BookedJournal[]>> {
  const rows = await manager
    .createQueryBuilder(LedgerJournal, 'journal')
    .innerJoin(LedgerLine, 'line', 'line.schoolId = journal.schoolId AND line.sequence = journal.sequence')
    .leftJoin(
      LedgerJournal,
      'later',
      'later.schoolId = journal.schoolId AND (later.settles = journal.sequence OR later.reverses = journal.sequence)',
    )
    .select([
      'journal.sequence AS sequence',
      'journal.kind AS kind',
      'journal.phase AS phase',
      'journal.businessKey AS businessKey',
      'journal.sourceId AS sourceId',
      'journal.sourceHash AS sourceHash',
      'journal.accountedOn AS accountedOn',
      "SUM(CASE WHEN line.debitAccount = 'M000' THEN -line.amountFen WHEN line.debitAccount = 'R400' THEN 0 ELSE line.amountFen END) AS amountFen",
      'MAX(CASE WHEN later.id IS NULL THEN 1 ELSE 0 END) AS isStanding',
    ])
    .where('journal.schoolId = :schoolId AND journal.sourceEntity = :entity', { schoolId, entity })
    .groupBy('journal.id')
    .addGroupBy('journal.sequence')
    .addGroupBy('journal.kind')
    .addGroupBy('journal.phase')
    .addGroupBy('journal.businessKey')
    .addGroupBy('journal.sourceId')
    .addGroupBy('journal.sourceHash')
    .addGroupBy('journal.accountedOn')
    .orderBy('journal.sequence')
    .getRawMany<
      Omit<BookedJournal, 'amountFen' | 'isStanding'> & {
        amountFen: string | number
        isStanding: string | number
      }
    >()
  const booked = new Map<number, BookedJournal[]>()
  for (const row of rows) {
    const journal = { ...row, amountFen: toFen(row.amountFen), isStanding: Number(row.isStanding) === 1 }
    booked.set(row.sourceId, [...(booked.get(row.sourceId) ?? []), journal])
  }
  return booked
}

/**
 * Compares a document with what stands for it: one journal of each kind that its state asks for, with its amount and hash,
 * and none of another kind.
 */
export function compareDocument(
  name: string,
  booked: readonly BookedJournal[],
  asked: readonly { readonly kind: string; readonly amountFen: Fen }[],
  /** Null: what is posted may have been of another content. */
  hash: string | null,
): string[] {
  const standing = booked.filter(
    (journal) => journal.isStanding && !journal.kind.startsWith('un-') && journal.phase !== 'void',
  )
  const problems: string[] = []
  for (const { kind: asks, amountFen } of asked) {
    const own = standing.filter(({ kind }) => kind === asks)
    if (own.length === 0 && amountFen !== 0) problems.push(`nothing is booked as ${asks}`)
    if (own.length > 1) problems.push(`${own.length} journals stand as ${asks}`)
    for (const journal of own) {
      if (journal.amountFen !== amountFen)
        problems.push(`it says ${amountFen}, journal ${journal.sequence} ${journal.amountFen}`)
      if (hash !== null && journal.sourceHash !== '' && journal.sourceHash !== hash)
        problems.push(`it is not what journal ${journal.sequence} was posted for`)
    }
  }
  const expected = new Set(asked.map(({ kind }) => kind))
  for (const { kind, sequence } of standing)
    if (!expected.has(kind))
      problems.push(`journal ${sequence} stands as ${kind}, which its state does not ask for`)
  return problems.map((problem) => `${name}: ${problem}`)
}

/** Journals of documents that are not there. */
export const withoutDocument = (
  entity: string,
  booked: ReadonlyMap<number, readonly BookedJournal[]>,
  known: ReadonlySet<number>,
): string[] =>
  [...booked.keys()].filter((id) => !known.has(id)).map((id) => `${entity} ${id} is booked, and is not there`)
