/** Who is behind a request (当前用户)? What the role allows, and what others have delegated for today. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Database } from '../../platform/database/database.js'
import type { Actor } from '../actor.js'
import { nothingReceived, ReceivedPermissions } from '../delegations/received-permissions.service.js'
import { permissionsOf } from '../roles.js'
import { SecondFactors } from '../second-factor/second-factor.service.js'
import { User } from '../users/user.entity.js'
import type { Asker } from './asker.js'
import type { SignInOfUser } from './sign-ins-of-requests.service.js'
import { SignInTokens } from './tokens.service.js'

@Injectable()
export class Actors {
  constructor(
    private readonly database: Database,
    private readonly tokens: SignInTokens,
    private readonly received: ReceivedPermissions,
    private readonly factors: SecondFactors,
  ) {}

  /** The person behind a cookie, with the token that replaces it when it is time; null: nobody. */
  async behind(token: string, asker: Asker): Promise<{ actor: Actor; newToken: string | null } | null> {
    const recognised = await this.tokens.recognise(token, asker)
    if (!recognised) return null
    const { signIn, newToken } = recognised
    return { actor: await this.of(this.database.read, signIn.user, signIn, asker), newToken }
  }

  async again(actor: Actor, asker: Asker): Promise<Actor> {
    const user = await this.database.read.findOneByOrFail(User, { id: actor.userId })
    return this.of(this.database.read, user, { id: actor.signInId, hasReceived: true }, asker)
  }

  /** `hasReceived`: whether anything is delegated to this user today; true where it is not known. */
  async of(
    manager: EntityManager,
    user: SignInOfUser['user'],
    { id: signInId, hasReceived }: Pick<SignInOfUser, 'id' | 'hasReceived'>,
    asker: Asker,
  ): Promise<Actor> {
    const { id: userId, username, displayName, role, regionCode, schoolId, mustChangePassword } = user
    const { permissions, actsFor } = hasReceived ? await this.received.of(manager, user) : nothingReceived
    return {
      userId,
      username,
      displayName,
      role,
      regionCode,
      schoolId,
      mustChangePassword,
      mustSetUpSecondFactor: this.factors.isRequiredOf(role) && !(await this.factors.isOn(manager, userId)),
      permissions: new Set([...permissionsOf(role), ...permissions]),
      actsFor,
      signInId,
      requestId: asker.requestId,
      language: asker.language,
    }
  }
}
