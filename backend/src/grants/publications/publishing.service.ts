/** What becomes public for objections (公示)? Each module that has such documents says how they are shown: sums only, never a name. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { StandardsService } from '../../entitlement/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import type { CreatePublicationIn, PublicationWithContentOut } from './publications.dto.js'
import { publicationWorkdays, PublicationsService, type Publishing } from './publications.service.js'

/** A document as it goes public, with the fund whose policy says for how long. Throws what forbids it. */
export type PublishedSubject = (
  tx: EntityManager,
  actor: Actor,
  id: number,
) => Promise<Omit<Publishing, 'workdays'> & { fundId: number }>

@Injectable()
export class PublishingService {
  private readonly subjects = new Map<CreatePublicationIn['kind'], PublishedSubject>()

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly publications: PublicationsService,
    private readonly standards: StandardsService,
  ) {}

  /** Said once at start by whoever keeps the documents of this kind. */
  register(kind: CreatePublicationIn['kind'], subject: PublishedSubject): void {
    this.subjects.set(kind, subject)
  }

  /** A region publishes its issued notices, a school its settled statements; each is public once. */
  async create(actor: Actor, { kind, subjectId }: CreatePublicationIn): Promise<PublicationWithContentOut> {
    const subject = this.subjects.get(kind)
    if (!subject) throw new Error(`nobody shows how a publication of the kind "${kind}" looks`)
    const id = await this.database.transaction(async (tx) => {
      const { fundId, ...what } = await subject(tx, actor, subjectId)
      const policy = await this.standards.policy(tx, fundId, actor.regionCode, this.clock.today())
      return (
        await this.publications.open(tx, actor, {
          ...what,
          workdays: publicationWorkdays(policy),
        })
      ).id
    })
    return this.publications.get(actor, id)
  }
}
