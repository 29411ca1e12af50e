/** Does what was declared still hold (差额与复核)? Computed again from the frozen lines; compared with today's register; mended by a supplement. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { type Fen, printYuan } from '../../platform/money.js'
import { Sentences } from '../../platform/sentences.js'
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { Language } from '../../platform/texts.js'
import {
  compareEntitlements,
  type Entitlement,
  explainEntitlement,
  ruleVersion,
  StandardsService,
  notEntitled,
} from '../../entitlement/index.js'
import { carried, isGone, isSame, linesFrom, type Standing } from './chain.js'
import { Declaration } from './declaration.entity.js'
import { DeclarationsService } from './declarations.service.js'
import { frozen } from './frozen-declaration.js'
import type { DeclarationWithLinesOut } from './declarations.dto.js'
import type { DifferencesOut, RecomputationOut } from './differences.dto.js'
import { computed, DraftingService } from './drafting.service.js'
import { DeclarationReadingService } from './reading.service.js'

@Injectable()
export class DifferencesService {
  constructor(
    private readonly database: Database,
    private readonly reading: DeclarationReadingService,
    private readonly declarations: DeclarationsService,
    private readonly drafting: DraftingService,
    private readonly standards: StandardsService,
    private readonly sentences: Sentences,
  ) {}

  /** The whole chain against the register and the standards of now, class by class with the reasons. */
  async differences(actor: Actor, id: number): Promise<DifferencesOut> {
    const manager = this.database.read
    const declaration = await this.reading.find(manager, actor, id)
    const chain = await this.chainOf(manager, declaration)
    const last = await this.reading.find(manager, actor, chain.at(-1)!.id)
    const { standing, school, entitlement } = await this.drafting.recomputed(manager, last)
    const { choice, counted, countedOn } = await this.standards.judge(
      manager,
      last.school!,
      last.fund!,
      last.fiscalYear,
      { period: await this.standards.periods.declared(manager, last) },
    )
    const openId = chain.find((each) => each.status !== 'approved')?.id ?? null
    const common = { declarationId: id, countedOn, declaredFen: standing.totalFen, openId }
    if (!('rules' in choice)) {
      const sentence = this.sentences.say(
        notEntitled(choice.notEntitled, last.school!, last.fund!, last.fiscalYear),
        actor.language,
      )
      return {
        ...common,
        notEntitled: { code: choice.notEntitled, sentence },
        entitledFen: null,
        totalDifferenceFen: null,
        classes: [],
        levels: [],
        maySupplement: false,
      }
    }
    const declared = counted.classes.map((each) => carried(each, standing.classes.get(each.homeClassId)))
    const now = { ...counted, classes: declared }
    const after = computed(now, choice.rules, ruleVersion)
    const { classes, levels, totalDifferenceFen } = compareEntitlements(
      { school, rules: last.rules, entitlement },
      { school: now, rules: choice.rules, entitlement: after },
      actor.language,
    )
    const sessions = new Map(counted.classes.map((each) => [each.homeClassId, each.sessions]))
    const isDifferent = linesFrom(standing, after, declared, counted.classes).length > 0
    return {
      ...common,
      notEntitled: null,
      entitledFen: after.totalFen,
      totalDifferenceFen,
      levels: levels.map((each) => ({ ...each })),
      classes: classes.map((each) => ({
        ...each,
        why: [...each.why],
        sessions: sessions.get(each.homeClassId) ?? null,
      })),
      maySupplement: isDifferent && openId === null && actor.permissions.has('declaration.write'),
    }
  }

  /** The amount, the levels, each class and the hash, computed again by the arithmetic of then. */
  async recompute(actor: Actor, id: number): Promise<RecomputationOut> {
    const manager = this.database.read
    const declaration = await this.reading.find(manager, actor, id)
    const lines = await this.drafting.linesOf(manager, id)
    const recomputedHash = snapshotHash(frozen(declaration, lines))
    const hash = {
      isSame: declaration.snapshotHash === null || declaration.snapshotHash === recomputedHash,
      isLocked:
        declaration.snapshotHash !== null &&
        declaration.status !== 'draft' &&
        declaration.status !== 'returned',
    }
    const { standing, entitlement } = await this.drafting.recomputed(manager, declaration)
    const checks = checksOf(standing, entitlement)
    const agrees = checks.total && checks.levels && checks.classes && (hash.isSame || !hash.isLocked)
    return {
      declarationId: id,
      ruleVersion: declaration.ruleVersion,
      agrees,
      declaredFen: standing.totalFen,
      recomputedFen: entitlement.totalFen,
      snapshotHash: declaration.snapshotHash,
      recomputedHash,
      findings: findings(checks, hash, standing.totalFen, entitlement.totalFen, actor.language),
      sentences: explainEntitlement(entitlement, declaration.rules, actor.language),
    }
  }

  /** The next declaration of the chain with the differences only; the one before it must be approved. */
  async supplement(actor: Actor, id: number, reason: string): Promise<DeclarationWithLinesOut> {
    return this.database.transaction(async (tx) => {
      const declaration = await this.reading.find(tx, actor, id)
      const chain = await this.chainOf(tx, declaration)
      const { school, fund, fiscalYear, periodName } = declaration as Required<Declaration>
      if (chain.some((each) => each.status !== 'approved'))
        throw new RuleBroken('funding.supplement_open', { fund: fund.name, period: periodName })
      const period = await this.standards.periods.declared(tx, declaration)
      const basis = await this.standards.inForce(tx, school, fund, fiscalYear, period)
      const [first, last] = [chain[0]!, chain.at(-1)!]
      return this.declarations.open(
        tx,
        actor,
        {
          school,
          fund,
          period,
          termId: first.termId,
          sequence: last.sequence + 1,
          supplementsId: first.id,
          serviceSharePerMille: first.serviceSharePerMille,
          reason: reason.trim(),
        },
        basis,
      )
    })
  }

  private chainOf(
    manager: EntityManager,
    { schoolId, fundId, fiscalYear, periodKey }: Declaration,
  ): Promise<Declaration[]> {
    return manager.find(Declaration, {
      where: { schoolId, fundId, fiscalYear, periodKey },
      order: { sequence: 'ASC' },
    })
  }
}

