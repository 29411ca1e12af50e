/** What does the school's plan for a term (一校一案) say, and where does its filing stand? */
import { Injectable } from '@nestjs/common'
import { createHash } from 'node:crypto'
import type { EntityManager, EntityTarget, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { CalendarService, School, SchoolScope, scoped, Term } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, isDuplicateKey, onDuplicate } from '../../platform/database/database.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, editing, eventsFrom } from '../../platform/states.js'
import { draftPlan, headingNames, missingHeadings } from './plan-content.js'
import { PlanFactsService } from './plan-facts.service.js'
import { PlanVersion } from './plan-version.entity.js'
import { Plan } from './plan.entity.js'
import { planTable } from './plan.states.js'
import {
  type CreatePlanIn,
  type PlanListQuery,
  type PlanOut,
  type PlanSummaryOut,
  type PlanVersionOut,
  toPlanOut,
  toPlanSummaryOut,
  toPlanVersionOut,
  type UpdatePlanIn,
} from './plans.dto.js'

export type PlanEvent = keyof typeof planTable.events

const plans: Listing<PlanListQuery> = {
  sortable: {
    updatedAt: 'plan.updatedAt',
    schoolId: 'plan.schoolId',
    status: 'plan.status',
    filingNumber: 'plan.filingNumber',
    version: 'plan.version',
    id: 'plan.id',
  },
  filters: {
    schoolId: equals('plan.schoolId'),
    termId: equals('plan.termId'),
    status: equals('plan.status'),
  },
}
const editable = new Set(['draft', 'returned'])
const filingAttempts = 20

