/** How does a declaration get its lines (申报明细), and what does it post to the ledger? A draft posts nothing. The regular one and its supplements alike. */
import { Injectable } from '@nestjs/common'
import { type EntityManager, LessThan } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Clock } from '../../platform/calendar.js'
import { RuleBroken } from '../../platform/errors.js'
import { fen, type Fen, printYuan, subtractFen } from '../../platform/money.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { Language } from '../../platform/texts.js'
import { LedgerService, type PostingLine, type Source } from '../../ledger/index.js'
import {
  type Entitlement,
  entitle,
  NotComputable,
  explainEntitlement,
  type CountedClass,
  type CountedSchool,
  type FundingRule,
} from '../../entitlement/index.js'
import { addFen } from '../../platform/money.js'
import { isGone, levelsFrom, linesFrom, purposesOf, type Standing, standingOf } from './chain.js'
import { Declaration } from './declaration.entity.js'
import { DeclarationLine } from './declaration-line.entity.js'
import { frozen } from './frozen-declaration.js'

@Injectable()
export class DraftingService {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: LedgerService,
  ) {}

  linesOf(manager: EntityManager, declarationId: number): Promise<DeclarationLine[]> {
    return manager.find(DeclarationLine, { where: { declarationId }, order: { id: 'ASC' } })
  }

  /** What the declarations of the same school, fund and period before this one add up to. */
  async standingBefore(
    manager: EntityManager,
    {
      schoolId,
      fundId,
      fiscalYear,
      periodKey,
      sequence,
    }: Pick<Declaration, 'schoolId' | 'fundId' | 'fiscalYear' | 'periodKey' | 'sequence'>,
  ): Promise<Standing> {
    const earlier = await manager.find(Declaration, {
      where: { schoolId, fundId, fiscalYear, periodKey, sequence: LessThan(sequence) },
      order: { sequence: 'ASC' },
    })
    const lines =
      earlier.length === 0
        ? []
        : await manager
            .createQueryBuilder(DeclarationLine, 'line')
            .where('line.declarationId IN (:...ids)', { ids: earlier.map((each) => each.id) })
            .orderBy('line.id')
            .getMany()
    return standingOf(
      earlier.map(({ id, levels }) => ({ levels, lines: lines.filter((line) => line.declarationId === id) })),
    )
  }

  /** Replaces the lines of a draft by what leads from the standing before it to these counts; answers how many there are. */
  async draft(
    tx: EntityManager,
    declaration: Declaration,
    standing: Standing,
    counted: { recorded: CountedSchool; declared: readonly CountedClass[] },
  ): Promise<number> {
    const entitlement = computed(
      { ...counted.recorded, classes: counted.declared },
      declaration.rules,
      declaration.ruleVersion,
    )
    const lines = linesFrom(standing, entitlement, counted.declared, counted.recorded.classes)
    await tx.delete(DeclarationLine, { declarationId: declaration.id })
    const rows = lines.map((line) => ({
      ...line,
      declarationId: declaration.id,
      schoolId: declaration.schoolId,
      studentCount: isGone(line) ? 0 : line.counts.enrolled,
      parts: [...line.parts],
      serviceFen: purposesOf(
        standing.classes.get(line.homeClassId)?.amountFen ?? fen(0),
        line.amountFen,
        declaration.serviceSharePerMille,
      ).serviceFen,
    }))
    if (rows.length > 0) await tx.insert(DeclarationLine, rows)
    // Its row is locked by whoever calls: made in this transaction, or taken for editing.
    await tx.update(
      Declaration,
      { id: declaration.id },
      {
        // A class that gets nothing is listed, and is none of those that are paid for.
        classCount: lines.filter(
          ({ amountFen, parts }) => amountFen !== 0 || parts.some((part) => part.amountFen > 0),
        ).length,
        amountFen: addFen(fen(0), ...lines.map((line) => line.amountFen)),
        levels: [...levelsFrom(standing, entitlement.levels)],
        rules: declaration.rules,
        ruleVersion: declaration.ruleVersion,
        countedOn: declaration.countedOn,
        serviceSharePerMille: declaration.serviceSharePerMille,
        reason: declaration.reason,
        updatedAt: this.clock.now(),
      },
    )
    return lines.length
  }

  /**
   * Posts the lines as a memorandum. A round number in the key: what was taken back may be posted again, what stands may
   * not be posted twice. What a supplement takes away changes the sides, so that amounts in the ledger stay above zero.
   */
  async post(
    tx: EntityManager,
    actor: Actor,
    declaration: Declaration,
    lines: readonly DeclarationLine[],
    account: 'M110' | 'M120',
    kind: 'declare' | 'approve',
  ): Promise<void> {
    const { id, schoolId, fundId, fiscalYear } = declaration
    const round = await this.ledger.roundOf(tx, { entity: 'declaration', id }, kind)
    const { service, other } = declaration.fund!.purposes.find(
      (candidate) => candidate.stage === declaration.school!.stage,
    )!
    const lineOf = (homeClassId: number, purpose: string, amountFen: Fen): PostingLine => ({
      ...(amountFen < 0 ? { debit: 'M000', credit: account } : { debit: account, credit: 'M000' }),
      amountFen: amountFen < 0 ? subtractFen(fen(0), amountFen) : amountFen,
      homeClassId,
      fundId,
      purpose,
      fiscalYear,
      level: 'whole',
    })
    await this.ledger.post(tx, actor, [
      {
        kind,
        businessKey: `${kind}:${id}:${round}`,
        schoolId,
        source: sourceOf(declaration, lines),
        lines: lines.flatMap(({ homeClassId, amountFen, serviceFen }) => [
          lineOf(homeClassId, service, serviceFen),
          ...(other ? [lineOf(homeClassId, other, subtractFen(amountFen, serviceFen))] : []),
        ]),
      },
    ])
  }

  /** Takes back what the declaration has posted of this kind. */
  async takeBack(
    tx: EntityManager,
    actor: Actor,
    declaration: Declaration,
    lines: readonly DeclarationLine[],
    kind: 'declare',
  ): Promise<void> {
    await this.ledger.reverse(tx, actor, [sourceOf(declaration, lines)], kind)
  }

  /** The standing with this declaration, computed anew from what it froze: counts, standards and arithmetic of then. */
  async recomputed(
    manager: EntityManager,
    declaration: Declaration,
  ): Promise<{ before: Standing; standing: Standing; school: CountedSchool; entitlement: Entitlement }> {
    const before = await this.standingBefore(manager, declaration)
    const own = { levels: declaration.levels, lines: await this.linesOf(manager, declaration.id) }
    const standing = standingOf([{ levels: before.levels, lines: [...before.classes.values()] }, own])
    const school = frozenSchool(declaration, standing)
    return {
      before,
      standing,
      school,
      entitlement: computed(school, declaration.rules, declaration.ruleVersion),
    }
  }

  /** The sentences under a declaration. A supplement explains what holds after it, and what of it is new. */
  async explained(manager: EntityManager, declaration: Declaration, language: Language): Promise<string[]> {
    const { before, standing, school, entitlement } = await this.recomputed(manager, declaration)
    if (school.classes.length === 0) return []
    const sentences = explainEntitlement(entitlement, declaration.rules, language)
    if (declaration.sequence === 0) return sentences
    const sums = [standing.totalFen, before.totalFen, declaration.amountFen].map(printYuan) as [
      string,
      string,
      string,
    ]
    return [
      ...sentences,
      language === 'zh'
        ? `应得 ${sums[0]} 元 − 以前各次申报 ${sums[1]} 元 = 本次补充 ${sums[2]} 元。`
        : `Entitled ${sums[0]} yuan − declared before ${sums[1]} yuan = this supplement ${sums[2]} yuan.`,
    ]
  }
}

/** The school as it was counted: what enters the arithmetic is its region and its classes. */
export function frozenSchool(declaration: Declaration, standing: Standing): CountedSchool {
  const { stage, area, ownership, name } = declaration.school!
  return {
    schoolId: declaration.schoolId,
    schoolName: name,
    regionCode: declaration.regionCode,
    stage,
    area,
    ownership,
    classes: [...standing.classes.values()].filter((line) => !isGone(line)).map((line) => line.counts),
  }
}

/** The declaration as the ledger knows it: with the hash of what is locked. */
export const sourceOf = (declaration: Declaration, lines: readonly DeclarationLine[]): Source => ({
  entity: 'declaration',
  id: declaration.id,
  hash: snapshotHash(frozen(declaration, lines)),
})

/** entitle, with what cannot be computed as a sentence. */
export function computed(school: CountedSchool, rules: readonly FundingRule[], version: number): Entitlement {
  try {
    return entitle(school, rules, version)
  } catch (error) {
    if (error instanceof NotComputable)
      throw new RuleBroken('funding.not_computable', { problem: error.problem })
    throw error
  }
}
