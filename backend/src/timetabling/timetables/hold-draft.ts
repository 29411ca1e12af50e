/** Whoever changes, publishes or works out a draft (草稿) at the same time waits for the other. */
import type { EntityManager } from 'typeorm'
import { StateConflict } from '../../platform/errors.js'
import { Timetable } from './timetable.entity.js'

type Draft = Pick<Timetable, 'id' | 'version'>

/** The first statement of every change of a draft. Throws `scheduling.timetable_not_draft`. */
export function raiseDraft(tx: EntityManager, draft: Draft): Promise<void> {
  return hold(tx, draft, 'revision + 1')
}

/** Without a change: what was worked out for the draft stays right. Throws `scheduling.timetable_not_draft`. */
export function holdDraft(tx: EntityManager, draft: Draft): Promise<void> {
  return hold(tx, draft, 'revision')
}

/** Raised only where the draft is still as it was at this revision; answers whether it is. */
export async function raiseUnchangedDraft(tx: EntityManager, id: number, revision: number): Promise<boolean> {
  const raised = await tx
    .createQueryBuilder()
    .update(Timetable)
    .set({ revision: () => 'revision + 1' })
    .where("id = :id AND status = 'draft' AND revision = :revision", { id, revision })
    .execute()
  return raised.affected === 1
}

async function hold(tx: EntityManager, { id, version }: Draft, revision: string): Promise<void> {
  const held = await tx
    .createQueryBuilder()
    .update(Timetable)
    .set({ revision: () => revision })
    .where("id = :id AND status = 'draft'", { id })
    .execute()
  if (held.affected !== 1) throw new StateConflict('scheduling.timetable_not_draft', { version })
}
