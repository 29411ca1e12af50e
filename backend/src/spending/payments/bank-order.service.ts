/** What goes to the bank (付款指令)? Everything checked and not yet answered by the bank, with full accounts; each look is noted. */
import { Injectable, type StreamableFile } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { HomeClass, School, scoped } from '../../organisation/index.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { sendWorkbook } from '../../platform/http/send-workbook.js'
import { addFen, fen } from '../../platform/money.js'
import type { Cell, SheetColumn } from '../../platform/sheets/index.js'
import { Allotment } from '../../ledger/index.js'
import { Payment } from './payment.entity.js'

type Ordered = Payment & { school: School; homeClass: HomeClass }

const titles = {
  zh: ['业务参考号', '付款单位', '收款人', '收款账号', '金额', '用途'],
  en: ['Reference', 'Payer', 'Payee', 'Account', 'Amount', 'Remark'],
} as const
const kinds = ['text', 'text', 'text', 'text', 'fen', 'text'] as const
const mostRows = 20_000

@Injectable()
export class BankOrderService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly seal: FieldSeal,
  ) {}

  async send(actor: Actor, schoolId?: number): Promise<StreamableFile> {
    const payments = await this.database.transaction(async (tx) => {
      const query = scoped(tx.createQueryBuilder(Payment, 'payment'), actor, 'payment.schoolId', schoolId)
        .innerJoinAndMapOne('payment.school', School, 'school', 'school.id = payment.schoolId')
        .innerJoin(Allotment, 'allotment', 'allotment.id = payment.allotmentId')
        .innerJoinAndMapOne(
          'payment.homeClass',
          HomeClass,
          'homeClass',
          'homeClass.id = allotment.homeClassId',
        )
        .andWhere("payment.status = 'checked'")
        .orderBy('payment.id')
        .limit(mostRows + 1)
      const found = (await query.getMany()) as Ordered[]
      if (found.length > mostRows) throw new RuleBroken('funding.bank_order_too_long', { most: mostRows })
      // It holds whole accounts: who took it, and how much it was, stays on record.
      await this.audit.record(tx, actor, {
        action: 'payment.bank-order',
        entity: 'payment',
        entityId: null,
        schoolId: schoolId ?? null,
        after: {
          count: found.length,
          amountFen: addFen(fen(0), ...found.map((each) => each.amountFen)),
          firstId: found[0]?.id ?? null,
          lastId: found.at(-1)?.id ?? null,
        },
      })
      return found
    })
    const columns: SheetColumn[] = titles[actor.language].map((title, i) => ({
      title,
      kind: kinds[i]!,
      width: kinds[i] === 'fen' ? 16 : 24,
    }))
    return sendWorkbook('bank-order', [
      { name: 'bank-order', columns, rows: payments.map((each) => this.row(each)) },
    ])
  }

  private row({
    reference,
    school,
    payee,
    payeeAccountSealed,
    amountFen,
    homeClass,
    reason,
  }: Ordered): readonly Cell[] {
    return [
      reference,
      school.name,
      payee,
      this.seal.open(payeeAccountSealed),
      amountFen,
      `${homeClass.name} ${reason}`,
    ]
  }
}
