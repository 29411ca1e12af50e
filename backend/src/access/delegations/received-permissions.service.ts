/** In whose place may the person who asks act today (今日代谁办理)? Asked with every request, so it is one indexed query. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/calendar.js'
import { User } from '../users/user.entity.js'
import { mayReceive } from './acting-permissions.js'
import { Delegation } from './delegation.entity.js'
import { type Received, receivedBy } from './received.js'

const nothing: Received = { permissions: new Set(), actsFor: new Map() }

@Injectable()
export class ReceivedPermissions {
  constructor(private readonly clock: Clock) {}

  async of(manager: EntityManager, receiver: User): Promise<Received> {
    if (!mayReceive(receiver.role)) return nothing
    const today = this.clock.today()
    const delegations = await manager
      .createQueryBuilder(Delegation, 'delegation')
      .innerJoinAndMapOne('delegation.fromUser', User, 'giver', 'giver.id = delegation.fromUserId')
      .where(
        'delegation.toUserId = :id AND delegation.revokedAt IS NULL AND delegation.startsOn <= :today AND delegation.endsOn >= :today',
        { id: receiver.id, today },
      )
      .getMany()
    return delegations.length === 0
      ? nothing
      : receivedBy(
          receiver,
          delegations.map((given) => ({ given, giver: given.fromUser! })),
          today,
        )
  }
}
