/** How are many declarations decided at once (批量办理)? Each by itself: one that cannot be done says why and stops no other. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type ManyIn, seenOf } from '../../audit/index.js'
import { Database } from '../../platform/database/database.js'
import { Sentences } from '../../platform/sentences.js'
import type { BulkSumOut } from '../../platform/bulk-sum.dto.js'
import { eachWithSum } from '../../platform/bulk-sum.js'
import { type DeclarationEvent, DeclarationStepsService } from './steps.service.js'

@Injectable()
export class BatchService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly steps: DeclarationStepsService,
    private readonly sentences: Sentences,
  ) {}

  /** One transaction for each: permission, state and separation of duties are asked for each by itself. */
  async act(actor: Actor, event: DeclarationEvent, given: ManyIn): Promise<BulkSumOut> {
    const seen = seenOf(given)
    const { ids, comment } = given
    const out = await eachWithSum(
      [...seen.keys()],
      (id) => this.steps.act(actor, id, event, { comment, revision: seen.get(id) }),
      this.sentences,
      actor.language,
    )
    await this.database.transaction((tx) =>
      this.audit.record(tx, actor, {
        action: `declaration.${event}-many`,
        entity: 'declaration',
        entityId: null,
        after: { asked: ids.length, doneCount: out.done.length, doneFen: out.doneFen },
      }),
    )
    return out
  }
}
