/** How many pupils do these classes have now (在读学生)? A class without any is not among the answer. */
import type { EntityManager } from 'typeorm'
import { Student } from '../../people/index.js'

export async function pupilsOf(
  manager: EntityManager,
  homeClassIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await manager
    .createQueryBuilder(Student, 'student')
    .select(['student.homeClassId AS homeClassId', 'COUNT(*) AS pupilCount'])
    .where('student.homeClassId IN (:...homeClassIds) AND student.leftOn IS NULL', {
      homeClassIds: [...homeClassIds],
    })
    .groupBy('student.homeClassId')
    .getRawMany<{ homeClassId: number; pupilCount: string | number }>()
  return new Map(rows.map(({ homeClassId, pupilCount }) => [homeClassId, Number(pupilCount)]))
}
