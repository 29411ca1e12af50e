/** What waits for this person (提醒), and whom does the bureau tell by hand? The same word once. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { School, scoped } from '../../organisation/index.js'
import { addDays, Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { NotFound } from '../../platform/errors.js'
import { Sentences } from '../../platform/sentences.js'
import { requireFund } from '../../entitlement/index.js'
import { deadlinesOn, schoolsThatHave } from './deadlines.js'
import { Reminder } from './reminder.entity.js'
import type { ReminderOut, SendRemindersIn, SentRemindersOut } from './reminders.dto.js'
import { sayWords } from './say-words.js'
import { wordTo } from './words.js'

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
      const today = this.clock.today()
      const done = await schoolsThatHave(tx, { kind, fund, fiscalYear }, today)
      const deadline = (await deadlinesOn(tx, today)).find(
        (each) => each.kind === kind && each.fund.id === fundId && each.fiscalYear === fiscalYear,
      )
      const dueOn = deadline?.dueOn ?? addDays(today, 7)
      const words = schools
        .filter((school) => !done.has(school.id))
        .map((school) => ({
          ...wordTo(
            school,
            { kind, fund, fiscalYear, regionCode: school.regionCode, dueOn },
            `hand:${today}`,
          ),
          sentById: actor.userId,
        }))
      const newCount = await sayWords(tx, words, this.clock.now())
      await this.audit.record(tx, actor, {
        action: 'reminder.send',
        entity: 'reminder',
        entityId: 0,
        after: { kind, fundId, fiscalYear, newCount, askedCount: schoolIds.length },
      })
      // Not only the new ones: of equal requests at once nobody knows which was the first.
      return { sentCount: words.length, askedCount: schoolIds.length }
    })
  }
}

/** Two words about one thing are of one kind, for one day, about one fund's year or one row. */
const thingOf = ({ kind, entity, entityId, dueOn, fundId, fiscalYear, schoolId }: Reminder): string =>
  [kind, entity, entityId, dueOn, fundId, fiscalYear, schoolId].join('/')
