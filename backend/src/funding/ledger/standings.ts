/** How do the classes stand after these entries (到班经费)? The sums of each class, kept with the entries, and never below zero. */
import type { EntityManager } from 'typeorm'
import { HomeClass } from '../../organisation/index.js'
import { addToRows } from '../../platform/database/many-rows.js'
import { RuleBroken } from '../../platform/errors.js'
import { addFen, fen, type Fen, subtractFen } from '../../platform/money.js'
import { Allotment, leftOf } from '../allotments/allotment.entity.js'
import { type Account, effectsOf, type Figure, figures } from './accounts.js'

interface Posted {
  readonly debitAccount: string
  readonly creditAccount: string
  readonly amountFen: number
  readonly schoolId: number
  readonly homeClassId: number | null
  readonly fundId: number
  readonly purpose: string
  readonly fiscalYear: number
}

const key = ['schoolId', 'fiscalYear', 'classKey', 'fundId', 'purpose'] as const
const columns = figures.map((figure) => `${figure}Fen`)
const askedAtOnce = 400

interface Change {
  readonly schoolId: number
  readonly homeClassId: number | null
  readonly fundId: number
  readonly purpose: string
  readonly fiscalYear: number
  readonly sums: Map<Figure, Fen>
}

/**
 * Adds what the entries change to each class's sums. The write takes the rows' locks; what stands below zero after it
 * is refused and with it the whole transaction, so that no two requests can use the same yuan.
 */
export async function addToStandings(tx: EntityManager, entries: readonly Posted[]): Promise<void> {
  const changes = [...changesOf(entries).entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change)
  await addToRows(tx, 'allotment', key, columns, changes.map(({ schoolId, homeClassId, fundId, purpose, fiscalYear, sums }) => ({
    schoolId, homeClassId, classKey: homeClassId ?? 0, fundId, purpose, fiscalYear, ...Object.fromEntries(figures.map((figure) => [`${figure}Fen`, sums.get(figure) ?? 0])),
  })))
  const lowered = changes.filter(({ sums }) => changeOfLeft(sums) < 0)
  for (let start = 0; start < lowered.length; start += askedAtOnce) await refuseOverdrawn(tx, lowered.slice(start, start + askedAtOnce))
}

function changesOf(entries: readonly Posted[]): Map<string, Change> {
  const changes = new Map<string, Change>()
  for (const { schoolId, homeClassId, fundId, purpose, fiscalYear, debitAccount, creditAccount, amountFen } of entries) {
    const name = `${schoolId}/${fiscalYear}/${homeClassId ?? 0}/${fundId}/${purpose}`
    let change = changes.get(name)
    if (!change) changes.set(name, (change = { schoolId, homeClassId, fundId, purpose, fiscalYear, sums: new Map() }))
    for (const { figure, sign } of effectsOf(debitAccount as Account, creditAccount as Account)) {
      const before = change.sums.get(figure) ?? fen(0)
      change.sums.set(figure, sign === 1 ? addFen(before, fen(amountFen)) : subtractFen(before, fen(amountFen)))
    }
  }
  return changes
}

function changeOfLeft(sums: ReadonlyMap<Figure, Fen>): Fen {
  const of = (figure: Figure) => sums.get(figure) ?? fen(0)
  return leftOf({ receivedFen: of('received'), carriedFen: of('carried'), returnedFen: of('returned'), committedFen: of('committed'), spentFen: of('spent') })
}

async function refuseOverdrawn(tx: EntityManager, lowered: readonly Change[]): Promise<void> {
  const same = lowered.map(() => '(allotment.schoolId = ? AND allotment.fiscalYear = ? AND allotment.classKey = ? AND allotment.fundId = ? AND allotment.purpose = ?)').join(' OR ')
  const [overdrawn] = await tx.query<{ id: number }[]>(
    `SELECT allotment.id AS id FROM allotment WHERE receivedFen + carriedFen - returnedFen - committedFen - spentFen < 0 AND (${same}) LIMIT 1`,
    lowered.flatMap(({ schoolId, fiscalYear, homeClassId, fundId, purpose }) => [schoolId, fiscalYear, homeClassId ?? 0, fundId, purpose]),
  )
  if (!overdrawn) return
  const standing = await tx.findOneByOrFail(Allotment, { id: overdrawn.id })
  const change = lowered.find((each) => each.schoolId === standing.schoolId && (each.homeClassId ?? 0) === standing.classKey && each.fundId === standing.fundId && each.purpose === standing.purpose)!
  const asked = subtractFen(fen(0), changeOfLeft(change.sums))
  const params = { amountFen: asked, leftFen: addFen(leftOf(standing), asked) }
  if (standing.homeClassId === null) throw new RuleBroken('funding.school_ceiling_exceeded', params)
  const homeClass = await tx.findOneByOrFail(HomeClass, { id: standing.homeClassId })
  throw new RuleBroken('funding.ceiling_exceeded', { className: homeClass.name, ...params })
}
