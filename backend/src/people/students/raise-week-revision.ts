/** Two changes of one student's week (课后安排) wait for one another: whoever changes it raises this number first. */
import type { EntityManager } from 'typeorm'
import { Student } from './student.entity.js'

/** Which students: by their ids, or by a query that gives the ids. */
export type WhichStudents = readonly number[] | { readonly query: string; readonly parameters: object }

/**
 * Holds the students' rows until the transaction ends; students of other schools are left alone. One statement that
 * reads nothing, so that what the transaction reads afterwards is what the others before it have left.
 */
export async function raiseWeekRevision(
  tx: EntityManager,
  schoolId: number,
  which: WhichStudents,
): Promise<void> {
  if ('length' in which && which.length === 0) return
  const ids = 'length' in which ? ':...studentIds' : which.query
  const parameters = 'length' in which ? { studentIds: [...which] } : which.parameters
  await tx
    .createQueryBuilder()
    .update(Student)
    .set({ weekRevision: () => 'weekRevision + 1' })
    .where(`schoolId = :schoolId AND id IN (${ids})`, { schoolId, ...parameters })
    .execute()
}
