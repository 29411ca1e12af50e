/** What does publishing a timetable (发布课程表) make, change and take away, and how is it done all or nothing? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { scoped, unannouncedYears } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { changesRevision, holdChanges } from '../../timetabling/index.js'
import { Session } from '../sessions/session.entity.js'
import { sessionTable } from '../sessions/session.states.js'
import { Timetable, TimetablesService } from '../../timetabling/index.js'
import { closeOpenRequests } from '../substitutions/close-open-requests.js'
import { PublishingPlans } from './publishing-plans.service.js'
import { publishSheet } from './publish-rows.js'
import type { PublishIn, PublishPreviewOut } from './publishing.dto.js'
import { publishRowsOf, unclearedTeachers, unplacedCount } from './publishing-facts.js'
import { writeSessions } from '../sessions/write-sessions.js'

const shownRows = 200

@Injectable()
export class PublishingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly timetables: TimetablesService,
    private readonly plans: PublishingPlans,
  ) {}

  async preview(actor: Actor, id: number): Promise<PublishPreviewOut> {
    const manager = this.database.read
    const timetable = await this.find(manager, actor, id)
    // The revision first: what is changed while the rest is read makes the preview too old, never too new.
    const revision = await changesRevision(manager, timetable.schoolId)
    const { changes, meetings, ...rest } = await this.plans.of(manager, actor, timetable)
    const rows = await publishRowsOf(manager, timetable.schoolId, changes)
    return {
      ...rest,
      previewRevision: revision,
      newCount: changes.added.length,
      changedCount: changes.changed.length,
      removedCount: changes.removed.length,
      calledOffCount: changes.calledOff.length,
      keptCount: changes.keptCount,
      byHandCount: changes.byHand.length,
      clashCount: changes.clashes.length,
      pastCount: changes.pastCount,
      placementCount: meetings.length,
      unplacedCount: await unplacedCount(manager, timetable, meetings),
      uncleared: await unclearedTeachers(manager, timetable.schoolId, changes),
      unannouncedYears: unannouncedYears(rest.fromOn, rest.toOn),
      rows: rows.slice(0, shownRows),
      rowCount: rows.length,
    }
  }

  async sheet(actor: Actor, id: number): Promise<SheetOut> {
    const manager = this.database.read
    const timetable = await this.find(manager, actor, id)
    const { changes } = await this.plans.of(manager, actor, timetable)
    const rows = await publishRowsOf(manager, timetable.schoolId, changes)
    return listSheet(publishSheet, actor.language, rows)
  }

  /** Replaces the published week and makes the dated sessions from now on; what has begun stays untouched. */
  async publish(actor: Actor, id: number, { comment, previewRevision, ...seen }: PublishIn): Promise<void> {
    const { schoolId, termId } = await this.find(this.database.read, actor, id)
    const formerId = await this.timetables.publishedId(this.database.read, { schoolId, termId })
    await this.database.transaction(async (tx) => {
      // Both come before any read of this transaction: who publishes, places or changes a session at the same time waits here.
      const held = await holdChanges(tx, schoolId)
      const found = await this.timetables.putInForce(tx, actor, id, { comment, seen, formerId })
      if (previewRevision !== undefined && held.revision !== previewRevision + 1)
        throw new StateConflict('scheduling.changed_since_preview')
      const { changes, meetings } = await this.plans.of(tx, actor, found)
      if (meetings.length === 0) throw new RuleBroken('scheduling.nothing_placed')
      await writeSessions(tx, found, changes)
      const calledOff = changes.calledOff.filter((session) => session.status === 'planned')
      await this.callOff(
        tx,
        actor,
        calledOff.map((session) => session.id),
      )
      const counts = {
        added: changes.added.length,
        changed: changes.changed.length,
        removed: changes.removed.length,
        calledOff: changes.calledOff.length,
        kept: changes.keptCount,
      }
      await this.audit.record(tx, actor, {
        action: 'timetable.make_sessions',
        entity: 'timetable',
        entityId: id,
        schoolId: found.schoolId,
        after: counts,
      })
    })
  }

  private async callOff(tx: EntityManager, actor: Actor, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return
    const comment =
      actor.language === 'zh'
        ? '课程表改版，这一课次不再安排'
        : 'The new timetable no longer has this session'
    await closeOpenRequests(tx, this.transitions, this.clock, actor, ids, comment)
    const sessions = await this.transitions.takeAll(tx, Session, ids, (each) =>
      tx.findBy(Session, { id: In([...each]) }),
    )
    await this.transitions.moveMany(tx, sessionTable, Session, sessions, 'cancel', actor, {
      comment,
      set: { reason: comment },
    })
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Timetable> {
    const timetable = await scoped(manager.createQueryBuilder(Timetable, 'timetable'), actor)
      .andWhere('timetable.id = :id', { id })
      .getOne()
    if (!timetable) throw new NotFound('timetable', id)
    return timetable
  }
}
