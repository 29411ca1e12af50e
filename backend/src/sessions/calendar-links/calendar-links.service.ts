/** Which calendar programs may read whose week (日历订阅)? The address is the secret; it is shown once and can be revoked. */
import { Injectable } from '@nestjs/common'
import { createHash, randomBytes } from 'node:crypto'
import { toString as qrToString } from 'qrcode'
import { type EntityManager, type EntityTarget, In, type SelectQueryBuilder } from 'typeorm'
import { type Actor, User } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { HomeClass, Room, School, SchoolScope, scoped } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Clock } from '../../platform/calendar.js'
import { Config } from '../../platform/config.js'
import { Database } from '../../platform/database/database.js'
import { Forbidden, NotFound, StateConflict } from '../../platform/errors.js'
import { cases, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { ownActiveTeacher } from '../sessions/own-teacher.js'
import { CalendarLink, type LinkKind } from './calendar-link.entity.js'
import {
  type CalendarLinkListQuery,
  type CalendarLinkOut,
  type CreateCalendarLinkIn,
  type LinkNames,
  type NewCalendarLinkOut,
  toCalendarLinkOut,
} from './calendar-links.dto.js'

const links: Listing<CalendarLinkListQuery> = {
  sortable: {
    createdAt: 'link.createdAt',
    kind: 'link.kind',
    lastReadAt: 'link.lastReadAt',
    id: 'link.id',
  },
  filters: {
    schoolId: equals('link.schoolId'),
    kind: equals('link.kind'),
    isRevoked: cases({ true: 'link.revokedAt IS NOT NULL', false: 'link.revokedAt IS NULL' }),
  },
}
const ownersOf: Record<LinkKind, EntityTarget<{ id: number; name: string }>> = {
  teacher: Teacher,
  room: Room,
  home_class: HomeClass,
  school: School,
}

export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

@Injectable()
export class CalendarLinksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
    private readonly config: Config,
  ) {}

  async list(actor: Actor, list: CalendarLinkListQuery): Promise<Page<CalendarLinkOut>> {
    const page = await paged(
      await this.mine(this.database.read, actor),
      { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') },
      links,
      (link) => link,
    )
    const names = await this.names(this.database.read, page.items)
    return { ...page, items: page.items.map((link) => toCalendarLinkOut(link, names(link))) }
  }

  async create(actor: Actor, { kind, ownerId }: CreateCalendarLinkIn): Promise<NewCalendarLinkOut> {
    const token = randomBytes(32).toString('base64url')
    const out = await this.database.transaction(async (tx) => {
      const schoolId = await this.schoolOf(tx, actor, kind, ownerId)
      const link = await tx.save(
        tx.create(CalendarLink, {
          schoolId,
          kind,
          ownerId,
          tokenHash: tokenHashOf(token),
          language: actor.language,
          createdById: actor.userId,
          createdAt: this.clock.now(),
          revokedAt: null,
          lastReadAt: null,
        }),
      )
      await this.audit.record(tx, actor, {
        action: 'calendar_link.create',
        entity: 'calendar_link',
        entityId: link.id,
        schoolId,
        after: { kind, ownerId },
      })
      return toCalendarLinkOut(link, (await this.names(tx, [link]))(link))
    })
    const address = `${this.config.publicUrl}/api/calendar/${token}.ics`
    // A phone that opens this form offers to subscribe; under the other it would only take a copy.
    return {
      ...out,
      address,
      qrSvg: await qrToString(address.replace(/^https?:/, 'webcal:'), {
        type: 'svg',
        margin: 0,
        errorCorrectionLevel: 'M',
      }),
    }
  }

  /** From now on the address answers as if it had never been. */
  async revoke(actor: Actor, id: number): Promise<CalendarLinkOut> {
    return this.database.transaction(async (tx) => {
      const link = await (await this.mine(tx, actor)).andWhere('link.id = :id', { id }).getOne()
      if (!link) throw new NotFound('calendar_link', id)
      const revokedAt = this.clock.now()
      const done = await tx
        .createQueryBuilder()
        .update(CalendarLink)
        .set({ revokedAt })
        .where('id = :id AND revokedAt IS NULL', { id })
        .execute()
      if (done.affected !== 1) throw new StateConflict('scheduling.calendar_link_revoked')
      await this.audit.record(tx, actor, {
        action: 'calendar_link.revoke',
        entity: 'calendar_link',
        entityId: id,
        schoolId: link.schoolId,
        before: { kind: link.kind, ownerId: link.ownerId },
      })
      return toCalendarLinkOut({ ...link, revokedAt }, (await this.names(tx, [link]))(link))
    })
  }

  /** A teacher sees and revokes the links to the own week only; who arranges the week, all of the school. */
  private async mine(manager: EntityManager, actor: Actor): Promise<SelectQueryBuilder<CalendarLink>> {
    const query = scoped(manager.createQueryBuilder(CalendarLink, 'link'), actor)
    if (!arranges(actor))
      query.andWhere("link.kind = 'teacher' AND link.ownerId = :ownTeacherId", {
        ownTeacherId: (await ownActiveTeacher(manager, actor))?.id ?? 0,
      })
    return query
  }

  private async schoolOf(tx: EntityManager, actor: Actor, kind: LinkKind, ownerId: number): Promise<number> {
    if (kind === 'school') await this.schools.require(actor, ownerId, tx)
    const query = {
      teacher: () => tx.createQueryBuilder(Teacher, 'owner'),
      room: () => tx.createQueryBuilder(Room, 'owner'),
      home_class: () => tx.createQueryBuilder(HomeClass, 'owner'),
    }
    const found =
      kind === 'school'
        ? { schoolId: ownerId }
        : await scoped<Teacher | Room | HomeClass>(query[kind](), actor)
            .andWhere('owner.id = :ownerId', { ownerId })
            .getOne()
    if (!found) throw new NotFound(kind, ownerId)
    if (!arranges(actor) && !(kind === 'teacher' && (await ownActiveTeacher(tx, actor))?.id === ownerId))
      throw new Forbidden('scheduling.calendar_link_not_yours')
    return found.schoolId
  }

  // One query for each kind of owner on the page, and one for who made them.
  private async names(
    manager: EntityManager,
    links: readonly CalendarLink[],
  ): Promise<(link: CalendarLink) => LinkNames> {
    const kinds = [...new Set(links.map((link) => link.kind))]
    const owners = new Map(
      (
        await Promise.all(
          kinds.map(async (kind) => {
            const found = await manager.findBy(ownersOf[kind], {
              id: In(links.filter((link) => link.kind === kind).map((link) => link.ownerId)),
            })
            return found.map(({ id, name }) => [`${kind}${id}`, name] as const)
          }),
        )
      ).flat(),
    )
    const makers = new Map(
      (await manager.findBy(User, { id: In(links.map((link) => link.createdById)) })).map((user) => [
        user.id,
        user.displayName,
      ]),
    )
    return ({ kind, ownerId, createdById }) => ({
      ownerName: owners.get(`${kind}${ownerId}`) ?? '',
      createdByName: makers.get(createdById) ?? '',
    })
  }
}

const arranges = (actor: Actor): boolean => actor.permissions.has('timetable.write')
