/** Which commitments (合同、采购) may this person see, what of each is paid, reserved and left, and what can be done with it now? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { scoped } from '../../organisation/index.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { contains, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import { Payment } from '../payments/payment.entity.js'
import { Commitment } from './commitment.entity.js'
import { commitmentTable } from './commitment.states.js'
import { type CommitmentListQuery, type CommitmentOut, toCommitmentOut } from './commitments.dto.js'
import { drawnOf, readLines } from './lines.js'

const commitments: Listing<CommitmentListQuery> = {
  sortable: {
    id: 'commitment.id',
    signedOn: 'commitment.signedOn',
    endsOn: 'commitment.endsOn',
    amountFen: 'commitment.amountFen',
    status: 'commitment.status',
  },
  filters: {
    schoolId: equals('commitment.schoolId'),
    fiscalYear: equals('commitment.fiscalYear'),
    status: equals('commitment.status'),
    kind: equals('commitment.kind'),
    q: contains('commitment.number', 'commitment.title', 'commitment.payee'),
  },
}

@Injectable()
export class CommitmentReadingService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
  ) {}

  async list(actor: Actor, list: CommitmentListQuery): Promise<Page<CommitmentOut>> {
    const { read } = this.database
    const page = await paged(
      this.visible(read, actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      commitments,
      (commitment) => commitment,
    )
    await readLines(read, page.items)
    const ids = page.items.map(({ id }) => id)
    const drawn = await drawnOf(read, ids)
    const own = await this.transitions.eventsOf(read, commitmentTable.entity, ids, actor)
    return {
      ...page,
      items: page.items.map((each) =>
        toCommitmentOut(each, drawn.get(each.id)!, actionsOn(each, actor, own.get(each.id))),
      ),
    }
  }

  async get(actor: Actor, id: number): Promise<CommitmentOut> {
    const { read } = this.database
    return this.out(read, actor, await this.find(read, actor, id))
  }

  async out(manager: EntityManager, actor: Actor, commitment: Commitment): Promise<CommitmentOut> {
    const { id } = commitment
    const own = await this.transitions.eventsOf(manager, commitmentTable.entity, [id], actor)
    const drawn = await drawnOf(manager, [id])
    const payments = await manager.find(Payment, { where: { commitmentId: id }, order: { id: 'ASC' } })
    return toCommitmentOut(commitment, drawn.get(id)!, actionsOn(commitment, actor, own.get(id)), payments)
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Commitment> {
    const [commitment] = await this.findMany(manager, actor, [id])
    if (!commitment) throw new NotFound('commitment', id)
    return commitment
  }

  /** Several at once; what is out of the actor's scope is not among the answer. */
  async findMany(manager: EntityManager, actor: Actor, ids: readonly number[]): Promise<Commitment[]> {
    const found = await this.visible(manager, actor)
      .andWhere('commitment.id IN (:...ids)', { ids: [...ids] })
      .getMany()
    await readLines(manager, found)
    return found
  }

  private visible(manager: EntityManager, actor: Actor): SelectQueryBuilder<Commitment> {
    return scoped(manager.createQueryBuilder(Commitment, 'commitment'), actor)
  }
}

function actionsOn({ status }: Commitment, actor: Actor, own: Caused = new Set<string>()): string[] {
  const allowed = eventsFrom(commitmentTable, status, actor.permissions, own)
  return status === 'draft' && actor.permissions.has('payment.request') ? [...allowed, 'update'] : allowed
}
