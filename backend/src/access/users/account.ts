/** What an account's own sign-ins change of its row (账号). */
import type { EntityManager } from 'typeorm'
import { User } from './user.entity.js'

/** Makes others who change what hangs on the account wait until the transaction ends; call it before reading anything. */
export async function holdAccount(tx: EntityManager, id: number): Promise<void> {
  await tx
    .createQueryBuilder()
    .update(User)
    .set({ isFrozen: () => 'isFrozen' })
    .where('id = :id', { id })
    .execute()
}

export async function noteSignIn(tx: EntityManager, id: number, lastSignInAt: Date): Promise<void> {
  await tx.update(User, { id }, { lastSignInAt })
}

/** Whether it was done: whoever has reset the password meanwhile has the last word. */
export async function setOwnPassword(
  tx: EntityManager,
  { id, passwordHash: former }: Pick<User, 'id' | 'passwordHash'>,
  passwordHash: string,
): Promise<boolean> {
  const changed = await tx.update(
    User,
    { id, passwordHash: former },
    { passwordHash, mustChangePassword: false, oneTimeUntilAt: null },
  )
  return changed.affected === 1
}
