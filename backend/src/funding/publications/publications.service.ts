/** What stands open to the public (公示), until when, and has anybody objected? */
import { Injectable } from '@nestjs/common'
import { randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { ActingPerson } from '../../audit/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { nthWorkday } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { snapshotHash } from '../snapshot.js'
import { Objection } from './objection.entity.js'
import { Publication, type PublicationKind, type PublishedContent } from './publication.entity.js'
import { publicationTable } from './publication.states.js'

export interface Publishing {
  readonly regionCode: string
  readonly schoolId: number | null
  readonly kind: PublicationKind
  readonly subjectEntity: string
  readonly subjectId: number | null
  readonly title: string
  readonly content: PublishedContent
  /** Working days for objections, the first day not counted. */
  readonly workdays: number
}

@Injectable()
export class PublicationsService {
  constructor(private readonly clock: Clock, private readonly audit: AuditEntries, private readonly transitions: Transitions) {}

  /** Makes it public from today; the content is frozen with its hash. */
  async open(tx: EntityManager, person: ActingPerson, { workdays, content, ...given }: Publishing): Promise<Publication> {
    const opensOn = this.clock.today()
    const publication = await tx.save(tx.create(Publication, {
      ...given, slug: randomBytes(12).toString('hex'), status: 'draft', content, contentHash: snapshotHash(content), opensOn, closesOn: nthWorkday(opensOn, workdays), createdAt: this.clock.now(), createdById: person.userId,
    }))
    await this.audit.record(tx, person, { action: 'publication.create', entity: 'publication', entityId: publication.id, schoolId: given.schoolId, after: { ...given, contentHash: publication.contentHash, closesOn: publication.closesOn } })
    await this.transitions.move(tx, publicationTable, Publication, publication, 'open', person)
    return publication
  }

  /** Throws funding.publication_running before its last day has passed, funding.objections_open while one is unanswered. */
  async requireFree(tx: EntityManager, publicationId: number | null): Promise<void> {
    const publication = publicationId === null ? null : await tx.findOneBy(Publication, { id: publicationId })
    if (!publication) throw new NotFound('publication', publicationId ?? 0)
    if (this.clock.today() <= publication.closesOn) throw new RuleBroken('funding.publication_running', { title: publication.title, closesOn: publication.closesOn })
    const open = await tx.countBy(Objection, { publicationId: publication.id, status: 'open' })
    if (open > 0) throw new RuleBroken('funding.objections_open', { title: publication.title, count: open })
  }
}
