/** Which journals are vouchers, or will be (应制凭证的分录)? Those that moved money, with their lines and where they stand. One school's. */
import type { EntityManager } from 'typeorm'
import { HomeClass } from '../../organisation/index.js'
import { Fund } from '../../entitlement/index.js'
import { memoranda } from '../journal/accounts.js'
import { LedgerJournal } from '../journal/ledger-journal.entity.js'
import { placedLines } from '../journal/placed-lines.js'
import type { VoucherEntry } from './voucher-lines.js'
import { Voucher } from './voucher.entity.js'

export interface MovedLine extends VoucherEntry {
  readonly sequence: number
  readonly className: string | null
  readonly fundName: string
  readonly fiscalYear: number
}

const atOnce = 500

/** Of a school and not numbered yet, in the order of their days; before a day, or all. */
export async function unnumberedJournals(
  manager: EntityManager,
  schoolId: number,
  before?: string,
): Promise<LedgerJournal[]> {
  const query = manager
    .createQueryBuilder(LedgerJournal, 'journal')
    .leftJoin(
      Voucher,
      'voucher',
      'voucher.schoolId = journal.schoolId AND voucher.sequence = journal.sequence',
    )
    .where("journal.schoolId = :schoolId AND journal.phase IN ('single', 'post') AND voucher.id IS NULL", {
      schoolId,
    })
    .andWhere(
      `EXISTS (SELECT 1 FROM ledger_line line WHERE line.schoolId = journal.schoolId AND line.sequence = journal.sequence AND line.debitAccount NOT IN (:...memoranda))`,
      { memoranda },
    )
  if (before !== undefined) query.andWhere('journal.accountedOn < :before', { before })
  return query.orderBy('journal.accountedOn').addOrderBy('journal.sequence').getMany()
}

/** By the journal's place in the chain, added up by pair of accounts and standing. */
export async function movedLines(
  manager: EntityManager,
  schoolId: number,
  sequences: readonly number[],
): Promise<Map<number, MovedLine[]>> {
  const lines = new Map<number, MovedLine[]>()
  for (let start = 0; start < sequences.length; start += atOnce) {
    const rows = await placedLines(manager)
      .leftJoin(HomeClass, 'homeClass', 'homeClass.id = standing.homeClassId')
      .innerJoin(Fund, 'fund', 'fund.id = standing.fundId')
      .select([
        'line.sequence AS sequence',
        'line.debitAccount AS debitAccount',
        'line.creditAccount AS creditAccount',
        'homeClass.name AS className',
        'fund.name AS fundName',
        'standing.fiscalYear AS fiscalYear',
        'line.amountFen AS amountFen',
      ])
      .where('line.schoolId = :schoolId AND line.sequence IN (:...sequences)', {
        schoolId,
        sequences: sequences.slice(start, start + atOnce),
      })
      .orderBy('line.sequence')
      .addOrderBy('line.number')
      .getRawMany<MovedLine>()
    for (const row of rows) {
      const own = lines.get(row.sequence)
      if (own) own.push(row)
      else lines.set(row.sequence, [row])
    }
  }
  return lines
}
