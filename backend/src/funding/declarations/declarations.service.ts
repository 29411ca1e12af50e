/** What does a school claim (资金申报), from which classes, and where does the claim stand? */
import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, Transitions } from '../../audit/index.js'
import { requireSchool, School, scoped } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, isDuplicateKey } from '../../platform/database/database.js'
import { addToRows } from '../../platform/database/many-rows.js'
import { Forbidden, NotFound, RuleBroken, StateConflict } from '../../platform/errors.js'
import type { Fen } from '../../platform/money.js'
import { type Page, paged } from '../../platform/paging.js'
import { type Caused, eventsFrom } from '../../platform/states.js'
import type { Account } from '../ledger/accounts.js'
import { LedgerService, type Posting } from '../ledger/ledger.service.js'
import { entitle, splitByPurpose } from '../standards/entitle.js'
import { PublicationsService } from '../publications/publications.service.js'
import { Fund } from '../standards/fund.entity.js'
import type { CountedSchool } from '../standards/rules.js'
import { ruleVersion } from '../standards/rules.js'
import { snapshotHash } from '../snapshot.js'
import { StandardsService } from '../standards/standards.service.js'
import { Declaration } from './declaration.entity.js'
import { DeclarationLine } from './declaration-line.entity.js'
import { declarationTable } from './declaration.states.js'
import { type CreateDeclarationIn, type DeclarationListQuery, type DeclarationOut, type DeclarationWithLinesOut, toDeclarationLineOut, toDeclarationOut } from './declarations.dto.js'

export type DeclarationEvent = keyof typeof declarationTable.events

const sortable = { schoolId: 'declaration.schoolId', fiscalYear: 'declaration.fiscalYear', status: 'declaration.status', amountFen: 'declaration.amountFen', updatedAt: 'declaration.updatedAt', id: 'declaration.id' }
const editable = new Set(['draft', 'returned'])
// A school publishes its statements, never its own declaration.
const officeOnly = new Set<string>(['publish', 'object'])
const takenBack = new Set<DeclarationEvent>(['withdraw', 'send-back', 'refer-back', 'object', 'reject'])

@Injectable()
export class DeclarationsService {
  constructor(
    private readonly database: Database, private readonly clock: Clock, private readonly audit: AuditEntries, private readonly transitions: Transitions,
    private readonly standards: StandardsService, private readonly ledger: LedgerService, private readonly publications: PublicationsService,
  ) {}

  async list(actor: Actor, list: DeclarationListQuery): Promise<Page<DeclarationOut>> {
    const query = scoped(this.joined(this.database.read), actor, 'declaration.schoolId', list.schoolId)
    if (list.fundId) query.andWhere('declaration.fundId = :fundId', { fundId: list.fundId })
    if (list.fiscalYear) query.andWhere('declaration.fiscalYear = :fiscalYear', { fiscalYear: list.fiscalYear })
    if (list.status) query.andWhere('declaration.status = :status', { status: list.status })
    if (list.publicationId) query.andWhere('declaration.publicationId = :publicationId', { publicationId: list.publicationId })
    const page = await paged(query, list, sortable, (declaration) => declaration)
    const own = await this.transitions.eventsOf(this.database.read, 'declaration', page.items.map((item) => item.id), actor)
    return { ...page, items: page.items.map((item) => toDeclarationOut(item, actionsOn(item, actor, own.get(item.id)))) }
  }

  async get(actor: Actor, id: number): Promise<DeclarationWithLinesOut> {
    return this.out(this.database.read, actor, await this.find(this.database.read, actor, id))
  }

