/** How do the classes stand after these journals (到班经费)? The sums of each class, kept with its lines, and never below zero. */
import type { EntityManager } from 'typeorm'
import { HomeClass } from '../../organisation/index.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { addToEachRow } from '../../platform/database/set-each-row.js'
import { RuleBroken } from '../../platform/errors.js'
import { addFen, fen, type Fen, shareOut, subtractFen, toFen } from '../../platform/money.js'
import type { PayingLevel } from '../../entitlement/index.js'
import { leftInSql, leftOf } from './left-of.js'
import { type Account, effectsOf, type Figure, figures, type Phase } from '../journal/accounts.js'

/** Where money stands. */
export interface Place {
  readonly schoolId: number
  /** Null: the school's own, on no class. */
  readonly homeClassId: number | null
  readonly fundId: number
  readonly purpose: string
  readonly fiscalYear: number
}

/** What is posted, as far as it moves standings. */
export interface Moving {
  readonly schoolId: number
  readonly phase: Phase
  readonly lines: readonly (Omit<Place, 'schoolId'> & {
    readonly debit: string
    readonly credit: string
    readonly amountFen: number
  })[]
}

const askedAtOnce = 400

export const placeName = (place: Place): string => nameIn(place.schoolId, place)

const nameIn = (
  schoolId: number,
  { fiscalYear, homeClassId, fundId, purpose }: Omit<Place, 'schoolId'>,
): string => `${schoolId}/${fiscalYear}/${homeClassId ?? 0}/${fundId}/${purpose}`

interface Change extends Place {
  /** 0: there is no such standing yet. */
  id: number
  leftFen: Fen
  readonly sums: Map<Figure, Fen>
}

/**
 * Adds what the lines change to each standing, and gives the standing's id for each line of each journal. To be called
 * while the chains of the schools are held: nobody else writes their standings. What would stand below zero is refused
 * and with it the whole transaction, so that no two requests can use the same yuan.
 */
export async function addToStandings(tx: EntityManager, journals: readonly Moving[]): Promise<number[][]> {
  const changes = new Map<string, Change>()
  const changed = journals.map((journal) => journal.lines.map((line) => changeBy(changes, journal, line)))
  await readStandings(tx, changes)
  for (const change of changes.values()) {
    const by = changeOfLeft(change.sums)
    if (by < 0 && addFen(change.leftFen, by) < 0) await refuse(tx, change)
  }
  const sorted = [...changes.values()].sort(byKey)
  await update(
    tx,
    sorted.filter(({ id }) => id > 0),
  )
  const fresh = sorted.filter(({ id }) => id === 0)
  await insertRows(tx, 'allotment', fresh.map(rowOf))
  if (fresh.length > 0) await readStandings(tx, changes)
  return changed.map((own) => own.map(({ id }) => id))
}

const rowOf = ({ schoolId, homeClassId, fundId, purpose, fiscalYear, sums }: Change) => ({
  schoolId,
  homeClassId,
  classKey: homeClassId ?? 0,
  fundId,
  purpose,
  fiscalYear,
  ...Object.fromEntries(figures.map((figure) => [`${figure}Fen`, sums.get(figure) ?? 0])),
})

async function update(tx: EntityManager, changes: readonly Change[]): Promise<void> {
  const moved = figures.filter((figure) => changes.some(({ sums }) => (sums.get(figure) ?? 0) !== 0))
  if (moved.length === 0) return
  await addToEachRow(
    tx,
    'allotment',
    moved.map((figure) => `${figure}Fen`),
    changes.map(({ id, sums }) => ({ id, add: moved.map((figure) => sums.get(figure) ?? 0) })),
  )
}

// In the order of the key, so that pages are met in turn.
function byKey(a: Place, b: Place): number {
  return (
    a.schoolId - b.schoolId ||
    a.fiscalYear - b.fiscalYear ||
    (a.homeClassId ?? 0) - (b.homeClassId ?? 0) ||
    a.fundId - b.fundId ||
    (a.purpose < b.purpose ? -1 : 1)
  )
}

function changeBy(
  changes: Map<string, Change>,
  { schoolId, phase }: Moving,
  line: Moving['lines'][number],
): Change {
  const name = nameIn(schoolId, line)
  let change = changes.get(name)
  if (!change) {
    const { homeClassId, fundId, purpose, fiscalYear } = line
    changes.set(
      name,
      (change = {
        id: 0,
        leftFen: fen(0),
        schoolId,
        homeClassId,
        fundId,
        purpose,
        fiscalYear,
        sums: new Map(),
      }),
    )
  }
  const { sums } = change
  for (const { figure, sign } of effectsOf(phase, line.debit as Account, line.credit as Account)) {
    const before = sums.get(figure) ?? fen(0)
    sums.set(
      figure,
      sign === 1 ? addFen(before, fen(line.amountFen)) : subtractFen(before, fen(line.amountFen)),
    )
  }
  return change
}

