/** The demo's password is public (演示口令): its accounts are good for this machine, and for no address that others can open. */
import { In } from 'typeorm'
import { Passwords, User } from '../access/index.js'
import { type Config, isLoopback, isLoopbackUrl } from '../platform/config.js'
import type { Database } from '../platform/database/database.js'
import { demoAccounts, demoPassword } from './accounts.js'

/** Thrown when the database still has demo accounts with their public password, and others could reach them. */
export class OpenDemo extends Error {
  constructor(readonly usernames: readonly string[]) {
    super(`demo accounts with the public password: ${usernames.join(', ')}`)
  }
}

/** Throws OpenDemo. Asked before the server listens; whether the demo was loaded now or long ago makes no difference. */
export async function refuseOpenDemo(
  database: Database,
  { host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>,
): Promise<void> {
  if (isLoopback(host) && isLoopbackUrl(publicUrl)) return
  const users = await database.read.findBy(User, {
    username: In(demoAccounts.map(({ username }) => username)),
    isFrozen: false,
  })
  // All were given one hash, so that this costs one look for a demo as it was loaded.
  const open = new Map<string, boolean>()
  for (const { passwordHash } of users)
    if (!open.has(passwordHash)) open.set(passwordHash, await Passwords.verify(passwordHash, demoPassword))
  const usernames = users.filter((user) => open.get(user.passwordHash)).map(({ username }) => username)
  if (usernames.length > 0) throw new OpenDemo(usernames)
}
