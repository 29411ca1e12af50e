/** Does what a request names (a room, a teacher …) belong to the school? */
import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm'
import { Invalid } from '../../platform/errors.js'

/** The row, or a field error: a stranger's row is as if it did not exist. */
export async function requireOfSchool<E extends { id: number; schoolId: number }>(
  manager: EntityManager,
  target: EntityTarget<E>,
  schoolId: number,
  id: number,
  field: string,
): Promise<E> {
  const row = await manager.findOneBy(target, { id, schoolId } as FindOptionsWhere<E>)
  if (!row) throw Invalid.field(field, 'validation.isIn')
  return row
}
