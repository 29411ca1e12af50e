/** From which money is each payment of an order paid (付款的资金构成)? As the ledger has set it aside: by account, fund, year and level. */
import type { EntityManager } from 'typeorm'
import { type Account, LedgerJournal, placedLines } from '../../ledger/index.js'
import { addFen, fen, type Fen, toFen } from '../../platform/money.js'
import type { PayingLevel } from '../../entitlement/index.js'

export interface PartOfPayment {
  readonly account: Account
  readonly fundId: number
  readonly fiscalYear: number
  readonly level: PayingLevel
  readonly amountFen: Fen
}

type Row = Omit<PartOfPayment, 'amountFen'> & {
  readonly paymentId: number
  readonly sequence: number
  readonly amountFen: string | number
}

const atOnce = 500

/** By payment; what was set aside last before the order was drawn. Nothing of the payment's own columns is asked. */
export async function partsOfPayments(
  manager: EntityManager,
  paymentIds: readonly number[],
  drawnAt: Date,
): Promise<Map<number, PartOfPayment[]>> {
  const parts = new Map<number, PartOfPayment[]>()
  for (let start = 0; start < paymentIds.length; start += atOnce) {
    const rows = await reservedLines(manager, paymentIds.slice(start, start + atOnce), drawnAt)
    for (const row of rows) parts.set(row.paymentId, added(parts.get(row.paymentId) ?? [], row))
  }
  return parts
}

function reservedLines(manager: EntityManager, ids: readonly number[], drawnAt: Date): Promise<Row[]> {
  return placedLines(manager)
    .select([
      'journal.sourceId AS paymentId',
      'line.sequence AS sequence',
      'line.debitAccount AS account',
      'standing.fundId AS fundId',
      'standing.fiscalYear AS fiscalYear',
      'line.level AS level',
      'line.amountFen AS amountFen',
    ])
    .where("journal.sourceEntity = 'payment' AND journal.sourceId IN (:...ids)", { ids: [...ids] })
    .andWhere((query) => {
      const last = query
        .subQuery()
        .select('MAX(other.id)')
        .from(LedgerJournal, 'other')
        .where("other.sourceEntity = 'payment' AND other.sourceId = journal.sourceId")
        .andWhere("other.phase = 'pending' AND other.postedAt <= :drawnAt")
      return `journal.id = ${last.getQuery()}`
    })
    .setParameter('drawnAt', drawnAt)
    .orderBy('line.schoolId')
    .addOrderBy('line.sequence')
    .addOrderBy('line.number')
    .getRawMany<Row>()
}

function added(parts: readonly PartOfPayment[], row: Row): PartOfPayment[] {
  const { account, fundId, fiscalYear, level } = row
  const isSame = (part: PartOfPayment) =>
    part.account === account &&
    part.fundId === fundId &&
    part.fiscalYear === fiscalYear &&
    part.level === level
  const before = parts.find(isSame)?.amountFen ?? fen(0)
  const part = { account, fundId, fiscalYear, level, amountFen: addFen(before, toFen(row.amountFen)) }
  return parts.some(isSame) ? parts.map((each) => (isSame(each) ? part : each)) : [...parts, part]
}
