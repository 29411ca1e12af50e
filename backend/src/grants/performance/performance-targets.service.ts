/** What was promised of a fund's year, how far is it, and what came of it (绩效目标、监控、评价)? */
import { Injectable } from '@nestjs/common'
import type { StreamableFile } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import {
  AuditEntries,
  type EventIn,
  type Seen,
  type Taken,
  Transition,
  Transitions,
} from '../../audit/index.js'
import { Fund } from '../../entitlement/index.js'
import { School, scoped } from '../../organisation/index.js'
import { Clock, localDateOf } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { type PaperFormat, sendPaper } from '../../platform/documents/index.js'
import { NotFound, RuleBroken } from '../../platform/errors.js'
import { equals } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { type Caused, editing, eventsFrom } from '../../platform/states.js'
import { Estimate } from '../estimates/estimate.entity.js'
import { differs, type Figures, figuresOf, withSaid } from './indicators.js'
import { performancePaper } from './performance-paper.js'
import { countedOf, PerformanceRecordsService } from './performance-records.service.js'
import { PerformanceTarget, type Said } from './performance-target.entity.js'
import { performanceTargetTable } from './performance-target.states.js'
import {
  type CreatePerformanceTargetIn,
  type PerformanceRecordsOut,
  type PerformanceTargetListQuery,
  type PerformanceTargetOut,
  type PerformanceTargetWithIndicatorsOut,
  type SayPerformanceIn,
  toPerformanceTargetOut,
  toPerformanceTargetWithIndicatorsOut,
  toRecordsOut,
  type UpdatePerformanceTargetIn,
} from './performance-targets.dto.js'

export type PerformanceEvent = keyof typeof performanceTargetTable.events

const entity = 'performance_target'
const targets: Listing<PerformanceTargetListQuery> = {
  sortable: {
    updatedAt: 'target.updatedAt',
    fiscalYear: 'target.fiscalYear',
    status: 'target.status',
    schoolId: 'target.schoolId',
    id: 'target.id',
  },
  filters: {
    schoolId: equals('target.schoolId'),
    fundId: equals('target.fundId'),
    fiscalYear: equals('target.fiscalYear'),
    status: equals('target.status'),
  },
}

/** From which day on the year's values can be said: in the course of it, and when it is all but over. */
const firstDay = { monitor: '01-01', submit: '12-01' } as const

