import type { EntityManager } from 'typeorm'
import { RunPlacement } from './run-placement.entity.js'
import { TimetableRun } from './timetable-run.entity.js'

/** What was worked out for a draft goes with it. */
export async function forgetRuns(tx: EntityManager, timetableId: number): Promise<void> {
  await tx
    .createQueryBuilder()
    .delete()
    .from(RunPlacement)
    .where('runId IN (SELECT id FROM timetable_run WHERE timetableId = :timetableId)', { timetableId })
    .execute()
  await tx.delete(TimetableRun, { timetableId })
}
