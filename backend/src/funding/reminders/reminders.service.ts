/** Who has to be told that something is due or late (提醒)? By the calendar, or by the bureau's hand; the same word once. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Region, School, scoped } from '../../organisation/index.js'
import { addDays, Clock, columnInstant, daysBetween } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { printYuan, toFen } from '../../platform/money.js'
import { Sentences } from '../../platform/sentences.js'
import { Finding } from '../audit-rules/finding.entity.js'
import { ruleOf } from '../audit-rules/rules.js'
import { Declaration } from '../declarations/declaration.entity.js'
import { Estimate } from '../estimates/estimate.entity.js'
import { Fund } from '../standards/fund.entity.js'
import { FundPolicy } from '../standards/fund-policy.entity.js'
import { Reminder } from './reminder.entity.js'
import type { ReminderOut, SendRemindersIn, SentRemindersOut } from './reminders.dto.js'
import { requireFund } from '../standards/require-fund.js'

/** Days before the deadline on which a word is sent; -1: once when it has passed. */
const steps = [14, 7, 3, 0, -1]

interface Deadline {
  readonly kind: 'declaration_due' | 'estimate_due' | 'spending_due'
  readonly fund: Fund
  readonly fiscalYear: number
  readonly regionCode: string
  readonly dueOn: string
}

interface Word {
  readonly uniqueKey: string
  readonly regionCode: string
  readonly schoolId: number | null
  readonly permission: string
  readonly kind: string
  readonly fundId: number | null
  readonly fiscalYear: number | null
  readonly params: Readonly<Record<string, string | number | null>>
  readonly entity: string
  readonly entityId: number | null
  readonly dueOn: string
  readonly sentById: number | null
}

