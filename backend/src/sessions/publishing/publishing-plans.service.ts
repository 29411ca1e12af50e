/** What would publishing this timetable change from now on (发布前的变动清单)? Read only; for the preview and for the act. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Section } from '../../catalogue/index.js'
import { CalendarService } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Clock, localTimeOf } from '../../platform/calendar.js'
import { RuleBroken } from '../../platform/errors.js'
import {
  canMeet,
  ChildrenWatch,
  Placement,
  printWhen,
  sharedChildren,
  sharedOn,
  type Slot,
  slotProblem,
  slotRefused,
  SlotsService,
  type Timetable,
} from '../../timetabling/index.js'
import { Session } from '../sessions/session.entity.js'
import {
  type Attending,
  type ExistingSession,
  isByHand,
  type Meeting,
  planSessions,
  type SessionChanges,
} from './plan-sessions.js'
import { attachedSessions } from './publishing-facts.js'

export interface PublishingPlan {
  readonly changes: SessionChanges
  readonly fromOn: string
  readonly toOn: string
  readonly schoolDayCount: number
  readonly meetings: readonly Meeting[]
}

@Injectable()
export class PublishingPlans {
  constructor(
    private readonly clock: Clock,
    private readonly calendar: CalendarService,
    private readonly slots: SlotsService,
    private readonly children: ChildrenWatch,
  ) {}

  /** Throws when a slot is against the policy by now, a teacher has left, or children would be in two places. */
  async of(manager: EntityManager, actor: Actor, timetable: Timetable): Promise<PublishingPlan> {
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
    if (problem) throw slotRefused(problem, actor)
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
}
