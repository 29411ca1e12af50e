/** Undo, do again, clear, take over (撤销、重做、清空、采用): steps that change many placements of a draft at once. */
import { raiseDraft } from './hold-draft.js'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Section } from '../../catalogue/index.js'
import { HomeClass, Room, scoped } from '../../organisation/index.js'
import { Teacher } from '../../people/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, StateConflict } from '../../platform/errors.js'
import { type Coded, Sentences } from '../../platform/sentences.js'
import { Slot } from '../slots/slot.entity.js'
import { ChildrenWatch } from './children-watch.js'
import { type Clash, clashesOf, type Placed } from './clashes.js'
import { refusal } from './clash-sentences.js'
import {
  backwards,
  changeBetween,
  type DraftChange,
  fromRow,
  type PlacementRow,
  rowKey,
  toRow,
} from './draft-changes.js'
import { DraftHistory } from './draft-history.service.js'
import { Placement } from './placement.entity.js'
import { busyChildren, sharedChildren } from './shared-children.js'
import { Timetable } from './timetable.entity.js'
import type { DraftStepDoneOut } from './timetables.dto.js'

const batch = 500

@Injectable()
export class DraftStepsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly history: DraftHistory,
    private readonly children: ChildrenWatch,
    private readonly sentences: Sentences,
  ) {}

  undo(actor: Actor, id: number): Promise<DraftStepDoneOut> {
    return this.step(actor, id, 'undo')
  }

  redo(actor: Actor, id: number): Promise<DraftStepDoneOut> {
    return this.step(actor, id, 'redo')
  }

  /** Takes out everything that is not locked; can be undone. */
  async clear(actor: Actor, id: number): Promise<DraftStepDoneOut> {
    const timetable = await this.find(actor, id)
    return this.database.transaction(async (tx) => {
      await raiseDraft(tx, timetable)
      const gone = (await tx.findBy(Placement, { timetableId: id, isLocked: false })).map(toRow)
      if (gone.length === 0) throw new StateConflict('scheduling.nothing_to_clear')
      await this.apply(tx, actor, timetable, { gone, come: [] })
      await this.history.record(tx, actor, timetable, 'clear', { gone, come: [] })
      await this.audit.record(tx, actor, {
        action: 'timetable.clear',
        entity: 'timetable',
        entityId: id,
        schoolId: timetable.schoolId,
        after: { takenOut: gone.length },
      })
      return { kind: 'clear', goneCount: gone.length, comeCount: 0 }
    })
  }

  /** Makes the draft exactly these rows, as one step that can be undone. The caller holds the draft. */
  async replace(
    tx: EntityManager,
    actor: Actor,
    timetable: Timetable,
    rows: readonly PlacementRow[],
  ): Promise<DraftChange> {
    const change = changeBetween((await tx.findBy(Placement, { timetableId: timetable.id })).map(toRow), rows)
    await this.apply(tx, actor, timetable, change)
    await this.history.record(tx, actor, timetable, 'accept_run', change)
    return change
  }

  private async step(actor: Actor, id: number, direction: 'undo' | 'redo'): Promise<DraftStepDoneOut> {
    const timetable = await this.find(actor, id)
    return this.database.transaction(async (tx) => {
      await raiseDraft(tx, timetable)
      const step = await this.history.next(tx, id, direction)
      if (!step) throw new StateConflict(`scheduling.nothing_to_${direction}`)
      const change = direction === 'undo' ? backwards(step.change) : step.change
      await this.apply(tx, actor, timetable, change)
      await this.history.mark(tx, id, step.sequence, direction === 'undo')
      const after = { kind: step.kind, gone: change.gone.length, come: change.come.length }
      await this.audit.record(tx, actor, {
        action: `timetable.${direction}`,
        entity: 'timetable',
        entityId: id,
        schoolId: timetable.schoolId,
        after,
      })
      return { kind: step.kind, goneCount: after.gone, comeCount: after.come }
    })
  }

  // What goes must stand as it was left, and what comes must still be possible: rooms, people and children may have changed since.
  private async apply(
    tx: EntityManager,
    actor: Actor,
    timetable: Timetable,
    { gone, come }: DraftChange,
  ): Promise<void> {
    for (const sectionId of [...new Set(come.map(([id]) => id))].sort((a, b) => a - b))
      await this.children.hold(tx, timetable.schoolId, sectionId)
    const current = await tx.findBy(Placement, { timetableId: timetable.id })
    const byKey = new Map(current.map((placement) => [rowKey(toRow(placement)), placement.id]))
    const ids = gone.map((row) => byKey.get(rowKey(row)))
    if (ids.some((each) => each === undefined))
      throw this.doesNotFit(actor, { code: 'scheduling.step_rows_differ', params: {} })
    for (let start = 0; start < ids.length; start += batch)
      await tx.delete(Placement, { id: In(ids.slice(start, start + batch)) })
    if (come.length === 0) return
    const isGone = new Set(ids)
    const staying = current.filter((placement) => !isGone.has(placement.id))
    const placed = await this.named(tx, actor, timetable, [
      ...staying.map((row) => ({ ...row })),
      ...come.map((row, index) => ({ id: -1 - index, ...fromRow(row) })),
    ])
    await this.refuseClashes(tx, actor, timetable, placed)
    const rows = placed.filter((each) => each.id < 0)
    for (let start = 0; start < rows.length; start += batch) {
      await tx.insert(
        Placement,
        rows
          .slice(start, start + batch)
          .map(({ id, sectionId, slotId, teacherId, roomId, homeClassId, weeks, startsOn, endsOn }) => ({
            schoolId: timetable.schoolId,
            timetableId: timetable.id,
            sectionId,
            slotId,
            teacherId,
            roomId,
            homeClassId,
            weeks,
            startsOn,
            endsOn,
            isLocked: come[-1 - id]![7],
          })),
      )
    }
  }

  private async refuseClashes(
    tx: EntityManager,
    actor: Actor,
    timetable: Timetable,
    placed: readonly Placed[],
  ): Promise<void> {
    const shared = sharedChildren(await this.children.profiles(tx, timetable.schoolId, timetable.termId))
    const bySlot = new Map<number, Placed[]>()
    for (const each of placed) bySlot.set(each.slotId, [...(bySlot.get(each.slotId) ?? []), each])
    for (const each of placed.filter(({ id }) => id < 0)) {
      const beside = bySlot.get(each.slotId)!
      const clash: Clash | undefined = clashesOf(
        each,
        beside,
        busyChildren(beside, shared, each.sectionId),
      )[0]
      if (!clash) continue
      const slot = await tx.findOneByOrFail(Slot, { id: each.slotId })
      throw this.doesNotFit(actor, refusal(clash, slot, actor.language))
    }
  }

  // Names around the rows; a section that was closed or a teacher who left since refuses the step.
  private async named(
    tx: EntityManager,
    actor: Actor,
    timetable: Timetable,
    rows: readonly Omit<
      Placed,
      'sectionName' | 'teacherName' | 'roomName' | 'homeClassId' | 'homeClassName'
    >[],
  ): Promise<Placed[]> {
    const of = { schoolId: timetable.schoolId }
    const byId = <T extends { id: number }>(all: readonly T[]) => new Map(all.map((each) => [each.id, each]))
    const sections = byId(await tx.findBy(Section, { ...of, termId: timetable.termId }))
    const teachers = byId(await tx.findBy(Teacher, of))
    const rooms = byId(await tx.findBy(Room, of))
    const slots = byId(await tx.findBy(Slot, { ...of, termId: timetable.termId }))
    const classes = byId(await tx.findBy(HomeClass, of))
    return rows.map((row) => {
      const [section, teacher, room] = [
        sections.get(row.sectionId),
        teachers.get(row.teacherId),
        rooms.get(row.roomId),
      ]
      const missing =
        row.id >= 0
          ? null
          : !section?.isActive
            ? (section?.name ?? '?')
            : !teacher?.isActive
              ? (teacher?.name ?? '?')
              : !room || !slots.has(row.slotId)
                ? section.name
                : null
      if (missing !== null)
        throw this.doesNotFit(actor, { code: 'scheduling.step_thing_missing', params: { name: missing } })
      const homeClassId = section?.homeClassId ?? null
      return {
        ...row,
        sectionName: section?.name ?? '',
        teacherName: teacher?.name ?? '',
        roomName: room?.name ?? '',
        homeClassId,
        homeClassName: (homeClassId === null ? null : classes.get(homeClassId)?.name) ?? null,
      }
    })
  }

  private doesNotFit(actor: Actor, why: Coded): StateConflict {
    return new StateConflict('scheduling.step_does_not_fit', {
      why: this.sentences.say(why, actor.language),
    })
  }

  private async find(actor: Actor, id: number): Promise<Timetable> {
    const timetable = await scoped(this.database.read.createQueryBuilder(Timetable, 'timetable'), actor)
      .andWhere('timetable.id = :id', { id })
      .getOne()
    if (!timetable) throw new NotFound('timetable', id)
    return timetable
  }
}
