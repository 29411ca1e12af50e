/** In whose place may the person who asks act today (今日代谁办理)? Asked with every request, so it is one indexed query. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import { Clock } from '../../platform/calendar.js'
import { User } from '../users/user.entity.js'
import { mayReceive } from './acting-permissions.js'
import { Delegation } from './delegation.entity.js'
import { type Party, type Received, receivedBy } from './received.js'

export const nothingReceived: Received = { permissions: new Set(), actsFor: new Map() }

/** The delegations to a user that are in force; `userId` is an expression of SQL, the query has a parameter `today`. */
export const receivedToday = (
  query: SelectQueryBuilder<ObjectLiteral>,
  userId: string,
): SelectQueryBuilder<Delegation> =>
  query
    .from(Delegation, 'delegation')
    .where(
      `delegation.toUserId = ${userId} AND delegation.revokedAt IS NULL AND delegation.startsOn <= :today AND delegation.endsOn >= :today`,
    )

@Injectable()
export class ReceivedPermissions {
  constructor(private readonly clock: Clock) {}

  async of(manager: EntityManager, receiver: Party): Promise<Received> {
    if (!mayReceive(receiver.role)) return nothingReceived
    const today = this.clock.today()
    const delegations = await receivedToday(manager.createQueryBuilder(), ':userId')
      .select('delegation')
      .innerJoinAndMapOne('delegation.fromUser', User, 'giver', 'giver.id = delegation.fromUserId')
      .setParameters({ userId: receiver.id, today })
      .getMany()
    return delegations.length === 0
      ? nothingReceived
      : receivedBy(
          receiver,
          delegations.map((given) => ({ given, giver: given.fromUser! })),
          today,
        )
  }
}
