/** Two changes of one school's dated sessions (课次变动) wait for one another: whoever changes them raises this number first. */
import type { EntityManager } from 'typeorm'
import { SchedulingSetting } from './scheduling-setting.entity.js'
import { defaultSetting } from './scheduling-settings.dto.js'

/**
 * Holds the school's setting until the transaction ends and gives it back. Called before anything is read, so that
 * what the transaction reads afterwards is what the others before it have left.
 */
export async function holdChanges(tx: EntityManager, schoolId: number): Promise<SchedulingSetting> {
  if (!(await raise(tx, schoolId))) {
    await makeSetting(tx, schoolId)
    await raise(tx, schoolId)
  }
  return tx.findOneByOrFail(SchedulingSetting, { schoolId })
}

/** Makes changes of the school's sessions wait until the transaction ends, without being one: previews stay what they are. */
export async function holdSessions(tx: EntityManager, schoolId: number): Promise<void> {
  const hold = () =>
    tx
      .createQueryBuilder()
      .update(SchedulingSetting)
      .set({ revision: () => 'revision' })
      .where('schoolId = :schoolId', { schoolId })
      .execute()
  await hold()
  if (await tx.existsBy(SchedulingSetting, { schoolId })) return
  await makeSetting(tx, schoolId)
  await hold()
}

/** The number before which a preview was made; 0 as long as nothing was changed. */
export async function changesRevision(manager: EntityManager, schoolId: number): Promise<number> {
  return (await manager.findOneBy(SchedulingSetting, { schoolId }))?.revision ?? 0
}

async function makeSetting(tx: EntityManager, schoolId: number): Promise<void> {
  await tx
    .createQueryBuilder()
    .insert()
    .into(SchedulingSetting)
    .values({ ...defaultSetting, schoolId, revision: 0 })
    // Whoever meets the row of another waits for it to change it: waiting only to read it, two would block each other.
    .orUpdate(['schoolId'], ['schoolId'])
    .updateEntity(false)
    .execute()
}

async function raise(tx: EntityManager, schoolId: number): Promise<boolean> {
  const raised = await tx
    .createQueryBuilder()
    .update(SchedulingSetting)
    .set({ revision: () => 'revision + 1' })
    .where('schoolId = :schoolId', { schoolId })
    .execute()
  return raised.affected === 1
}