function changeOfLeft(sums: ReadonlyMap<Figure, Fen>): Fen {
  const of = (figure: Figure) => sums.get(figure) ?? fen(0)
  return leftOf({
    receivedFen: of('received'),
    carriedFen: of('carried'),
    returnedFen: of('returned'),
    committedFen: of('committed'),
    spentFen: of('spent'),
  })
}

/** Looks up which standings there are, and what is left on them before the change. */
async function readStandings(tx: EntityManager, changes: ReadonlyMap<string, Change>): Promise<void> {
  const schoolIds = [...new Set([...changes.values()].map(({ schoolId }) => schoolId))]
  const years = [...new Set([...changes.values()].map(({ fiscalYear }) => fiscalYear))]
  for (let start = 0; start < schoolIds.length; start += askedAtOnce) {
    const part = schoolIds.slice(start, start + askedAtOnce)
    // Every standing of these schools, so that the question is short; which are meant, is looked up here.
    const rows = await tx.query<(Place & { id: number; leftFen: string | number })[]>(
      `SELECT id, schoolId, fiscalYear, homeClassId, fundId, purpose, ${leftInSql('allotment')} AS leftFen FROM allotment WHERE schoolId IN (${part.map(() => '?').join(', ')}) AND fiscalYear IN (${years.map(() => '?').join(', ')})`,
      [...part, ...years],
    )
    for (const row of rows) {
      const change = changes.get(placeName(row))
      if (change) Object.assign(change, { id: row.id, leftFen: toFen(row.leftFen) })
    }
  }
}

async function refuse(tx: EntityManager, { sums, leftFen, homeClassId }: Change): Promise<never> {
  const params = { amountFen: subtractFen(fen(0), changeOfLeft(sums)), leftFen }
  if (homeClassId === null) throw new RuleBroken('funding.school_ceiling_exceeded', params)
  const homeClass = await tx.findOneByOrFail(HomeClass, { id: homeClassId })
  throw new RuleBroken('funding.ceiling_exceeded', { className: homeClass.name, ...params })
}

/** What one level has left on a standing. */
export interface LevelLeft<Level extends string = string> {
  readonly level: Level
  leftFen: Fen
}

/**
 * Draws an amount from what the levels have left, in proportion to it; what was drawn is taken off. Where they have less
 * than is asked for, all of it stands on one line, which the standing then refuses.
 */
export function drawByLevel<Level extends string>(
  pots: readonly LevelLeft<Level>[],
  amountFen: Fen,
  otherwise: Level,
): { level: Level; amountFen: Fen }[] {
  const filled = pots.filter((pot) => pot.leftFen > 0)
  if (addFen(fen(0), ...filled.map((pot) => pot.leftFen)) < amountFen)
    return [{ level: filled[0]?.level ?? otherwise, amountFen }]
  const parts = shareOut(
    amountFen,
    filled.map((pot) => pot.leftFen),
  )
  return filled.flatMap((pot, i) => {
    pot.leftFen = subtractFen(pot.leftFen, parts[i]!)
    return parts[i]! > 0 ? [{ level: pot.level, amountFen: parts[i]! }] : []
  })
}

/** What each level has left on these standings. Under the lock of the schools' chains. */
export async function levelsLeft(
  tx: EntityManager,
  standingIds: readonly number[],
): Promise<Map<number, LevelLeft<PayingLevel>[]>> {
  const left = new Map<number, LevelLeft<PayingLevel>[]>()
  for (let start = 0; start < standingIds.length; start += askedAtOnce) {
    const part = standingIds.slice(start, start + askedAtOnce)
    const rows = await tx.query<{ standingId: number; level: PayingLevel; leftFen: string | number }[]>(
      `SELECT standingId, level, SUM(CASE phase
         WHEN 'pending' THEN -amountFen
         WHEN 'void' THEN amountFen
         WHEN 'single' THEN CASE WHEN debitAccount = 'A110' THEN amountFen WHEN creditAccount = 'A110' THEN -amountFen ELSE 0 END
         ELSE 0 END) AS leftFen
       FROM ledger_line WHERE standingId IN (${part.map(() => '?').join(', ')}) GROUP BY standingId, level ORDER BY standingId, level`,
      [...part],
    )
    for (const row of rows)
      left.set(row.standingId, [
        ...(left.get(row.standingId) ?? []),
        { level: row.level, leftFen: toFen(row.leftFen) },
      ])
  }
  return left
}
