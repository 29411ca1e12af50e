/** How is a payment mended that was made (更正申请)? Drafted against where it stands, never more than is there. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, RuleBroken, StateConflict } from '../../platform/errors.js'
import { editing } from '../../platform/states.js'
import { PaymentStepsService } from '../payments/steps.service.js'
import { Correction } from './correction.entity.js'
import { CorrectionLine } from './correction-line.entity.js'
import { correctionTable } from './correction.states.js'
import type { CorrectionOut, CreateCorrectionIn, UpdateCorrectionIn } from './corrections.dto.js'
import { checkLines, putLines, sumOf, toPlainLine, wholeOf } from './lines.js'
import { CorrectionReadingService } from './reading.service.js'

@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly payments: PaymentStepsService,
    private readonly reading: CorrectionReadingService,
  ) {}

  async create(actor: Actor, given: CreateCorrectionIn): Promise<CorrectionOut> {
    return this.database.transaction(async (tx) => {
      const [payment] = await this.payments.takeMany(tx, actor, [given.paymentId])
      if (!payment) throw Invalid.field('paymentId', 'not_found')
      if (payment.status !== 'paid') throw new StateConflict('funding.correct_unpaid')
      const lines = given.kind === 'red_letter' ? wholeOf(payment) : given.lines!
      await checkLines(tx, actor, payment, given.kind, lines)
      const correction = await tx.save(
        tx.create(Correction, {
          schoolId: payment.schoolId,
          kind: given.kind,
          paymentId: payment.id,
          bankLineId: null,
          status: 'draft',
          amountFen: sumOf(lines),
          reason: given.reason,
          receivedOn: null,
          bankSerial: null,
          createdAt: this.clock.now(),
        }),
      )
      await putLines(tx, correction, lines)
      await this.transitions.made(tx, correctionTable, correction, actor)
      await this.audit.record(tx, actor, {
        action: 'correction.create',
        entity: 'correction',
        entityId: correction.id,
        schoolId: correction.schoolId,
        after: {
          paymentId: payment.id,
          kind: given.kind,
          reason: given.reason,
          lines: lines.map(toPlainLine),
        },
      })
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, correction.id))
    })
  }

  async update(actor: Actor, id: number, given: UpdateCorrectionIn): Promise<CorrectionOut> {
    return this.database.transaction(async (tx) => {
      const { lines, revision, reason } = given
      const read = () => this.reading.find(tx, actor, id)
      const taken = await this.transitions.take(tx, correctionTable, Correction, id, editing, actor, {
        read,
        seen: { revision },
      })
      if (taken.bankLineId !== null) throw new RuleBroken('funding.correction_of_bank')
      if (lines) {
        if (taken.kind === 'red_letter') throw Invalid.field('lines', 'funding.red_letter_whole')
        const [payment] = await this.payments.takeMany(tx, actor, [taken.paymentId])
        await checkLines(tx, actor, payment!, taken.kind, lines)
      }
      const old = taken.lines!
      const change = {
        ...(reason === undefined ? {} : { reason }),
        ...(lines ? { amountFen: sumOf(lines) } : {}),
      }
      await this.transitions.edit(tx, correctionTable, Correction, taken, change, actor)
      if (lines) {
        await tx.delete(CorrectionLine, { correctionId: id })
        await putLines(tx, taken, lines)
      }
      await this.audit.record(tx, actor, {
        action: 'correction.update',
        entity: 'correction',
        entityId: id,
        schoolId: taken.schoolId,
        before: { reason: taken.reason, lines: old.map(toPlainLine) },
        after: { reason: reason ?? taken.reason, lines: (lines ?? old).map(toPlainLine) },
      })
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }
}
