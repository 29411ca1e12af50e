/** Has the money arrived (到账确认)? Confirming a receipt books the grant for the school, once; a distribution scheme puts it on the classes. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, requireAsNoted } from '../../audit/index.js'
import { School, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import type { Fen } from '../../platform/money.js'
import { cases, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import {
  Appropriation,
  AppropriationLine,
  receivedHash,
  receiveLine,
  Declaration,
} from '../../grants/index.js'
import { type ReceiptListQuery, type ReceiptOut, type ReceiveIn, toReceiptOut } from './receipts.dto.js'
import { LedgerService } from '../../ledger/index.js'
import { DistributionScheme } from '../distribution-schemes/distribution-scheme.entity.js'
import { Fund, splitByPurpose, type Purpose } from '../../entitlement/index.js'

const receipts: Listing<ReceiptListQuery> = {
  sortable: {
    id: 'line.id',
    amountFen: 'line.amountFen',
    receivedAt: 'line.receivedAt',
    schoolId: 'line.schoolId',
  },
  filters: {
    schoolId: equals('line.schoolId'),
    fiscalYear: equals('appropriation.fiscalYear'),
    received: cases({ yes: 'line.receivedAt IS NOT NULL', no: 'line.receivedAt IS NULL' }),
  },
}

@Injectable()
export class ReceiptsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly ledger: LedgerService,
  ) {}

  /** Rows of issued notices that concern the schools of the scope. */
  list(actor: Actor, list: ReceiptListQuery): Promise<Page<ReceiptOut>> {
    return paged(scoped(this.issued(this.database.read), actor), list, receipts, (line) =>
      toReceiptOut(line, actor.permissions),
    )
  }

  /** Confirms that the money has arrived: the grant is the school's from now on, a scheme puts it on the classes. */
  async receive(actor: Actor, lineId: number, given: ReceiveIn = {}): Promise<ReceiptOut> {
    return this.database.transaction(async (tx) => {
      const line = await scoped(this.issued(tx), actor, 'line.schoolId')
        .andWhere('line.id = :lineId', { lineId })
        .getOne()
      if (!line) throw new NotFound('appropriation_line', lineId)
      const receivedOn = given.receivedOn ?? this.clock.today()
      const { issuedOn } = line.appropriation!
      if (receivedOn > this.clock.today() || (issuedOn !== null && receivedOn < issuedOn))
        throw new RuleBroken('funding.receipt_day', { issuedOn, today: this.clock.today() })
      const [receivedAt, slipNumber] = [this.clock.now(), given.slipNumber?.trim() || null]
      await requireAsNoted(tx, 'appropriation', [line.appropriationId])
      if (!(await receiveLine(tx, lineId, { receivedAt, receivedOn, slipNumber })))
        throw new StateConflict('funding.received_already')
      const { fundId, fiscalYear, level } = line.appropriation!
      const parts = await this.partsOf(tx, line)
      await this.ledger.post(tx, actor, [
        {
          kind: 'receive',
          businessKey: `receive:${lineId}`,
          schoolId: line.schoolId,
          source: {
            entity: 'appropriation',
            id: line.appropriationId,
            hash: receivedHash({ ...line, receivedOn }),
          },
          accountedOn: receivedOn,
          lines: parts.map(({ purpose, amountFen }) => ({
            debit: 'A110',
            credit: 'R400',
            amountFen,
            homeClassId: null,
            fundId,
            purpose,
            fiscalYear,
            level,
          })),
        },
      ])
      await this.audit.record(tx, actor, {
        action: 'appropriation.receive',
        entity: 'appropriation_line',
        entityId: lineId,
        schoolId: line.schoolId,
        after: { amountFen: line.amountFen, receivedOn, slipNumber },
      })
      // The notice holds the line, and is bound with it.
      await this.audit.record(tx, actor, {
        action: 'appropriation.line-received',
        entity: 'appropriation',
        entityId: line.appropriationId,
        schoolId: line.schoolId,
        after: { lineId },
      })
      return toReceiptOut({ ...line, receivedAt, receivedOn, slipNumber }, actor.permissions)
    })
  }

  /** A confirmed receipt of the actor's school. */
  async findReceived(tx: EntityManager, actor: Actor, lineId: number): Promise<AppropriationLine> {
    const line = await scoped(this.issued(tx), actor, 'line.schoolId')
      .andWhere('line.id = :lineId', { lineId })
      .getOne()
    if (!line) throw new NotFound('appropriation_line', lineId)
    if (line.receivedAt === null) throw new RuleBroken('funding.not_received')
    return line
  }

  /** The line's money by purpose, as the school's declaration divides it. */
  private async partsOf(
    tx: EntityManager,
    line: AppropriationLine,
  ): Promise<{ purpose: Purpose; amountFen: Fen }[]> {
    const { fundId, fiscalYear, fund } = line.appropriation!
    const declaration = await tx.findOneBy(Declaration, {
      schoolId: line.schoolId,
      fundId,
      fiscalYear,
      sequence: 0,
    })
    const { service, other } = fund!.purposes.find((purpose) => purpose.stage === line.school!.stage)!
    const { serviceFen, otherFen } = splitByPurpose(
      line.amountFen,
      other ? (declaration?.serviceSharePerMille ?? 1000) : 1000,
    )
    return [
      { purpose: service, amountFen: serviceFen },
      ...(other ? [{ purpose: other, amountFen: otherFen }] : []),
    ].filter((part) => part.amountFen > 0)
  }

  private issued(manager: EntityManager): SelectQueryBuilder<AppropriationLine> {
    return manager
      .createQueryBuilder(AppropriationLine, 'line')
      .innerJoinAndMapOne(
        'line.appropriation',
        Appropriation,
        'appropriation',
        "appropriation.id = line.appropriationId AND appropriation.status = 'issued'",
      )
      .innerJoinAndMapOne('appropriation.fund', Fund, 'fund', 'fund.id = appropriation.fundId')
      .leftJoinAndMapOne('line.scheme', DistributionScheme, 'scheme', 'scheme.appropriationLineId = line.id')
      .innerJoinAndMapOne('line.school', School, 'school', 'school.id = line.schoolId')
  }
}
