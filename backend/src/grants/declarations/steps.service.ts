/** How does a declaration move (申报办理)? Submitting locks its inputs and posts it, what sends it back takes that back, approving makes the claim. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { type EventIn, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, NotFound, RuleBroken } from '../../platform/errors.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import { SubmissionWatch } from '../submissions/submission-watch.js'
import { addToClaims } from '../appropriations/claims.js'
import { PublicationsService } from '../publications/publications.service.js'
import { Declaration } from './declaration.entity.js'
import { declarationTable } from './declaration.states.js'
import type { DeclarationWithLinesOut } from './declarations.dto.js'
import { DraftingService } from './drafting.service.js'
import { frozen } from './frozen-declaration.js'
import { DeclarationReadingService } from './reading.service.js'

export type DeclarationEvent = keyof typeof declarationTable.events

const takenBack = new Set<DeclarationEvent>(['withdraw', 'send-back', 'refer-back', 'object', 'reject'])

@Injectable()
export class DeclarationStepsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly transitions: Transitions,
    private readonly drafting: DraftingService,
    private readonly publications: PublicationsService,
    private readonly reading: DeclarationReadingService,
    private readonly watch: SubmissionWatch,
  ) {}

  /** One step of the chain; submitting locks the inputs with a hash, approving makes the claim grantable. */
  async act(
    actor: Actor,
    id: number,
    event: DeclarationEvent,
    { comment, ...seen }: EventIn = {},
  ): Promise<DeclarationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const declaration = await this.take(tx, actor, id, event, seen)
      if (event === 'object' && actor.schoolId !== null) throw new Forbidden('funding.office_publishes')
      await this.step(tx, actor, declaration, event, comment)
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }

  /** Within the answer to an objection that is right: only a declaration of that publication. */
  async sendBackObjected(
    tx: EntityManager,
    actor: Actor,
    id: number,
    publicationId: number,
    comment?: string,
  ): Promise<void> {
    const declaration = await this.take(tx, actor, id, 'object')
    if (declaration.publicationId !== publicationId) throw new NotFound('declaration', id)
    await this.step(tx, actor, declaration, 'object', comment)
  }

  private async step(
    tx: EntityManager,
    actor: Actor,
    declaration: Taken<Declaration>,
    event: DeclarationEvent,
    comment?: string,
  ): Promise<void> {
    const lines = await this.drafting.linesOf(tx, declaration.id)
    if (event === 'approve') await this.publications.requireFree(tx, declaration.publicationId)
    if (event === 'submit' && lines.length === 0)
      throw new RuleBroken('funding.nothing_to_declare', { school: declaration.school!.name })
    const set =
      event === 'submit'
        ? { snapshotHash: snapshotHash(frozen(declaration, lines)), updatedAt: this.clock.now() }
        : { updatedAt: this.clock.now() }
    await this.transitions.move(tx, declarationTable, Declaration, declaration, event, actor, {
      comment,
      set,
    })
    if (event === 'submit') {
      await this.drafting.post(tx, actor, declaration, lines, 'M110', 'declare')
      await this.watch.submitted(tx, declaration)
    }
    if (takenBack.has(event)) await this.drafting.takeBack(tx, actor, declaration, lines, 'declare')
    if (event === 'approve') {
      await this.drafting.post(tx, actor, declaration, lines, 'M120', 'approve')
      await addToClaims(tx, declaration)
    }
  }

  private take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: DeclarationEvent,
    seen?: Seen,
  ): Promise<Taken<Declaration>> {
    const read = () => this.reading.find(tx, actor, id)
    return this.transitions.take(tx, declarationTable, Declaration, id, event, actor, { read, seen })
  }
}
