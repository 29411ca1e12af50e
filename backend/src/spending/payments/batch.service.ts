/** How are many spending requests handed in or decided at once (批量办理)? Each by itself: one that cannot be done says why and stops no other. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { type ManyIn, seenOf } from '../../audit/index.js'
import { Sentences } from '../../platform/sentences.js'
import type { BulkSumOut } from '../../platform/bulk-sum.dto.js'
import { eachWithSum } from '../../platform/bulk-sum.js'
import { PaymentsService } from './payments.service.js'

@Injectable()
export class PaymentBatchService {
  constructor(
    private readonly payments: PaymentsService,
    private readonly sentences: Sentences,
  ) {}

  act(actor: Actor, event: 'submit' | 'approve' | 'check', given: ManyIn): Promise<BulkSumOut> {
    const seen = seenOf(given)
    const { comment } = given
    return eachWithSum(
      [...seen.keys()],
      (id) => this.payments.act(actor, id, event, { comment, revision: seen.get(id) }),
      this.sentences,
      actor.language,
    )
  }
}