interface Checks {
  readonly total: boolean
  readonly levels: boolean
  readonly classes: boolean
}

function checksOf(standing: Standing, entitlement: Entitlement): Checks {
  const amounts = new Map(entitlement.lines.map((line) => [line.homeClassId, line.amountFen]))
  const paying = (levels: readonly { level: string; amountFen: Fen }[]) =>
    levels.filter((each) => each.amountFen !== 0).map(({ level, amountFen }) => [level, amountFen])
  return {
    total: standing.totalFen === entitlement.totalFen,
    levels: isSame(paying(standing.levels), paying(entitlement.levels)),
    classes: [...standing.classes.values()].every(
      (line) => line.amountFen === (isGone(line) ? 0 : amounts.get(line.homeClassId)),
    ),
  }
}

function findings(
  checks: Checks,
  hash: { isSame: boolean; isLocked: boolean },
  declaredFen: Fen,
  recomputedFen: Fen,
  language: Language,
): string[] {
  const [declared, again] = [printYuan(declaredFen), printYuan(recomputedFen)]
  const say = (isRight: boolean, right: readonly [string, string], wrong: readonly [string, string]) =>
    (isRight ? right : wrong)[language === 'zh' ? 0 : 1]
  const sentences = [
    say(
      checks.total,
      [
        `金额：重新计算得 ${again} 元，与申报一致，分毫不差。`,
        `Amount: computed again ${again} yuan, the same to the fen.`,
      ],
      [
        `金额：申报 ${declared} 元，重新计算得 ${again} 元，不一致。`,
        `Amount: declared ${declared} yuan, computed again ${again} yuan: not the same.`,
      ],
    ),
    say(
      checks.classes,
      ['各班金额一致。', 'Each class is the same.'],
      ['有班级的金额不一致。', 'Some classes are not the same.'],
    ),
    say(
      checks.levels,
      ['各级分担一致。', 'The shares of the levels are the same.'],
      ['各级分担不一致。', 'The shares of the levels are not the same.'],
    ),
  ]
  if (!hash.isLocked)
    return [
      ...sentences,
      language === 'zh'
        ? '尚未锁定：提交后才有锁定的校验码。'
        : 'Not locked yet: the hash is fixed when it is submitted.',
    ]
  return [
    ...sentences,
    say(
      hash.isSame,
      ['校验码一致，提交后没有改动。', 'The hash is the same: nothing was changed since it was submitted.'],
      [
        '校验码不一致：提交后有改动。',
        'The hash is not the same: something was changed after it was submitted.',
      ],
    ),
  ]
}
