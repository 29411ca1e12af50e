/** Do payments, schemes, settlements and the bank's lines say what is booked (支出单据与台账核对)? One school's, against its journal. */
import { type EntityManager, In } from 'typeorm'
import { AuditEntry, Transition, verifySteps } from '../audit/index.js'
import { editing } from '../platform/states.js'
import { addFen, fen } from '../platform/money.js'
import { bookedOf, compareDocument, withoutDocument } from '../ledger/index.js'
import { BankReturn } from './bank-returns/bank-return.entity.js'
import { linesHash } from './bank-returns/lines-hash.js'
import { BankReturnLine } from './bank-returns/bank-return-line.entity.js'
import { correctionSource } from './corrections/correction-source.js'
import { Correction } from './corrections/correction.entity.js'
import { CorrectionLine } from './corrections/correction-line.entity.js'
import { correctionTable } from './corrections/correction.states.js'
import { bookedFen } from './corrections/lines.js'
import { DistributionSchemeLine } from './distribution-schemes/distribution-scheme-line.entity.js'
import { DistributionScheme } from './distribution-schemes/distribution-scheme.entity.js'
import { distributionSchemeTable } from './distribution-schemes/distribution-scheme.states.js'
import { schemeHash } from './distribution-schemes/scheme-hash.js'
import { commitmentsAgree } from './commitments/verify-commitments.js'
import { readPartsOfSchool } from './invoices/parts.js'
import { invoicesAgree } from './invoices/verify-invoices.js'
import { payListsAgree } from './pay-lists/verify-pay-lists.js'
import { sourceOf, spendKeyOf } from './payments/payment-keys.js'
import { PaymentLine } from './payments/payment-line.entity.js'
import { Payment } from './payments/payment.entity.js'
import { committedStates, paymentTable } from './payments/payment.states.js'
import { hashOfSettlement } from './settlements/hash-of-settlement.js'
import { Settlement } from './settlements/settlement.entity.js'
import { settlementTable } from './settlements/settlement.states.js'
import { treasuryReturnSource } from './treasury-returns/treasury-return-source.js'
import { TreasuryReturn } from './treasury-returns/treasury-return.entity.js'
import { treasuryReturnTable } from './treasury-returns/treasury-return.states.js'

type Booked = Awaited<ReturnType<typeof bookedOf>>

/** One sentence for each thing that does not agree. */
export async function verifySpending(manager: EntityManager, schoolId: number): Promise<string[]> {
  const payments = await paymentsOf(manager, schoolId)
  const booked = await bookedOf(manager, 'payment', schoolId)
  return [
    ...paymentsAgree(payments, booked, await editedSinceFailing(manager, payments)),
    ...(await verifySteps(manager, paymentTable, payments, schoolId)),
    ...(await invoicesAgree(manager, schoolId, payments)),
    ...(await commitmentsAgree(manager, schoolId, payments)),
    ...(await payListsAgree(manager, schoolId, payments)),
    ...(await bankLinesAgree(manager, schoolId, payments, booked)),
    ...(await correctionsAgree(manager, schoolId)),
    ...(await schemesAgree(manager, schoolId)),
    ...(await settlementsAgree(manager, schoolId)),
    ...(await treasuryReturnsAgree(manager, schoolId)),
  ]
}

/** A school's payments with their lines and invoices, in as many statements whatever their number. */
async function paymentsOf(manager: EntityManager, schoolId: number): Promise<Payment[]> {
  const payments = await manager.find(Payment, { where: { schoolId }, order: { id: 'ASC' } })
  const lines = new Map<number, PaymentLine[]>(payments.map(({ id }) => [id, []]))
  for (const line of await manager.find(PaymentLine, {
    where: { schoolId },
    order: { paymentId: 'ASC', number: 'ASC' },
  }))
    lines.get(line.paymentId)?.push(line)
  for (const payment of payments) payment.lines = lines.get(payment.id)!
  await readPartsOfSchool(manager, schoolId, payments)
  return payments
}

