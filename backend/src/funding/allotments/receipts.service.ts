/** Has the money arrived (到账确认)? Confirming a receipt puts the grant on the classes, once. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { School, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound, StateConflict } from '../../platform/errors.js'
import { fen } from '../../platform/money.js'
import { type Page, paged } from '../../platform/paging.js'
import { Appropriation } from '../appropriations/appropriation.entity.js'
import { AppropriationLine } from '../appropriations/appropriation-line.entity.js'
import { type ReceiptListQuery, type ReceiptOut, toReceiptOut } from '../appropriations/appropriations.dto.js'
import { Declaration } from '../declarations/declaration.entity.js'
import { DeclarationLine } from '../declarations/declaration-line.entity.js'
import { LedgerService } from '../ledger/ledger.service.js'
import { Fund } from '../standards/fund.entity.js'
import { allot, type ClassShare } from './allot.js'
import { Allotment } from './allotment.entity.js'

const sortable = { id: 'line.id', amountFen: 'line.amountFen', receivedAt: 'line.receivedAt', schoolId: 'line.schoolId' }

@Injectable()
export class ReceiptsService {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly audit: AuditEntries, private readonly ledger: LedgerService) {}

  /** Rows of issued notices that concern the schools of the scope. */
  list(actor: Actor, list: ReceiptListQuery): Promise<Page<ReceiptOut>> {
    const query = scoped(this.issued(this.database.read), actor, 'line.schoolId', list.schoolId)
    if (list.fiscalYear) query.andWhere('appropriation.fiscalYear = :fiscalYear', { fiscalYear: list.fiscalYear })
    if (list.received) query.andWhere(`line.receivedAt IS ${list.received === 'yes' ? 'NOT NULL' : 'NULL'}`)
    return paged(query, list, sortable, (line) => toReceiptOut(line, actor.permissions.has('receipt.confirm')))
  }

  /** Confirms that the money has arrived: the grant stands on the classes from now on. */
  async receive(actor: Actor, lineId: number): Promise<ReceiptOut> {
    return this.database.transaction(async (tx) => {
      const line = await scoped(this.issued(tx), actor, 'line.schoolId').andWhere('line.id = :lineId', { lineId }).getOne()
      if (!line) throw new NotFound('appropriation_line', lineId)
      const receivedAt = this.clock.now()
      const received = await tx.createQueryBuilder().update(AppropriationLine).set({ receivedAt }).where('id = :lineId AND receivedAt IS NULL', { lineId }).execute()
      if (received.affected !== 1) throw new StateConflict('funding.received_already')
      const shares = await this.sharesOf(tx, line)
      await this.putOnClasses(tx, line, shares)
      const { fundId, fiscalYear } = line.appropriation!
      await this.ledger.post(tx, actor, shares.map((share) => ({
        debit: 'A110', credit: 'R400', amountFen: share.amountFen, kind: 'receive', businessKey: `receive:${lineId}:${share.homeClassId}:${share.purpose}`,
        schoolId: line.schoolId, homeClassId: share.homeClassId, fundId, purpose: share.purpose, fiscalYear, sourceEntity: 'appropriation', sourceId: line.appropriationId,
      })))
      await this.audit.record(tx, actor, {
        action: 'appropriation.receive', entity: 'appropriation_line', entityId: lineId, schoolId: line.schoolId, after: { amountFen: line.amountFen, classCount: line.classCount, shareCount: shares.length },
      })
      return toReceiptOut({ ...line, receivedAt }, true)
    })
  }

  private async sharesOf(tx: EntityManager, line: AppropriationLine): Promise<ClassShare[]> {
    const declaration = await tx.findOneByOrFail(Declaration, { id: line.declarationId })
    const classes = await tx.find(DeclarationLine, { where: { declarationId: line.declarationId }, order: { id: 'ASC' } })
    const { stage } = line.school!
    const { service, other } = line.appropriation!.fund!.purposes.find((purpose) => purpose.stage === stage)!
    return allot(line.amountFen, classes, { service, other, serviceSharePerMille: declaration.serviceSharePerMille })
  }

  private async putOnClasses(tx: EntityManager, line: AppropriationLine, shares: readonly ClassShare[]): Promise<void> {
    const { fundId, fiscalYear } = line.appropriation!
    await tx.insert(Allotment, shares.map(({ homeClassId, purpose, amountFen }) => ({
      schoolId: line.schoolId, homeClassId, fundId, fiscalYear, purpose, allottedFen: amountFen, committedFen: fen(0), spentFen: fen(0),
    })))
  }

  private issued(manager: EntityManager): SelectQueryBuilder<AppropriationLine> {
    return manager.createQueryBuilder(AppropriationLine, 'line')
      .innerJoinAndMapOne('line.appropriation', Appropriation, 'appropriation', "appropriation.id = line.appropriationId AND appropriation.status = 'issued'")
      .innerJoinAndMapOne('appropriation.fund', Fund, 'fund', 'fund.id = appropriation.fundId')
      .innerJoinAndMapOne('line.school', School, 'school', 'school.id = line.schoolId')
  }
}
