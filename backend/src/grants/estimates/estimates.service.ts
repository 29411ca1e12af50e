/** What does a school expect to need of a fund next year (预算测算), what for, and who has looked at it? */
import { Injectable } from '@nestjs/common'
import type { StreamableFile } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { requireSchool, School, scoped } from '../../organisation/index.js'
import { Clock, localDateOf } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { type PaperFormat, sendPaper } from '../../platform/documents/index.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { fen, type Fen, fractionOfFen } from '../../platform/money.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, editing, eventsFrom } from '../../platform/states.js'
import { isSame } from '../declarations/chain.js'
import { withCounts } from '../declarations/counts.dto.js'
import { shareAllowed } from '../declarations/declaration-actions.js'
import { computed } from '../declarations/drafting.service.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import {
  type Entitlement,
  Fund,
  FundPolicy,
  type CountedClass,
  ruleVersion,
  notEntitled,
  policyFor,
  StandardsService,
  requireFund,
} from '../../entitlement/index.js'
import { SubmissionWatch } from '../submissions/submission-watch.js'
import { estimatePaper } from './estimate-paper.js'
import { Estimate, type Targets } from './estimate.entity.js'
import { estimateTable } from './estimate.states.js'
import {
  type CreateEstimateIn,
  type EstimateListQuery,
  type EstimateOut,
  type EstimateWithLinesOut,
  toEstimateOut,
  toEstimateWithLinesOut,
  type UpdateEstimateIn,
} from './estimates.dto.js'

export type EstimateEvent = keyof typeof estimateTable.events

const estimates: Listing<EstimateListQuery> = {
  sortable: {
    updatedAt: 'estimate.updatedAt',
    fiscalYear: 'estimate.fiscalYear',
    status: 'estimate.status',
    amountFen: 'estimate.amountFen',
    schoolId: 'estimate.schoolId',
    id: 'estimate.id',
  },
  filters: {
    schoolId: equals('estimate.schoolId'),
    fundId: equals('estimate.fundId'),
    fiscalYear: equals('estimate.fiscalYear'),
    status: equals('estimate.status'),
  },
}
const editable = new Set(['draft', 'returned'])

