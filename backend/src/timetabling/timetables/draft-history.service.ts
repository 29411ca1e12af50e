/** Which steps led to a draft as it stands (撤销记录)? Every change of it is written here, inside the change's own transaction. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { type Actor, User } from '../../access/index.js'
import { Section } from '../../catalogue/index.js'
import { Clock } from '../../platform/calendar.js'
import {
  type ChangeKind,
  type DraftChange,
  joinChange,
  type PlacementRow,
  splitChange,
} from './draft-changes.js'
import { TimetableChange } from './timetable-change.entity.js'
import { Timetable } from './timetable.entity.js'
import type { DraftStepOut } from './timetables.dto.js'

export interface Step {
  readonly sequence: number
  readonly kind: string
  readonly change: DraftChange
  readonly madeById: number
  readonly madeAt: Date
}

@Injectable()
export class DraftHistory {
  constructor(private readonly clock: Clock) {}

  /** A new step: what was undone before can no longer be done again. */
  async record(
    tx: EntityManager,
    actor: Pick<Actor, 'userId'>,
    { id, schoolId }: Pick<Timetable, 'id' | 'schoolId'>,
    kind: ChangeKind,
    change: DraftChange,
  ): Promise<void> {
    if (change.gone.length === 0 && change.come.length === 0) return
    await tx.delete(TimetableChange, { timetableId: id, isUndone: true })
    const last = await tx.findOne(TimetableChange, {
      where: { timetableId: id },
      order: { sequence: 'DESC' },
    })
    const common = {
      schoolId,
      timetableId: id,
      sequence: (last?.sequence ?? 0) + 1,
      kind,
      isUndone: false,
      madeById: actor.userId,
      madeAt: this.clock.now(),
    }
    for (const [part, { gone, come }] of splitChange(change).entries())
      await tx.insert(TimetableChange, { ...common, part, before: [...gone], after: [...come] })
  }

  /** The step that would be undone, or done again; null: there is none. */
  async next(manager: EntityManager, timetableId: number, direction: 'undo' | 'redo'): Promise<Step | null> {
    const isUndone = direction === 'redo'
    const found = await manager.findOne(TimetableChange, {
      where: { timetableId, isUndone },
      order: { sequence: isUndone ? 'ASC' : 'DESC' },
    })
    if (!found) return null
    const { sequence, kind, madeById, madeAt } = found
    const parts = await manager.find(TimetableChange, {
      where: { timetableId, sequence },
      order: { part: 'ASC' },
    })
    return {
      sequence,
      kind,
      madeById,
      madeAt,
      change: joinChange(
        parts.map((part) => ({ gone: part.before as PlacementRow[], come: part.after as PlacementRow[] })),
      ),
    }
  }

  async mark(tx: EntityManager, timetableId: number, sequence: number, isUndone: boolean): Promise<void> {
    await tx.update(TimetableChange, { timetableId, sequence }, { isUndone })
  }

  async forget(tx: EntityManager, timetableId: number): Promise<void> {
    await tx.delete(TimetableChange, { timetableId })
  }

  async out(manager: EntityManager, step: Step | null): Promise<DraftStepOut | null> {
    if (!step) return null
    const sectionIds = [
      ...new Set([...step.change.gone, ...step.change.come].map(([sectionId]) => sectionId)),
    ]
    const section = sectionIds.length === 1 ? await manager.findOneBy(Section, { id: sectionIds[0]! }) : null
    const person = await manager.findOneBy(User, { id: step.madeById })
    return {
      kind: step.kind,
      count: Math.max(step.change.gone.length, step.change.come.length),
      sectionName: section?.name ?? null,
      madeByName: person?.displayName ?? '—',
      madeAt: step.madeAt.toISOString(),
    }
  }
}