  /** Prefills a draft: the classes on the count date × the standard in force. */
  async create(actor: Actor, given: CreateDeclarationIn): Promise<DeclarationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const school = await requireSchool(tx, actor, given.schoolId)
      const fund = await this.standards.requireFund(tx, school.regionCode, given.fundId)
      const { rules, counted, countedOn } = await this.standards.inForce(tx, school, fund, given.fiscalYear)
      const serviceSharePerMille = shareAllowed(fund, school, given.serviceSharePerMille ?? 1000)
      const declaration = tx.create(Declaration, {
        schoolId: school.id, regionCode: school.regionCode, fundId: fund.id, fiscalYear: given.fiscalYear, termId: null, sequence: 0, supplementsId: null, status: 'draft', countedOn, rules, ruleVersion,
        classCount: 0, amountFen: 0 as Fen, levels: [], serviceSharePerMille, reason: null, snapshotHash: null, publicationId: null, updatedAt: this.clock.now(),
      })
      try {
        await tx.save(declaration)
      } catch (error) {
        if (isDuplicateKey(error)) throw new RuleBroken('funding.declaration_exists', { fund: fund.name, fiscalYear: given.fiscalYear })
        throw error
      }
      await this.count(tx, actor, { ...declaration, school, fund }, counted)
      const saved = await this.find(tx, actor, declaration.id)
      await this.audit.record(tx, actor, { action: 'declaration.create', entity: 'declaration', entityId: saved.id, schoolId: school.id, after: plain(saved) })
      return this.out(tx, actor, saved)
    })
  }

  /** Sets the service's share and counts the classes anew; only before it is submitted. */
  async update(actor: Actor, id: number, serviceSharePerMille?: number): Promise<DeclarationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const before = await this.find(tx, actor, id)
      if (!editable.has(before.status)) throw new StateConflict('state.not_possible', { status: before.status })
      const share = shareAllowed(before.fund!, before.school!, serviceSharePerMille ?? before.serviceSharePerMille)
      const { rules, counted } = await this.standards.inForce(tx, before.school!, before.fund!, before.fiscalYear)
      await this.count(tx, actor, { ...before, rules, serviceSharePerMille: share }, counted)
      const after = await this.find(tx, actor, id)
      await this.audit.record(tx, actor, { action: 'declaration.update', entity: 'declaration', entityId: id, schoolId: before.schoolId, before: plain(before), after: plain(after) })
      return this.out(tx, actor, after)
    })
  }

  /** One step of the chain; submitting locks the inputs with a hash, approving makes the claim grantable. */
  async act(actor: Actor, id: number, event: DeclarationEvent, comment?: string): Promise<DeclarationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const declaration = await this.find(tx, actor, id)
      if (event === 'object' && actor.schoolId !== null) throw new Forbidden('funding.office_publishes')
      await this.step(tx, actor, declaration, event, comment)
      return this.out(tx, actor, await this.find(tx, actor, id))
    })
  }

  private async step(tx: EntityManager, actor: Actor, declaration: Declaration, event: DeclarationEvent, comment?: string): Promise<void> {
    const lines = await this.linesOf(tx, declaration.id)
    if (event === 'approve') await this.publications.requireFree(tx, declaration.publicationId)
    if (event === 'submit' && lines.length === 0) throw new RuleBroken('funding.nothing_to_declare', { school: declaration.school!.name })
    const set = event === 'submit' ? { snapshotHash: snapshotHash(frozen(declaration, lines)), updatedAt: this.clock.now() } : { updatedAt: this.clock.now() }
    await this.transitions.move(tx, declarationTable, Declaration, declaration, event, actor, { comment, set })
    if (event === 'submit') await this.ledger.post(tx, actor, await this.postings(tx, declaration, lines, 'M110', 'declare'))
    if (takenBack.has(event)) await this.ledger.reverse(tx, actor, { entity: 'declaration', id: declaration.id }, 'declare')
    if (event === 'approve') {
      await this.ledger.post(tx, actor, await this.postings(tx, declaration, lines, 'M120', 'approve'))
      await addToRows(tx, 'claim', ['schoolId', 'fundId', 'fiscalYear', 'level'], ['approvedFen'], declaration.levels.map(({ level, amountFen }) => ({
        schoolId: declaration.schoolId, fundId: declaration.fundId, fiscalYear: declaration.fiscalYear, level, approvedFen: amountFen, grantedFen: 0,
      })))
    }
  }

  /** Within the answer to an objection that is right: only a declaration of that publication. */
  async sendBackObjected(tx: EntityManager, actor: Actor, id: number, publicationId: number, comment?: string): Promise<void> {
    const declaration = await this.find(tx, actor, id)
    if (declaration.publicationId !== publicationId) throw new NotFound('declaration', id)
    await this.step(tx, actor, declaration, 'object', comment)
  }

  linesOf(manager: EntityManager, declarationId: number): Promise<DeclarationLine[]> {
    return manager.find(DeclarationLine, { where: { declarationId }, order: { id: 'ASC' } })
  }

  // Replaces the lines of a draft and what they entitle to.
  private async count(tx: EntityManager, actor: Actor, declaration: Declaration, counted: CountedSchool): Promise<void> {
    const { lines, totalFen, levels } = entitle(counted, declaration.rules)
    const classes = new Map(counted.classes.map((each) => [each.homeClassId, each]))
    await this.ledger.reverse(tx, actor, { entity: 'declaration', id: declaration.id }, 'entitle')
    await tx.delete(DeclarationLine, { declarationId: declaration.id })
    const rows = lines.map(({ homeClassId, className, parts, amountFen }) => {
      const counts = classes.get(homeClassId)!
      return { declarationId: declaration.id, schoolId: declaration.schoolId, homeClassId, className, studentCount: counts.enrolled, counts, recorded: counts, parts: [...parts], amountFen }
    })
    if (rows.length > 0) await tx.insert(DeclarationLine, rows)
    const updated = await tx.update(Declaration, { id: declaration.id, status: declaration.status }, {
      classCount: lines.length, amountFen: totalFen, levels: levels.map(({ level, amountFen }) => ({ level, amountFen })), rules: declaration.rules, serviceSharePerMille: declaration.serviceSharePerMille, updatedAt: this.clock.now(),
    })
    if (updated.affected !== 1) throw new StateConflict('state.conflict')
    await this.ledger.post(tx, actor, await this.postings(tx, declaration, rows as DeclarationLine[], 'M100', 'entitle'))
  }

  // A round number in the key: what was taken back may be posted again, what stands may not be posted twice.
  private async postings(tx: EntityManager, declaration: Declaration, lines: readonly DeclarationLine[], debit: Account, kind: string): Promise<Posting[]> {
    const round = await this.ledger.roundOf(tx, { entity: 'declaration', id: declaration.id }, kind)
    const purpose = declaration.fund!.purposes.find((candidate) => candidate.stage === declaration.school!.stage)!
    const common = { debit, credit: 'M000', kind, schoolId: declaration.schoolId, fundId: declaration.fundId, fiscalYear: declaration.fiscalYear, sourceEntity: 'declaration', sourceId: declaration.id } as const
    return lines.flatMap((line) => {
      const { serviceFen, otherFen } = splitByPurpose(line.amountFen, declaration.serviceSharePerMille)
      const posting = (amountFen: Fen, name: string) => ({ ...common, amountFen, purpose: name, homeClassId: line.homeClassId, businessKey: `${kind}:${declaration.id}:${round}:${line.homeClassId}:${name}` })
      return [posting(serviceFen, purpose.service), ...(purpose.other ? [posting(otherFen, purpose.other)] : [])]
    })
  }

  private async out(manager: EntityManager, actor: Actor, declaration: Declaration): Promise<DeclarationWithLinesOut> {
    const own = await this.transitions.eventsOf(manager, 'declaration', [declaration.id], actor)
    const lines = await this.linesOf(manager, declaration.id)
    return { ...toDeclarationOut(declaration, actionsOn(declaration, actor, own.get(declaration.id))), lines: lines.map(toDeclarationLineOut) }
  }

  private async find(manager: EntityManager, actor: Actor, id: number): Promise<Declaration> {
    const declaration = await scoped(this.joined(manager), actor, 'declaration.schoolId').andWhere('declaration.id = :id', { id }).getOne()
    if (!declaration) throw new NotFound('declaration', id)
    return declaration
  }

  private joined(manager: EntityManager): SelectQueryBuilder<Declaration> {
    return manager.createQueryBuilder(Declaration, 'declaration')
      .innerJoinAndMapOne('declaration.school', School, 'school', 'school.id = declaration.schoolId')
      .innerJoinAndMapOne('declaration.fund', Fund, 'fund', 'fund.id = declaration.fundId')
  }
}

