/** To whom does a payment go (付给谁)? What a draft takes from its payee, and what is frozen when it is handed in. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { requireAsNoted, type Supplied } from '../../audit/index.js'
import { requireOfSchool } from '../../organisation/index.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Invalid } from '../../platform/errors.js'
import { makersOf } from './payee-makers.js'
import { Payee } from './payee.entity.js'

/** The columns of a payment that say whom it pays. */
export interface PaidTo {
  payeeId: number | null
  payee: string
  payeeAccountSealed: string | null
  payeeAccountLast4: string | null
  payeeAccountHash: string | null
  payeeBank: string | null
  payeeBankCode: string | null
}

/** As somebody types it in a draft. */
export interface TypedPayee {
  readonly payeeId?: number | null | undefined
  readonly payee?: string | undefined
  readonly payeeAccount?: string | null | undefined
  readonly payeeBank?: string | null | undefined
}

@Injectable()
export class PaidToService {
  constructor(private readonly seal: FieldSeal) {}

  /** What was typed as columns, those that it changes; a payee stands for all of them. Throws Invalid for another school's payee. */
  async typed(
    tx: EntityManager,
    schoolId: number,
    { payeeId, payee, payeeAccount, payeeBank }: TypedPayee,
  ): Promise<Partial<PaidTo>> {
    if (payeeId) return paidTo(await requireOfSchool(tx, Payee, schoolId, payeeId, 'payeeId'))
    const isTyped = [payee, payeeAccount, payeeBank].some((each) => each !== undefined)
    return {
      ...(isTyped || payeeId === null ? { payeeId: null } : {}),
      ...(payee === undefined ? {} : { payee }),
      ...(payeeAccount === undefined ? {} : this.sealed(payeeAccount)),
      ...(payeeBank === undefined ? {} : { payeeBank, payeeBankCode: null }),
    }
  }

  /** What a payment says from its submission on, whatever becomes of the payee. Throws Invalid where account or bank is missing. */
  async frozen(
    tx: EntityManager,
    payment: PaidTo & { readonly schoolId: number },
  ): Promise<{ set: Partial<PaidTo>; makers: Supplied[] }> {
    const payee =
      payment.payeeId === null
        ? await this.known(tx, payment)
        : await requireOfSchool(tx, Payee, payment.schoolId, payment.payeeId, 'payeeId')
    if (payee) await requireAsNoted(tx, 'payee', [payee.id])
    if (payee && !payee.isActive)
      throw Invalid.field('payeeId', 'funding.payee_inactive', { name: payee.name })
    const set = payee ? paidTo(payee) : {}
    const { payeeAccountHash, payeeBank, payee: name } = { ...payment, ...set }
    const [noAccount, noBank] = [!payeeAccountHash, !payeeBank]
    if (noAccount && noBank) throw Invalid.field('payeeAccount', 'funding.payee_incomplete', { name })
    if (noAccount) throw Invalid.field('payeeAccount', 'funding.payee_without_account', { name })
    if (noBank) throw Invalid.field('payeeBank', 'funding.payee_without_bank', { name })
    return { set, makers: payee ? await makersOf(tx, payee) : [] }
  }

  // Typed by hand, and the school has just this payee: then it is that one, with whoever put in its account.
  private async known(
    tx: EntityManager,
    { schoolId, payeeAccountHash, payee, payeeBank }: PaidTo & { readonly schoolId: number },
  ): Promise<Payee | null> {
    if (!payeeAccountHash || !payeeBank) return null
    return tx.findOneBy(Payee, {
      schoolId,
      accountHash: payeeAccountHash,
      name: payee,
      bankName: payeeBank,
    })
  }

  private sealed(
    account: string | null,
  ): Pick<PaidTo, 'payeeAccountSealed' | 'payeeAccountLast4' | 'payeeAccountHash'> {
    return {
      payeeAccountSealed: this.seal.seal(account),
      payeeAccountLast4: account?.slice(-4) ?? null,
      payeeAccountHash: account === null ? null : this.seal.hash(account),
    }
  }
}

/** What a payment takes from its payee. */
export function paidTo({
  id,
  name,
  accountSealed,
  accountLast4,
  accountHash,
  bankName,
  bankCode,
}: Payee): Required<PaidTo> {
  return {
    payeeId: id,
    payee: name,
    payeeAccountSealed: accountSealed,
    payeeAccountLast4: accountLast4,
    payeeAccountHash: accountHash,
    payeeBank: bankName,
    payeeBankCode: bankCode,
  }
}
