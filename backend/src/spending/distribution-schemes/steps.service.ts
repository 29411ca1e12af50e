/** How does a scheme move (分配方案办理)? Handed in, sent back, approved: approving puts the money on the classes. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { type EventIn, Transitions } from '../../audit/index.js'
import { Database } from '../../platform/database/database.js'
import { addFen, type Fen, fen } from '../../platform/money.js'
import { Appropriation, AppropriationLine } from '../../grants/index.js'
import { drawByLevel, LedgerService } from '../../ledger/index.js'
import type { PayingLevel } from '../../entitlement/index.js'
import { schemeHash } from './scheme-hash.js'
import { DistributionSchemeProposalsService } from './distribution-scheme-proposals.service.js'
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
    private readonly proposals: DistributionSchemeProposalsService,
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

  // The school's own standing goes down, the class's goes up: the same accounts, another place, the same level.
  private async putOnClasses(tx: EntityManager, actor: Actor, scheme: DistributionScheme): Promise<void> {
    const lines = await tx.find(DistributionSchemeLine, {
      where: { schemeId: scheme.id },
      order: { id: 'ASC' },
    })
    const { id, schoolId, fundId, fiscalYear } = scheme
    const levelsOf = await this.levels(tx, scheme)
    const moved = lines.flatMap(({ homeClassId, purpose, amountFen }) =>
      levelsOf(purpose, amountFen).map((part) => ({ ...part, homeClassId, purpose })),
    )
    const pots = new Map<string, { purpose: string; level: PayingLevel; amountFen: Fen }>()
    for (const { purpose, level, amountFen } of moved) {
      const name = `${purpose}/${level}`
      pots.set(name, { purpose, level, amountFen: addFen(pots.get(name)?.amountFen ?? fen(0), amountFen) })
    }
    const common = { fundId, fiscalYear } as const
    await this.ledger.post(tx, actor, [
      {
        kind: 'allot',
        businessKey: `allot:${id}`,
        schoolId,
        source: { entity: 'scheme', id, hash: schemeHash(scheme, lines) },
        lines: [
          ...[...pots.values()].map(
            (pot) => ({ ...common, ...pot, debit: 'R400', credit: 'A110', homeClassId: null }) as const,
          ),
          ...moved.map((part) => ({ ...common, ...part, debit: 'A110', credit: 'R400' }) as const),
        ],
      },
    ])
  }

  /** Whose money an amount of a purpose is: of a receipt its notice's, of what was carried over whoever has some left. */
  private async levels(
    tx: EntityManager,
    { appropriationLineId, schoolId, fundId, fiscalYear }: DistributionScheme,
  ): Promise<(purpose: string, amountFen: Fen) => { level: PayingLevel; amountFen: Fen }[]> {
    if (appropriationLineId !== null) {
      const { level } = await tx
        .createQueryBuilder(Appropriation, 'notice')
        .innerJoin(AppropriationLine, 'line', 'line.appropriationId = notice.id')
        .where('line.id = :id', { id: appropriationLineId })
        .getOneOrFail()
      return (_purpose, amountFen) => [{ level, amountFen }]
    }
    await this.ledger.takeChain(tx, schoolId)
    const left = await this.proposals.carriedByLevel(tx, { schoolId, fundId, fiscalYear })
    return (purpose, amountFen) => drawByLevel(left.get(purpose) ?? [], amountFen, 'whole')
  }
}
