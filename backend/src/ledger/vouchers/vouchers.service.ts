/** Which vouchers are there (记账凭证), who checks them, and how do they leave? */
import { Injectable, type StreamableFile } from '@nestjs/common'
import { type EntityManager, IsNull, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transition, documentTable, requireAsNoted } from '../../audit/index.js'
import { School, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { type PaperFormat, sendPaper } from '../../platform/documents/index.js'
import { NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import { cases, contains, equals } from '../../platform/filters.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { type Listing, ordered, type Page, paged, rowsOf } from '../../platform/paging.js'
import { listSheet } from '../../platform/sheets/index.js'
import { LedgerJournal } from '../journal/ledger-journal.entity.js'
import { voucherCode } from './voucher-content.js'
import { voucherPaper } from './voucher-paper.js'
import { Voucher } from './voucher.entity.js'
import {
  type ReadVoucher,
  type SheetRow,
  toVoucherLineOut,
  toVoucherOut,
  type VoucherListQuery,
  type VoucherOut,
  voucherSheet,
  type VoucherWithLinesOut,
} from './vouchers.dto.js'

// A run numbers many and tells the trail of all of them at once; each is bound when it is checked.
documentTable({ entity: 'voucher', isBoundByActs: true })

const checks = 'payment.check'

const vouchers: Listing<VoucherListQuery> = {
  sortable: {
    month: 'voucher.month',
    number: 'voucher.number',
    accountedOn: 'voucher.accountedOn',
    amountFen: 'voucher.amountFen',
    id: 'voucher.id',
  },
  filters: {
    schoolId: equals('voucher.schoolId'),
    month: equals('voucher.month'),
    status: cases({ numbered: 'voucher.checkedAt IS NULL', checked: 'voucher.checkedAt IS NOT NULL' }),
    q: contains('voucher.summary', 'voucher.makerName', 'voucher.checkedByName'),
  },
}

@Injectable()
export class VouchersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
  ) {}

  list(actor: Actor, list: VoucherListQuery): Promise<Page<VoucherOut>> {
    return paged(this.visible(this.database.read, actor), list, vouchers, (each) =>
      toVoucherOut(each as ReadVoucher, this.actions(actor, each)),
    )
  }

  async sheet(actor: Actor, list: VoucherListQuery): Promise<StreamableFile> {
    const all = rowsOf(ordered(this.visible(this.database.read, actor), list, vouchers), (each) => each)
    async function* lines(): AsyncGenerator<SheetRow> {
      for await (const voucher of all)
        for (const line of voucher.entries) yield { voucher: voucher as ReadVoucher, line }
    }
    return sendWorkbook('vouchers', [listSheet(voucherSheet, actor.language, lines())])
  }

  async get(actor: Actor, id: number): Promise<VoucherWithLinesOut> {
    return this.out(this.database.read, actor, id)
  }

  async paper(actor: Actor, id: number, format: PaperFormat): Promise<StreamableFile> {
    const voucher = await this.find(this.database.read, actor, id)
    const paper = voucherPaper(voucher, voucher.school.name, actor.language)
    return sendPaper(`${voucher.school.name} ${voucherCode(voucher)}`, format, paper)
  }

  /** The second person's act. Throws RuleBroken for the maker's own and StateConflict (409) for what is checked already. */
  async check(actor: Actor, id: number): Promise<VoucherWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const voucher = await this.find(tx, actor, id)
      await this.refuseMaker(tx, actor, voucher)
      await requireAsNoted(tx, 'voucher', [id])
      const checkedAt = this.clock.now()
      const checked = { checkedById: actor.userId, checkedByName: actor.displayName, checkedAt }
      const written = await tx.update(Voucher, { id, checkedAt: IsNull() }, checked)
      if (written.affected !== 1) throw new StateConflict('funding.voucher_checked')
      await this.audit.record(tx, actor, {
        action: 'voucher.check',
        entity: 'voucher',
        entityId: id,
        schoolId: voucher.schoolId,
        onBehalfOf: actor.actsFor?.get(checks) ?? null,
        after: { voucher: voucherCode(voucher), contentHash: voucher.contentHash },
      })
      return this.out(tx, actor, id)
    })
  }

  // Who acts for another and that other count as one, here and in what caused the journal.
  private async refuseMaker(
    tx: EntityManager,
    actor: Actor,
    { makerId, journal }: ReadVoucher,
  ): Promise<void> {
    const parties = [actor.userId, ...(actor.actsFor?.has(checks) ? [actor.actsFor.get(checks)!.userId] : [])]
    if (parties.includes(makerId)) throw new RuleBroken('funding.voucher_own')
    if (!journal) return
    const { sourceEntity: entity, sourceId: entityId } = journal as LedgerJournal
    const steps = await tx.find(Transition, {
      where: { entity, entityId, actorId: makerId },
      select: { id: true, onBehalfOfId: true },
    })
    if (steps.some(({ onBehalfOfId }) => onBehalfOfId !== null && parties.includes(onBehalfOfId)))
      throw new RuleBroken('funding.voucher_own')
  }

  private actions(actor: Actor, { checkedAt, makerId }: Voucher): string[] {
    return checkedAt === null && actor.permissions.has(checks) && makerId !== actor.userId ? ['check'] : []
  }

  private async out(manager: EntityManager, actor: Actor, id: number): Promise<VoucherWithLinesOut> {
    const voucher = await this.find(manager, actor, id)
    return {
      ...toVoucherOut(voucher, this.actions(actor, voucher)),
      lines: voucher.entries.map(toVoucherLineOut),
    }
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<ReadVoucher> {
    const voucher = await this.visible(manager, actor).andWhere('voucher.id = :id', { id }).getOne()
    if (!voucher) throw new NotFound('voucher', id)
    return voucher as ReadVoucher
  }

  private visible(manager: EntityManager, actor: Actor): SelectQueryBuilder<Voucher> {
    return scoped(
      manager
        .createQueryBuilder(Voucher, 'voucher')
        .innerJoinAndMapOne('voucher.school', School, 'school', 'school.id = voucher.schoolId')
        .leftJoinAndMapOne(
          'voucher.journal',
          LedgerJournal,
          'journal',
          'journal.schoolId = voucher.schoolId AND journal.sequence = voucher.sequence',
        ),
      actor,
    )
  }
}
