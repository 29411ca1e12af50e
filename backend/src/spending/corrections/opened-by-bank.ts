/**
 * What the bank's file opens by itself (回单开立更正): a correction for each payment that was sent back or paid twice. It ends
 * with its line.
 */
import type { EntityManager } from 'typeorm'
import type { ActingPerson, AuditEntries, Transitions } from '../../audit/index.js'
import { shareOut } from '../../platform/money.js'
import type { BankReturnLine } from '../bank-returns/bank-return-line.entity.js'
import type { Payment } from '../payments/payment.entity.js'
import { Correction } from './correction.entity.js'
import { type CorrectionKind, correctionTable } from './correction.states.js'
import { putLines, wholeOf } from './lines.js'

const kindOf: Partial<Record<BankReturnLine['outcome'], CorrectionKind>> = {
  returned: 'returned',
  paid_twice: 'double_payment',
}

/** Some few lines of a file at most: each with its own first step. */
export async function openByLines(
  tx: EntityManager,
  transitions: Transitions,
  audit: AuditEntries,
  actor: ActingPerson,
  lines: readonly BankReturnLine[],
  payments: ReadonlyMap<number, Payment>,
  at: Date,
): Promise<void> {
  for (const line of lines) {
    const kind = kindOf[line.outcome]
    const payment = payments.get(line.paymentId ?? 0)
    if (!kind || !payment || line.amountFen === null) continue
    const correction = await tx.save(
      tx.create(Correction, {
        schoolId: payment.schoolId,
        kind,
        paymentId: payment.id,
        bankLineId: line.id,
        status: 'draft',
        amountFen: line.amountFen,
        reason: line.bankRemark ?? (kind === 'returned' ? '退汇' : '重复付款'),
        receivedOn: null,
        bankSerial: null,
        createdAt: at,
      }),
    )
    // The bank's sum over the classes as they have shared the payment.
    const whole = wholeOf(payment)
    const parts = shareOut(
      line.amountFen,
      whole.map(({ amountFen }) => amountFen),
    )
    const taken = whole.map((each, index) => ({ ...each, amountFen: parts[index]! }))
    await putLines(
      tx,
      correction,
      taken.filter(({ amountFen }) => amountFen > 0),
    )
    await transitions.made(tx, correctionTable, correction, actor)
    await audit.record(tx, actor, {
      action: 'correction.open',
      entity: 'correction',
      entityId: correction.id,
      schoolId: correction.schoolId,
      after: { paymentId: payment.id, kind, bankLineId: line.id, amountFen: line.amountFen },
    })
  }
}

/** Locks the correction that a line has opened and ends it with the line; to be called before the payment is locked. */
export async function endByLine(
  tx: EntityManager,
  transitions: Transitions,
  actor: ActingPerson,
  lineId: number,
  event: 'take-back' | 'close',
  comment: string,
): Promise<void> {
  const opened = await tx.findOneBy(Correction, { bankLineId: lineId })
  if (!opened) return
  const read = () => tx.findOneByOrFail(Correction, { id: opened.id })
  const taken = await transitions.take(tx, correctionTable, Correction, opened.id, event, actor, { read })
  await transitions.move(tx, correctionTable, Correction, taken, event, actor, { comment })
}
