/** Who is told by the calendar that something is due or late (定时提醒)? Region by region; each word once, what is done falls silent. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditEntries } from '../../audit/index.js'
import { Region, School } from '../../organisation/index.js'
import { addDays, Clock, columnInstant, daysBetween } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Finding } from '../audit-rules/finding.entity.js'
import { nameOfFinding } from '../audit-rules/findings.dto.js'
import { deadlinesOn, leftBySchool, schoolsThatHave } from './deadlines.js'
import type { SentRemindersOut } from './reminders.dto.js'
import { sayWords } from './say-words.js'
import { type Deadline, firstStep, stepOf, type Word, wordOf, wordTo } from './words.js'

@Injectable()
export class ReminderRoundsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
  ) {}

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
      for (const deadline of await deadlinesOn(tx, today)) {
        const step = stepOf(daysBetween(today, deadline.dueOn))
        if (step !== null && regionCode.startsWith(deadline.regionCode))
          words.push(...(await this.wordsOf(tx, deadline, regionCode, step)))
      }
      words.push(...(await this.dueFindings(tx, regionCode, today)))
      const sentCount = await sayWords(tx, words, this.clock.now())
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

  private async wordsOf(
    tx: EntityManager,
    deadline: Deadline,
    regionCode: string,
    step: number,
  ): Promise<Word[]> {
    const schools = await tx
      .createQueryBuilder(School, 'school')
      .where('school.regionCode = :regionCode AND school.isActive = :yes AND school.stage IN (:...stages)', {
        regionCode,
        yes: true,
        stages: deadline.fund.purposes.map((purpose) => purpose.stage),
      })
      .getMany()
    if (deadline.kind === 'spending_due') {
      const left = await leftBySchool(tx, deadline, regionCode)
      return schools
        .filter((school) => left.has(school.id))
        .map((school) => wordTo(school, deadline, String(step), left.get(school.id)))
    }
    const done = await schoolsThatHave(tx, deadline, deadline.dueOn)
    return schools
      .filter((school) => !done.has(school.id))
      .map((school) => wordTo(school, deadline, String(step)))
  }

  private async dueFindings(tx: EntityManager, regionCode: string, today: string): Promise<Word[]> {
    const findings = await tx
      .createQueryBuilder(Finding, 'finding')
      .where(
        "finding.status = 'rectifying' AND finding.regionCode = :regionCode AND finding.dueOn <= :soon",
        {
          regionCode,
          soon: addDays(today, firstStep),
        },
      )
      .getMany()
    return findings.flatMap((finding) => {
      const step = stepOf(daysBetween(today, finding.dueOn!))
      const name = nameOfFinding(finding, 'zh')
      return step === null ? [] : [wordOf(finding, name, step)]
    })
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
