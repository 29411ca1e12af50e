/** Whom does a school pay (收款人), and into which account? One account is one payee; every change is on record. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, behalfOf, documentTable, requireAsNoted } from '../../audit/index.js'
import { SchoolScope, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { contains, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Payee } from './payee.entity.js'
import { whereMoneyGoes } from './payee-makers.js'
import {
  type CreatePayeeIn,
  type PayeeListQuery,
  type PayeeOut,
  toPayeeOut,
  type UpdatePayeeIn,
} from './payees.dto.js'

documentTable({ entity: 'payee' })

const payees: Listing<PayeeListQuery> = {
  sortable: { name: 'payee.name', kind: 'payee.kind', id: 'payee.id' },
  filters: {
    schoolId: equals('payee.schoolId'),
    kind: equals('payee.kind'),
    isActive: equals('payee.isActive'),
    q: contains('payee.name', 'payee.bankName', 'payee.accountLast4'),
  },
}

@Injectable()
export class PayeesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly schools: SchoolScope,
    private readonly seal: FieldSeal,
  ) {}

  list(actor: Actor, list: PayeeListQuery): Promise<Page<PayeeOut>> {
    return paged(this.visible(this.database.read, actor), list, payees, toPayeeOut)
  }

  async get(actor: Actor, id: number): Promise<PayeeOut> {
    return toPayeeOut(await this.find(this.database.read, actor, id))
  }

  async create(actor: Actor, { account, ...given }: CreatePayeeIn): Promise<PayeeOut> {
    return this.database.transaction(async (tx) => {
      await this.schools.require(actor, given.schoolId, tx)
      const payee = tx.create(Payee, {
        ...given,
        ...this.sealed(account),
        bankCode: given.bankCode ?? null,
        isActive: true,
        ...this.putInBy(actor),
        createdAt: this.clock.now(),
      })
      await this.whereFree(tx, payee, () => tx.save(payee))
      await this.audit.record(tx, actor, {
        action: 'payee.create',
        entity: 'payee',
        entityId: payee.id,
        schoolId: payee.schoolId,
        after: payee,
      })
      return toPayeeOut(payee)
    })
  }

  /** New payees that a sheet names, within its transaction; answers their ids in their order. Throws RuleBroken where somebody was quicker. */
  async createPeople(
    tx: EntityManager,
    actor: Actor,
    schoolId: number,
    people: readonly { readonly name: string; readonly account: string; readonly bankName: string }[],
  ): Promise<number[]> {
    if (people.length === 0) return []
    const rows = people.map(({ name, account, bankName }) => ({
      schoolId,
      name,
      kind: 'person' as const,
      ...this.sealed(account),
      bankName,
      bankCode: null,
      isActive: true,
      ...this.putInBy(actor),
      createdAt: this.clock.now(),
    }))
    const last4 = rows[0]!.accountLast4
    await onDuplicate(
      () => tx.insert(Payee, rows),
      () => new RuleBroken('funding.payee_account_known', { last4 }),
    )
    const made = await tx.findBy(Payee, { schoolId, accountHash: In(rows.map((row) => row.accountHash)) })
    await this.audit.recordMany(
      tx,
      actor,
      made.map((payee) => ({
        action: 'payee.create',
        entity: 'payee',
        entityId: payee.id,
        schoolId,
        after: payee,
      })),
    )
    const idOf = new Map(made.map(({ id, accountHash }) => [accountHash, id]))
    return rows.map(({ accountHash }) => idOf.get(accountHash)!)
  }

  async update(actor: Actor, id: number, { account, ...given }: UpdatePayeeIn): Promise<PayeeOut> {
    return this.database.transaction(async (tx) => {
      await this.lock(tx, id)
      await requireAsNoted(tx, 'payee', [id])
      const before = await this.find(tx, actor, id)
      const isOther = account !== undefined && this.seal.hash(account) !== before.accountHash
      const typed: Partial<Payee> = { ...given, ...(isOther ? this.sealed(account) : {}) }
      const change = {
        ...typed,
        ...(whereMoneyGoes.some((key) => typed[key] !== undefined && typed[key] !== before[key])
          ? this.putInBy(actor)
          : {}),
      }
      const after: Payee = { ...before, ...change }
      if (Object.keys(change).length > 0)
        await this.whereFree(tx, after, () => tx.update(Payee, { id }, change))
      await this.audit.record(tx, actor, {
        action: 'payee.update',
        entity: 'payee',
        entityId: id,
        schoolId: before.schoolId,
        before,
        after,
      })
      return toPayeeOut(after)
    })
  }

  private putInBy(
    actor: Actor,
  ): Pick<Payee, 'accountChangedAt' | 'accountChangedById' | 'accountChangedByName' | 'accountChangedForId'> {
    return {
      accountChangedAt: this.clock.now(),
      accountChangedById: actor.userId,
      accountChangedByName: actor.displayName,
      accountChangedForId: behalfOf(actor, 'payment.request')?.userId ?? null,
    }
  }

  private async whereFree<T>(tx: EntityManager, payee: Payee, write: () => Promise<T>): Promise<T> {
    const { schoolId, accountHash, accountLast4 } = payee
    const taken = await tx.findOneBy(Payee, { schoolId, accountHash })
    if (taken && taken.id !== payee.id)
      throw new RuleBroken('funding.payee_account_taken', { last4: accountLast4, name: taken.name })
    // Somebody was quicker: the unique key is the last word.
    return onDuplicate(write, () => new RuleBroken('funding.payee_account_known', { last4: accountLast4 }))
  }

  private async lock(tx: EntityManager, id: number): Promise<void> {
    if (this.database.isSqlite) return
    await tx
      .createQueryBuilder(Payee, 'payee')
      .select('payee.id')
      .where('payee.id = :id', { id })
      .setLock('pessimistic_write')
      .getRawMany()
  }

  private sealed(account: string): Pick<Payee, 'accountSealed' | 'accountLast4' | 'accountHash'> {
    return {
      accountSealed: this.seal.seal(account),
      accountLast4: account.slice(-4),
      accountHash: this.seal.hash(account),
    }
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Payee> {
    const payee = await this.visible(manager, actor).andWhere('payee.id = :id', { id }).getOne()
    if (!payee) throw new NotFound('payee', id)
    return payee
  }

  private visible(manager: EntityManager, actor: Actor): SelectQueryBuilder<Payee> {
    return scoped(manager.createQueryBuilder(Payee, 'payee'), actor)
  }
}
