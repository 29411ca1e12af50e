/** Does each payment of a pay list pay what its list says (发放表核对)? One school's. */
import { type EntityManager } from 'typeorm'
import { verifySteps } from '../../audit/index.js'
import { addFen, fen, fractionOfFen } from '../../platform/money.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { Payment } from '../payments/payment.entity.js'
import { hasEnded } from './ended.js'
import { readEntries } from './entries.js'
import type { PayListEntry } from './pay-list-entry.entity.js'
import { PayList } from './pay-list.entity.js'
import { payListTable } from './pay-list.states.js'

/** `payments` with their lines read into them. One sentence for each thing that does not agree. */
export async function payListsAgree(
  manager: EntityManager,
  schoolId: number,
  payments: readonly Payment[],
): Promise<string[]> {
  const lists = await manager.find(PayList, { where: { schoolId }, order: { id: 'ASC' } })
  await readEntries(manager, lists)
  const known = new Map(lists.map((list) => [list.id, list]))
  const made = payments.filter((each) => each.payListId !== null || each.payListEntryId !== null)
  const paymentOf = new Map(made.map((payment) => [payment.payListEntryId, payment]))
  return [
    ...lists.flatMap((list) => wrongIn(list, paymentOf)),
    ...made.flatMap((payment) =>
      wrongWith(payment, known).map((problem) => `payment ${payment.id}: ${problem}`),
    ),
    ...(await verifySteps(manager, payListTable, lists, schoolId)),
  ]
}

function wrongIn(list: PayList, paymentOf: ReadonlyMap<number | null, Payment>): string[] {
  const entries = list.entries!
  const sum = addFen(fen(0), ...entries.map(({ amountFen }) => amountFen))
  return [
    ...(sum === list.amountFen ? [] : [`pay_list ${list.id}: it says ${list.amountFen}, its entries ${sum}`]),
    ...entries.flatMap((entry) =>
      wrongOf(list, entry, paymentOf.get(entry.id)).map(
        (problem) => `pay_list ${list.id}, person ${entry.number}: ${problem}`,
      ),
    ),
  ]
}

function wrongOf(list: PayList, entry: PayListEntry, payment: Payment | undefined): string[] {
  const { amountFen, hoursHundredths, rateFen, payeeId } = entry
  const lines = addFen(fen(0), ...entry.lines!.map((line) => line.amountFen))
  const worked =
    hoursHundredths === null || rateFen === null ? amountFen : fractionOfFen(rateFen, hoursHundredths, 100)
  const problems = [
    ...(lines === amountFen ? [] : [`it says ${amountFen}, its lines ${lines}`]),
    ...(worked === amountFen ? [] : [`it says ${amountFen}, its hours and rate ${worked}`]),
    ...(list.status === 'made' && !payment ? ['no payment was made'] : []),
  ]
  if (!payment) return problems
  const { id } = payment
  if (payment.amountFen !== amountFen)
    problems.push(`it says ${amountFen}, payment ${id} ${payment.amountFen}`)
  if (payment.payeeId !== payeeId) problems.push(`payment ${id} pays another person`)
  if (linesOf(payment.lines!) !== linesOf(entry.lines!)) problems.push(`payment ${id} has other lines`)
  if (payment.payListId !== list.id) problems.push(`payment ${id} is of another list`)
  return problems
}

const linesOf = (
  lines: readonly {
    readonly allotmentId: number
    readonly account: string
    readonly amountFen: number
    readonly lessonCount: number | null
  }[],
): string =>
  snapshotHash(
    lines.map(({ allotmentId, account, amountFen, lessonCount }) => ({
      allotmentId,
      account,
      amountFen,
      lessonCount,
    })),
  )

/** A payment that says it is of a list which does not know it; one that is over may have been let go. */
function wrongWith(payment: Payment, known: ReadonlyMap<number, PayList>): string[] {
  const { payListId, payListEntryId } = payment
  const list = payListId === null ? undefined : known.get(payListId)
  if (!list) return [`its pay list ${payListId} is not there`]
  if (payListEntryId === null)
    return hasEnded(payment) ? [] : [`nobody of pay list ${payListId} is paid by it`]
  if (!list.entries!.some(({ id }) => id === payListEntryId))
    return [`pay list ${payListId} does not know whom it pays`]
  return list.status === 'made' ? [] : [`its pay list ${payListId} is ${list.status}`]
}
