/** How does a commitment move (合同、采购办理)? Its money is reserved by the approval, and free again when it ends. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { type EventIn, Transitions } from '../../audit/index.js'
import { requireOfSchool } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { Invalid } from '../../platform/errors.js'
import { Payee } from '../payees/payee.entity.js'
import { Commitment } from './commitment.entity.js'
import { commitmentTable } from './commitment.states.js'
import type { CommitmentOut } from './commitments.dto.js'
import { CommitmentMoneyService } from './money.service.js'
import { CommitmentReadingService } from './reading.service.js'

export type CommitmentEvent = keyof typeof commitmentTable.events

@Injectable()
export class CommitmentStepsService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
    private readonly money: CommitmentMoneyService,
    private readonly reading: CommitmentReadingService,
  ) {}

  async act(
    actor: Actor,
    id: number,
    event: CommitmentEvent,
    { comment, revision }: EventIn = {},
  ): Promise<CommitmentOut> {
    return this.database.transaction(async (tx) => {
      const read = () => this.reading.find(tx, actor, id)
      const taken = await this.transitions.take(tx, commitmentTable, Commitment, id, event, actor, {
        read,
        seen: { revision },
      })
      const set: Partial<Commitment> = {}
      if (event === 'submit') {
        const payee = await requireOfSchool(tx, Payee, taken.schoolId, taken.payeeId, 'payeeId')
        if (!payee.isActive) throw Invalid.field('payeeId', 'funding.payee_inactive', { name: payee.name })
        // With whom it is made, whatever the payee is called later.
        set.payee = payee.name
      }
      await this.transitions.move(tx, commitmentTable, Commitment, taken, event, actor, { comment, set })
      if (event === 'approve') await this.money.reserve(tx, actor, taken)
      if (event === 'end') await this.money.free(tx, actor, taken)
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }
}
