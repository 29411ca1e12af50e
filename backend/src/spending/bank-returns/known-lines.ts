/** What is known when a bank's file comes (核对前已知的): its payments as they stand, and what earlier files have said. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transition } from '../../audit/index.js'
import { localDateOf } from '../../platform/calendar.js'
import { drawnOrdersOf, sentReferences } from '../bank-orders/drawn-orders.js'
import type { Payment } from '../payments/payment.entity.js'
import { spendKeyOf } from '../payments/payment-keys.js'
import type { BankRow } from './bank-lines.sheet.js'
import { BankReturn } from './bank-return.entity.js'
import { BankReturnLine } from './bank-return-line.entity.js'
import type { KnownPayment } from './match-lines.js'
import type { KnownLine } from './said-lines.js'

// Steps that say when it went to the bank, or how its money came back.
const steps = ['check', 'fail', 'register-failure', 'register-return', 'take-back'] as const

/** As it matters to a line of the bank; whether the importer has approved it is for the caller to say. */
export async function knownPayments<P extends Payment>(
  manager: EntityManager,
  payments: readonly P[],
): Promise<(Omit<KnownPayment, 'ownPart'> & { readonly firstSentOn: string | null })[]> {
  if (payments.length === 0) return []
  const moved = await manager
    .createQueryBuilder(Transition, 'step')
    .where("step.entity = 'payment' AND step.entityId IN (:...ids) AND step.event IN (:...steps)", {
      ids: payments.map(({ id }) => id),
      steps: [...steps],
    })
    .orderBy('step.id')
    .getMany()
  const sentOn = new Map<number, string>()
  const firstSentOn = new Map<number, string>()
  const last = new Map<number, string>()
  for (const { entityId, event, at } of moved)
    if (event === 'check') {
      sentOn.set(entityId, localDateOf(at))
      if (!firstSentOn.has(entityId)) firstSentOn.set(entityId, localDateOf(at))
    } else last.set(entityId, event)
  const drawn = await drawnOrdersOf(
    manager,
    payments.map(({ id }) => id),
  )
  const sent = await sentReferences(
    manager,
    payments.flatMap(({ reference }) => reference ?? []),
  )
  const paidByLine = new Set(await spendKeysOfLines(manager, payments.map(spendKeyOf)))
  return payments.map((payment) => ({
    id: payment.id,
    schoolId: payment.schoolId,
    status: payment.status,
    amountFen: payment.amountFen,
    payee: payment.payee,
    sentOn: sentOn.get(payment.id) ?? null,
    firstSentOn: firstSentOn.get(payment.id) ?? null,
    reference: payment.reference,
    isInSentOrder: payment.reference !== null && sent.has(payment.reference),
    isInDrawnOrder: drawn.has(payment.id),
    slip:
      payment.status === 'paid' && !paidByLine.has(spendKeyOf(payment))
        ? { serial: payment.bankSerial, paidOn: payment.paidOn }
        : null,
    isReturnedByHand: payment.status === 'failed' && last.get(payment.id) === 'register-return',
  }))
}

async function spendKeysOfLines(manager: EntityManager, keys: readonly string[]): Promise<string[]> {
  const rows = await manager
    .createQueryBuilder(BankReturnLine, 'line')
    .select('line.spendKey', 'spendKey')
    .where("line.spendKey IN (:...keys) AND line.outcome IN ('paid', 'settled_by_hand', 'confirmed')", {
      keys: [...keys],
    })
    .getRawMany<{ spendKey: string }>()
  return rows.map(({ spendKey }) => spendKey)
}

/** Lines of earlier files with a serial number or reference of these, and for those without either, of their days. */
export async function knownLines(
  manager: EntityManager,
  actor: Actor,
  rows: readonly BankRow[],
): Promise<KnownLine[]> {
  const all = <Value>(values: readonly (Value | null)[]) => [
    ...new Set(values.filter((each) => each !== null)),
  ]
  const serials = all(rows.map(({ serial }) => serial))
  const references = all(rows.map(({ reference }) => reference)).filter((each) => each !== 'digits_lost')
  const days = all(
    rows
      .filter(({ serial, reference }) => !serial && (!reference || reference === 'digits_lost'))
      .map(({ paidOn }) => paidOn),
  ).filter((day) => day !== 'unreadable')
  const found = new Map<number, KnownLine>()
  for (const [condition, values] of [
    ['line.serial IN (:...values)', serials],
    ['line.reference IN (:...values)', references],
    ['line.serial IS NULL AND line.reference IS NULL AND line.countedOn IN (:...values)', days],
  ] as const) {
    if (values.length === 0) continue
    const lines = await ofImporter(manager.createQueryBuilder(BankReturnLine, 'line'), actor)
      .andWhere(`line.outcome <> 'repeated' AND ${condition}`, { values })
      .orderBy('line.id')
      .getMany()
    for (const line of lines) found.set(line.id, line)
  }
  return [...found.values()].sort((one, other) => one.id - other.id)
}

const ofImporter = (query: SelectQueryBuilder<BankReturnLine>, actor: Actor) =>
  actor.schoolId === null
    ? query
        .innerJoin(BankReturn, 'file', 'file.id = line.bankReturnId')
        .andWhere('file.regionCode LIKE :region', { region: `${actor.regionCode}%` })
    : query.andWhere('line.schoolId = :schoolId', { schoolId: actor.schoolId })

/** Of these serial numbers those that have settled or failed a payment of the importer's schools. */
export const settledSerials = (lines: readonly KnownLine[]): string[] =>
  lines.flatMap(({ serial, outcome }) => (serial && outcome !== 'unmatched' ? [serial] : []))
