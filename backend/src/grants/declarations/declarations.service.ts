/** What does a school claim (资金申报), and from which classes? Drafted from the records, changed with a reason, counted anew. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type Seen, Transitions } from '../../audit/index.js'
import { requireSchool, type School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import type { Fen } from '../../platform/money.js'
import { editing } from '../../platform/states.js'
import {
  type Fund,
  requireFund,
  type CountedSchool,
  type FundingRule,
  type Period,
  ruleVersion,
  StandardsService,
} from '../../entitlement/index.js'
import { carried, isSame, type Standing } from './chain.js'
import { withCounts } from './counts.dto.js'
import { shareAllowed } from './declaration-actions.js'
import { Declaration } from './declaration.entity.js'
import type { DeclarationLine } from './declaration-line.entity.js'
import { declarationTable } from './declaration.states.js'
import type { CreateDeclarationIn, DeclarationWithLinesOut, UpdateDeclarationIn } from './declarations.dto.js'
import { DraftingService, frozenSchool } from './drafting.service.js'
import { declarationExists, holdSchool, requireFree, shareOfYear } from './period-checks.js'
import { DeclarationReadingService } from './reading.service.js'

interface Basis {
  readonly rules: FundingRule[]
  readonly counted: CountedSchool
  readonly countedOn: string
}

@Injectable()
export class DeclarationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly standards: StandardsService,
    private readonly drafting: DraftingService,
    private readonly reading: DeclarationReadingService,
  ) {}

  /** Prefills a draft: the classes on the count date × the standards in force. */
  async create(actor: Actor, given: CreateDeclarationIn): Promise<DeclarationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      await requireSchool(tx, actor, given.schoolId)
      await holdSchool(tx, this.database, given.schoolId)
      const school = await requireSchool(tx, actor, given.schoolId)
      const fund = await requireFund(tx, school.regionCode, given.fundId)
      const period = await this.standards.periods.require(tx, school, fund, given.fiscalYear, given.periodKey)
      await requireFree(tx, school, fund, period)
      const share = shareAllowed(fund, school, given.serviceSharePerMille ?? 1000)
      const ofYear = await shareOfYear(
        tx,
        { schoolId: school.id, fundId: fund.id, fiscalYear: given.fiscalYear },
        given.serviceSharePerMille === undefined ? undefined : share,
      )
      const basis = await this.standards.inForce(tx, school, fund, given.fiscalYear, period)
      return this.open(
        tx,
        actor,
        {
          school,
          fund,
          period,
          termId: period.termId,
          sequence: 0,
          supplementsId: null,
          serviceSharePerMille: ofYear ?? share,
          reason: null,
        },
        basis,
      )
    })
  }

  /** Opens the next declaration of a chain and drafts it; the unique key lets one of two through. */
  async open(
    tx: EntityManager,
    actor: Actor,
    given: { school: School; fund: Fund; period: Period } & Pick<
      Declaration,
      'sequence' | 'supplementsId' | 'serviceSharePerMille' | 'reason' | 'termId'
    >,
    basis: Basis,
  ): Promise<DeclarationWithLinesOut> {
    const { school, fund, period, ...own } = given
    const declaration = tx.create(Declaration, {
      ...own,
      schoolId: school.id,
      regionCode: school.regionCode,
      fundId: fund.id,
      fiscalYear: period.fiscalYear,
      periodKey: period.key,
      periodName: period.name,
      periodNameEn: period.nameEn,
      fromMonth: period.fromMonth,
      toMonth: period.toMonth,
      status: 'draft',
      countedOn: basis.countedOn,
      rules: basis.rules,
      ruleVersion,
      classCount: 0,
      amountFen: 0 as Fen,
      levels: [],
      snapshotHash: null,
      publicationId: null,
      updatedAt: this.clock.now(),
    })
    await onDuplicate(
      () => tx.save(declaration),
      () =>
        own.sequence === 0
          ? declarationExists(fund, period.name)
          : new RuleBroken('funding.supplement_open', { fund: fund.name, period: period.name }),
    )
    const standing = await this.drafting.standingBefore(tx, declaration)
    const lineCount = await this.drafting.draft(tx, { ...declaration, school, fund }, standing, {
      recorded: basis.counted,
      declared: basis.counted.classes.map((each) => carried(each, standing.classes.get(each.homeClassId))),
    })
    if (own.sequence > 0 && lineCount === 0)
      throw new RuleBroken('funding.no_difference', {
        school: school.name,
        fund: fund.name,
        period: period.name,
      })
    await this.transitions.made(tx, declarationTable, declaration, actor)
    const saved = await this.reading.find(tx, actor, declaration.id)
    await this.audit.record(tx, actor, {
      action: 'declaration.create',
      entity: 'declaration',
      entityId: saved.id,
      schoolId: school.id,
      after: plain(saved),
    })
    return this.reading.out(tx, actor, saved)
  }

  /** Sets the service's share and counts that differ from the records, with a reason; only before it is submitted. */
  update(actor: Actor, id: number, given: UpdateDeclarationIn): Promise<DeclarationWithLinesOut> {
    return this.change(actor, id, given, false)
  }

  /** Counts anew by the records and standards of now; what was declared otherwise stays where its record has not changed. */
  recount(actor: Actor, id: number, seen: Seen): Promise<DeclarationWithLinesOut> {
    return this.change(actor, id, seen, true)
  }

  private async change(
    actor: Actor,
    id: number,
    given: UpdateDeclarationIn,
    isRecount: boolean,
  ): Promise<DeclarationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const taken = await this.transitions.take(tx, declarationTable, Declaration, id, editing, actor, {
        read: () => this.reading.find(tx, actor, id),
        seen: given,
      })
      const before = { ...taken }
      const serviceSharePerMille = await this.shareFor(tx, before, given.serviceSharePerMille)
      const standing = await this.drafting.standingBefore(tx, before)
      const lines = new Map((await this.drafting.linesOf(tx, id)).map((line) => [line.homeClassId, line]))
      const isCountedNow = isRecount || before.sequence > 0
      const { rules, counted, countedOn } = isCountedNow
        ? await this.standards.inForce(
            tx,
            before.school!,
            before.fund!,
            before.fiscalYear,
            await this.standards.periods.declared(tx, before),
          )
        : this.asDrafted(before, lines, standing)
      const changes = new Map((given.counts ?? []).map((each) => [each.homeClassId, each]))
      const stranger = [...changes.keys()].find(
        (homeClassId) => !counted.classes.some((each) => each.homeClassId === homeClassId),
      )
      if (stranger !== undefined)
        throw new RuleBroken('funding.class_not_declared', { homeClassId: stranger })
      const declared = counted.classes.map((each) =>
        withCounts(
          carried(each, lines.get(each.homeClassId) ?? standing.classes.get(each.homeClassId)),
          changes.get(each.homeClassId),
        ),
      )
      const reason = given.reason?.trim() ?? before.reason
      if (!reason && !isSame(declared, counted.classes)) throw new RuleBroken('funding.reason_needed')
      await this.drafting.draft(
        tx,
        {
          ...before,
          rules,
          countedOn,
          ruleVersion: isCountedNow ? ruleVersion : before.ruleVersion,
          serviceSharePerMille,
          reason,
        },
        standing,
        { recorded: counted, declared },
      )
      await this.transitions.edit(tx, declarationTable, Declaration, taken, {}, actor)
      const after = await this.reading.find(tx, actor, id)
      await this.audit.record(tx, actor, {
        action: 'declaration.update',
        entity: 'declaration',
        entityId: id,
        schoolId: before.schoolId,
        before: plain(before),
        after: { ...plain(after), ...(given.counts ? { counts: given.counts } : {}) },
      })
      return this.reading.out(tx, actor, after)
    })
  }

  // A supplement keeps that of the first, a period that of its year.
  private async shareFor(tx: EntityManager, declaration: Declaration, asked?: number): Promise<number> {
    const before = declaration.serviceSharePerMille
    if (declaration.sequence > 0 && asked !== undefined && asked !== before)
      throw new RuleBroken('funding.share_of_first')
    const share = shareAllowed(declaration.fund!, declaration.school!, asked ?? before)
    if (share === before) return share
    await holdSchool(tx, this.database, declaration.schoolId)
    await shareOfYear(tx, declaration, share, declaration.id)
    return share
  }

  // The regular declaration holds every class: its own lines are the records as they were counted.
  private asDrafted(
    declaration: Declaration,
    lines: ReadonlyMap<number, DeclarationLine>,
    standing: Standing,
  ): Basis {
    return {
      rules: declaration.rules,
      countedOn: declaration.countedOn,
      counted: {
        ...frozenSchool(declaration, standing),
        classes: [...lines.values()].map((line) => line.recorded),
      },
    }
  }
}

function plain({ school: _school, fund: _fund, ...row }: Declaration): object {
  return row
}
