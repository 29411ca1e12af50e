/** How are many spending requests decided at once (批量办理)? Each by itself: one that cannot be done says why and stops no other. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { KehouError } from '../../platform/errors.js'
import { addFen, fen } from '../../platform/money.js'
import { Sentences } from '../../platform/sentences.js'
import type { PaymentActsOut } from './payments.dto.js'
import { PaymentsService } from './payments.service.js'

@Injectable()
export class PaymentBatchService {
  constructor(
    private readonly payments: PaymentsService,
    private readonly sentences: Sentences,
  ) {}

  /** One transaction for each: one that cannot be done keeps none of the others. */
  async act(
    actor: Actor,
    ids: readonly number[],
    event: 'approve' | 'check',
    comment?: string,
  ): Promise<PaymentActsOut> {
    const rows: PaymentActsOut['rows'] = []
    for (const id of new Set(ids)) {
      try {
        const { amountFen } = await this.payments.act(actor, id, event, { comment })
        rows.push({ id, isDone: true, amountFen, message: null })
      } catch (error) {
        if (!(error instanceof KehouError)) throw error
        const message = this.sentences.sayBriefly(error, actor.language)
        rows.push({ id, isDone: false, amountFen: 0, message })
      }
    }
    const done = rows.filter((row) => row.isDone)
    return { doneCount: done.length, doneFen: addFen(fen(0), ...done.map((row) => fen(row.amountFen))), rows }
  }
}
