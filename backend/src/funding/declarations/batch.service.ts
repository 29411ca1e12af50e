/** How are many declarations decided at once (批量办理)? Each by itself: one that cannot be done says why and stops no other. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Database } from '../../platform/database/database.js'
import { KehouError } from '../../platform/errors.js'
import { addFen, fen } from '../../platform/money.js'
import { Sentences } from '../../platform/sentences.js'
import type { ManyStepsOut, StepResultOut } from './declarations.dto.js'
import { type DeclarationEvent, DeclarationsService } from './declarations.service.js'

@Injectable()
export class BatchService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly declarations: DeclarationsService,
    private readonly sentences: Sentences,
  ) {}

  /** One transaction for each: permission, state and separation of duties are asked for each by itself. */
  async act(actor: Actor, ids: readonly number[], event: DeclarationEvent): Promise<ManyStepsOut> {
    const results: StepResultOut[] = []
    let doneFen = fen(0)
    for (const id of ids) {
      try {
        const { amountFen } = await this.declarations.act(actor, id, event)
        doneFen = addFen(doneFen, fen(amountFen))
        results.push({ id, isDone: true, code: null, message: null })
      } catch (error) {
        if (!(error instanceof KehouError)) throw error
        results.push({
          id,
          isDone: false,
          code: error.code,
          message: this.sentences.sayBriefly(error, actor.language),
        })
      }
    }
    const doneCount = results.filter((each) => each.isDone).length
    await this.database.transaction((tx) =>
      this.audit.record(tx, actor, {
        action: `declaration.${event}-many`,
        entity: 'declaration',
        entityId: null,
        after: { asked: ids.length, doneCount, doneFen },
      }),
    )
    return { results, doneCount, doneFen }
  }
}
