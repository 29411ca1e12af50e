/** What was found (审计发现), by the rules or from outside, who mends it by when, and is it mended (整改)? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { type Actor, User } from '../../access/index.js'
import { AuditEntries, type EventIn, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { Region, School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { Invalid, NotFound, RuleBroken } from '../../platform/errors.js'
import { cases, equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import type { Caused } from '../../platform/states.js'
import { Sentences } from '../../platform/sentences.js'
import { Attachment } from '../attachments/attachment.entity.js'
import type { AuditScope } from './audit-rule.js'
import { Finding } from './finding.entity.js'
import { findingTable, isOver, overRows } from './finding.states.js'
import {
  type AssignFindingIn,
  type AuditRuleOut,
  type AuditRunOut,
  type FindingListQuery,
  type FindingOut,
  type OwnerOut,
  toFindingOut,
} from './findings.dto.js'
import { auditRules } from './rules.js'
import { findAll, runRules } from './run-rules.js'

export type FindingEvent = keyof typeof findingTable.events

const findings: Listing<FindingListQuery> = {
  sortable: {
    id: 'finding.id',
    foundAt: 'finding.foundAt',
    dueOn: 'finding.dueOn',
    severity: 'finding.severity',
  },
  filters: {
    schoolId: equals('finding.schoolId'),
    schoolIds: (ids) => ({
      sql: 'finding.schoolId IN (:...schoolIds)',
      values: { schoolIds: ids.split(',').map(Number) },
    }),
    rule: equals('finding.rule'),
    fiscalYear: equals('finding.fiscalYear'),
    source: equals('finding.source'),
    problem: equals('finding.problem'),
    status: equals('finding.status'),
    severity: equals('finding.severity'),
    isSettled: cases({
      yes: overRows,
      no: `NOT ${overRows}`,
    }),
    isThere: cases({ yes: 'finding.goneAt IS NULL', no: 'finding.goneAt IS NOT NULL' }),
  },
}

@Injectable()
export class FindingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly sentences: Sentences,
  ) {}

  /** All rules over the actor's scope, or over one school of it. */
  async run(actor: Actor, schoolId?: number): Promise<AuditRunOut> {
    const school = schoolId ?? actor.schoolId
    const scope = school === null ? actor.regionCode : (await this.schoolOf(actor, school)).regionCode
    return this.database.transaction(async (tx) => {
      const run = await this.runIn(tx, { regionCode: scope, schoolId: school, today: this.clock.today() })
      await this.audit.record(tx, actor, {
        action: 'finding.run',
        entity: 'finding',
        entityId: 0,
        schoolId: school,
        after: { ...run },
      })
      return run
    })
  }

  /** The regions that there are, each a round of its own. */
  async regions(): Promise<string[]> {
    return (await this.database.read.find(Region, { order: { code: 'ASC' } })).map(({ code }) => code)
  }

  /** Over everything, region by region. */
  async runEverywhere(): Promise<AuditRunOut> {
    const sum = { newCount: 0, presentCount: 0, goneCount: 0 }
    for (const region of await this.regions()) {
      const run = await this.runRegion(region)
      sum.newCount += run.newCount
      sum.presentCount += run.presentCount
      sum.goneCount += run.goneCount
    }
    return sum
  }

  /** The region's own schools and papers, by the clock: several processes may do it at once, the fingerprint keeps each finding single. */
  async runRegion(regionCode: string): Promise<AuditRunOut> {
    return this.database.transaction(async (tx) => {
      const scope = { regionCode, isRegionOnly: true, schoolId: null, today: this.clock.today() }
      const run = await this.runIn(tx, scope)
      if (run.newCount > 0 || run.goneCount > 0)
        await this.audit.recordWithoutPerson(
          tx,
          { action: 'finding.run', entity: 'finding', entityId: 0, regionCode, after: { ...run } },
          'hourly',
        )
      return run
    })
  }

  private runIn(tx: EntityManager, scope: AuditScope): Promise<AuditRunOut> {
    return runRules(tx, scope, this.clock.now())
  }

  async rules(actor: Actor): Promise<AuditRuleOut[]> {
    const rows = await visible(this.database.read.createQueryBuilder(Finding, 'finding'), actor)
      .andWhere(`finding.source = 'rule' AND finding.goneAt IS NULL AND NOT ${overRows}`)
      .groupBy('finding.rule')
      .select(['finding.rule AS rule', 'COUNT(*) AS count'])
      .getRawMany<{ rule: string; count: string | number }>()
    const counts = new Map(rows.map((row) => [row.rule, Number(row.count)]))
    return auditRules.map(({ code, number, severity, waitsFor, name }) => ({
      code,
      number,
      severity,
      name: name[actor.language],
      waitsFor: waitsFor?.[actor.language] ?? null,
      openCount: counts.get(code) ?? 0,
    }))
  }

  async list(actor: Actor, list: FindingListQuery): Promise<Page<FindingOut>> {
    const page = await paged(
      visible(this.joined(this.database.read), actor),
      { ...list, sort: list.sort ?? 'id', order: list.order ?? 'desc' },
      findings,
      (finding) => finding,
    )
    const own = await this.transitions.eventsOf(
      this.database.read,
      'finding',
      page.items.map((item) => item.id),
      actor,
    )
    return { ...page, items: page.items.map((item) => this.toOut(item, actor, own.get(item.id))) }
  }

  async get(actor: Actor, id: number): Promise<FindingOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** Who may be made responsible: people of the school, or of the actor's own office. */
  async owners(actor: Actor, id: number): Promise<OwnerOut[]> {
    const finding = await this.find(this.database.read, actor, id)
    return (
      await this.candidates(this.database.read, actor, finding).orderBy('user.displayName').getMany()
    ).map((user) => ({ id: user.id, displayName: user.displayName, role: user.role }))
  }

  async assign(
    actor: Actor,
    id: number,
    { ownerId, dueOn, comment, ...seen }: AssignFindingIn,
  ): Promise<FindingOut> {
    return this.database.transaction(async (tx) => {
      const finding = await this.take(tx, actor, id, 'assign', seen)
      if (dueOn < this.clock.today()) throw new RuleBroken('funding.due_in_past', { dueOn })
      // The audited do not give themselves more time than they were given.
      if (finding.source === 'outside' && actor.schoolId !== null && dueOn > finding.dueOn!)
        throw new RuleBroken('funding.finding_due_later', { dueOn: finding.dueOn! })
      const owner = await this.candidates(tx, actor, finding)
        .andWhere('user.id = :ownerId', { ownerId })
        .getOne()
      if (!owner) throw new Invalid('funding.owner_unfit')
      await this.transitions.move(tx, findingTable, Finding, finding, 'assign', actor, {
        comment,
        set: { ownerId, ownerName: owner.displayName, dueOn },
      })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  /** One step of mending. Verifying asks the rule once more: what it still finds is not mended. */
  async act(
    actor: Actor,
    id: number,
    event: Exclude<FindingEvent, 'assign'>,
    { comment, ...seen }: EventIn,
  ): Promise<FindingOut> {
    return this.database.transaction(async (tx) => {
      const finding = await this.take(tx, actor, id, event, seen)
      if (isOver(finding)) throw new RuleBroken('funding.finding_over')
      if (event === 'rectify') await requirePaper(tx, finding)
      if (event === 'verify') await this.requireGone(tx, finding)
      await this.transitions.move(tx, findingTable, Finding, finding, event, actor, { comment })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  private take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: FindingEvent,
    seen: Seen,
  ): Promise<Taken<Finding>> {
    const read = () => this.find(tx, actor, id)
    return this.transitions.take(tx, findingTable, Finding, id, event, actor, { read, seen })
  }

  private async requireGone(tx: EntityManager, finding: Finding): Promise<void> {
    if (finding.source === 'outside') return
    const found = await findAll(tx, {
      regionCode: finding.regionCode,
      schoolId: finding.schoolId,
      today: this.clock.today(),
    })
    if (found.has(finding.fingerprint)) throw new RuleBroken('funding.finding_still_there')
  }

  private candidates(manager: EntityManager, actor: Actor, finding: Finding): SelectQueryBuilder<User> {
    const query = manager
      .createQueryBuilder(User, 'user')
      .where("user.isFrozen = :no AND user.role NOT IN ('guardian', 'auditor', 'teacher')", { no: false })
    if (finding.schoolId !== null)
      return query.andWhere('user.schoolId = :schoolId', { schoolId: finding.schoolId })
    return query.andWhere('user.schoolId IS NULL AND user.regionCode = :region', { region: actor.regionCode })
  }

  async out(manager: EntityManager, actor: Actor, finding: Finding): Promise<FindingOut> {
    return this.toOut(
      finding,
      actor,
      (await this.transitions.eventsOf(manager, 'finding', [finding.id], actor)).get(finding.id),
    )
  }

  private toOut(finding: Finding, actor: Actor, own?: Caused): FindingOut {
    return toFindingOut(finding, actor, { today: this.clock.today(), sentences: this.sentences, own })
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Finding> {
    const finding = await visible(this.joined(manager), actor).andWhere('finding.id = :id', { id }).getOne()
    if (!finding) throw new NotFound('finding', id)
    return finding
  }

  async schoolOf(actor: Actor, schoolId: number): Promise<School> {
    const school = await this.database.read.findOneBy(School, { id: schoolId })
    if (
      !school ||
      (actor.schoolId === null
        ? !school.regionCode.startsWith(actor.regionCode)
        : actor.schoolId !== schoolId)
    )
      throw new NotFound('school', schoolId)
    return school
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Finding> {
    return manager
      .createQueryBuilder(Finding, 'finding')
      .leftJoinAndMapOne('finding.school', School, 'school', 'school.id = finding.schoolId')
  }
}

// An institution from outside is answered with papers.
async function requirePaper(tx: EntityManager, { id, source }: Finding): Promise<void> {
  if (source === 'outside' && !(await tx.existsBy(Attachment, { entity: 'finding', entityId: id })))
    throw new RuleBroken('funding.finding_needs_paper')
}

function visible<E extends object>(query: SelectQueryBuilder<E>, actor: Actor): SelectQueryBuilder<E> {
  if (actor.schoolId !== null)
    return query.andWhere('finding.schoolId = :ownSchool', { ownSchool: actor.schoolId })
  return query.andWhere('finding.regionCode LIKE :below', { below: `${actor.regionCode}%` })
}