@Injectable()
export class EstimatesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly standards: StandardsService,
    private readonly watch: SubmissionWatch,
  ) {}

  async list(actor: Actor, list: EstimateListQuery): Promise<Page<EstimateOut>> {
    const page = await paged(
      scoped(joined(this.database.read), actor),
      list,
      estimates,
      (estimate) => estimate,
    )
    const own = await this.transitions.eventsOf(
      this.database.read,
      'estimate',
      page.items.map((item) => item.id),
      actor,
    )
    const policies = await this.policiesOf(this.database.read, page.items)
    return {
      ...page,
      items: page.items.map((item) =>
        toEstimateOut(item, this.context(item, actor, own.get(item.id), policies)),
      ),
    }
  }

  async get(actor: Actor, id: number): Promise<EstimateWithLinesOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** Dated by its last change, so that the same estimate is the same file. */
  async send(actor: Actor, id: number, format: PaperFormat): Promise<StreamableFile> {
    const estimate = await this.find(this.database.read, actor, id)
    const paper = estimatePaper(
      await this.out(this.database.read, actor, estimate),
      localDateOf(estimate.updatedAt),
      actor.language,
    )
    return sendPaper(paper.title, format, paper)
  }

  /** Prefilled with what the records say today and the standards that will be in force on next year's count day. */
  async create(actor: Actor, given: CreateEstimateIn): Promise<EstimateWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const today = this.clock.today()
      const fiscalYear = given.fiscalYear ?? Number(today.slice(0, 4)) + 1
      const school = await requireSchool(tx, actor, given.schoolId)
      const fund = await requireFund(tx, school.regionCode, given.fundId)
      shareAllowed(fund, school, 1000)
      const { choice, counted } = await this.standards.judge(tx, school, fund, fiscalYear, {
        countOn: today,
      })
      if ('notEntitled' in choice) throw notEntitled(choice.notEntitled, school, fund, fiscalYear)
      const entitlement = computed(counted, choice.rules, ruleVersion)
      const estimate = await onDuplicate(
        () =>
          tx.save(
            tx.create(Estimate, {
              schoolId: school.id,
              regionCode: school.regionCode,
              fundId: fund.id,
              fiscalYear,
              status: 'draft',
              rules: choice.rules,
              ruleVersion,
              recorded: [...counted.classes],
              expected: [...counted.classes],
              reason: null,
              classCount: counted.classes.length,
              amountFen: entitlement.totalFen,
              targets: usualTargets(counted.classes, entitlement.totalFen),
              snapshotHash: null,
              updatedAt: this.clock.now(),
            }),
          ),
        () => new RuleBroken('funding.estimate_exists', { fund: fund.name, fiscalYear: String(fiscalYear) }),
      )
      await this.transitions.made(tx, estimateTable, estimate, actor)
      await this.audit.record(tx, actor, {
        action: 'estimate.create',
        entity: 'estimate',
        entityId: estimate.id,
        schoolId: school.id,
        after: summary(estimate),
      })
      return this.out(tx, actor, await this.find(tx, actor, estimate.id))
    })
  }

  /** Sets what the school expects instead of the records, and its targets; before it is submitted. */
  async update(actor: Actor, id: number, given: UpdateEstimateIn): Promise<EstimateWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const taken = await this.take(tx, actor, id, editing, given)
      const before = { ...taken }
      const changes = new Map((given.expected ?? []).map((each) => [each.homeClassId, each]))
      const stranger = [...changes.keys()].find(
        (homeClassId) => !before.expected.some((each) => each.homeClassId === homeClassId),
      )
      if (stranger !== undefined)
        throw new RuleBroken('funding.estimate_class_unknown', { homeClassId: stranger })
      const expected = before.expected.map((each) => withCounts(each, changes.get(each.homeClassId)))
      const reason = given.reason?.trim() ?? before.reason
      if (!reason && !isSame(expected, before.recorded))
        throw new RuleBroken('funding.estimate_reason_needed')
      const targets = given.targets ? withTargets(before.targets, given.targets) : before.targets
      const amountFen = computed(schoolOf(before, expected), before.rules, before.ruleVersion).totalFen
      const change = { expected, reason, targets, amountFen, updatedAt: this.clock.now() }
      await this.transitions.edit(tx, estimateTable, Estimate, taken, change, actor)
      const after = await this.find(tx, actor, id)
      await this.audit.record(tx, actor, {
        action: 'estimate.update',
        entity: 'estimate',
        entityId: id,
        schoolId: before.schoolId,
        before: summary(before),
        after: { ...summary(after), ...(given.expected ? { changes: given.expected } : {}) },
      })
      return this.out(tx, actor, after)
    })
  }

  async act(
    actor: Actor,
    id: number,
    event: EstimateEvent,
    { comment, ...seen }: EventIn,
  ): Promise<EstimateWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const estimate = await this.take(tx, actor, id, event, seen)
      const set =
        event === 'submit'
          ? { snapshotHash: snapshotHash(frozen(estimate)), updatedAt: this.clock.now() }
          : { updatedAt: this.clock.now() }
      await this.transitions.move(tx, estimateTable, Estimate, estimate, event, actor, { comment, set })
      if (event === 'submit') await this.watch.submitted(tx, estimate)
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  private async out(manager: EntityManager, actor: Actor, estimate: Estimate): Promise<EstimateWithLinesOut> {
    const own = await this.transitions.eventsOf(manager, 'estimate', [estimate.id], actor)
    const context = this.context(
      estimate,
      actor,
      own.get(estimate.id),
      await this.policiesOf(manager, [estimate]),
    )
    const by = (classes: readonly CountedClass[]): Entitlement =>
      computed(schoolOf(estimate, classes), estimate.rules, estimate.ruleVersion)
    return toEstimateWithLinesOut(
      estimate,
      context,
      { expected: by(estimate.expected), recorded: by(estimate.recorded) },
      actor.language,
    )
  }

  private async policiesOf(manager: EntityManager, estimates: readonly Estimate[]): Promise<FundPolicy[]> {
    const fundIds = [...new Set(estimates.map((each) => each.fundId))]
    return fundIds.length === 0
      ? []
      : manager
          .createQueryBuilder(FundPolicy, 'policy')
          .where('policy.fundId IN (:...fundIds)', { fundIds })
          .getMany()
  }

  private context(
    estimate: Estimate,
    actor: Actor,
    own: Caused = new Set<string>(),
    policies: readonly FundPolicy[] = [],
  ) {
    const today = this.clock.today()
    const day = policyFor(
      policies.filter((policy) => policy.fundId === estimate.fundId),
      estimate.regionCode,
      today,
    )?.estimateDueDay
    const allowed = eventsFrom(estimateTable, estimate.status, actor.permissions, own)
    const actions: string[] =
      editable.has(estimate.status) && actor.permissions.has('estimate.write')
        ? [...allowed, 'update']
        : allowed
    return { today, dueOn: day ? `${estimate.fiscalYear - 1}-${day}` : null, actions }
  }

  private take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: EstimateEvent | typeof editing,
    seen: Seen,
  ): Promise<Taken<Estimate>> {
    const read = () => this.find(tx, actor, id)
    return this.transitions.take(tx, estimateTable, Estimate, id, event, actor, { read, seen })
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Estimate> {
    const estimate = await scoped(joined(manager), actor, 'estimate.schoolId')
      .andWhere('estimate.id = :id', { id })
      .getOne()
    if (!estimate) throw new NotFound('estimate', id)
    return estimate
  }
}

