/** How would a school put received money on its classes (分配方案)? Drafted from the declaration, then changed by the school, purpose by purpose. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries, type Seen, type Taken, Transitions } from '../../audit/index.js'
import { HomeClass, requireSchool, type School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { insertRows } from '../../platform/database/many-rows.js'
import { Invalid, RuleBroken, StateConflict } from '../../platform/errors.js'
import { addFen, type Fen, fen, subtractFen } from '../../platform/money.js'
import { editing } from '../../platform/states.js'
import type { PurposePart } from '../allotments/allot.js'
import { ReceiptsService } from '../allotments/receipts.service.js'
import { type Purpose, purposeNames, requireFund } from '../../entitlement/index.js'
import { DistributionSchemeReadingService } from './reading.service.js'
import { DistributionScheme } from './distribution-scheme.entity.js'
import { DistributionSchemeLine } from './distribution-scheme-line.entity.js'
import { DistributionSchemeProposalsService } from './distribution-scheme-proposals.service.js'
import { distributionSchemeTable } from './distribution-scheme.states.js'
import type {
  CreateDistributionSchemeIn,
  DistributionSchemeLineIn,
  DistributionSchemeWithLinesOut,
  UpdateDistributionSchemeIn,
} from './distribution-schemes.dto.js'

@Injectable()
export class DistributionSchemesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditEntries,
    private readonly transitions: Transitions,
    private readonly receipts: ReceiptsService,
    private readonly proposals: DistributionSchemeProposalsService,
    private readonly reading: DistributionSchemeReadingService,
  ) {}

  /** Drafts a scheme for a confirmed receipt, or for money carried over from the year before. */
  async create(
    actor: Actor,
    { receiptId, fundId, fiscalYear, schoolId }: CreateDistributionSchemeIn,
  ): Promise<DistributionSchemeWithLinesOut> {
    return this.database.transaction(async (tx) => {
      if (receiptId === undefined)
        return this.draft(
          tx,
          actor,
          await this.ofCarried(tx, actor, schoolId ?? actor.schoolId ?? 0, fundId!, fiscalYear!),
        )
      const line = await this.receipts.findReceived(tx, actor, receiptId)
      const { fundId: ofFund, fiscalYear: ofYear } = line.appropriation!
      return this.draft(tx, actor, {
        school: line.school!,
        fundId: ofFund,
        fiscalYear: ofYear,
        appropriationLineId: line.id,
        parts: await this.proposals.received(tx, line),
      })
    })
  }

  private async ofCarried(
    tx: EntityManager,
    actor: Actor,
    schoolId: number,
    fundId: number,
    fiscalYear: number,
  ): Promise<Draft> {
    const school = await requireSchool(tx, actor, schoolId)
    const fund = await requireFund(tx, school.regionCode, fundId)
    const open = await tx
      .createQueryBuilder(DistributionScheme, 'scheme')
      .where(
        "scheme.schoolId = :schoolId AND scheme.fundId = :fundId AND scheme.fiscalYear = :fiscalYear AND scheme.appropriationLineId IS NULL AND scheme.status <> 'approved'",
        { schoolId, fundId, fiscalYear },
      )
      .getExists()
    if (open) throw new RuleBroken('funding.scheme_open')
    const parts = await this.proposals.carried(tx, { schoolId, fundId, fiscalYear })
    if (parts.length === 0) throw new RuleBroken('funding.scheme_nothing', { fund: fund.name })
    return { school, fundId, fiscalYear, appropriationLineId: null, parts }
  }

  private async draft(
    tx: EntityManager,
    actor: Actor,
    { school, fundId, fiscalYear, appropriationLineId, parts }: Draft,
  ): Promise<DistributionSchemeWithLinesOut> {
    const pot = { schoolId: school.id, fundId, fiscalYear }
    const isCarried = appropriationLineId === null
    const shares = await this.proposals.shares(tx, school, pot, parts, isCarried)
    const scheme = tx.create(DistributionScheme, {
      ...pot,
      appropriationLineId,
      openKey: isCarried ? openKeyOf(pot) : null,
      status: 'draft',
      totalFen: addFen(fen(0), ...parts.map((part) => part.amountFen)),
      staffMeetingOn: null,
      note: null,
      createdAt: this.clock.now(),
    })
    // Somebody was quicker: the unique keys are the last word.
    await onDuplicate(
      () => tx.save(scheme),
      () => new RuleBroken(isCarried ? 'funding.scheme_open' : 'funding.scheme_exists'),
    )
    await insertRows(
      tx,
      'scheme_line',
      shares.map(({ homeClassId, purpose, amountFen }) => ({
        schemeId: scheme.id,
        schoolId: school.id,
        homeClassId,
        purpose,
        amountFen,
      })),
    )
    await this.transitions.made(tx, distributionSchemeTable, scheme, actor)
    await this.audit.record(tx, actor, {
      action: 'scheme.create',
      entity: 'scheme',
      entityId: scheme.id,
      schoolId: school.id,
      after: { ...pot, receiptId: appropriationLineId, totalFen: scheme.totalFen },
    })
    return this.reading.out(tx, actor, await this.reading.find(tx, actor, scheme.id))
  }

  /** Changes a draft's note or lines; what is given to the classes stays, purpose by purpose, what there is to give. */
  async update(
    actor: Actor,
    id: number,
    { lines, note, ...seen }: UpdateDistributionSchemeIn,
  ): Promise<DistributionSchemeWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const before = await this.take(tx, actor, id, seen)
      const change = note === undefined ? {} : { note: note?.trim() || null }
      await this.transitions.edit(tx, distributionSchemeTable, DistributionScheme, before, change, actor)
      const old = await tx.find(DistributionSchemeLine, { where: { schemeId: id }, order: { id: 'ASC' } })
      if (lines) await this.replaceLines(tx, actor, before, old, lines)
      await this.audit.record(tx, actor, {
        action: 'scheme.update',
        entity: 'scheme',
        entityId: id,
        schoolId: before.schoolId,
        before: { note: before.note, lines: old.map(toPlainLine) },
        after: { note: note === undefined ? before.note : note, lines: (lines ?? old).map(toPlainLine) },
      })
      return this.reading.out(tx, actor, await this.reading.find(tx, actor, id))
    })
  }

  private async replaceLines(
    tx: EntityManager,
    actor: Actor,
    scheme: DistributionScheme,
    old: readonly DistributionSchemeLine[],
    given: readonly DistributionSchemeLineIn[],
  ): Promise<void> {
    if (new Set(given.map((line) => `${line.homeClassId}/${line.purpose}`)).size !== given.length)
      throw new Invalid('request.row_twice')
    const known = new Set([
      ...(await tx.findBy(HomeClass, { schoolId: scheme.schoolId, isActive: true })).map((each) => each.id),
      ...old.map((line) => line.homeClassId),
    ])
    if (given.some((line) => !known.has(line.homeClassId)))
      throw new RuleBroken('funding.scheme_class_strange')
    const lines = given.map((line) => ({ ...line, amountFen: fen(line.amountFen) }))
    for (const [purpose, { sumFen, totalFen }] of sumsByPurpose(old, lines)) {
      if (sumFen === totalFen) continue
      const isMore = sumFen > totalFen
      throw new RuleBroken('funding.scheme_sum_differs', {
        purpose: purposeNames[purpose as Purpose][actor.language],
        sumFen,
        totalFen,
        differenceFen: isMore ? subtractFen(sumFen, totalFen) : subtractFen(totalFen, sumFen),
        side: sides[actor.language][isMore ? 'more' : 'less'],
      })
    }
    const removed = await tx.delete(DistributionSchemeLine, { schemeId: scheme.id })
    if (removed.affected !== old.length) throw new StateConflict('state.conflict')
    await insertRows(
      tx,
      'scheme_line',
      lines
        .filter((line) => line.amountFen > 0)
        .map(({ homeClassId, purpose, amountFen }) => ({
          schemeId: scheme.id,
          schoolId: scheme.schoolId,
          homeClassId,
          purpose,
          amountFen,
        })),
    )
  }

  /** Throws a draft away; the money stays with the school and can be distributed by another scheme. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const scheme = await this.take(tx, actor, id)
      await tx.delete(DistributionSchemeLine, { schemeId: id })
      await tx.delete(DistributionScheme, { id })
      await this.audit.record(tx, actor, {
        action: 'scheme.delete',
        entity: 'scheme',
        entityId: id,
        schoolId: scheme.schoolId,
        before: { receiptId: scheme.appropriationLineId, totalFen: scheme.totalFen },
      })
    })
  }

  private take(tx: EntityManager, actor: Actor, id: number, seen?: Seen): Promise<Taken<DistributionScheme>> {
    const read = () => this.reading.find(tx, actor, id)
    return this.transitions.take(tx, distributionSchemeTable, DistributionScheme, id, editing, actor, {
      read,
      seen,
    })
  }
}

type Pot = Pick<DistributionScheme, 'schoolId' | 'fundId' | 'fiscalYear'>

interface Draft {
  readonly school: School
  readonly fundId: number
  readonly fiscalYear: number
  readonly appropriationLineId: number | null
  readonly parts: readonly PurposePart[]
}

const openKeyOf = ({ schoolId, fundId, fiscalYear }: Pot): string => `${schoolId}:${fundId}:${fiscalYear}`

const sides = { zh: { more: '多', less: '少' }, en: { more: 'much', less: 'little' } } as const

const toPlainLine = ({
  homeClassId,
  purpose,
  amountFen,
}: {
  homeClassId: number
  purpose: string
  amountFen: number
}): [number, string, number] => [homeClassId, purpose, amountFen]

function sumsByPurpose(
  old: readonly DistributionSchemeLine[],
  given: readonly { purpose: string; amountFen: Fen }[],
): Map<string, { totalFen: Fen; sumFen: Fen }> {
  const sum = (lines: readonly { purpose: string; amountFen: Fen }[], purpose: string) =>
    addFen(fen(0), ...lines.filter((line) => line.purpose === purpose).map((line) => line.amountFen))
  return new Map(
    [...new Set([...old, ...given].map((line) => line.purpose))].map((purpose) => [
      purpose,
      { totalFen: sum(old, purpose), sumFen: sum(given, purpose) },
    ]),
  )
}
