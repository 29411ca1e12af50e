/** Who objects to what is public (异议), and what was answered? Raised without signing in, looked up by a number, never lost. */
import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, Transitions } from '../../audit/index.js'
import { nthWorkday } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { drawCode } from '../../platform/codes.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { eventsFrom } from '../../platform/states.js'
import { DeclarationStepsService } from '../declarations/steps.service.js'
import { Objection } from './objection.entity.js'
import { Publication } from './publication.entity.js'
import { objectionTable } from './publication.states.js'
import {
  type CreateObjectionIn,
  type ObjectionListQuery,
  type ObjectionOut,
  type PublicObjectionOut,
  type TicketOut,
  toObjectionOut,
  toPublicObjectionOut,
  type UpholdIn,
} from './publications.dto.js'
import { mayAnswer, PublicationsService, visible } from './publications.service.js'

/** Working days within which an objection is answered. */
const answerWorkdays = 10
const ticketLength = 10

const objections: Listing<ObjectionListQuery> = {
  sortable: { id: 'objection.id', dueOn: 'objection.dueOn' },
  filters: {
    publicationId: equals('objection.publicationId'),
    status: equals('objection.status'),
    schoolId: equals('publication.schoolId'),
  },
}

@Injectable()
export class ObjectionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly seal: FieldSeal,
    private readonly publications: PublicationsService,
    private readonly declarations: DeclarationStepsService,
  ) {}

  /** Anybody may object until the last day; the number is the only way back to it. */
  async raise(slug: string, { body, contact }: CreateObjectionIn, requestId: string): Promise<TicketOut> {
    return this.database.transaction(async (tx) => {
      const publication = await this.publications.takePublic(tx, slug)
      const today = this.clock.today()
      if (publication.status !== 'open' || today > publication.closesOn)
        throw new RuleBroken('funding.publication_closed', { closesOn: publication.closesOn })
      const ticket = drawCode(ticketLength)
      const dueOn = nthWorkday(today, answerWorkdays)
      const objection = await tx.save(
        tx.create(Objection, {
          publicationId: publication.id,
          regionCode: publication.regionCode,
          ticketHash: hashOf(ticket),
          body: body.trim(),
          contactSealed: this.seal.seal(contact?.trim() || null),
          status: 'open',
          reply: null,
          dueOn,
          receivedAt: this.clock.now(),
          answeredAt: null,
        }),
      )
      await this.audit.recordWithoutPerson(
        tx,
        {
          action: 'objection.raise',
          entity: 'objection',
          entityId: objection.id,
          schoolId: publication.schoolId,
          after: { publicationId: publication.id },
        },
        requestId,
      )
      return { ticket, dueOn }
    })
  }

  async lookUp(ticket: string): Promise<PublicObjectionOut> {
    const objection = await this.joined(this.database.read)
      .where('objection.ticketHash = :hash', { hash: hashOf(ticket.trim().toUpperCase()) })
      .getOne()
    if (!objection) throw new NotFound('objection')
    return toPublicObjectionOut(objection)
  }

  list(actor: Actor, list: ObjectionListQuery): Promise<Page<ObjectionOut>> {
    return paged(
      visible(this.joined(this.database.read), actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      objections,
      (objection) => this.out(objection, actor),
    )
  }

  /** It is right: the answer says what happens, and a declaration that is named goes back to its school. */
  async uphold(actor: Actor, id: number, { declarationId, ...given }: UpholdIn): Promise<ObjectionOut> {
    return this.database.transaction(async (tx) => {
      const objection = await this.answer(tx, actor, id, 'uphold', given)
      if (declarationId !== undefined)
        await this.declarations.sendBackObjected(
          tx,
          actor,
          declarationId,
          objection.publicationId,
          given.comment,
        )
      return this.out(await this.find(tx, actor, id), actor)
    })
  }

  async dismiss(actor: Actor, id: number, given: EventIn): Promise<ObjectionOut> {
    return this.database.transaction(async (tx) => {
      await this.answer(tx, actor, id, 'dismiss', given)
      return this.out(await this.find(tx, actor, id), actor)
    })
  }

  private async answer(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: 'uphold' | 'dismiss',
    { comment, ...seen }: EventIn,
  ): Promise<Objection> {
    const read = async () => {
      const found = await this.find(tx, actor, id)
      if (!mayAnswer(found.publication!, actor)) throw new NotFound('objection', id)
      return Object.assign(found, { schoolId: found.publication!.schoolId })
    }
    const objection = await this.transitions.take(tx, objectionTable, Objection, id, event, actor, {
      read,
      seen,
    })
    await this.transitions.move(tx, objectionTable, Objection, objection, event, actor, {
      comment,
      set: { reply: comment?.trim() ?? null, answeredAt: this.clock.now() },
    })
    return objection
  }

  private out(objection: Objection, actor: Actor): ObjectionOut {
    const isMine = mayAnswer(objection.publication!, actor) && actor.permissions.has('publication.write')
    return toObjectionOut(
      objection,
      this.clock.today(),
      isMine ? this.seal.open(objection.contactSealed) : null,
      isMine ? eventsFrom(objectionTable, objection.status, actor.permissions) : [],
    )
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Objection> {
    const objection = await visible(this.joined(manager), actor)
      .andWhere('objection.id = :id', { id })
      .getOne()
    if (!objection) throw new NotFound('objection', id)
    return objection
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Objection> {
    return manager
      .createQueryBuilder(Objection, 'objection')
      .innerJoinAndMapOne(
        'objection.publication',
        Publication,
        'publication',
        'publication.id = objection.publicationId',
      )
  }
}

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('hex')
}
