/** One's own password (本人密码): given once more before what matters, and changed. */
import { setOwnPassword } from '../users/account.js'
import { Injectable } from '@nestjs/common'
import { AuditEntries } from '../../audit/index.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import type { Actor } from '../actor.js'
import { SignInAttempts } from './sign-in-attempts.service.js'
import { User } from '../users/user.entity.js'
import { Passwords } from './passwords.js'
import type { ChangePasswordIn } from './sign-in.dto.js'
import { SignInTokens } from './tokens.service.js'

@Injectable()
export class OwnPassword {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly tokens: SignInTokens,
    private readonly audit: AuditEntries,
  ) {}

  /** Throws access.password_wrong, and access.wait after five wrong ones. */
  async requireRight(actor: Actor, password: string): Promise<User> {
    const underway = await this.attempts.beginConfirmation(actor.userId)
    const user = await this.database.read.findOneByOrFail(User, { id: actor.userId })
    if (!(await Passwords.verify(user.passwordHash, password))) throw new RuleBroken('access.password_wrong')
    await this.attempts.wasRight(underway)
    return user
  }

  /** Sets a new password and ends every other sign-in of this person. */
  async change(actor: Actor, given: ChangePasswordIn): Promise<void> {
    const user = await this.requireRight(actor, given.currentPassword)
    if (given.currentPassword === given.newPassword) throw new RuleBroken('access.password_same')
    Passwords.requireStrong(given.newPassword, user.username)
    const passwordHash = await Passwords.hash(given.newPassword)
    await this.database.transaction(async (tx) => {
      if (!(await setOwnPassword(tx, user, passwordHash))) throw new RuleBroken('access.password_wrong')
      await this.tokens.revokeAll(tx, user.id, actor.signInId)
      await this.audit.record(tx, actor, {
        action: 'user.change-password',
        entity: 'user',
        entityId: user.id,
      })
    })
  }
}
