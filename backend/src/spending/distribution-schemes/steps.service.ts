/** How does a scheme move (分配方案办理)? Handed in, sent back, approved: approving puts the money on the classes. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { type EventIn, Transitions } from '../../audit/index.js'
import { Database } from '../../platform/database/database.js'
import { addFen, fen } from '../../platform/money.js'
import { Appropriation, AppropriationLine } from '../../grants/index.js'
import { LedgerService } from '../../ledger/index.js'
import type { PayingLevel } from '../../entitlement/index.js'
import { DistributionSchemeReadingService } from './reading.service.js'
import { DistributionScheme } from './distribution-scheme.entity.js'
import { DistributionSchemeLine } from './distribution-scheme-line.entity.js'
import { distributionSchemeTable } from './distribution-scheme.states.js'
import type { DistributionSchemeWithLinesOut } from './distribution-schemes.dto.js'

export type DistributionSchemeEvent = keyof typeof distributionSchemeTable.events

@Injectable()
export class DistributionSchemeStepsService {
  constructor(
    private readonly database: Database,
    private readonly transitions: Transitions,
    private readonly ledger: LedgerService,
    private readonly reading: DistributionSchemeReadingService,
  ) {}

  /** One step; approving puts the money on the classes. */
  async act(
    actor: Actor,
    id: number,
    event: DistributionSchemeEvent,
    { comment, staffMeetingOn, ...seen }: EventIn & { staffMeetingOn?: string } = {},
  ): Promise<DistributionSchemeWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const scheme = await this.transitions.take(
        tx,
        distributionSchemeTable,
        DistributionScheme,
        id,
        event,
        actor,
        {
          read: () => this.reading.find(tx, actor, id),
          seen,
        },
      )
      await this.transitions.move(tx, distributionSchemeTable, DistributionScheme, scheme, event, actor, {
        comment,
        set: {
          ...(staffMeetingOn ? { staffMeetingOn } : {}),
          ...(event === 'approve' ? { openKey: null } : {}),
        },
      })
      if (event === 'approve') await this.putOnClasses(tx, actor, scheme)
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }

  // The school's own standing goes down, the class's goes up: the same accounts, another place.
  private async putOnClasses(tx: EntityManager, actor: Actor, scheme: DistributionScheme): Promise<void> {
    const lines = await tx.find(DistributionSchemeLine, {
      where: { schemeId: scheme.id },
      order: { id: 'ASC' },
    })
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
    const byPurpose = new Map<string, DistributionSchemeLine[]>()
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

  private async levelOf(
    tx: EntityManager,
    { appropriationLineId }: DistributionScheme,
  ): Promise<PayingLevel> {
    if (appropriationLineId === null) return 'whole'
    const notice = await tx
      .createQueryBuilder(Appropriation, 'notice')
      .innerJoin(AppropriationLine, 'line', 'line.appropriationId = notice.id')
      .where('line.id = :id', { id: appropriationLineId })
      .getOneOrFail()
    return notice.level
  }
}
