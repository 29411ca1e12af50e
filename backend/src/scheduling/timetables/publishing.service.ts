/** What does publishing a timetable (发布课程表) make, change and take away, and how is it done all or nothing? */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, Not } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { Section } from '../../catalogue/index.js'
import { CalendarService, scoped } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Clock, localTimeOf } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { listSheet, type SheetOut } from '../../platform/sheets/index.js'
import { changesRevision, holdChanges } from '../sessions/hold-changes.js'
import { Session } from '../sessions/session.entity.js'
import { sessionTable } from '../sessions/session.states.js'
import { slotProblem } from '../slots/ban-1.js'
import { printWhen } from '../slots/print-when.js'
import type { Slot } from '../slots/slot.entity.js'
import { refused, SlotsService } from '../slots/slots.service.js'
import { closeOpenRequests } from '../substitutions/close-open-requests.js'
import { ChildrenWatch, sharedOn } from './children-watch.js'
import { canMeet } from './clashes.js'
import { Placement } from './placement.entity.js'
import {
  type Attending,
  type ExistingSession,
  isByHand,
  type Meeting,
  planSessions,
  type SessionChanges,
} from './plan-sessions.js'
import { publishSheet } from './publish-rows.js'
import type { PublishIn, PublishPreviewOut } from './publishing.dto.js'
import { sharedChildren } from './shared-children.js'
import { attachedSessions, publishRowsOf, unclearedTeachers, unplacedCount } from './publishing-facts.js'
import { Timetable } from './timetable.entity.js'
import { timetableTable } from './timetable.states.js'
import { writeSessions } from './write-sessions.js'

const shownRows = 200

interface Plan {
  readonly changes: SessionChanges
  readonly fromOn: string
  readonly toOn: string
  readonly schoolDayCount: number
  readonly meetings: readonly Meeting[]
}

