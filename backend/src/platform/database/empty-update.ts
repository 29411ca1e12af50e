/** An update that sets nothing (空的更新) does nothing: TypeORM would throw, and a form saved unchanged is no mistake. */
import { type EntityManager, UpdateResult } from 'typeorm'

const setsNothing = (change: object): boolean => Object.values(change).every((value) => value === undefined)

/** The manager itself, whose `update` answers `affected: 0` where nothing is to be set. */
export function allowingEmptyUpdates(manager: EntityManager): EntityManager {
  if (Object.hasOwn(manager, 'update')) return manager
  const update = manager.update.bind(manager)
  manager.update = (target, criteria, change) =>
    setsNothing(change)
      ? Promise.resolve(Object.assign(new UpdateResult(), { raw: [], affected: 0, generatedMaps: [] }))
      : update(target, criteria, change)
  return manager
}
