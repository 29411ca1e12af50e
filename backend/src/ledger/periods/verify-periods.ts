/** Are months closed as their steps say (结账核对), and was nothing posted into one after it was closed? One school's. */
import type { EntityManager } from 'typeorm'
import { verifySteps } from '../../audit/index.js'
import { LedgerJournal } from '../journal/ledger-journal.entity.js'
import { LedgerPeriod } from './ledger-period.entity.js'
import { periodTable } from './ledger-period.states.js'
import { monthsBetween, nextMonth } from './months.js'

export async function verifyPeriods(manager: EntityManager, schoolId: number): Promise<string[]> {
  const periods = await manager.find(LedgerPeriod, { where: { schoolId }, order: { month: 'ASC' } })
  const closed = periods.filter(({ status }) => status === 'closed')
  const problems = await verifySteps(manager, periodTable, periods, schoolId)
  const [first, last] = [closed[0], closed.at(-1)]
  if (!first || !last) return problems
  const months = new Set(closed.map(({ month }) => month))
  for (const month of monthsBetween(first.month, last.month))
    if (!months.has(month)) problems.push(`${month} is open between months that are closed`)
  for (const { month, closingSequence } of closed) {
    const late = await manager
      .createQueryBuilder(LedgerJournal, 'journal')
      .where(
        'journal.schoolId = :schoolId AND journal.sequence > :closingSequence AND journal.accountedOn < :after',
        { schoolId, closingSequence, after: `${nextMonth(month)}-01` },
      )
      .getCount()
    if (late > 0)
      problems.push(`${month} was closed at journal ${closingSequence}, ${late} came into it later`)
  }
  return problems.map((problem) => `school ${schoolId}: ${problem}`)
}
