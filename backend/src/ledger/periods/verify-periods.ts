/** Are months closed as their steps say (结账核对), and was nothing posted into one after it was closed? One school's. */
import { type EntityManager, In, MoreThan } from 'typeorm'
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
  const later = await manager.find(LedgerJournal, {
    select: { id: true, sequence: true, accountedOn: true, postedAt: true },
    where: { schoolId, sequence: MoreThan(Math.min(...closed.map((period) => period.closingSequence))) },
  })
  for (const { month, closingSequence } of closed) {
    const late = later.filter(
      ({ sequence, accountedOn }) => sequence > closingSequence && accountedOn < `${nextMonth(month)}-01`,
    ).length
    if (late > 0)
      problems.push(`${month} was closed at journal ${closingSequence}, ${late} came into it later`)
  }
  problems.push(...(await closedElsewhere(manager, closed, later)))
  return problems.map((problem) => `school ${schoolId}: ${problem}`)
}

// What was posted when a month was closed is in the chain by then, whatever the row says now. Clocks may differ a little.
const slackMinutes = 1

async function closedElsewhere(
  manager: EntityManager,
  closed: readonly LedgerPeriod[],
  later: readonly LedgerJournal[],
): Promise<string[]> {
  const steps = await manager.find(AuditEntry, {
    where: {
      entity: periodTable.entity,
      entityId: In(closed.map(({ id }) => id)),
      action: `${periodTable.entity}.close`,
    },
    order: { id: 'ASC' },
  })
  const closedAt = new Map(
    steps.map(({ entityId, at }) => [entityId!, instantPlusMinutes(at, -slackMinutes)]),
  )
  return closed.flatMap(({ id, month, closingSequence }) => {
    const at = closedAt.get(id)
    const before = later.filter(
      ({ sequence, postedAt }) => at !== undefined && sequence > closingSequence && postedAt < at,
    ).length
    return before === 0
      ? []
      : [`${month} is said to be closed at journal ${closingSequence}, ${before} more were there then`]
  })
}
