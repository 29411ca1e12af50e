/** What stands in the file of an order (付款指令文件)? The same rows each time, with full accounts; each look is noted. */
import { Injectable, type StreamableFile } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, requireAsNoted } from '../../audit/index.js'
import type { School } from '../../organisation/index.js'
import { FieldSeal } from '../../platform/crypto.js'
import { StateConflict } from '../../platform/errors.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import type { Cell, SheetColumn } from '../../platform/sheets/index.js'
import { outFields, rowFields } from '../bank-formats/bank-format-fields.js'
import type { BankFormatChoiceOut } from '../bank-formats/bank-formats.dto.js'
import { ChooseFormatService, toChoiceOut, type UsableFormat } from '../bank-formats/choose-format.service.js'
import type { Payment } from '../payments/payment.entity.js'
import { BankOrder } from './bank-order.entity.js'
import { type CheckedOrder, checkOrder } from './check-order.js'
import type { FileRow } from './file-row.js'

export type Ordered = Payment & { school: School }

@Injectable()
export class BankOrderFileService {
  constructor(
    private readonly audit: AuditEntries,
    private readonly seal: FieldSeal,
    private readonly formats: ChooseFormatService,
  ) {}

  rowOf(payment: Ordered, number: string): FileRow {
    const { reference, school, payee, payeeAccountSealed, amountFen, reason } = payment
    return [
      reference,
      school.name,
      payee,
      this.seal.open(payeeAccountSealed),
      payment.payeeBank,
      payment.payeeBankCode,
      amountFen,
      `${classesOf(payment)} ${reason}`,
      number,
    ]
  }

  sealed(row: FileRow): string {
    return this.seal.seal(JSON.stringify(row))
  }

  /** By which the file of the order may be written, the likeliest first. */
  async choices(manager: EntityManager, actor: Actor, order: BankOrder): Promise<BankFormatChoiceOut[]> {
    return (await this.formats.ofOrder(manager, actor, order)).map(toChoiceOut)
  }

  /** Counts that the file is taken, by which the order is locked, and reads it after. */
  async count(tx: EntityManager, id: number): Promise<BankOrder> {
    await tx
      .createQueryBuilder()
      .update(BankOrder)
      .set({ exportedCount: () => 'exportedCount + 1' })
      .where('id = :id', { id })
      .execute()
    return tx.findOneByOrFail(BankOrder, { id })
  }

  /** Throws StateConflict (409) where it is not what was drawn: then no file of it goes out, and nobody says that it was sent. */
  async requireAsDrawn(tx: EntityManager, order: BankOrder): Promise<CheckedOrder> {
    await requireAsNoted(tx, 'bank_order', [order.id])
    const checked = await checkOrder(tx, this.seal, order)
    if (checked.problems.length > 0)
      throw new StateConflict('funding.bank_order_altered', { number: order.number })
    return checked
  }

  /**
   * The columns are those of the format, the first choice where none is named. Throws StateConflict (409) for what was
   * dissolved: nobody sends its file any more; and for what is not what was drawn.
   */
  async send(
    tx: EntityManager,
    actor: Actor,
    order: BankOrder,
    formatKey: string | undefined,
  ): Promise<StreamableFile> {
    if (order.status === 'dissolved')
      throw new StateConflict('funding.bank_order_dissolved', { number: order.number })
    const checked = await this.requireAsDrawn(tx, order)
    const { exportedCount } = order
    const format = await this.formats.forOrder(tx, actor, order, formatKey)
    // It holds whole accounts: who took it, and which time that was, stays on record.
    await this.audit.record(tx, actor, {
      action: 'bank_order.export',
      entity: 'bank_order',
      entityId: order.id,
      schoolId: order.schoolId,
      regionCode: order.regionCode,
      after: { number: order.number, exportedCount, contentHash: order.contentHash, format: format.name },
    })
    const rows = checked.rows.map((row, i) => written(row, i + 1, format))
    const columns = format.columns.map(({ field, title }): SheetColumn => {
      const kind = outFields.find(({ name }) => name === field)!.kind
      return { title, kind, width: kind === 'text' ? 24 : 16 }
    })
    return sendWorkbook(`bank-order-${order.number}`, [
      { name: titleOf(order.number, exportedCount, actor.language), columns, rows },
    ])
  }
}

/** Text stays text: what is written here is never a formula, whatever a format or a payee is called. */
const written = (row: FileRow, sequence: number, { columns }: UsableFormat): Cell[] =>
  columns.map(({ field, value }) => {
    if (field === 'sequence') return sequence
    if (field === 'fixed') return value
    return row[rowFields.indexOf(field as (typeof rowFields)[number])] ?? null
  })

/** Only the name of the sheet says that it is not the first; the rows are the same. */
function titleOf(number: string, exportedCount: number, language: Actor['language']): string {
  if (exportedCount === 1) return number
  return language === 'zh'
    ? `${number} 再次导出 第${exportedCount - 1}次`
    : `${number} taken again ${exportedCount - 1}`
}

/** 一(1)班, or 一(1)班等24个班: what a bank prints has little room. */
function classesOf({ lines }: Payment): string {
  const names = [...new Set(lines!.map(({ allotment }) => allotment!.homeClass!.name))]
  return names.length === 1 ? names[0]! : `${names[0]}等${names.length}个班`
}
