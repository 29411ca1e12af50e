/** Which teacher is the person who is signed in (当前教师)? */
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Teacher } from '../../people/index.js'
import { RuleBroken } from '../../platform/errors.js'

/** Null: the account is not linked to a teacher of its school. */
export async function ownTeacher(manager: EntityManager, actor: Actor): Promise<Teacher | null> {
  return actor.schoolId === null
    ? null
    : manager.findOneBy(Teacher, { schoolId: actor.schoolId, userId: actor.userId })
}

/** The same, but not of somebody who has left. */
export async function ownActiveTeacher(manager: EntityManager, actor: Actor): Promise<Teacher | null> {
  const teacher = await ownTeacher(manager, actor)
  return teacher?.isActive ? teacher : null
}

export async function requireOwnTeacher(manager: EntityManager, actor: Actor): Promise<Teacher> {
  const teacher = await ownTeacher(manager, actor)
  if (!teacher) throw new RuleBroken('scheduling.no_teacher_for_user')
  return teacher
}
