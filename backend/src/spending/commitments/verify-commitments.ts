/** Is each commitment what it has reserved and what its payments have taken over (合同核对)? One school's, against its journal. */
import type { EntityManager } from 'typeorm'
import { verifySteps } from '../../audit/index.js'
import { addFen, fen, subtractFen } from '../../platform/money.js'
import { bookedOf, compareDocument, withoutDocument } from '../../ledger/index.js'
import type { Payment } from '../payments/payment.entity.js'
import { isHeld } from '../payments/payment.states.js'
import { commitmentSource } from './commitment-source.js'
import { Commitment } from './commitment.entity.js'
import { CommitmentLine } from './commitment-line.entity.js'
import { commitmentTable } from './commitment.states.js'
import { placeOf, sumOf } from './lines.js'

/** `payments` with their lines read into them. One sentence for each thing that does not agree. */
export async function commitmentsAgree(
  manager: EntityManager,
  schoolId: number,
  payments: readonly Payment[],
): Promise<string[]> {
  const commitments = await commitmentsOf(manager, schoolId)
  const known = new Map(commitments.map((each) => [each.id, each]))
  const held = payments.filter(({ status, commitmentId }) => isHeld(status) && commitmentId !== null)
  const booked = await bookedOf(manager, 'commitment', schoolId)
  const problems = commitments.flatMap((commitment): string[] => {
    const { id, status, amountFen } = commitment
    const own = held.filter(({ commitmentId }) => commitmentId === id)
    const sum = sumOf(commitment.lines!)
    const drawn = addFen(fen(0), ...own.map((payment) => payment.amountFen))
    return [
      ...(sum === amountFen ? [] : [`commitment ${id}: it says ${amountFen}, its lines ${sum}`]),
      ...compareDocument(
        `commitment ${id}`,
        booked.get(id) ?? [],
        status === 'approved' ? [{ kind: 'commit', amountFen: subtractFen(amountFen, drawn) }] : [],
        commitmentSource(commitment).hash,
      ),
      ...overdrawn(commitment, own),
    ]
  })
  return [
    ...problems,
    ...held.flatMap((payment) => wrongWith(payment, known.get(payment.commitmentId!))),
    ...(await verifySteps(manager, commitmentTable, commitments, schoolId)),
    ...withoutDocument('commitment', booked, new Set(known.keys())),
  ]
}

async function commitmentsOf(manager: EntityManager, schoolId: number): Promise<Commitment[]> {
  const commitments = await manager.find(Commitment, { where: { schoolId }, order: { id: 'ASC' } })
  const lines = new Map<number, CommitmentLine[]>(commitments.map(({ id }) => [id, []]))
  for (const line of await manager.find(CommitmentLine, {
    where: { schoolId },
    order: { commitmentId: 'ASC', number: 'ASC' },
  }))
    lines.get(line.commitmentId)?.push(line)
  for (const commitment of commitments) commitment.lines = lines.get(commitment.id)!
  return commitments
}

function overdrawn({ id, lines }: Commitment, payments: readonly Payment[]): string[] {
  const taken = payments.flatMap((payment) => payment.lines!)
  return lines!.flatMap((line): string[] => {
    const sum = sumOf(taken.filter((each) => placeOf(each) === placeOf(line)))
    return sum > line.amountFen
      ? [`commitment ${id}: payments take ${sum} of the ${line.amountFen} of line ${line.number}`]
      : []
  })
}

function wrongWith(payment: Payment, commitment: Commitment | undefined): string[] {
  if (!commitment) return [`payment ${payment.id}: its commitment ${payment.commitmentId} is not there`]
  const problems: string[] = []
  if (!['approved', 'ended'].includes(commitment.status))
    problems.push(`its commitment ${commitment.id} is ${commitment.status}`)
  // What the bank has sent back is looked at when it is sent again.
  if (payment.status !== 'failed' && payment.payeeId !== commitment.payeeId)
    problems.push(`it pays another than commitment ${commitment.id} is with`)
  const places = new Set(commitment.lines!.map(placeOf))
  if (payment.lines!.some((line) => !places.has(placeOf(line))))
    problems.push(`a line of it is none of commitment ${commitment.id}`)
  return problems.map((problem) => `payment ${payment.id}: ${problem}`)
}