function actionsOn(declaration: Declaration, actor: Actor, own: Caused = new Set<string>()): string[] {
  const allowed = eventsFrom(declarationTable, declaration.status, actor.permissions, own)
  const isEditable = editable.has(declaration.status) && actor.permissions.has('declaration.write')
  const mine = actor.schoolId === null ? allowed : allowed.filter((event) => !officeOnly.has(event))
  return isEditable ? [...mine, 'update'] : mine
}

function shareAllowed(fund: Fund, school: School, share: number): number {
  const purpose = fund.purposes.find((candidate) => candidate.stage === school.stage)
  if (!purpose) throw new RuleBroken('funding.not_entitled', { school: school.name, fund: fund.name, fiscalYear: null })
  return purpose.other ? share : 1000
}

/** What is locked when it is submitted: every input of the computation. */
function frozen({ schoolId, fundId, fiscalYear, termId, sequence, countedOn, serviceSharePerMille, rules, ruleVersion: version }: Declaration, lines: readonly DeclarationLine[]): object {
  return { schoolId, fundId, fiscalYear, termId, sequence, countedOn, serviceSharePerMille, rules, ruleVersion: version, lines: lines.map(({ homeClassId, counts, amountFen }) => ({ homeClassId, counts, amountFen })) }
}

function plain({ school: _school, fund: _fund, ...row }: Declaration): object {
  return row
}
