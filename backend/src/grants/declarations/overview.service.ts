/** Who has declared, what is late, and where do register, declaration and held sessions differ (申报情况)? A constant number of queries. */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Transitions } from '../../audit/index.js'
import { Section } from '../../catalogue/index.js'
import { Enrolment } from '../../enrolment/index.js'
import { HomeClass, School, scoped } from '../../organisation/index.js'
import { Student } from '../../people/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { toFen } from '../../platform/money.js'
import { cases, contains, equals, handledElsewhere, startsWith } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Session } from '../../sessions/index.js'
import type { Caused } from '../../platform/states.js'
import {
  schoolYearOf,
  type Fund,
  FundPolicy,
  FundingStandard,
  policyFor,
  StandardsService,
  requireFund,
} from '../../entitlement/index.js'
import { actionsOn } from './declaration-actions.js'
import { Declaration } from './declaration.entity.js'
import { DeclarationLine } from './declaration-line.entity.js'
import type { OverviewQuery, OverviewRowOut } from './overview.dto.js'

type SchoolWith = School & { declaration?: Declaration | null }
type ClassSets = Map<number, Set<number>>

interface Facts {
  readonly register: ClassSets
  readonly declared: ClassSets
  readonly held: ClassSets
  readonly sums: ReadonlyMap<number, number>
  readonly due: ReadonlyMap<string, string | null>
  readonly own: ReadonlyMap<number, Caused>
}

const overviewed: Listing<OverviewQuery> = {
  sortable: { regionCode: 'school.regionCode', schoolName: 'school.name', id: 'school.id' },
  filters: {
    // These three say which declaration stands beside each school.
    fundId: handledElsewhere,
    fiscalYear: handledElsewhere,
    periodKey: handledElsewhere,
    status: (status, field) =>
      status === 'not_declared'
        ? { sql: 'declaration.id IS NULL' }
        : { sql: 'declaration.status = :status', values: { [field]: status } },
    isLate: cases({
      true: "school.regionCode IN (:...late) AND (declaration.id IS NULL OR (declaration.sequence = 0 AND declaration.status IN ('draft', 'returned')))",
      false: null,
    }),
    regionCode: startsWith('school.regionCode'),
    schoolId: equals('school.id'),
    q: contains('school.name'),
  },
}

const notHandedIn = new Set(['draft', 'returned'])

