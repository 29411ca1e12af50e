/** Which number does a voucher get (凭证编号)? The next of its month, once and for ever: what is booked back later comes after. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { type ActingPerson, AuditEntries } from '../../audit/index.js'
import { requireSchool, type School } from '../../organisation/index.js'
import { addDays, Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { LedgerService } from '../journal/ledger.service.js'
import { type Drafted, draftVouchers } from './draft-vouchers.js'
import { digestOf, voucherHash } from './voucher-content.js'
import { VoucherWords } from './voucher-words.js'
import { Voucher } from './voucher.entity.js'

const atOnce = 500

@Injectable()
export class VoucherNumberingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly ledger: LedgerService,
    private readonly words: VoucherWords,
  ) {}

  /** Everything up to today. Throws RuleBroken where nothing waits for a number. */
  async numberUntilToday(actor: Actor, schoolId: number): Promise<number> {
    return this.database.transaction(async (tx) => {
      const school = await requireSchool(tx, actor, schoolId)
      await this.ledger.takeChain(tx, schoolId)
      const count = await this.number(tx, actor, school, this.tomorrow())
      if (count === 0) throw new RuleBroken('funding.voucher_nothing')
      return count
    })
  }

  /** How many wait for a number. */
  async waiting(actor: Actor, schoolId: number): Promise<number> {
    const { read } = this.database
    const school = await requireSchool(read, actor, schoolId)
    return (await this.drafts(read, school, this.tomorrow())).length
  }

  /**
   * Numbers what is booked before a day and has no number, in the order of the days; says how many that were. The chain of
   * the school is held, so that numbers follow one another without a gap.
   */
  async number(tx: EntityManager, person: ActingPerson, school: School, before: string): Promise<number> {
    const found = await this.drafts(tx, school, before)
    if (found.length === 0) return 0
    const last = await this.lastNumbers(tx, school.id)
    const numberedAt = this.clock.now()
    const vouchers = found.map(({ draft, journal }) => {
      const content = { ...draft, number: (last.get(draft.month) ?? 0) + 1 }
      last.set(draft.month, content.number)
      const contentHash = voucherHash(content, journal.hash)
      return tx.create(Voucher, {
        ...content,
        numberedAt,
        checkedById: null,
        checkedByName: null,
        checkedAt: null,
        contentHash,
      })
    })
    for (let start = 0; start < vouchers.length; start += atOnce)
      await tx.insert(Voucher, vouchers.slice(start, start + atOnce))
    await this.note(tx, person, school.id, vouchers)
    return vouchers.length
  }

  private drafts(manager: EntityManager, school: School, before: string): Promise<Drafted[]> {
    return draftVouchers(manager, school, (sources) => this.words.say(manager, sources), before)
  }

  private tomorrow(): string {
    return addDays(this.clock.today(), 1)
  }

  // A run says in the trail what it has numbered, month by month.
  private async note(
    tx: EntityManager,
    person: ActingPerson,
    schoolId: number,
    vouchers: readonly Voucher[],
  ): Promise<void> {
    const byMonth = new Map<string, Voucher[]>()
    for (const voucher of vouchers)
      byMonth.set(voucher.month, [...(byMonth.get(voucher.month) ?? []), voucher])
    await this.audit.recordMany(
      tx,
      person,
      [...byMonth].map(([month, own]) => ({
        action: 'voucher.number',
        entity: 'voucher',
        entityId: null,
        schoolId,
        after: {
          month,
          first: own[0]!.number,
          last: own.at(-1)!.number,
          digest: digestOf(own),
          numberedAt: own[0]!.numberedAt.toISOString(),
        },
      })),
    )
  }

  private async lastNumbers(tx: EntityManager, schoolId: number): Promise<Map<string, number>> {
    const rows = await tx
      .createQueryBuilder(Voucher, 'voucher')
      .select('voucher.month', 'month')
      .addSelect('MAX(voucher.number)', 'last')
      .where('voucher.schoolId = :schoolId', { schoolId })
      .groupBy('voucher.month')
      .getRawMany<{ month: string; last: string | number }>()
    return new Map(rows.map(({ month, last }) => [month, Number(last)]))
  }
}
