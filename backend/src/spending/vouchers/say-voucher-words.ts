/** What payments, returns and notices say of themselves in a voucher (凭证摘要): for what and to whom, under which number. */
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { In } from 'typeorm'
import { Appropriation } from '../../grants/index.js'
import { VoucherWords } from '../../ledger/index.js'
import { Correction } from '../corrections/correction.entity.js'
import { Payment } from '../payments/payment.entity.js'
import { TreasuryReturn } from '../treasury-returns/treasury-return.entity.js'

@Injectable()
export class SayVoucherWords implements OnModuleInit {
  constructor(private readonly words: VoucherWords) {}

  onModuleInit(): void {
    this.words.register('payment', async (manager, ids) => {
      const payments = await manager.find(Payment, {
        where: { id: In([...ids]) },
        select: { id: true, reason: true, payee: true },
      })
      return new Map(payments.map(({ id, reason, payee }) => [id, { title: reason, party: payee }]))
    })
    this.words.register('correction', async (manager, ids) => {
      const corrections = await manager
        .createQueryBuilder(Correction, 'correction')
        .innerJoinAndMapOne('correction.payment', Payment, 'payment', 'payment.id = correction.paymentId')
        .where('correction.id IN (:...ids)', { ids: [...ids] })
        .getMany()
      return new Map(
        corrections.map(({ id, reason, payment }) => [id, { title: reason, party: payment!.payee }]),
      )
    })
    this.words.register('treasury_return', async (manager, ids) => {
      const returns = await manager.find(TreasuryReturn, {
        where: { id: In([...ids]) },
        select: { id: true, payee: true },
      })
      return new Map(returns.map(({ id, payee }) => [id, { title: null, party: payee }]))
    })
    this.words.register('appropriation', async (manager, ids) => {
      const notices = await manager.find(Appropriation, {
        where: { id: In([...ids]) },
        select: { id: true, documentNumber: true },
      })
      return new Map(notices.map(({ id, documentNumber }) => [id, { title: documentNumber, party: null }]))
    })
  }
}