function joined(manager: EntityManager): SelectQueryBuilder<Estimate> {
  return manager
    .createQueryBuilder(Estimate, 'estimate')
    .innerJoinAndMapOne('estimate.school', School, 'school', 'school.id = estimate.schoolId')
    .innerJoinAndMapOne('estimate.fund', Fund, 'fund', 'fund.id = estimate.fundId')
}

function schoolOf({ schoolId, regionCode, school }: Estimate, classes: readonly CountedClass[]) {
  return {
    schoolId,
    schoolName: school!.name,
    regionCode,
    stage: school!.stage,
    area: school!.area,
    ownership: school!.ownership,
    classes,
  }
}

// As many sessions and as high a share as now; satisfaction is for the school to say.
function usualTargets(classes: readonly CountedClass[], amountFen: Fen): Targets {
  const sum = (of: (each: CountedClass) => number) => classes.reduce((all, each) => all + of(each), 0)
  const [enrolled, participants] = [sum((each) => each.enrolled), sum((each) => each.participants)]
  return {
    sessions: sum((each) => each.sessions) || null,
    participantsPerMille:
      enrolled === 0 ? null : Math.min(1000, Math.round((participants * 1000) / enrolled)),
    satisfactionPerMille: null,
    costPerStudentFen: participants === 0 ? null : fractionOfFen(amountFen, 1, participants),
    note: null,
  }
}

function withTargets(before: Targets, given: NonNullable<UpdateEstimateIn['targets']>): Targets {
  const { sessions, participantsPerMille, satisfactionPerMille, costPerStudentFen, note } = given
  return {
    sessions: sessions === undefined ? before.sessions : sessions,
    participantsPerMille:
      participantsPerMille === undefined ? before.participantsPerMille : participantsPerMille,
    satisfactionPerMille:
      satisfactionPerMille === undefined ? before.satisfactionPerMille : satisfactionPerMille,
    costPerStudentFen:
      costPerStudentFen === undefined
        ? before.costPerStudentFen
        : costPerStudentFen === null
          ? null
          : fen(costPerStudentFen),
    note: note === undefined ? before.note : note,
  }
}

function frozen({
  schoolId,
  regionCode,
  fundId,
  fiscalYear,
  rules,
  ruleVersion: version,
  recorded,
  expected,
  reason,
  amountFen,
  targets,
}: Estimate): object {
  return {
    schoolId,
    regionCode,
    fundId,
    fiscalYear,
    rules,
    ruleVersion: version,
    recorded,
    expected,
    reason,
    amountFen,
    targets,
  }
}

function summary({ fundId, fiscalYear, status, classCount, amountFen, reason, targets }: Estimate): object {
  return { fundId, fiscalYear, status, classCount, amountFen, reason, targets }
}