function paymentsAgree(payments: readonly Payment[], booked: Booked, edited: ReadonlySet<number>): string[] {
  const problems = payments.flatMap((payment): string[] => {
    const { id, status, amountFen, paidOn } = payment
    const own = booked.get(id) ?? []
    const kind = committedStates.has(status) ? 'reserve' : status === 'paid' ? 'spend' : null
    const spent = own.find((journal) => journal.kind === 'spend' && journal.isStanding)
    const sum = addFen(fen(0), ...payment.lines!.map((line) => line.amountFen))
    return [
      ...(sum === amountFen ? [] : [`payment ${id}: it says ${amountFen}, its lines ${sum}`]),
      ...compareDocument(
        `payment ${id}`,
        own,
        kind === null ? [] : [{ kind: kind, amountFen }],
        // What the bank has sent back may have got another account since.
        status === 'failed' && edited.has(id) ? null : sourceOf(payment).hash,
      ),
      ...(status === 'paid' && spent && spent.accountedOn !== paidOn
        ? [`payment ${id}: it was paid on ${paidOn}, journal ${spent.sequence} says ${spent.accountedOn}`]
        : []),
    ]
  })
  return [...problems, ...withoutDocument('payment', booked, new Set(payments.map(({ id }) => id)))]
}

/** Failed payments whose payee was changed after they failed, as their steps say. */
async function editedSinceFailing(
  manager: EntityManager,
  payments: readonly Payment[],
): Promise<ReadonlySet<number>> {
  const failed = payments.filter(({ status }) => status === 'failed').map(({ id }) => id)
  if (failed.length === 0) return new Set()
  const edits = await manager.findBy(Transition, {
    entity: paymentTable.entity,
    entityId: In(failed),
    event: editing,
    fromState: 'failed',
  })
  return new Set(edits.map(({ entityId }) => entityId))
}

/** Payments that a line of the bank has paid still have that line. */
async function settledByLines(
  manager: EntityManager,
  schoolId: number,
  payments: readonly Payment[],
  lines: readonly BankReturnLine[],
): Promise<string[]> {
  const steps = await manager.find(Transition, {
    where: { entity: paymentTable.entity, schoolId, event: In(['settle', 'register-slip']) },
    order: { id: 'ASC' },
  })
  const last = new Map(steps.map(({ entityId, event }) => [entityId, event]))
  const keys = new Set(
    lines
      .filter(({ outcome }) => outcome === 'paid' || outcome === 'settled_by_hand')
      .map(({ spendKey }) => spendKey),
  )
  return payments
    .filter(
      (payment) =>
        payment.status === 'paid' && last.get(payment.id) === 'settle' && !keys.has(spendKeyOf(payment)),
    )
    .map(({ id }) => `payment ${id}: the line of the bank that paid it is not there`)
}

async function bankLinesAgree(
  manager: EntityManager,
  schoolId: number,
  payments: readonly Payment[],
  booked: Booked,
): Promise<string[]> {
  const byKey = new Map([...booked.values()].flat().map((journal) => [journal.businessKey, journal]))
  const byId = new Map(payments.map((payment) => [payment.id, payment]))
  const lines = await manager.find(BankReturnLine, { where: { schoolId }, order: { id: 'ASC' } })
  const problems = lines.flatMap(({ id, outcome, spendKey, amountFen, paymentId, serial }): string[] => {
    if (outcome !== 'paid' && outcome !== 'settled_by_hand') return []
    const journal = spendKey === null ? undefined : byKey.get(spendKey)
    const name = `bank line ${id}`
    if (!journal) return [`${name}: nothing is booked for it`]
    const wrong: string[] = []
    if (journal.amountFen !== amountFen)
      wrong.push(`it says ${amountFen}, journal ${journal.sequence} ${journal.amountFen}`)
    if (journal.sourceId !== paymentId)
      wrong.push(`it names payment ${paymentId}, journal ${journal.sequence} payment ${journal.sourceId}`)
    const payment = byId.get(journal.sourceId)
    if (journal.isStanding && payment && payment.bankSerial !== serial)
      wrong.push(`it has the number ${serial}, payment ${payment.id} ${payment.bankSerial}`)
    return wrong.map((problem) => `${name}: ${problem}`)
  })
  return [...problems, ...(await settledByLines(manager, schoolId, payments, lines))]
}