@Injectable()
export class RemindersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly sentences: Sentences,
  ) {}

  /** What waits for this person and is due, the most urgent first. */
  async mine(actor: Actor): Promise<ReminderOut[]> {
    const query = this.database.read
      .createQueryBuilder(Reminder, 'reminder')
      .leftJoinAndMapOne('reminder.school', School, 'school', 'school.id = reminder.schoolId')
      .where('reminder.doneAt IS NULL')
    if (actor.schoolId !== null) query.andWhere('reminder.schoolId = :schoolId', { schoolId: actor.schoolId })
    else
      query.andWhere('reminder.schoolId IS NULL AND reminder.regionCode = :region', {
        region: actor.regionCode,
      })
    const rows = (await query.orderBy('reminder.dueOn').addOrderBy('reminder.id', 'DESC').getMany()).filter(
      (each) => actor.permissions.has(each.permission as never),
    )
    // Of several words about one thing the last one stands.
    const last = new Map<string, Reminder>()
    for (const each of rows) if (!last.has(thingOf(each))) last.set(thingOf(each), each)
    const today = this.clock.today()
    return [...last.values()].map((each) => ({
      id: each.id,
      kind: each.kind,
      sentence: this.sentences.say({ code: `reminder.${each.kind}`, params: each.params }, actor.language),
      schoolId: each.schoolId,
      schoolName: each.school?.name ?? null,
      entity: each.entity,
      entityId: each.entityId,
      dueOn: each.dueOn,
      isLate: each.dueOn < today,
      sentAt: each.sentAt.toISOString(),
    }))
  }

  /** By hand, to schools of the scope that have not done it; once a day each. */
  async send(
    actor: Actor,
    { schoolIds, kind, fundId, fiscalYear }: SendRemindersIn,
  ): Promise<SentRemindersOut> {
    return this.database.transaction(async (tx) => {
      const schools = await scoped(tx.createQueryBuilder(School, 'school'), actor, 'school.id')
        .andWhere('school.id IN (:...schoolIds)', { schoolIds })
        .getMany()
      const missing = schoolIds.find((id) => !schools.some((school) => school.id === id))
      if (missing !== undefined) throw new NotFound('school', missing)
      const fund = await requireFund(tx, actor.regionCode, fundId)
      const done = await this.doneSchools(tx, kind, fundId, fiscalYear)
      const today = this.clock.today()
      const deadline = (await this.deadlines(tx, today)).find(
        (each) => each.kind === kind && each.fund.id === fundId && each.fiscalYear === fiscalYear,
      )
      const dueOn = deadline?.dueOn ?? addDays(today, 7)
      const words = schools
        .filter((school) => !done.has(school.id))
        .map((school) => ({
          ...this.word(
            { kind, fund, fiscalYear, regionCode: school.regionCode, dueOn },
            school,
            `hand:${today}`,
          ),
          sentById: actor.userId,
        }))
      const sentCount = await this.say(tx, words)
      await this.audit.record(tx, actor, {
        action: 'reminder.send',
        entity: 'reminder',
        entityId: 0,
        after: { kind, fundId, fiscalYear, sentCount, askedCount: schoolIds.length },
      })
      return { sentCount, askedCount: schoolIds.length }
    })
  }

  /** By the calendar, region by region. */
  async runEverywhere(): Promise<SentRemindersOut> {
    const sum = { sentCount: 0, askedCount: 0 }
    const regions = await this.database.read.find(Region, { order: { code: 'ASC' } })
    for (const { code } of regions) {
      const { sentCount, askedCount } = await this.runRegion(code)
      sum.sentCount += sentCount
      sum.askedCount += askedCount
    }
    return sum
  }

  /** For the region's own schools; run as often as wanted, each word is said once, what is done falls silent. */
  async runRegion(regionCode: string): Promise<SentRemindersOut> {
    return this.database.transaction(async (tx) => {
      const today = this.clock.today()
      const words: Word[] = []
      for (const deadline of await this.deadlines(tx, today)) {
        const step = stepOf(daysBetween(today, deadline.dueOn))
        if (step !== null && regionCode.startsWith(deadline.regionCode))
          words.push(...(await this.wordsOf(tx, deadline, regionCode, step)))
      }
      words.push(...(await this.dueFindings(tx, regionCode, today)))
      const sentCount = await this.say(tx, words)
      await this.fallSilent(tx, regionCode)
      if (sentCount > 0)
        await this.audit.recordWithoutPerson(
          tx,
          { action: 'reminder.run', entity: 'reminder', entityId: 0, regionCode, after: { sentCount } },
          'hourly',
        )
      return { sentCount, askedCount: words.length }
    })
  }

  // The deadlines of this year's declarations and spending, and of next year's estimates.
  private async deadlines(tx: EntityManager, today: string): Promise<Deadline[]> {
    const policies = await tx
      .createQueryBuilder(FundPolicy, 'policy')
      .innerJoinAndMapOne('policy.fund', Fund, 'fund', 'fund.id = policy.fundId')
      .where('policy.validFromOn <= :today AND (policy.validToOn IS NULL OR policy.validToOn >= :today)', {
        today,
      })
      .getMany()
    const year = Number(today.slice(0, 4))
    return policies.flatMap(({ fund, regionCode, declarationDueDay, estimateDueDay, spendingDueDay }) => [
      ...(declarationDueDay
        ? [
            {
              kind: 'declaration_due' as const,
              fund: fund!,
              fiscalYear: year,
              regionCode,
              dueOn: `${year}-${declarationDueDay}`,
            },
          ]
        : []),
      ...(estimateDueDay
        ? [
            {
              kind: 'estimate_due' as const,
              fund: fund!,
              fiscalYear: year + 1,
              regionCode,
              dueOn: `${year}-${estimateDueDay}`,
            },
          ]
        : []),
      ...(spendingDueDay
        ? [
            {
              kind: 'spending_due' as const,
              fund: fund!,
              fiscalYear: year,
              regionCode,
              dueOn: `${year}-${spendingDueDay}`,
            },
          ]
        : []),
    ])
  }

  private async wordsOf(
    tx: EntityManager,
    deadline: Deadline,
    regionCode: string,
    step: number,
  ): Promise<Word[]> {
    const stages = deadline.fund.purposes.map((purpose) => purpose.stage)
    const schools = await tx
      .createQueryBuilder(School, 'school')
      .where('school.regionCode = :region AND school.isActive = :yes AND school.stage IN (:...stages)', {
        region: regionCode,
        yes: true,
        stages,
      })
      .getMany()
    if (deadline.kind === 'spending_due') {
      const left = await this.leftBySchool(tx, deadline, regionCode)
      return schools
        .filter((school) => (left.get(school.id) ?? '') !== '')
        .map((school) => this.word(deadline, school, String(step), left.get(school.id)))
    }
    const done = await this.doneSchools(tx, deadline.kind, deadline.fund.id, deadline.fiscalYear)
    return schools
      .filter((school) => !done.has(school.id))
      .map((school) => this.word(deadline, school, String(step)))
  }

  private word(
    { kind, fund, fiscalYear, dueOn }: Deadline,
    school: School,
    step: string,
    left?: string,
  ): Word {
    const permission = {
      declaration_due: 'declaration.write',
      estimate_due: 'estimate.write',
      spending_due: 'payment.request',
    }[kind]
    return {
      uniqueKey: `${kind}:${fund.id}:${fiscalYear}:${school.id}:${dueOn}:${step}`,
      regionCode: school.regionCode,
      schoolId: school.id,
      permission,
      kind,
      fundId: fund.id,
      fiscalYear,
      params: {
        fund: fund.name,
        fundId: fund.id,
        year: fiscalYear,
        dueOn,
        ...(left === undefined ? {} : { left }),
      },
      entity: kind === 'estimate_due' ? 'estimate' : kind === 'declaration_due' ? 'declaration' : 'payment',
      entityId: null,
      dueOn,
      sentById: null,
    }
  }

  private async dueFindings(tx: EntityManager, regionCode: string, today: string): Promise<Word[]> {
    const findings = await tx
      .createQueryBuilder(Finding, 'finding')
      .where(
        "finding.status = 'rectifying' AND finding.regionCode = :regionCode AND finding.dueOn <= :soon",
        {
          regionCode,
          soon: addDays(today, steps[0]!),
        },
      )
      .getMany()
    return findings.flatMap((finding) => {
      const step = stepOf(daysBetween(today, finding.dueOn!))
      if (step === null) return []
      return [
        {
          uniqueKey: `finding_due:${finding.id}:${finding.dueOn}:${step}`,
          regionCode: finding.regionCode,
          schoolId: finding.schoolId,
          permission: finding.schoolId === null ? 'finding.assign' : 'finding.rectify',
          kind: 'finding_due',
          fundId: null,
          fiscalYear: null,
          params: {
            rule: ruleOf.get(finding.rule)?.zh ?? finding.rule,
            owner: finding.ownerName,
            dueOn: finding.dueOn,
          },
          entity: 'finding',
          entityId: finding.id,
          dueOn: finding.dueOn!,
          sentById: null,
        },
      ]
    })
  }

  private async doneSchools(
    tx: EntityManager,
    kind: string,
    fundId: number,
    fiscalYear: number,
  ): Promise<Set<number>> {
    const target = kind === 'estimate_due' ? Estimate : Declaration
    const rows = await tx
      .createQueryBuilder(target, 'thing')
      .select('thing.schoolId', 'schoolId')
      .where(
        "thing.fundId = :fundId AND thing.fiscalYear = :fiscalYear AND thing.status NOT IN ('draft', 'returned')",
        { fundId, fiscalYear },
      )
      .getRawMany<{ schoolId: number }>()
    return new Set(rows.map((row) => row.schoolId))
  }

  private async leftBySchool(
    tx: EntityManager,
    { fund, fiscalYear }: Deadline,
    regionCode: string,
  ): Promise<Map<number, string>> {
    const rows = await tx.query<{ schoolId: number; leftFen: string | number }[]>(
      'SELECT schoolId, SUM(receivedFen + carriedFen - returnedFen - committedFen - spentFen) AS leftFen FROM allotment JOIN school ON school.id = allotment.schoolId WHERE fundId = ? AND fiscalYear = ? AND school.regionCode = ? GROUP BY schoolId',
      [fund.id, fiscalYear, regionCode],
    )
    return new Map(
      rows
        .map((row) => [row.schoolId, toFen(row.leftFen)] as const)
        .filter(([, leftFen]) => leftFen > 0)
        .map(([schoolId, leftFen]) => [schoolId, printYuan(leftFen)]),
    )
  }

  // The unique key is the last word; what is known already is left out beforehand.
  private async say(tx: EntityManager, words: readonly Word[]): Promise<number> {
    if (words.length === 0) return 0
    const known = new Set<string>()
    for (let start = 0; start < words.length; start += 500) {
      const keys = words.slice(start, start + 500).map((each) => each.uniqueKey)
      const rows = await tx
        .createQueryBuilder(Reminder, 'reminder')
        .select('reminder.uniqueKey', 'uniqueKey')
        .where('reminder.uniqueKey IN (:...keys)', { keys })
        .getRawMany<{ uniqueKey: string }>()
      for (const row of rows) known.add(row.uniqueKey)
    }
    const sentAt = this.clock.now()
    const fresh = words
      .filter((each) => !known.has(each.uniqueKey))
      .sort((a, b) => (a.uniqueKey < b.uniqueKey ? -1 : 1))
    let count = 0
    for (let start = 0; start < fresh.length; start += 200) {
      const part = fresh.slice(start, start + 200)
      const { raw } = await tx
        .createQueryBuilder()
        .insert()
        .into(Reminder)
        .values(part.map((each) => ({ ...each, sentAt, doneAt: null })) as object[])
        .orIgnore()
        .updateEntity(false)
        .execute()
      // On a server another process may have said some of them meanwhile.
      count += this.database.isSqlite ? part.length : (raw as { affectedRows: number }).affectedRows
    }
    return count
  }

  private async fallSilent(tx: EntityManager, regionCode: string): Promise<void> {
    const now = columnInstant(this.clock.now())
    const submitted = (table: string) =>
      `EXISTS (SELECT 1 FROM ${table} thing WHERE thing.schoolId = reminder.schoolId AND thing.status NOT IN ('draft', 'returned') AND thing.fundId = reminder.fundId AND thing.fiscalYear = reminder.fiscalYear)`
    await tx.query(
      `UPDATE reminder SET doneAt = ? WHERE doneAt IS NULL AND regionCode = ? AND kind = 'declaration_due' AND ${submitted('declaration')}`,
      [now, regionCode],
    )
    await tx.query(
      `UPDATE reminder SET doneAt = ? WHERE doneAt IS NULL AND regionCode = ? AND kind = 'estimate_due' AND ${submitted('estimate')}`,
      [now, regionCode],
    )
    await tx.query(
      "UPDATE reminder SET doneAt = ? WHERE doneAt IS NULL AND regionCode = ? AND kind = 'finding_due' AND EXISTS (SELECT 1 FROM finding WHERE finding.id = reminder.entityId AND finding.status <> 'rectifying')",
      [now, regionCode],
    )
    const yearAgo = addDays(this.clock.today(), -365)
    await tx.query('UPDATE reminder SET doneAt = ? WHERE doneAt IS NULL AND regionCode = ? AND dueOn < ?', [
      now,
      regionCode,
      yearAgo,
    ])
  }
}

/** The step whose day has come: the smallest that is not yet over; null while it is too early. */
function stepOf(daysLeft: number): number | null {
  if (daysLeft < 0) return -1
  return [...steps].reverse().find((step) => step >= daysLeft) ?? null
}

/** Two words about one thing are of one kind, for one day, about one fund's year or one row. */
const thingOf = ({ kind, entity, entityId, dueOn, fundId, fiscalYear, schoolId }: Reminder): string =>
  [kind, entity, entityId, dueOn, fundId, fiscalYear, schoolId].join('/')