@Injectable()
export class OverviewService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly transitions: Transitions,
    private readonly standards: StandardsService,
  ) {}

  async overview(actor: Actor, list: OverviewQuery): Promise<Page<OverviewRowOut>> {
    const manager = this.database.read
    const fund = await requireFund(manager, actor.regionCode, list.fundId)
    const due = await this.dueDays(manager, actor, list)
    const query = this.schools(manager, actor, list).setParameters({ late: this.lateRegions(due) })
    const page = await paged(query, list, overviewed, (school) => school as SchoolWith)
    const schools = page.items
    const ids = schools.map((school) => school.id)
    const facts: Facts = {
      due,
      register: await this.register(manager, list, schools),
      declared: await this.declared(manager, list, schools),
      held: await this.held(manager, list, schools),
      sums: await this.sums(manager, list, ids),
      own: await this.transitions.eventsOf(
        manager,
        'declaration',
        schools.flatMap((school) => (school.declaration ? [school.declaration.id] : [])),
        actor,
      ),
    }
    return { ...page, items: schools.map((school) => this.row(actor, fund, school, facts)) }
  }

  private row(actor: Actor, fund: Fund, school: SchoolWith, facts: Facts): OverviewRowOut {
    const declaration = school.declaration ?? null
    const [register, held] = [
      facts.register.get(school.id) ?? new Set<number>(),
      facts.held.get(school.id) ?? new Set<number>(),
    ]
    const declared = declaration ? (facts.declared.get(school.id) ?? new Set<number>()) : null
    const dueOn = facts.due.get(school.regionCode) ?? null
    const isCovered = fund.purposes.some((purpose) => purpose.stage === school.stage)
    return {
      id: declaration?.id ?? -school.id,
      schoolId: school.id,
      schoolName: school.name,
      regionCode: school.regionCode,
      stage: school.stage,
      isCovered,
      declarationId: declaration?.id ?? null,
      status: declaration?.status ?? 'not_declared',
      sequence: declaration?.sequence ?? null,
      periodName: declaration?.periodName ?? null,
      periodNameEn: declaration?.periodNameEn ?? null,
      amountFen: declaration ? toFen(facts.sums.get(school.id)) : null,
      dueOn,
      isLate:
        isCovered &&
        dueOn !== null &&
        this.clock.today() > dueOn &&
        (!declaration || (declaration.sequence === 0 && notHandedIn.has(declaration.status))),
      registerCount: register.size,
      declaredCount: declared?.size ?? null,
      heldCount: [...held].filter((id) => register.has(id)).length,
      isRegisterDifferent: declared !== null && !areSame(register, declared),
      isHeldDifferent: declared !== null && [...declared].some((id) => !held.has(id)),
      actions: declaration ? actionsOn(declaration, actor, facts.own.get(declaration.id)) : [],
    }
  }

  private schools(
    manager: EntityManager,
    actor: Actor,
    { fundId, fiscalYear, periodKey }: OverviewQuery,
  ): SelectQueryBuilder<School> {
    const query = scoped(manager.createQueryBuilder(School, 'school'), actor, 'school.id').andWhere(
      'school.isActive = :yes',
      { yes: true },
    )
    const latest = query
      .subQuery()
      .select('newer.id')
      .from(Declaration, 'newer')
      .where(
        `newer.schoolId = school.id AND newer.fundId = :fundId AND newer.fiscalYear = :fiscalYear${periodKey ? ' AND newer.periodKey IN (:...periodKeys)' : ''}`,
      )
      .orderBy('newer.fromMonth', 'DESC')
      .addOrderBy('newer.sequence', 'DESC')
      .limit(1)
      .getQuery()
    return query.leftJoinAndMapOne(
      'school.declaration',
      Declaration,
      'declaration',
      `declaration.id = ${latest}`,
      { fundId, fiscalYear, ...(periodKey ? { periodKeys: coveredBy(periodKey, fiscalYear) } : {}) },
    )
  }

  /** The regions whose day has passed; [''], which is none, where there are none. */
  private lateRegions(due: ReadonlyMap<string, string | null>): string[] {
    const today = this.clock.today()
    const late = [...due].filter(([, dueOn]) => dueOn !== null && today > dueOn).map(([code]) => code)
    return late.length > 0 ? late : ['']
  }

  // The last day for each region of the scope that has schools.
  private async dueDays(
    manager: EntityManager,
    actor: Actor,
    { fundId, fiscalYear }: OverviewQuery,
  ): Promise<Map<string, string | null>> {
    const policies = await manager.findBy(FundPolicy, { fundId })
    const regions = await scoped(manager.createQueryBuilder(School, 'school'), actor, 'school.id')
      .select('DISTINCT school.regionCode', 'regionCode')
      .getRawMany<{ regionCode: string }>()
    return new Map(
      regions.map(({ regionCode }) => {
        const day = policyFor(policies, regionCode, this.clock.today())?.declarationDueDay
        return [regionCode, day ? `${fiscalYear}-${day}` : null]
      }),
    )
  }

  // On the day on which the school counted; where it has not, on the day that the fund's standards name.
  private async register(
    manager: EntityManager,
    { fundId, fiscalYear }: OverviewQuery,
    schools: readonly SchoolWith[],
  ): Promise<ClassSets> {
    if (schools.length === 0) return new Map()
    const [standard] = await manager.find(FundingStandard, {
      where: { fundId },
      order: { validFromOn: 'DESC' },
      take: 1,
    })
    const usual = `${fiscalYear}-${standard?.countDay ?? '10-01'}`
    const days = new Map<string, number[]>()
    for (const { id, declaration } of schools) {
      const on = declaration?.countedOn ?? usual
      days.set(on, [...(days.get(on) ?? []), id])
    }
    const query = manager
      .createQueryBuilder(HomeClass, 'homeClass')
      .select(['homeClass.schoolId AS schoolId', 'homeClass.id AS homeClassId'])
    for (const [index, [on, schoolIds]] of [...days].entries())
      query.orWhere(
        `(homeClass.schoolId IN (:...schools${index}) AND homeClass.schoolYear = :year${index} AND homeClass.startsOn <= :on${index} AND (homeClass.endsOn IS NULL OR homeClass.endsOn > :on${index}))`,
        { [`schools${index}`]: schoolIds, [`year${index}`]: schoolYearOf(on), [`on${index}`]: on },
      )
    return setsOf(await query.getRawMany<ClassRow>())
  }

  // Of the period shown, in the order of its chain: a later line without parts takes the class out again.
  private async declared(
    manager: EntityManager,
    { fundId, fiscalYear }: OverviewQuery,
    schools: readonly SchoolWith[],
  ): Promise<ClassSets> {
    if (schools.length === 0) return new Map()
    const found = await manager
      .createQueryBuilder(DeclarationLine, 'line')
      .innerJoin(Declaration, 'declaration', 'declaration.id = line.declarationId')
      .select([
        'line.schoolId AS schoolId',
        'line.homeClassId AS homeClassId',
        'declaration.periodKey AS periodKey',
        "CASE WHEN line.parts = '[]' THEN 1 ELSE 0 END AS isGone",
      ])
      .where(
        'declaration.schoolId IN (:...schoolIds) AND declaration.fundId = :fundId AND declaration.fiscalYear = :fiscalYear',
        { schoolIds: schools.map(({ id }) => id), fundId, fiscalYear },
      )
      .orderBy('declaration.sequence')
      .getRawMany<ClassRow & { periodKey: string; isGone: number | string }>()
    const shown = new Map(schools.map(({ id, declaration }) => [id, declaration?.periodKey]))
    const rows = found.filter(({ schoolId, periodKey }) => shown.get(schoolId) === periodKey)
    const sets = setsOf(rows)
    for (const { schoolId, homeClassId, isGone } of rows) {
      if (Number(isGone) === 1) sets.get(schoolId)!.delete(homeClassId)
      else sets.get(schoolId)!.add(homeClassId)
    }
    return sets
  }

  // Classes with sessions of their own that are over and were not cancelled, or with children in a section that met.
  private async held(
    manager: EntityManager,
    { fiscalYear, periodKey }: OverviewQuery,
    schools: readonly SchoolWith[],
  ): Promise<ClassSets> {
    if (schools.length === 0) return new Map()
    const shown = periodKey ? schools.find(({ declaration }) => declaration)?.declaration : null
    const met = manager
      .createQueryBuilder()
      .subQuery()
      .select('session.sectionId')
      .from(Session, 'session')
      .where(
        "session.schoolId IN (:...schoolIds) AND session.status = 'planned' AND session.heldOn BETWEEN :firstDay AND :lastDay AND session.heldOn < :today",
      )
      .getQuery()
    const values = {
      schoolIds: schools.map(({ id }) => id),
      firstDay: `${fiscalYear}-${String(shown?.fromMonth ?? 1).padStart(2, '0')}-01`,
      // No month has more days; as text it comes after all of them.
      lastDay: `${fiscalYear}-${String(shown?.toMonth ?? 12).padStart(2, '0')}-31`,
      today: this.clock.today(),
    }
    const own = await manager
      .createQueryBuilder(Section, 'section')
      .select(['section.schoolId AS schoolId', 'section.homeClassId AS homeClassId'])
      .distinct(true)
      .where(`section.homeClassId IS NOT NULL AND section.id IN ${met}`, values)
      .getRawMany<ClassRow>()
    const mixed = await manager
      .createQueryBuilder(Enrolment, 'enrolment')
      .innerJoin(Student, 'student', 'student.id = enrolment.studentId')
      .select(['enrolment.schoolId AS schoolId', 'student.homeClassId AS homeClassId'])
      .distinct(true)
      .where(`enrolment.sectionId IN ${met}`, values)
      .getRawMany<ClassRow>()
    return setsOf([...own, ...mixed])
  }

  private async sums(
    manager: EntityManager,
    { fundId, fiscalYear, periodKey }: OverviewQuery,
    schoolIds: readonly number[],
  ): Promise<Map<number, number>> {
    if (schoolIds.length === 0) return new Map()
    const query = manager
      .createQueryBuilder(Declaration, 'declaration')
      .select(['declaration.schoolId AS schoolId', 'SUM(declaration.amountFen) AS amountFen'])
      .where(
        'declaration.schoolId IN (:...schoolIds) AND declaration.fundId = :fundId AND declaration.fiscalYear = :fiscalYear',
        { schoolIds: [...schoolIds], fundId, fiscalYear },
      )
      .groupBy('declaration.schoolId')
    if (periodKey)
      query.andWhere('declaration.periodKey IN (:...periodKeys)', {
        periodKeys: coveredBy(periodKey, fiscalYear),
      })
    const rows = await query.getRawMany<{ schoolId: number; amountFen: string | number }>()
    return new Map(rows.map((row) => [row.schoolId, toFen(row.amountFen)]))
  }
}

// Who has declared the whole year, before the policy named periods, has declared each of them.
const coveredBy = (periodKey: string, fiscalYear: number): string[] => [periodKey, String(fiscalYear)]

interface ClassRow {
  readonly schoolId: number
  readonly homeClassId: number
}

function setsOf(rows: readonly ClassRow[]): ClassSets {
  const sets: ClassSets = new Map()
  for (const { schoolId, homeClassId } of rows)
    sets.set(schoolId, (sets.get(schoolId) ?? new Set()).add(homeClassId))
  return sets
}

function areSame(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each))
}
