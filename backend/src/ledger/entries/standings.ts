/** How do the classes stand after these entries (到班经费)? The sums of each class, kept with the entries, and never below zero. */
import type { EntityManager } from 'typeorm'
import { HomeClass } from '../../organisation/index.js'
import { addToRows } from '../../platform/database/many-rows.js'
import { RuleBroken } from '../../platform/errors.js'
import { addFen, fen, type Fen, subtractFen } from '../../platform/money.js'
import { Allotment } from './allotment.entity.js'
import { leftInSql, leftOf } from './left-of.js'
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
  const changes = [...changesOf(entries).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change)
  await addToRows(
    tx,
    'allotment',
    key,
    columns,
    changes.map(({ schoolId, homeClassId, fundId, purpose, fiscalYear, sums }) => ({
      schoolId,
      homeClassId,
      classKey: homeClassId ?? 0,
      fundId,
      purpose,
      fiscalYear,
      ...Object.fromEntries(figures.map((figure) => [`${figure}Fen`, sums.get(figure) ?? 0])),
    })),
  )
  await refuseOverdrawn(
    tx,
    changes.filter(({ sums }) => changeOfLeft(sums) < 0),
  )
}

function changesOf(entries: readonly Posted[]): Map<string, Change> {
  const changes = new Map<string, Change>()
  for (const entry of entries) {
    const effects = effectsOf(entry.debitAccount as Account, entry.creditAccount as Account)
    if (effects.length === 0) continue
    const name = nameOf(entry)
    let change = changes.get(name)
    if (!change) {
      const { schoolId, homeClassId, fundId, purpose, fiscalYear } = entry
      changes.set(name, (change = { schoolId, homeClassId, fundId, purpose, fiscalYear, sums: new Map() }))
    }
    for (const { figure, sign } of effects) {
      const before = change.sums.get(figure) ?? fen(0)
      change.sums.set(
        figure,
        sign === 1 ? addFen(before, fen(entry.amountFen)) : subtractFen(before, fen(entry.amountFen)),
      )
    }
  }
  return changes
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

async function refuseOverdrawn(tx: EntityManager, lowered: readonly Change[]): Promise<void> {
  const schoolIds = [...new Set(lowered.map(({ schoolId }) => schoolId))]
  const years = [...new Set(lowered.map(({ fiscalYear }) => fiscalYear))]
  for (let start = 0; start < schoolIds.length; start += askedAtOnce) {
    const part = schoolIds.slice(start, start + askedAtOnce)
    // Every standing of these schools, so that the question is short; whose it is, is looked up here.
    const below = await tx.query<
      {
        id: number
        schoolId: number
        fiscalYear: number
        classKey: number
        fundId: number
        purpose: string
      }[]
    >(
      `SELECT id, schoolId, fiscalYear, classKey, fundId, purpose FROM allotment WHERE schoolId IN (${part.map(() => '?').join(', ')}) AND fiscalYear IN (${years.map(() => '?').join(', ')}) AND ${leftInSql('allotment')} < 0 ORDER BY id`,
      [...part, ...years],
    )
    if (below.length === 0) continue
    const ours = new Map(lowered.map((change) => [nameOf(change), change]))
    for (const { id, ...row } of below) {
      const change = ours.get(
        `${row.schoolId}/${row.fiscalYear}/${row.classKey}/${row.fundId}/${row.purpose}`,
      )
      if (change) await refuse(tx, id, change)
    }
  }
}

const nameOf = ({ schoolId, fiscalYear, homeClassId, fundId, purpose }: Omit<Change, 'sums'>) =>
  `${schoolId}/${fiscalYear}/${homeClassId ?? 0}/${fundId}/${purpose}`

async function refuse(tx: EntityManager, id: number, change: Change): Promise<never> {
  const standing = await tx.findOneByOrFail(Allotment, { id })
  const asked = subtractFen(fen(0), changeOfLeft(change.sums))
  const params = { amountFen: asked, leftFen: addFen(leftOf(standing), asked) }
  if (standing.homeClassId === null) throw new RuleBroken('funding.school_ceiling_exceeded', params)
  const homeClass = await tx.findOneByOrFail(HomeClass, { id: standing.homeClassId })
  throw new RuleBroken('funding.ceiling_exceeded', { className: homeClass.name, ...params })
}
