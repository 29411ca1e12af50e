/** What does a school claim (资金申报), from which classes, and where does the claim stand? */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type EventIn, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { requireSchool, School, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { Forbidden, NotFound, RuleBroken } from '../../platform/errors.js'
import { type Fen, toFen } from '../../platform/money.js'
import { cases, equals, notSearched } from '../../platform/filters.js'
import { filtered, type Listing, type Page, paged } from '../../platform/paging.js'
import { runRules } from '../audit-rules/run-rules.js'
import { LedgerService } from '../ledger/ledger.service.js'
import { Publication } from '../publications/publication.entity.js'
import { PublicationsService } from '../publications/publications.service.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import { Fund } from '../standards/fund.entity.js'
import type { CountedSchool, FundingRule } from '../standards/rules.js'
import { ruleVersion } from '../standards/rules.js'
import { StandardsService } from '../standards/standards.service.js'
import { carried, isSame, type Standing } from './chain.js'
import { withCounts } from './counts.dto.js'
import { actionsOn, shareAllowed } from './declaration-actions.js'
import { Declaration } from './declaration.entity.js'
import { DeclarationLine } from './declaration-line.entity.js'
import { editing } from '../../platform/states.js'
import { declarationTable } from './declaration.states.js'
import {
  type CreateDeclarationIn,
  type DeclarationListQuery,
  type DeclarationOut,
  type DeclarationSumOut,
  type DeclarationWithLinesOut,
  toDeclarationLineOut,
  toDeclarationOut,
  toPeriodOut,
  type UpdateDeclarationIn,
} from './declarations.dto.js'
import { DraftingService, frozenSchool } from './drafting.service.js'
import { requireFund } from '../standards/require-fund.js'
import { addToClaims } from '../appropriations/claims.js'
import { frozen } from './frozen-declaration.js'
import { joinedDeclarations } from './joined-declarations.js'

export type DeclarationEvent = keyof typeof declarationTable.events

const declarations: Listing<DeclarationListQuery> = {
  sortable: {
    schoolId: 'declaration.schoolId',
    fiscalYear: 'declaration.fiscalYear',
    status: 'declaration.status',
    amountFen: 'declaration.amountFen',
    updatedAt: 'declaration.updatedAt',
    id: 'declaration.id',
  },
  filters: {
    schoolId: equals('declaration.schoolId'),
    fundId: equals('declaration.fundId'),
    fiscalYear: equals('declaration.fiscalYear'),
    status: equals('declaration.status'),
    publicationId: equals('declaration.publicationId'),
    kind: cases({ regular: 'declaration.sequence = 0', supplementary: 'declaration.sequence > 0' }),
    q: notSearched,
  },
}
const takenBack = new Set<DeclarationEvent>(['withdraw', 'send-back', 'refer-back', 'object', 'reject'])

interface Basis {
  readonly rules: FundingRule[]
  readonly counted: CountedSchool
  readonly countedOn: string
}

@Injectable()
export class DeclarationsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly standards: StandardsService,
    private readonly drafting: DraftingService,
    private readonly ledger: LedgerService,
    private readonly publications: PublicationsService,
  ) {}

  async list(actor: Actor, list: DeclarationListQuery): Promise<Page<DeclarationOut>> {
    const page = await paged(
      scoped(joinedDeclarations(this.database.read), actor),
      list,
      declarations,
      (declaration) => declaration,
    )
    const own = await this.transitions.eventsOf(
      this.database.read,
      'declaration',
      page.items.map((item) => item.id),
      actor,
    )
    return {
      ...page,
      items: page.items.map((item) => toDeclarationOut(item, actionsOn(item, actor, own.get(item.id)))),
    }
  }

  /** What a question about many names: how many declarations of how many schools, and their sum. */
  async sum(actor: Actor, list: DeclarationListQuery): Promise<DeclarationSumOut> {
    const query = filtered(scoped(joinedDeclarations(this.database.read), actor), list, declarations).select([
      'COUNT(declaration.id) AS count',
      'COUNT(DISTINCT declaration.schoolId) AS schoolCount',
      'SUM(declaration.amountFen) AS amountFen',
    ])
    const row = await query.getRawOne<Record<'count' | 'schoolCount' | 'amountFen', string | number | null>>()
    return {
      count: Number(row?.count ?? 0),
      schoolCount: Number(row?.schoolCount ?? 0),
      amountFen: toFen(row?.amountFen),
    }
  }

  async get(actor: Actor, id: number): Promise<DeclarationWithLinesOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** Prefills a draft: the classes on the count date × the standards in force. */
  async create(actor: Actor, given: CreateDeclarationIn): Promise<DeclarationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const school = await requireSchool(tx, actor, given.schoolId)
      const fund = await requireFund(tx, school.regionCode, given.fundId)
      const basis = await this.standards.inForce(tx, school, fund, given.fiscalYear)
      return this.open(
        tx,
        actor,
        {
          school,
          fund,
          fiscalYear: given.fiscalYear,
          sequence: 0,
          supplementsId: null,
          serviceSharePerMille: shareAllowed(fund, school, given.serviceSharePerMille ?? 1000),
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
    given: { school: School; fund: Fund } & Pick<
      Declaration,
      'fiscalYear' | 'sequence' | 'supplementsId' | 'serviceSharePerMille' | 'reason'
    >,
    basis: Basis,
  ): Promise<DeclarationWithLinesOut> {
    const { school, fund, ...own } = given
    const declaration = tx.create(Declaration, {
      ...own,
      schoolId: school.id,
      regionCode: school.regionCode,
      fundId: fund.id,
      termId: null,
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
        new RuleBroken(own.sequence === 0 ? 'funding.declaration_exists' : 'funding.supplement_open', {
          fund: fund.name,
          fiscalYear: own.fiscalYear,
        }),
    )
    const standing = await this.drafting.standingBefore(tx, declaration)
    const lineCount = await this.drafting.draft(tx, actor, { ...declaration, school, fund }, standing, {
      recorded: basis.counted,
      declared: basis.counted.classes.map((each) => carried(each, standing.classes.get(each.homeClassId))),
    })
    if (own.sequence > 0 && lineCount === 0)
      throw new RuleBroken('funding.no_difference', {
        school: school.name,
        fund: fund.name,
        fiscalYear: own.fiscalYear,
      })
    await this.transitions.made(tx, declarationTable, declaration, actor)
    const saved = await this.find(tx, actor, declaration.id)
    await this.audit.record(tx, actor, {
      action: 'declaration.create',
      entity: 'declaration',
      entityId: saved.id,
      schoolId: school.id,
      after: plain(saved),
    })
    return this.out(tx, actor, saved)
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
      const taken = await this.take(tx, actor, id, editing, given)
      const before = { ...taken }
      if (
        before.sequence > 0 &&
        given.serviceSharePerMille !== undefined &&
        given.serviceSharePerMille !== before.serviceSharePerMille
      )
        throw new RuleBroken('funding.share_of_first')
      const serviceSharePerMille = shareAllowed(
        before.fund!,
        before.school!,
        given.serviceSharePerMille ?? before.serviceSharePerMille,
      )
      const standing = await this.drafting.standingBefore(tx, before)
      const lines = new Map((await this.drafting.linesOf(tx, id)).map((line) => [line.homeClassId, line]))
      const isCountedNow = isRecount || before.sequence > 0
      const { rules, counted, countedOn } = isCountedNow
        ? await this.standards.inForce(tx, before.school!, before.fund!, before.fiscalYear)
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
        actor,
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
      const after = await this.find(tx, actor, id)
      await this.audit.record(tx, actor, {
        action: 'declaration.update',
        entity: 'declaration',
        entityId: id,
        schoolId: before.schoolId,
        before: plain(before),
        after: { ...plain(after), ...(given.counts ? { counts: given.counts } : {}) },
      })
      return this.out(tx, actor, after)
    })
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

  /** One step of the chain; submitting locks the inputs with a hash, approving makes the claim grantable. */
  async act(
    actor: Actor,
    id: number,
    event: DeclarationEvent,
    { comment, ...seen }: EventIn = {},
  ): Promise<DeclarationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const declaration = await this.take(tx, actor, id, event, seen)
      if (event === 'object' && actor.schoolId !== null) throw new Forbidden('funding.office_publishes')
      await this.step(tx, actor, declaration, event, comment)
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  private async step(
    tx: EntityManager,
    actor: Actor,
    declaration: Taken<Declaration>,
    event: DeclarationEvent,
    comment?: string,
  ): Promise<void> {
    const lines = await this.drafting.linesOf(tx, declaration.id)
    if (event === 'approve') await this.publications.requireFree(tx, declaration.publicationId)
    if (event === 'submit' && lines.length === 0)
      throw new RuleBroken('funding.nothing_to_declare', { school: declaration.school!.name })
    const set =
      event === 'submit'
        ? { snapshotHash: snapshotHash(frozen(declaration, lines)), updatedAt: this.clock.now() }
        : { updatedAt: this.clock.now() }
    await this.transitions.move(tx, declarationTable, Declaration, declaration, event, actor, {
      comment,
      set,
    })
    if (event === 'submit') {
      await this.ledger.post(
        tx,
        actor,
        await this.drafting.postings(tx, declaration, lines, 'M110', 'declare'),
      )
      await runRules(
        tx,
        { regionCode: declaration.regionCode, schoolId: declaration.schoolId, today: this.clock.today() },
        this.clock.now(),
      )
    }
    if (takenBack.has(event))
      await this.ledger.reverse(tx, actor, { entity: 'declaration', id: declaration.id }, 'declare')
    if (event === 'approve') {
      await this.ledger.post(
        tx,
        actor,
        await this.drafting.postings(tx, declaration, lines, 'M120', 'approve'),
      )
      await addToClaims(tx, declaration)
    }
  }

  /** Within the answer to an objection that is right: only a declaration of that publication. */
  async sendBackObjected(
    tx: EntityManager,
    actor: Actor,
    id: number,
    publicationId: number,
    comment?: string,
  ): Promise<void> {
    const declaration = await this.take(tx, actor, id, 'object')
    if (declaration.publicationId !== publicationId) throw new NotFound('declaration', id)
    await this.step(tx, actor, declaration, 'object', comment)
  }

  private take(
    tx: EntityManager,
    actor: Actor,
    id: number,
    event: DeclarationEvent | typeof editing,
    seen?: Seen,
  ): Promise<Taken<Declaration>> {
    const read = () => this.find(tx, actor, id)
    return this.transitions.take(tx, declarationTable, Declaration, id, event, actor, { read, seen })
  }

  async find(manager: EntityManager, actor: Actor, id: number): Promise<Declaration> {
    const declaration = await scoped(joinedDeclarations(manager), actor, 'declaration.schoolId')
      .andWhere('declaration.id = :id', { id })
      .getOne()
    if (!declaration) throw new NotFound('declaration', id)
    return declaration
  }

  private async out(
    manager: EntityManager,
    actor: Actor,
    declaration: Declaration,
  ): Promise<DeclarationWithLinesOut> {
    const own = await this.transitions.eventsOf(manager, 'declaration', [declaration.id], actor)
    const lines = await this.drafting.linesOf(manager, declaration.id)
    const { schoolId, fundId, fiscalYear } = declaration
    const chain = await manager.find(Declaration, {
      where: { schoolId, fundId, fiscalYear },
      order: { sequence: 'ASC' },
    })
    const publication =
      declaration.publicationId === null
        ? null
        : await manager.findOneByOrFail(Publication, { id: declaration.publicationId })
    return {
      ...toDeclarationOut(declaration, actionsOn(declaration, actor, own.get(declaration.id))),
      lines: lines.map(toDeclarationLineOut),
      sentences: await this.drafting.explained(manager, declaration, actor.language),
      publication: publication && toPeriodOut(publication),
      chain: chain.map(({ id, sequence, status, amountFen }) => ({ id, sequence, status, amountFen })),
    }
  }

  private get clock(): Clock {
    return this.drafting.clock
  }
}

function plain({ school: _school, fund: _fund, ...row }: Declaration): object {
  return row
}