async function correctionsAgree(manager: EntityManager, schoolId: number): Promise<string[]> {
  const corrections = await manager.find(Correction, { where: { schoolId }, order: { id: 'ASC' } })
  const lines = new Map<number, CorrectionLine[]>(corrections.map(({ id }) => [id, []]))
  for (const line of await manager.find(CorrectionLine, {
    where: { schoolId },
    order: { correctionId: 'ASC', number: 'ASC' },
  }))
    lines.get(line.correctionId)?.push(line)
  const booked = await bookedOf(manager, 'correction', schoolId)
  const bankLines = await manager.findBy(BankReturnLine, {
    id: In(corrections.flatMap(({ bankLineId }) => bankLineId ?? [])),
  })
  const lineOf = new Map(bankLines.map((line) => [line.id, line]))
  const problems = corrections.flatMap((correction): string[] => {
    const { id, kind, status, amountFen } = correction
    correction.lines = lines.get(id)!
    const sum = addFen(fen(0), ...correction.lines.map((line) => line.amountFen))
    const books = kind === 'refund' ? 'refund' : kind === 'reclassification' ? 'reclassify' : null
    return [
      ...openedAgrees(correction, lineOf),
      ...(sum === amountFen ? [] : [`correction ${id}: it says ${amountFen}, its lines ${sum}`]),
      ...compareDocument(
        `correction ${id}`,
        booked.get(id) ?? [],
        status === 'posted' && books ? [{ kind: books, amountFen: bookedFen(correction) }] : [],
        correctionSource(correction).hash,
      ),
    ]
  })
  return [
    ...problems,
    ...(await verifySteps(manager, correctionTable, corrections, schoolId)),
    ...withoutDocument('correction', booked, new Set(corrections.map(({ id }) => id))),
  ]
}

/** What the bank has opened ends with its line, and its line with it. */
function openedAgrees(
  { id, kind, status, bankLineId }: Correction,
  lineOf: ReadonlyMap<number, BankReturnLine>,
): string[] {
  if (bankLineId === null) return []
  const line = lineOf.get(bankLineId)
  if (!line) return [`correction ${id}: the line of the bank that opened it is not there`]
  const isEnded = status === 'posted' || status === 'withdrawn'
  const isTakenBack = kind === 'returned' && status === 'posted'
  const asked = isTakenBack ? 'taken_back' : kind === 'returned' ? 'returned' : 'paid_twice'
  const isClosed = line.closedAt !== null
  return [
    ...(line.outcome === asked
      ? []
      : [`correction ${id}: bank line ${bankLineId} is ${line.outcome}, not ${asked}`]),
    ...(isTakenBack || isClosed === isEnded
      ? []
      : [
          `correction ${id}: it is ${status}, and bank line ${bankLineId} is ${isClosed ? 'closed' : 'open'}`,
        ]),
  ]
}

async function schemesAgree(manager: EntityManager, schoolId: number): Promise<string[]> {
  const schemes = await manager.find(DistributionScheme, { where: { schoolId }, order: { id: 'ASC' } })
  const lines = new Map<number, DistributionSchemeLine[]>()
  for (const line of await manager.find(DistributionSchemeLine, {
    where: { schoolId },
    order: { id: 'ASC' },
  }))
    lines.set(line.schemeId, [...(lines.get(line.schemeId) ?? []), line])
  const booked = await bookedOf(manager, 'scheme', schoolId)
  const problems = schemes.flatMap((scheme): string[] => {
    const own = lines.get(scheme.id) ?? []
    const sum = addFen(fen(0), ...own.map(({ amountFen }) => amountFen))
    return [
      ...(sum === scheme.totalFen
        ? []
        : [`scheme ${scheme.id}: it says ${scheme.totalFen}, its lines ${sum}`]),
      ...compareDocument(
        `scheme ${scheme.id}`,
        booked.get(scheme.id) ?? [],
        scheme.status === 'approved' ? [{ kind: 'allot', amountFen: scheme.totalFen }] : [],
        schemeHash(scheme, own),
      ),
    ]
  })
  return [
    ...problems,
    ...(await verifySteps(manager, distributionSchemeTable, schemes, schoolId)),
    ...withoutDocument('scheme', booked, new Set(schemes.map(({ id }) => id))),
  ]
}

