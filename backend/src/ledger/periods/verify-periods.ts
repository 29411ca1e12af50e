/** Are months closed as their steps say (结账核对), and was nothing posted into one after it was closed? One school's. */
import type { EntityManager } from 'typeorm'
import { AuditEntry, verifySteps } from '../../audit/index.js'
import { instantPlusMinutes } from '../../platform/calendar.js'
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
  problems.push(...(await closedElsewhere(manager, schoolId, closed)))
  return problems.map((problem) => `school ${schoolId}: ${problem}`)
}

// What was posted when a month was closed is in the chain by then, whatever the row says now. Clocks may differ a little.
const slackMinutes = 1

async function closedElsewhere(
  manager: EntityManager,
  schoolId: number,
  closed: readonly LedgerPeriod[],
): Promise<string[]> {
  const problems: string[] = []
  for (const { id, month, closingSequence } of closed) {
    const [step] = await manager.find(AuditEntry, {
      where: { entity: periodTable.entity, entityId: id, action: `${periodTable.entity}.close` },
      order: { id: 'DESC' },
      take: 1,
    })
    if (!step) continue
    const before = await manager
      .createQueryBuilder(LedgerJournal, 'journal')
      .where('journal.schoolId = :schoolId AND journal.sequence > :closingSequence', {
        schoolId,
        closingSequence,
      })
      .andWhere('journal.postedAt < :at', { at: instantPlusMinutes(step.at, -slackMinutes) })
      .getCount()
    if (before > 0)
      problems.push(
        `${month} is said to be closed at journal ${closingSequence}, ${before} more were there then`,
      )
  }
  return problems
}
