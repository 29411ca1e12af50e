/** What stands open to the public (公示), until when, and has anybody objected? */
import { Injectable } from '@nestjs/common'
import { randomBytes } from 'node:crypto'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import type { ActingPerson } from '../../audit/index.js'
import { AuditEntries, type EventIn, Transitions } from '../../audit/index.js'
import { nthWorkday, Region, School } from '../../organisation/index.js'
import type { FundPolicy } from '../../entitlement/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { cases, contains, equals, startsWith } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { eventsFrom } from '../../platform/states.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import { Objection } from './objection.entity.js'
import { Publication, type PublicationKind, type PublishedContent } from './publication.entity.js'
import { publicationTable } from './publication.states.js'
import {
  contentOut,
  type Counts,
  noObjections,
  type PublicationListQuery,
  type PublicationOut,
  type PublicationWithContentOut,
  type PublicListQuery,
  type PublicPublicationOut,
  type PublicPublicationWithContentOut,
  toPublicationOut,
  toPublicOut,
  toPublicWithContentOut,
} from './publications.dto.js'

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

/** Working days for objections: what the fund's policy says, else five. */
export const publicationWorkdays = (policy: Pick<FundPolicy, 'publicationWorkdays'> | null): number =>
  policy?.publicationWorkdays ?? 5

const sortable = { opensOn: 'publication.opensOn', closesOn: 'publication.closesOn', id: 'publication.id' }

const publications: Listing<PublicationListQuery> = {
  sortable,
  filters: {
    kind: equals('publication.kind'),
    status: equals('publication.status'),
    subjectEntity: equals('publication.subjectEntity'),
    subjectId: equals('publication.subjectId'),
    schoolId: equals('publication.schoolId'),
    q: contains('publication.title'),
  },
}

const publicPublications: Listing<PublicListQuery> = {
  sortable,
  filters: {
    period: cases({
      open: "publication.status = 'open' AND publication.closesOn >= :today",
      past: "publication.status <> 'open' OR publication.closesOn < :today",
    }),
    regionCode: startsWith('publication.regionCode'),
    q: contains('publication.title', 'school.name'),
  },
}

