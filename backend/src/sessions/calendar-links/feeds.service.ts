/** What does a calendar program read under a secret address (订阅内容)? Names of teachers and rooms, never of children. */
import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import { In, type EntityManager } from 'typeorm'
import { Attempts, limits } from '../../access/index.js'
import { AuditEntry } from '../../audit/index.js'
import { HomeClass, Room, School } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { addDays, Clock, instantPlusMinutes } from '../../platform/calendar.js'
import { Config } from '../../platform/config.js'
import { DatabaseUnavailable } from '../../platform/database/database-errors.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { Timetable } from '../../timetabling/index.js'
import { cellsOf, type Owner } from '../views/cells.js'
import { loadSessions } from '../views/load-sessions.js'
import type { ViewCellOut } from '../views/views.dto.js'
import { say } from '../views/change-lines.js'
import { CalendarLink, type LinkKind } from './calendar-link.entity.js'
import { tokenHashOf } from './calendar-links.service.js'
import { type Change, toEvent } from './to-event.js'
import { writeCalendar } from './write-calendar.js'

const daysBack = 31
// A whole school's sessions of a term would be megabytes each hour for each reader.
const daysAhead: Record<LinkKind, number> = { teacher: 200, room: 200, home_class: 200, school: 45 }

interface Feed {
  readonly owner: Owner
  readonly name: string
  readonly schoolName: string
}

@Injectable()
export class FeedsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly attempts: Attempts,
  ) {}

  /**
   * What stands under `<token>.ics`, with a mark that changes when it does. Throws NotFound, and TooMany for a place that
   * goes on guessing.
   */
  async read(file: string, place: string): Promise<{ text: string; etag: string }> {
    const token = /^([\w-]{43})\.ics$/.exec(file)?.[1]
    const text = token ? await this.calendarOf(token) : null
    if (text === null) {
      // Programs of hundreds of phones read behind one address: only addresses that are none count.
      await this.attempts.reserve(limits.feed, place)
      throw new NotFound('calendar')
    }
    return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` }
  }

  /**
   * In the language of the person whose link it is: the program that fetches it speaks its maker's.
   * Null for what was revoked as for what never was.
   */
  private async calendarOf(token: string): Promise<string | null> {
    const manager = this.database.read
    const link = await manager.findOneBy(CalendarLink, { tokenHash: tokenHashOf(token) })
    const feed = link && link.revokedAt === null ? await this.feed(manager, link) : null
    if (!link || !feed) return null
    const { language } = link
    await this.noteReading(link)
    const today = this.clock.today()
    const span = { fromOn: addDays(today, -daysBack), toOn: addDays(today, daysAhead[link.kind]) }
    // Where it was planned but is not any more, a calendar shows nothing.
    const cells = cellsOf(
      await loadSessions(manager, link.schoolId, feed.owner, span),
      feed.owner,
      span,
    ).filter((cell) => !cell.isElsewhere)
    const [changes, published] = [await this.changes(manager, cells), await this.published(manager, link)]
    const events = cells.map((cell) =>
      toEvent(cell, {
        kind: feed.owner.kind,
        schoolName: feed.schoolName,
        host: new URL(this.config.publicUrl).host,
        language,
        published,
        changed: changes.get(cell.sessionId) ?? null,
      }),
    )
    return writeCalendar(feed.name, events)
  }

  private async feed(
    manager: EntityManager,
    { kind, ownerId, schoolId, language }: CalendarLink,
  ): Promise<Feed | null> {
    const school = await manager.findOneBy(School, { id: schoolId, isActive: true })
    if (!school) return null
    const schoolName = language === 'en' ? (school.nameEn ?? school.name) : school.name
    const feed = (owner: Owner, name: string): Feed => ({
      owner,
      name: say(language, `${name} 课后服务`, `${name}: after-school service`),
      schoolName,
    })
    if (kind === 'school') return feed({ kind, id: schoolId, grade: null }, schoolName)
    if (kind === 'teacher') {
      // Who has left the school reads no further.
      const teacher = await manager.findOneBy(Teacher, { id: ownerId, schoolId, isActive: true })
      return teacher && feed({ kind, id: ownerId, grade: null }, teacher.name)
    }
    const found =
      kind === 'room'
        ? await manager.findOneBy(Room, { id: ownerId, schoolId })
        : await manager.findOneBy(HomeClass, { id: ownerId, schoolId })
    return (
      found &&
      feed(
        {
          kind: kind === 'room' ? 'room' : 'home-class',
          id: ownerId,
          grade: 'grade' in found ? found.grade : null,
        },
        found.name,
      )
    )
  }

  /** How often, and when last, somebody changed each of the sessions. */
  private async changes(manager: EntityManager, cells: readonly ViewCellOut[]): Promise<Map<number, Change>> {
    const rows = await manager
      .createQueryBuilder(AuditEntry, 'entry')
      .select('entry.entityId', 'id')
      .addSelect('COUNT(*)', 'count')
      .addSelect('MAX(entry.id)', 'lastId')
      .where("entry.entity = 'session' AND entry.entityId IN (:...ids)", {
        ids: [0, ...cells.map((cell) => cell.sessionId)],
      })
      .groupBy('entry.entityId')
      .getRawMany<Record<'id' | 'count' | 'lastId', string | number>>()
    const entries = await manager.find(AuditEntry, {
      select: { id: true, at: true },
      where: { id: In(rows.map((row) => Number(row.lastId))) },
    })
    const atOf = new Map(entries.map(({ id, at }) => [id, at]))
    return new Map(
      rows.map(({ id, count, lastId }) => [
        Number(id),
        { count: Number(count), at: atOf.get(Number(lastId))! },
      ]),
    )
  }

  /** The versions of the published timetables, which only rise, and when the last of them was published. */
  private async published(manager: EntityManager, { schoolId, createdAt }: CalendarLink): Promise<Change> {
    const timetables = await manager.findBy(Timetable, { schoolId, status: 'published' })
    return timetables.reduce(
      (latest, { version, publishedAt }) => ({
        count: latest.count + version,
        at: publishedAt !== null && publishedAt > latest.at ? publishedAt : latest.at,
      }),
      { count: 0, at: createdAt },
    )
  }

  // Programs ask each hour or oftener; a write each time would tell nothing more.
  private async noteReading({ id, lastReadAt }: CalendarLink): Promise<void> {
    const now = this.clock.now()
    const hourAgo = instantPlusMinutes(now, -60)
    if (lastReadAt !== null && lastReadAt > hourAgo) return
    const note = this.database.transaction((tx) =>
      tx
        .createQueryBuilder()
        .update(CalendarLink)
        .set({ lastReadAt: now })
        .where('id = :id AND (lastReadAt IS NULL OR lastReadAt <= :hourAgo)', { id, hourAgo })
        .execute(),
    )
    // Who reads gets the calendar also while nothing can be written.
    await note.catch((error: unknown) => {
      if (!(error instanceof DatabaseUnavailable)) throw error
    })
  }
}