@Injectable()
export class PublishingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly calendar: CalendarService,
    private readonly slots: SlotsService,
    private readonly children: ChildrenWatch,
  ) {}

  async preview(actor: Actor, id: number): Promise<PublishPreviewOut> {
    const manager = this.database.read
    const timetable = await this.find(manager, actor, id)
    // The revision first: what is changed while the rest is read makes the preview too old, never too new.
    const revision = await changesRevision(manager, timetable.schoolId)
    const { changes, meetings, ...rest } = await this.plan(manager, actor, timetable)
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
      rows: rows.slice(0, shownRows),
      rowCount: rows.length,
    }
  }

  async sheet(actor: Actor, id: number): Promise<SheetOut> {
    const manager = this.database.read
    const timetable = await this.find(manager, actor, id)
    const { changes } = await this.plan(manager, actor, timetable)
    return listSheet(publishSheet, actor.language, await publishRowsOf(manager, timetable.schoolId, changes))
  }

  /** Replaces the published week and makes the dated sessions from now on; what has begun stays untouched. */
  async publish(actor: Actor, id: number, { comment, previewRevision, ...seen }: PublishIn): Promise<void> {
    const { schoolId, termId } = await this.find(this.database.read, actor, id)
    const before = await this.publishedId(this.database.read, { schoolId, termId })
    await this.database.transaction(async (tx) => {
      // Both come before any read of this transaction: who publishes, places or changes a session at the same time waits here.
      const held = await holdChanges(tx, schoolId)
      const found = await this.transitions.take(tx, timetableTable, Timetable, id, 'publish', actor, {
        read: () => this.find(tx, actor, id),
        seen,
      })
      await this.transitions.move(tx, timetableTable, Timetable, found, 'publish', actor, {
        comment,
        set: { publishedAt: this.clock.now() },
      })
      if ((await this.publishedId(tx, found, id)) !== before)
        throw new StateConflict('scheduling.published_meanwhile')
      if (previewRevision !== undefined && held.revision !== previewRevision + 1)
        throw new StateConflict('scheduling.changed_since_preview')
      const [former] = await this.transitions.takeAll(
        tx,
        Timetable,
        before === null ? [] : [before],
        ([each]) => tx.findBy(Timetable, { id: each! }),
      )
      if (former) await this.transitions.move(tx, timetableTable, Timetable, former, 'supersede', actor)
      const { changes, meetings } = await this.plan(tx, actor, found)
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

  private async plan(manager: EntityManager, actor: Actor, timetable: Timetable): Promise<Plan> {
    const { schoolId, termId } = timetable
    const term = await this.calendar.requireTerm(actor, termId, manager)
    const today = this.clock.today()
    const fromOn = today > term.startsOn ? today : term.startsOn
    const fromTime = today === fromOn ? localTimeOf(this.clock.now()) : '00:00'
    const days = await this.calendar.schoolDays(manager, termId, fromOn)
    const meetings = await this.meetings(manager, actor, timetable)
    const attached = await attachedSessions(manager, schoolId)
    const existing = (await manager.find(Session, { where: { schoolId, termId } })).map((session) => ({
      ...session,
      isAttached: attached.has(session.id),
    }))
    const attending = await this.attending(manager, schoolId, meetings, existing)
    return {
      changes: planSessions({
        meetings,
        days,
        existing,
        termStartsOn: term.startsOn,
        fromOn,
        fromTime,
        attending,
      }),
      fromOn,
      toOn: term.endsOn,
      schoolDayCount: days.length,
      meetings,
    }
  }

  // Of the sections of sessions changed by hand only: the others are kept apart where they are placed.
  private async attending(
    manager: EntityManager,
    schoolId: number,
    meetings: readonly Meeting[],
    existing: readonly ExistingSession[],
  ): Promise<Attending> {
    const homeClasses = new Map(
      (await manager.findBy(Section, { schoolId })).map((section) => [section.id, section.homeClassId]),
    )
    const changed = existing
      .filter((session) => session.status === 'planned' && isByHand(session))
      .map((session) => session.sectionId)
    const shared = await this.children.sharing(
      manager,
      [...new Set(changed)],
      [...new Set([...changed, ...meetings.map((meeting) => meeting.sectionId)])],
    )
    return {
      homeClassOf: (sectionId) => homeClasses.get(sectionId) ?? null,
      share: (sectionId, otherId, on) => sharedOn(shared, sectionId, otherId, on) > 0,
    }
  }

  // A slot may have been right once and wrong since: the policy is asked again for each, and who has left teaches no more.
  private async meetings(manager: EntityManager, actor: Actor, timetable: Timetable): Promise<Meeting[]> {
    const { id, schoolId, termId } = timetable
    const placements = await manager.find(Placement, { where: { timetableId: id } })
    const slots = new Map((await this.slots.ofTerm(manager, schoolId, termId)).map((slot) => [slot.id, slot]))
    const facts = await this.slots.facts(manager, actor, schoolId, termId)
    const used = new Set(placements.map((placement) => placement.slotId))
    const problem = [...slots.values()]
      .filter((slot) => used.has(slot.id))
      .map((slot) => slotProblem(slot, facts))
      .find((each) => each !== null)
    if (problem) throw refused(problem, actor)
    await this.refuseWhoHasLeft(manager, placements)
    await this.refuseChildrenTwice(manager, timetable, placements, slots, actor)
    return placements.map(({ sectionId, slotId, teacherId, roomId, weeks, startsOn, endsOn }) => {
      const { weekday, startTime, endTime } = slots.get(slotId) as Slot
      return { sectionId, slotId, teacherId, roomId, weekday, startTime, endTime, weeks, startsOn, endsOn }
    })
  }

  private async refuseWhoHasLeft(manager: EntityManager, placements: readonly Placement[]): Promise<void> {
    if (placements.length === 0) return
    const gone = await manager.findBy(Teacher, {
      id: In([...new Set(placements.map((placement) => placement.teacherId))]),
      isActive: false,
    })
    if (gone.length === 0) return
    const ids = new Set(gone.map((teacher) => teacher.id))
    const sections = await manager.findBy(Section, {
      id: In([
        ...new Set(
          placements
            .filter((placement) => ids.has(placement.teacherId))
            .map((placement) => placement.sectionId),
        ),
      ]),
    })
    throw new RuleBroken('scheduling.placed_teacher_has_left', {
      teachers: gone.map((teacher) => teacher.name).join('、'),
      sections: sections.map((section) => section.name).join('、'),
    })
  }

  // Placing looks at the children of that day; who has been enrolled since was held against the published week only.
  private async refuseChildrenTwice(
    manager: EntityManager,
    { schoolId, termId }: Timetable,
    placements: readonly Placement[],
    slots: ReadonlyMap<number, Slot>,
    { language }: Actor,
  ): Promise<void> {
    const today = this.clock.today()
    const shared = sharedChildren(await this.children.profiles(manager, schoolId, termId))
    const bySlot = new Map<number, Placement[]>()
    for (const placement of placements)
      if (placement.endsOn === null || placement.endsOn >= today)
        bySlot.set(placement.slotId, [...(bySlot.get(placement.slotId) ?? []), placement])
    for (const [slotId, together] of bySlot) {
      for (const one of together) {
        const other = together.find(
          (each) => each.id > one.id && shared.get(one.sectionId)?.has(each.sectionId) && canMeet(one, each),
        )
        if (!other) continue
        const sections = new Map(
          (await manager.findBy(Section, { id: In([one.sectionId, other.sectionId]) })).map((section) => [
            section.id,
            section.name,
          ]),
        )
        throw new RuleBroken('scheduling.placed_children_twice', {
          count: shared.get(one.sectionId)!.get(other.sectionId)!,
          section: sections.get(one.sectionId) ?? '',
          other: sections.get(other.sectionId) ?? '',
          when: printWhen(slots.get(slotId)!, language),
        })
      }
    }
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

  private async publishedId(
    manager: EntityManager,
    { schoolId, termId }: Pick<Timetable, 'schoolId' | 'termId'>,
    butId?: number,
  ): Promise<number | null> {
    const found = await manager.findOneBy(Timetable, {
      schoolId,
      termId,
      status: 'published',
      ...(butId === undefined ? {} : { id: Not(butId) }),
    })
    return found?.id ?? null
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Timetable> {
    const timetable = await scoped(manager.createQueryBuilder(Timetable, 'timetable'), actor)
      .andWhere('timetable.id = :id', { id })
      .getOne()
    if (!timetable) throw new NotFound('timetable', id)
    return timetable
  }
}
