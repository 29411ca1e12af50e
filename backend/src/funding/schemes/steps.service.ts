/** How does a scheme move (分配方案办理)? Handed in, sent back, approved: approving puts the money on the classes. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { type EventIn, Transitions } from '../../audit/index.js'
import { Database } from '../../platform/database/database.js'
import { addFen, fen } from '../../platform/money.js'
import { Appropriation } from '../appropriations/appropriation.entity.js'
import { AppropriationLine } from '../appropriations/appropriation-line.entity.js'
import { LedgerService } from '../ledger/ledger.service.js'
import type { PayingLevel } from '../standards/rules.js'
import { SchemeReadingService } from './reading.service.js'
import { Scheme } from './scheme.entity.js'
import { SchemeLine } from './scheme-line.entity.js'
import { schemeTable } from './scheme.states.js'
import type { SchemeWithLinesOut } from './schemes.dto.js'

export type SchemeEvent = keyof typeof schemeTable.events

@Injectable()
export class SchemeStepsService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
    private readonly ledger: LedgerService,
    private readonly reading: SchemeReadingService,
  ) {}

  /** One step; approving puts the money on the classes. */
  async act(
    actor: Actor,
    id: number,
    event: SchemeEvent,
    { comment, staffMeetingOn, ...seen }: EventIn & { staffMeetingOn?: string } = {},
  ): Promise<SchemeWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const scheme = await this.transitions.take(tx, schemeTable, Scheme, id, event, actor, {
        read: () => this.reading.find(tx, actor, id),
        seen,
      })
      await this.transitions.move(tx, schemeTable, Scheme, scheme, event, actor, {
        comment,
        set: staffMeetingOn ? { staffMeetingOn } : {},
      })
      if (event === 'approve') await this.putOnClasses(tx, actor, scheme)
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }

  // The school's own standing goes down, the class's goes up: the same accounts, another place.
  private async putOnClasses(tx: EntityManager, actor: Actor, scheme: Scheme): Promise<void> {
    const lines = await tx.find(SchemeLine, { where: { schemeId: scheme.id }, order: { id: 'ASC' } })
    const { id, schoolId, fundId, fiscalYear } = scheme
    const common = {
      kind: 'allot',
      schoolId,
      fundId,
      fiscalYear,
      sourceEntity: 'scheme',
      sourceId: id,
      level: await this.levelOf(tx, scheme),
    } as const
    const byPurpose = new Map<string, SchemeLine[]>()
    for (const line of lines) byPurpose.set(line.purpose, [...(byPurpose.get(line.purpose) ?? []), line])
    await this.ledger.post(tx, actor, [
      ...[...byPurpose].map(
        ([purpose, each]) =>
          ({
            ...common,
            debit: 'R400',
            credit: 'A110',
            amountFen: addFen(fen(0), ...each.map((line) => line.amountFen)),
            businessKey: `allot:${id}:from:${purpose}`,
            homeClassId: null,
            purpose,
          }) as const,
      ),
      ...lines.map(
        ({ homeClassId, purpose, amountFen }) =>
          ({
            ...common,
            debit: 'A110',
            credit: 'R400',
            amountFen,
            businessKey: `allot:${id}:${homeClassId}:${purpose}`,
            homeClassId,
            purpose,
          }) as const,
      ),
    ])
  }

  private async levelOf(tx: EntityManager, { appropriationLineId }: Scheme): Promise<PayingLevel> {
    if (appropriationLineId === null) return 'whole'
    const notice = await tx
      .createQueryBuilder(Appropriation, 'notice')
      .innerJoin(AppropriationLine, 'line', 'line.appropriationId = notice.id')
      .where('line.id = :id', { id: appropriationLineId })
      .getOneOrFail()
    return notice.level
  }
}
