/** Opening and ending a sign-in (登录): whoever the door admits gets a token and becomes an actor. */
import { noteSignIn } from '../users/account.js'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditEntries } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import type { Actor } from '../actor.js'
import type { User } from '../users/user.entity.js'
import { Actors } from './actors.service.js'
import type { Asker } from './asker.js'
import { Door } from './door.service.js'
import type { SignInIn } from './sign-in.dto.js'
import { SignIn } from './sign-in.entity.js'
import { SignInTokens } from './tokens.service.js'

/** What goes into the cookies of somebody who has just signed in. */
export interface Opened {
  readonly actor: Actor
  readonly token: string
  readonly deviceId: string
}

@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly door: Door,
    private readonly tokens: SignInTokens,
    private readonly actors: Actors,
  ) {}

  async signIn(given: SignInIn, asker: Asker): Promise<Opened> {
    const user = await this.door.admit(given, asker)
    return this.database.transaction((tx) => this.open(tx, user, asker))
  }

  /** Opens a sign-in for somebody who has just proved who he is in another way (activation). */
  async open(tx: EntityManager, user: User, asker: Asker): Promise<Opened> {
    // The account's row first: the new sign-in refers to it, and two who refer to it and then change it block each other.
    await noteSignIn(tx, user.id, this.clock.now())
    const { token, deviceId, signInId } = await this.tokens.make(tx, user, asker)
    const actor = await this.actors.of(tx, user, { id: signInId, hasReceived: true }, asker)
    await this.audit.record(tx, actor, {
      action: 'sign_in.open',
      entity: 'user',
      entityId: user.id,
      after: { address: asker.address, agent: asker.agent },
    })
    return { token, deviceId, actor }
  }

  async signOut(actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.update(SignIn, { id: actor.signInId }, { revokedAt: this.clock.now() })
      await this.audit.record(tx, actor, { action: 'sign_in.end', entity: 'user', entityId: actor.userId })
    })
  }
}