async function settlementsAgree(manager: EntityManager, schoolId: number): Promise<string[]> {
  const settlements = await manager.find(Settlement, { where: { schoolId }, order: { id: 'ASC' } })
  const booked = await bookedOf(manager, 'settlement', schoolId)
  const returns = new Map(
    (await manager.findBy(TreasuryReturn, { schoolId })).map((one) => [one.settlementId, one]),
  )
  const problems = settlements.flatMap((settlement): string[] => {
    const { id, status, termId, leftFen, leftover } = settlement
    const hash = hashOfSettlement(settlement)
    const isCleared = status === 'settled' && termId === null
    const returned = returns.get(id)
    return [
      ...(status === 'draft' || settlement.snapshotHash === hash
        ? []
        : [`settlement ${id}: it is not what was handed in`]),
      ...compareDocument(
        `settlement ${id}`,
        booked.get(id) ?? [],
        !isCleared || leftFen === 0
          ? []
          : leftover !== 'return'
            ? [
                { kind: 'carry-out', amountFen: leftFen },
                { kind: 'carry-in', amountFen: leftFen },
              ]
            : // Settled before returns waited for the bank: returned by its approval.
              returned
              ? []
              : [{ kind: 'return', amountFen: leftFen }],
        hash,
      ),
      ...(returned && !isReturnOf(returned, settlement)
        ? [`settlement ${id}: treasury_return ${returned.id} is not what it returns`]
        : []),
    ]
  })
  return [
    ...problems,
    ...(await verifySteps(manager, settlementTable, settlements, schoolId)),
    ...withoutDocument('settlement', booked, new Set(settlements.map(({ id }) => id))),
  ]
}

const isReturnOf = (one: TreasuryReturn, settlement: Settlement): boolean =>
  settlement.status === 'settled' &&
  settlement.termId === null &&
  settlement.leftover === 'return' &&
  one.amountFen === settlement.leftFen &&
  one.fundId === settlement.fundId &&
  one.fiscalYear === settlement.fiscalYear

async function treasuryReturnsAgree(manager: EntityManager, schoolId: number): Promise<string[]> {
  const returns = await manager.find(TreasuryReturn, { where: { schoolId }, order: { id: 'ASC' } })
  const booked = await bookedOf(manager, 'treasury_return', schoolId)
  const problems = returns.flatMap((one): string[] => {
    const { id, status, amountFen, returnedOn } = one
    const own = booked.get(id) ?? []
    const posted = own.find((journal) => journal.kind === 'return' && journal.isStanding)
    return [
      ...compareDocument(
        `treasury_return ${id}`,
        own,
        [{ kind: status === 'returned' ? 'return' : 'reserve', amountFen }],
        treasuryReturnSource(one).hash,
      ),
      ...(posted && posted.accountedOn !== returnedOn
        ? [
            `treasury_return ${id}: it was returned on ${returnedOn}, journal ${posted.sequence} says ${posted.accountedOn}`,
          ]
        : []),
    ]
  })
  return [
    ...problems,
    ...(await verifySteps(manager, treasuryReturnTable, returns, schoolId)),
    ...withoutDocument('treasury_return', booked, new Set(returns.map(({ id }) => id))),
  ]
}

/** Are the bank's files as they were read (银行回单核对)? Every line, against what the trail has kept of the file. */
export async function verifyBankFiles(manager: EntityManager): Promise<string[]> {
  const files = new Map((await manager.find(BankReturn)).map((file) => [file.id, file]))
  const told = await manager.find(AuditEntry, {
    where: { entity: 'bank_return', action: 'bank_return.import' },
    order: { id: 'ASC' },
  })
  const problems: string[] = []
  for (const { entityId, after } of told) {
    const file = files.get(entityId!)
    if (!file) problems.push(`bank file ${entityId}: it is not there`)
    else if (typeof after?.['linesDigest'] === 'string') {
      const lines = await manager.find(BankReturnLine, {
        where: { bankReturnId: file.id },
        order: { rowNumber: 'ASC' },
      })
      if (linesHash(lines) !== after['linesDigest'])
        problems.push(`bank file ${entityId}: its lines are not those that were read`)
    }
  }
  return problems
}
