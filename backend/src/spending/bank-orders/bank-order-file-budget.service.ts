/** What stands in the file for the budget system (预算一体化支付申请)? The same payments as in the bank's file, by the notice and the classes under which their money was granted. */
import { Injectable, type StreamableFile } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { School } from '../../organisation/index.js'
import { StateConflict } from '../../platform/errors.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { type Fen, fen } from '../../platform/money.js'
import { type ListSheet, listSheet } from '../../platform/sheets/index.js'
import { accounts, functionalClasses } from '../../ledger/pure.js'
import { noticesOf } from './bank-order-file-notices.js'
import { type PartOfPayment, partsOfPayments } from './bank-order-file-parts.js'
import { BankOrderFileService } from './bank-order-file.service.js'
import type { BankOrder } from './bank-order.entity.js'
import type { CheckedOrder } from './check-order.js'
import { type FileRow, toFields } from './file-row.js'

interface BudgetRow {
  readonly unit: string
  /** Of the notices that granted it; several where the money came in several. */
  readonly noticeNumber: string
  readonly functionalClass: string
  readonly economicCategory: string | null
  readonly payee: string
  readonly payeeAccount: string
  readonly payeeBank: string | null
  readonly amountFen: Fen
  readonly purpose: string
  readonly reference: string
}

/** How the treasury pays what is granted; the words that a region's system wants may differ. */
const paidBy = '国库集中支付'

const sheet: ListSheet<BudgetRow> = {
  zh: '支付申请',
  en: 'Payment requests',
  columns: [
    { zh: '预算单位', en: 'Unit', kind: 'text', width: 24, of: (row) => row.unit },
    { zh: '指标文号', en: 'Notice', kind: 'text', width: 24, of: (row) => row.noticeNumber },
    { zh: '功能分类', en: 'Function', kind: 'text', width: 12, of: (row) => row.functionalClass },
    { zh: '经济分类', en: 'Economic category', kind: 'text', width: 12, of: (row) => row.economicCategory },
    { zh: '支付方式', en: 'Way of payment', kind: 'text', width: 16, of: () => paidBy },
    { zh: '收款人全称', en: 'Payee', kind: 'text', width: 24, of: (row) => row.payee },
    { zh: '账号', en: 'Account', kind: 'text', width: 24, of: (row) => row.payeeAccount },
    { zh: '开户行', en: 'Bank', kind: 'text', width: 24, of: (row) => row.payeeBank },
    { zh: '金额', en: 'Amount', kind: 'fen', width: 16, of: (row) => row.amountFen },
    { zh: '摘要', en: 'Purpose', kind: 'text', width: 32, of: (row) => row.purpose },
    { zh: '业务参考号', en: 'Reference', kind: 'text', width: 18, of: (row) => row.reference },
  ],
}

@Injectable()
export class BankOrderBudgetFileService {
  constructor(
    private readonly audit: AuditEntries,
    private readonly files: BankOrderFileService,
  ) {}

  /** Throws StateConflict (409) for what was dissolved, or is not what was drawn. `order` is locked. */
  async send(tx: EntityManager, actor: Actor, order: BankOrder): Promise<StreamableFile> {
    if (order.status === 'dissolved')
      throw new StateConflict('funding.bank_order_dissolved', { number: order.number })
    const checked = await this.files.requireAsDrawn(tx, order)
    // It holds whole accounts, as the bank's file does: who took it stays on record.
    await this.audit.record(tx, actor, {
      action: 'bank_order.export',
      entity: 'bank_order',
      entityId: order.id,
      schoolId: order.schoolId,
      regionCode: order.regionCode,
      after: { number: order.number, form: 'budget_system', contentHash: order.contentHash },
    })
    const rows = await this.rows(tx, order, checked)
    return sendWorkbook(`budget-payments-${order.number}`, [listSheet(sheet, actor.language, rows)])
  }

  private async rows(
    tx: EntityManager,
    order: BankOrder,
    { lines, rows }: CheckedOrder,
  ): Promise<BudgetRow[]> {
    const schoolIds = [...new Set(lines.map(({ schoolId }) => schoolId))]
    const schools = new Map(
      (await tx.createQueryBuilder(School, 'school').whereInIds(schoolIds).getMany()).map((school) => [
        school.id,
        school,
      ]),
    )
    const parts = await partsOfPayments(
      tx,
      lines.map(({ paymentId }) => paymentId),
      order.drawnAt,
    )
    const notices = await noticesOf(tx, schoolIds)
    return lines.flatMap((line, i) => {
      const school = schools.get(line.schoolId)!
      return (parts.get(line.paymentId) ?? []).map((part) => ({
        ...fromFile(rows[i]!),
        noticeNumber: notices(line.schoolId, part),
        functionalClass: functionalClasses[school.stage].code,
        economicCategory: categoryOf(part),
        amountFen: part.amountFen,
      }))
    })
  }
}

const categoryOf = ({ account }: PartOfPayment) => accounts[account].statutory?.economicCategory ?? null

/** As it stands in the bank's file, whatever became of the payment since. */
function fromFile(row: FileRow): Omit<BudgetRow, 'noticeNumber' | 'functionalClass' | 'economicCategory'> {
  const { reference, unit, payee, payeeAccount, payeeBank, amountFen, purpose } = toFields(row)
  return {
    reference,
    unit,
    payee,
    payeeAccount: payeeAccount ?? '',
    payeeBank: payeeBank === null ? null : String(payeeBank),
    amountFen: fen(amountFen),
    purpose,
  }
}