@Injectable()
export class PerformanceTargetsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly records: PerformanceRecordsService,
  ) {}

  async list(actor: Actor, list: PerformanceTargetListQuery): Promise<Page<PerformanceTargetOut>> {
    const page = await paged(scoped(joined(this.database.read), actor), list, targets, (target) => target)
    const ids = page.items.map((item) => item.id)
    const own = await this.transitions.eventsOf(this.database.read, entity, ids, actor)
    return {
      ...page,
      items: page.items.map((item) => toPerformanceTargetOut(item, actionsOf(item, actor, own.get(item.id)))),
    }
  }

  async get(actor: Actor, id: number): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** What would be proposed now. */
  async recorded(actor: Actor, id: number): Promise<PerformanceRecordsOut> {
    const target = await this.find(this.database.read, actor, id)
    const on = this.dayOf(target)
    return toRecordsOut(on, await this.recordsOf(this.database.read, target, on))
  }

  /** Dated by its last change, so that the same table is the same file. */
  async send(actor: Actor, id: number, format: PaperFormat): Promise<StreamableFile> {
    const target = await this.find(this.database.read, actor, id)
    const out = await this.out(this.database.read, actor, target)
    const paper = performancePaper(out, localDateOf(target.updatedAt), actor.language)
    return sendPaper(paper.title, format, paper)
  }

  /** With the numbers of the approved estimate. */
  async create(
    actor: Actor,
    { estimateId }: CreatePerformanceTargetIn,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.database.transaction(async (tx) => {
      const estimate = await this.approved(tx, actor, estimateId)
      const { schoolId, regionCode, fundId, fiscalYear, fund } = estimate
      const estimated = estimatedOf(estimate)
      const target = await onDuplicate(
        () =>
          tx.save(
            tx.create(PerformanceTarget, {
              schoolId,
              regionCode,
              fundId,
              fiscalYear,
              estimateId,
              status: 'set',
              estimated,
              targets: estimated,
              reason: null,
              midYear: null,
              yearEnd: null,
              setOn: this.clock.today(),
              updatedAt: this.clock.now(),
            }),
          ),
        () =>
          new RuleBroken('funding.performance_exists', { fund: fund!.name, fiscalYear: String(fiscalYear) }),
      )
      await this.transitions.made(tx, performanceTargetTable, target, actor)
      await this.audit.record(tx, actor, {
        action: `${entity}.create`,
        entity,
        entityId: target.id,
        schoolId,
        after: { estimateId, fundId, fiscalYear, targets: estimated },
      })
      return this.out(tx, actor, await this.find(tx, actor, target.id))
    })
  }

  /** While nothing has been said of the year yet; what differs from the estimate is explained. */
  async update(
    actor: Actor,
    id: number,
    given: UpdatePerformanceTargetIn,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.database.transaction(async (tx) => {
      const taken = await this.take(tx, actor, id, editing, given)
      const before = { targets: taken.targets, reason: taken.reason }
      const set = withSaid(before.targets, given.targets)
      const reason = given.reason ?? before.reason
      // What the estimate leaves open may be filled in: satisfaction, above all.
      const filled = withSaid(set, emptyIn(taken.estimated, set))
      if (!reason && differs(filled, taken.estimated))
        throw new RuleBroken('funding.performance_target_reason')
      const after = { targets: set, reason }
      const change = { ...after, updatedAt: this.clock.now() }
      await this.transitions.edit(tx, performanceTargetTable, PerformanceTarget, taken, change, actor)
      await this.audit.record(tx, actor, {
        action: `${entity}.update`,
        entity,
        entityId: id,
        schoolId: taken.schoolId,
        before,
        after,
      })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  /** In the year, and at its end: the records are read now and kept beside what is said. */
  async say(
    actor: Actor,
    id: number,
    event: 'monitor' | 'submit',
    { values, reason, comment, ...seen }: SayPerformanceIn,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.database.transaction(async (tx) => {
      const taken = await this.take(tx, actor, id, event, seen)
      const from = `${taken.fiscalYear}-${firstDay[event]}`
      if (this.clock.today() < from) throw new RuleBroken('funding.performance_early', { from })
      const on = this.dayOf(taken)
      const recorded = await this.recordsOf(tx, taken, on)
      const said = withSaid(recorded, values)
      if (!reason && differs(said, recorded)) throw new RuleBroken('funding.performance_reason')
      const kept: Said = { on, recorded, values: said, reason: differs(said, recorded) ? reason! : null }
      const set = { [event === 'monitor' ? 'midYear' : 'yearEnd']: kept, updatedAt: this.clock.now() }
      await this.transitions.move(tx, performanceTargetTable, PerformanceTarget, taken, event, actor, {
        comment,
        set,
      })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  async act(
    actor: Actor,
    id: number,
    event: Exclude<PerformanceEvent, 'monitor' | 'submit'>,
    { comment, ...seen }: EventIn,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    return this.database.transaction(async (tx) => {
      const taken = await this.take(tx, actor, id, event, seen)
      const set = { updatedAt: this.clock.now() }
      await this.transitions.move(tx, performanceTargetTable, PerformanceTarget, taken, event, actor, {
        comment,
        set,
      })
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  /** Today, or the last day of the year when it is over. */
  private dayOf({ fiscalYear }: PerformanceTarget): string {
    const last = `${fiscalYear}-12-31`
    return this.clock.today() < last ? this.clock.today() : last
  }

  private recordsOf(manager: EntityManager, target: PerformanceTarget, on: string): Promise<Figures> {
    const { school, fund, fiscalYear } = target
    return this.records.upTo(manager, { school: school!, fund: fund!, fiscalYear }, on)
  }

  private async approved(tx: EntityManager, actor: Actor, id: number): Promise<Estimate> {
    const estimate = await scoped(tx.createQueryBuilder(Estimate, 'estimate'), actor, 'estimate.schoolId')
      .innerJoinAndMapOne('estimate.fund', Fund, 'fund', 'fund.id = estimate.fundId')
      .andWhere('estimate.id = :id', { id })
      .getOne()
    if (!estimate) throw new NotFound('estimate', id)
    if (estimate.status !== 'approved') throw new RuleBroken('funding.performance_not_approved')
    return estimate
  }

  private async out(
    manager: EntityManager,
    actor: Actor,
    target: PerformanceTarget,
  ): Promise<PerformanceTargetWithIndicatorsOut> {
    const own = await this.transitions.eventsOf(manager, entity, [target.id], actor)
    const history = await manager.find(Transition, {
      where: { entity, entityId: target.id },
      order: { id: 'ASC' },
    })
    return toPerformanceTargetWithIndicatorsOut(target, actionsOf(target, actor, own.get(target.id)), history)
  }

  private take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: PerformanceEvent | typeof editing,
    seen: Seen,
  ): Promise<Taken<PerformanceTarget>> {
    const read = () => this.find(tx, actor, id)
    return this.transitions.take(tx, performanceTargetTable, PerformanceTarget, id, event, actor, {
      read,
      seen,
    })
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<PerformanceTarget> {
    const target = await scoped(joined(manager), actor, 'target.schoolId')
      .andWhere('target.id = :id', { id })
      .getOne()
    if (!target) throw new NotFound(entity, id)
    return target
  }
}

function joined(manager: EntityManager): SelectQueryBuilder<PerformanceTarget> {
  return manager
    .createQueryBuilder(PerformanceTarget, 'target')
    .innerJoinAndMapOne('target.school', School, 'school', 'school.id = target.schoolId')
    .innerJoinAndMapOne('target.fund', Fund, 'fund', 'fund.id = target.fundId')
}

function actionsOf({ status }: PerformanceTarget, actor: Actor, own: Caused = new Set<string>()): string[] {
  const events: string[] = eventsFrom(performanceTargetTable, status, actor.permissions, own)
  return status === 'set' && actor.permissions.has('estimate.write') ? [...events, 'update'] : events
}

/** What the estimate says itself goes before what follows from its counts. */
function estimatedOf({ expected, amountFen, targets: said }: Estimate): Figures {
  const figures = figuresOf(countedOf(expected), amountFen, said.satisfactionPerMille)
  return {
    ...figures,
    sessions: said.sessions,
    participantsPerMille: said.participantsPerMille,
    costPerStudentFen: said.costPerStudentFen,
  }
}

const emptyIn = (estimated: Figures, set: Figures): Partial<Figures> =>
  Object.fromEntries(
    Object.keys(set).flatMap((each) => (estimated[each as keyof Figures] === null ? [[each, null]] : [])),
  )