@Injectable()
export class PublicationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
  ) {}

  async list(actor: Actor, list: PublicationListQuery): Promise<Page<PublicationOut>> {
    const page = await paged(
      visible(this.joined(this.database.read), actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      publications,
      (publication) => publication,
    )
    const counts = await this.countsOf(page.items.map((item) => item.id))
    return {
      ...page,
      items: page.items.map((item) =>
        toPublicationOut(
          item,
          this.clock.today(),
          counts.get(item.id) ?? noObjections,
          this.actionsOn(item, actor, counts.get(item.id)),
        ),
      ),
    }
  }

  async get(actor: Actor, id: number): Promise<PublicationWithContentOut> {
    const publication = await this.find(this.database.read, actor, id)
    const counts = (await this.countsOf([id])).get(id)
    return {
      ...toPublicationOut(
        publication,
        this.clock.today(),
        counts ?? noObjections,
        this.actionsOn(publication, actor, counts),
      ),
      ...contentOut(publication),
    }
  }

  /** Everything that is or was public, the newest first; what was withdrawn stays named, so that nothing vanishes. */
  publicList(list: PublicListQuery): Promise<Page<PublicPublicationOut>> {
    const today = this.clock.today()
    const query = this.joined(this.database.read).where("publication.status <> 'draft'", { today })
    return paged(
      query,
      { ...list, sort: list.sort ?? 'opensOn', order: list.order ?? 'desc' },
      publicPublications,
      (publication) => toPublicOut(publication, today),
    )
  }

  async publicGet(slug: string): Promise<PublicPublicationWithContentOut> {
    const publication = await this.findPublic(this.database.read, slug)
    const counts = (await this.countsOf([publication.id])).get(publication.id)
    return toPublicWithContentOut(publication, this.clock.today(), counts ?? noObjections)
  }

  async findPublic(manager: EntityManager, slug: string): Promise<Publication> {
    const publication = await this.joined(manager)
      .where("publication.slug = :slug AND publication.status <> 'draft'", { slug })
      .getOne()
    if (!publication) throw new NotFound('publication')
    return publication
  }

  /** Locked, so that it is not taken off the page while somebody objects to it; read after. */
  async takePublic(tx: EntityManager, slug: string): Promise<Publication> {
    const { id } = await this.findPublic(tx, slug)
    const [publication] = await this.transitions.takeAll(tx, Publication, [id], async () => [
      await this.findPublic(tx, slug),
    ])
    return publication!
  }

  /** Makes it public from today; the content is frozen with its hash. */
  async open(
    tx: EntityManager,
    person: ActingPerson,
    { workdays, content, ...given }: Publishing,
  ): Promise<Publication> {
    const opensOn = this.clock.today()
    const publication = tx.create(Publication, {
      ...given,
      liveKey: given.subjectId === null ? null : `${given.subjectEntity}:${given.subjectId}`,
      slug: randomBytes(12).toString('hex'),
      status: 'draft',
      content,
      contentHash: snapshotHash(content),
      opensOn,
      closesOn: nthWorkday(opensOn, workdays),
      createdAt: this.clock.now(),
      createdById: person.userId,
    })
    await onDuplicate(
      () => tx.save(publication),
      () => new RuleBroken('funding.published_already', { title: given.title }),
    )
    await this.audit.record(tx, person, {
      action: 'publication.create',
      entity: 'publication',
      entityId: publication.id,
      schoolId: given.schoolId,
      after: {
        title: given.title,
        kind: given.kind,
        contentHash: publication.contentHash,
        closesOn: publication.closesOn,
      },
    })
    const made = await this.transitions.made(tx, publicationTable, publication, person)
    await this.transitions.move(tx, publicationTable, Publication, made, 'open', person)
    return made
  }

  /** Into the archive when its days are over, or off the page with a reason; the address keeps saying so. */
  async act(
    actor: Actor,
    id: number,
    event: 'archive' | 'retract',
    { comment, ...seen }: EventIn,
  ): Promise<PublicationWithContentOut> {
    return this.database.transaction(async (tx) => {
      const read = async () => {
        const found = await this.find(tx, actor, id)
        if (!mayAnswer(found, actor)) throw new NotFound('publication', id)
        return found
      }
      const publication = await this.transitions.take(tx, publicationTable, Publication, id, event, actor, {
        read,
        seen,
      })
      if (event === 'archive') await this.requireFree(tx, id)
      await this.transitions.move(tx, publicationTable, Publication, publication, event, actor, {
        comment,
        set: event === 'retract' ? { liveKey: null } : {},
      })
      const after = await this.find(tx, actor, id)
      return { ...toPublicationOut(after, this.clock.today(), noObjections, []), ...contentOut(after) }
    })
  }

  /** Throws funding.publication_running before its last day has passed, funding.objections_open while one is unanswered. */
  async requireFree(tx: EntityManager, publicationId: number | null): Promise<void> {
    // Locked, so that it is not taken off the page while what it showed is approved.
    const [publication] = await this.transitions.takeAll(
      tx,
      Publication,
      publicationId === null ? [] : [publicationId],
      ([id]) => tx.findBy(Publication, { id: id! }),
    )
    if (!publication) throw new NotFound('publication', publicationId ?? 0)
    if (publication.status === 'withdrawn')
      throw new RuleBroken('funding.publication_withdrawn', { title: publication.title })
    if (this.clock.today() <= publication.closesOn)
      throw new RuleBroken('funding.publication_running', {
        title: publication.title,
        closesOn: publication.closesOn,
      })
    const open = await tx.countBy(Objection, { publicationId: publication.id, status: 'open' })
    if (open > 0) throw new RuleBroken('funding.objections_open', { title: publication.title, count: open })
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Publication> {
    const publication = await visible(this.joined(manager), actor)
      .andWhere('publication.id = :id', { id })
      .getOne()
    if (!publication) throw new NotFound('publication', id)
    return publication
  }

  private actionsOn(publication: Publication, actor: Actor, counts: Counts = noObjections): string[] {
    if (!mayAnswer(publication, actor)) return []
    const isOver = this.clock.today() > publication.closesOn && counts.open === 0
    return eventsFrom(publicationTable, publication.status, actor.permissions).filter(
      (event) => event !== 'open' && (event !== 'archive' || isOver),
    )
  }

  private async countsOf(ids: readonly number[]): Promise<Map<number, Counts>> {
    if (ids.length === 0) return new Map()
    const rows = await this.database.read
      .createQueryBuilder(Objection, 'objection')
      .where('objection.publicationId IN (:...ids)', { ids: [...ids] })
      .groupBy('objection.publicationId')
      .select([
        'objection.publicationId AS id',
        'COUNT(*) AS total',
        "SUM(CASE WHEN objection.status = 'open' THEN 1 ELSE 0 END) AS open",
        "SUM(CASE WHEN objection.status = 'upheld' THEN 1 ELSE 0 END) AS upheld",
      ])
      .getRawMany<Record<'id' | 'total' | 'open' | 'upheld', string | number>>()
    return new Map(
      rows.map((row) => [
        Number(row.id),
        { all: Number(row.total), open: Number(row.open), upheld: Number(row.upheld) },
      ]),
    )
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Publication> {
    return manager
      .createQueryBuilder(Publication, 'publication')
      .leftJoinAndMapOne('publication.school', School, 'school', 'school.id = publication.schoolId')
      .leftJoinAndMapOne('publication.region', Region, 'region', 'region.code = publication.regionCode')
  }
}

/** The office of the place that published it, or the school itself. */
export function mayAnswer(
  { regionCode, schoolId }: Pick<Publication, 'regionCode' | 'schoolId'>,
  actor: Actor,
): boolean {
  return schoolId === null
    ? actor.schoolId === null && regionCode === actor.regionCode
    : actor.schoolId === schoolId
}

/** The region's own, those of the regions above and, for the region's people, those of its schools. A school sees its own and the regions'. */
export function visible<E extends object>(query: SelectQueryBuilder<E>, actor: Actor): SelectQueryBuilder<E> {
  const above = [2, 4, 6].map((length) => actor.regionCode.slice(0, length))
  if (actor.schoolId !== null)
    return query.andWhere(
      '(publication.schoolId = :ownSchool OR (publication.schoolId IS NULL AND publication.regionCode IN (:...above)))',
      { ownSchool: actor.schoolId, above },
    )
  return query.andWhere(
    '(publication.regionCode LIKE :below OR (publication.schoolId IS NULL AND publication.regionCode IN (:...above)))',
    { below: `${actor.regionCode}%`, above },
  )
}