@Injectable()
export class PlansService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly schools: SchoolScope,
    private readonly calendar: CalendarService,
    private readonly facts: PlanFactsService,
  ) {}

  async list(actor: Actor, list: PlanListQuery): Promise<Page<PlanSummaryOut>> {
    const page = await paged(
      scoped(this.joined(this.database.read), actor),
      { ...list, order: list.order ?? (list.sort ? 'asc' : 'desc') },
      plans,
      (plan) => plan,
    )
    const own = await this.transitions.eventsOf(
      this.database.read,
      'plan',
      page.items.map((plan) => plan.id),
      actor,
    )
    return {
      ...page,
      items: page.items.map((plan) => toPlanSummaryOut(plan, actionsOn(plan, actor, own.get(plan.id)))),
    }
  }

  async get(actor: Actor, id: number): Promise<PlanOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** Each text as it was submitted, the newest first. */
  async versions(actor: Actor, id: number): Promise<PlanVersionOut[]> {
    await this.find(this.database.read, actor, id)
    return (
      await this.database.read.find(PlanVersion, { where: { planId: id }, order: { version: 'DESC' } })
    ).map(toPlanVersionOut)
  }

  /** A draft that starts from the school's own figures; one for each school and term. */
  async create(actor: Actor, given: CreatePlanIn): Promise<PlanOut> {
    return this.database.transaction(async (tx) => {
      const school = await this.schools.require(actor, given.schoolId, tx)
      const term = await this.calendar.requireTerm(actor, given.termId, tx)
      const content = draftPlan(await this.facts.of(tx, school, term))
      const plan = tx.create(Plan, {
        schoolId: school.id,
        termId: term.id,
        status: 'draft',
        version: 0,
        content,
        filingNumber: null,
        updatedAt: this.clock.now(),
      })
      await onDuplicate(
        () => tx.save(plan),
        () => new RuleBroken('catalogue.plan_exists', { term: term.name }),
      )
      await this.transitions.made(tx, planTable, plan, actor)
      await this.audit.record(tx, actor, {
        action: 'plan.create',
        entity: 'plan',
        entityId: plan.id,
        schoolId: school.id,
        after: plan,
      })
      return this.out(tx, actor, await this.find(tx, actor, plan.id))
    })
  }

  async update(actor: Actor, id: number, { content: given, ...seen }: UpdatePlanIn): Promise<PlanOut> {
    return this.database.transaction(async (tx) => {
      const before = await this.take(tx, actor, id, editing, seen)
      // An emptied field of a form arrives as null.
      const content = {
        ...before.content,
        ...Object.fromEntries(
          Object.entries(given).map(([heading, text]) => [heading, (text as string | null) ?? '']),
        ),
      }
      const change = { content, updatedAt: this.clock.now() }
      await this.transitions.edit(tx, planTable, Plan, before, change, actor)
      await this.audit.record(tx, actor, {
        action: 'plan.update',
        entity: 'plan',
        entityId: id,
        schoolId: before.schoolId,
        before: before.content,
        after: content,
      })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  /** One step of the filing: submitting keeps the text as a version, filing gives the number. */
  async act(actor: Actor, id: number, event: PlanEvent, given: EventIn): Promise<PlanOut> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.database.transaction((tx) => this.move(tx, actor, id, event, given))
      } catch (error) {
        // Somebody else took the same filing number at the same moment: the next one is free.
        if (event !== 'file' || attempt === filingAttempts || !isDuplicateKey(error)) throw error
      }
    }
  }

  private async move(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: PlanEvent,
    { comment, ...seen }: EventIn,
  ): Promise<PlanOut> {
    const plan = await this.take(tx, actor, id, event, seen)
    if (event === 'submit') refuseIncomplete(plan, actor.language)
    const version = event === 'submit' ? plan.version + 1 : plan.version
    const filingNumber =
      event === 'file' ? (plan.filingNumber ?? (await this.nextFilingNumber(tx, plan))) : plan.filingNumber
    await this.transitions.move(tx, planTable, Plan, plan, event, actor, {
      comment,
      set: { version, filingNumber, updatedAt: this.clock.now() },
    })
    if (event === 'submit') {
      const contentHash = createHash('sha256').update(JSON.stringify(plan.content)).digest('hex')
      await tx.insert(PlanVersion, {
        planId: id,
        schoolId: plan.schoolId,
        version,
        content: plan.content,
        contentHash,
        submittedAt: this.clock.now(),
        submittedByName: actor.displayName,
      })
    }
    return this.out(tx, actor, await this.find(tx, actor, id))
  }

  // The region of the school goes into the history.
  private take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: PlanEvent | typeof editing,
    seen: Seen,
  ): Promise<Taken<Plan & { regionCode: string }>> {
    const read = async () => {
      const plan = await this.find(tx, actor, id)
      return Object.assign(plan, { regionCode: plan.school!.regionCode })
    }
    return this.transitions.take(
      tx,
      planTable,
      Plan as EntityTarget<Plan & { regionCode: string }>,
      id,
      event,
      actor,
      {
        read,
        seen,
      },
    )
  }

  /** '备案140213-2026-0007': the region of the school, the school year, and the next number there. */
  private async nextFilingNumber(tx: EntityManager, plan: Plan): Promise<string> {
    const prefix = `备案${plan.school!.regionCode}-${plan.term!.schoolYear}-`
    const last = await tx
      .createQueryBuilder(Plan, 'plan')
      .select('MAX(plan.filingNumber)', 'last')
      .where('plan.filingNumber LIKE :prefix', { prefix: `${prefix}%` })
      .getRawOne<{ last: string | null }>()
    return `${prefix}${String(Number(last?.last?.slice(prefix.length) ?? 0) + 1).padStart(4, '0')}`
  }

  private async out(manager: EntityManager, actor: Actor, plan: Plan): Promise<PlanOut> {
    const own = await this.transitions.eventsOf(manager, 'plan', [plan.id], actor)
    return toPlanOut(plan, actionsOn(plan, actor, own.get(plan.id)))
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Plan> {
    const plan = await scoped(this.joined(manager), actor, 'plan.schoolId')
      .andWhere('plan.id = :id', { id })
      .getOne()
    if (!plan) throw new NotFound('plan', id)
    return plan
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Plan> {
    return manager
      .createQueryBuilder(Plan, 'plan')
      .innerJoinAndMapOne('plan.school', School, 'school', 'school.id = plan.schoolId')
      .innerJoinAndMapOne('plan.term', Term, 'term', 'term.id = plan.termId')
  }
}

function refuseIncomplete(plan: Plan, language: 'zh' | 'en'): void {
  const missing = missingHeadings(plan.content)
  if (missing.length === 0) return
  const named = missing.map((heading) => ({
    field: `content.${heading}`,
    code: 'catalogue.heading_missing',
    params: { heading: headingNames[heading][language] },
  }))
  const headings = named.map(({ params }) => params.heading).join(language === 'zh' ? '、' : ', ')
  throw new RuleBroken('catalogue.plan_incomplete', { headings }, named)
}

function actionsOn(plan: Plan, actor: Actor, own: Caused = new Set<string>()): string[] {
  const allowed = eventsFrom(planTable, plan.status, actor.permissions, own)
  return editable.has(plan.status) && actor.permissions.has('plan.write') ? [...allowed, 'update'] : allowed
}
