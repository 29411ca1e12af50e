/** Where am I signed in (我的登录)? One's own open sign-ins, ended one by one or all but this. */
import { Injectable } from '@nestjs/common'
import { IsNull, MoreThan } from 'typeorm'
import { AuditEntries } from '../../audit/index.js'
import { Clock, instantPlusMinutes } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import type { Actor } from '../actor.js'
import { guardianIdleMinutes, idleMinutes } from './limits.js'
import type { EndedOut, OwnSignInOut } from './sign-in.dto.js'
import { SignIn } from './sign-in.entity.js'
import { SignInTokens } from './tokens.service.js'

@Injectable()
export class OwnSignIns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tokens: SignInTokens,
    private readonly audit: AuditEntries,
  ) {}

  async list(actor: Actor): Promise<OwnSignInOut[]> {
    const now = this.clock.now()
    const idle = actor.role === 'guardian' ? guardianIdleMinutes : idleMinutes
    const rows = await this.database.read.find(SignIn, {
      where: {
        userId: actor.userId,
        revokedAt: IsNull(),
        expiresAt: MoreThan(now),
        lastSeenAt: MoreThan(instantPlusMinutes(now, -idle)),
      },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    })
    return rows.map((row) => ({
      id: row.id,
      isThis: row.id === actor.signInId,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      address: row.address,
      agent: row.agent,
    }))
  }

  /** Somebody else's sign-in, or one that is over, does not exist. */
  async end(actor: Actor, id: number): Promise<EndedOut> {
    return this.database.transaction(async (tx) => {
      const ended = await tx.update(
        SignIn,
        { id, userId: actor.userId, revokedAt: IsNull() },
        { revokedAt: this.clock.now() },
      )
      if (ended.affected !== 1) throw new NotFound('sign_in', id)
      await this.audit.record(tx, actor, {
        action: 'sign_in.end-other',
        entity: 'user',
        entityId: actor.userId,
      })
      return { endedCount: 1 }
    })
  }

  async endOthers(actor: Actor): Promise<EndedOut> {
    return this.database.transaction(async (tx) => {
      const endedCount = await this.tokens.revokeAll(tx, actor.userId, actor.signInId)
      await this.audit.record(tx, actor, {
        action: 'sign_in.end-other',
        entity: 'user',
        entityId: actor.userId,
        after: { endedCount },
      })
      return { endedCount }
    })
  }
}
