/** What changed between a frozen entitlement and one computed anew (差额)? Class by class, with the reason; it goes through a supplementary declaration. Pure. */
import { addFen, fen, type Fen, subtractFen } from '../../platform/money.js'
import type { Language } from '../../platform/texts.js'
import { countOf, type Entitlement, type EntitlementLine } from './entitle.js'
import { printCount, printPercent, yuan } from './explain.js'
import {
  type CountedClass,
  type CountedSchool,
  countsMonths,
  fundingModels,
  type FundingRule,
  grantsOfWaivedSum,
  type Level,
  levels,
  tierOf,
} from './rules.js'

/** All that an entitlement was computed from, and the result. */
export interface FrozenEntitlement {
  readonly school: CountedSchool
  readonly rules: readonly FundingRule[]
  readonly entitlement: Entitlement
}

export interface ClassDifference {
  readonly homeClassId: number
  readonly className: string
  /** By the amount: a class whose changes cancel out is the same, with its reasons. */
  readonly kind: 'same' | 'changed' | 'new' | 'gone'
  readonly beforeFen: Fen
  readonly afterFen: Fen
  /** Negative where the class brings less. */
  readonly differenceFen: Fen
  readonly why: readonly string[]
}

export interface Comparison {
  readonly classes: readonly ClassDifference[]
  readonly levels: readonly {
    readonly level: Level
    readonly beforeFen: Fen
    readonly afterFen: Fen
    readonly differenceFen: Fen
  }[]
  readonly totalDifferenceFen: Fen
}

export function compareEntitlements(
  before: FrozenEntitlement,
  after: FrozenEntitlement,
  language: Language,
): Comparison {
  const reasons = ruleReasons(before, after, language)
  const olds = new Map(before.entitlement.lines.map((line) => [line.homeClassId, line]))
  const news = new Set(after.entitlement.lines.map((line) => line.homeClassId))
  const pairs: [EntitlementLine | null, EntitlementLine | null][] = [
    ...after.entitlement.lines.map((line): [EntitlementLine | null, EntitlementLine] => [
      olds.get(line.homeClassId) ?? null,
      line,
    ]),
    ...before.entitlement.lines
      .filter((line) => !news.has(line.homeClassId))
      .map((line): [EntitlementLine, null] => [line, null]),
  ]
  const classes = pairs.map(([old, now]) => difference(before, after, old, now, reasons, language))
  return {
    classes,
    levels: levelDifferences(before.entitlement, after.entitlement),
    totalDifferenceFen: addFen(...classes.map((each) => each.differenceFen)),
  }
}

function difference(
  before: FrozenEntitlement,
  after: FrozenEntitlement,
  old: EntitlementLine | null,
  now: EntitlementLine | null,
  reasons: readonly string[],
  language: Language,
): ClassDifference {
  const { homeClassId, className } = (now ?? old)!
  const beforeFen = old?.amountFen ?? fen(0)
  const afterFen = now?.amountFen ?? fen(0)
  const amounts = {
    homeClassId,
    className,
    beforeFen,
    afterFen,
    differenceFen: subtractFen(afterFen, beforeFen),
  }
  if (!old)
    return {
      ...amounts,
      kind: 'new',
      why: [
        say(language, '新增班级。', 'The class is new.'),
        ...moved(before, after, homeClassId, after, 'fewer', language),
      ],
    }
  if (!now)
    return {
      ...amounts,
      kind: 'gone',
      why: [
        say(language, '班级已不在名单中。', 'The class is no longer on the list.'),
        ...moved(before, after, homeClassId, before, 'more', language),
      ],
    }
  const why = [...countReasons(before, after, homeClassId, language), ...reasons]
  if (beforeFen === afterFen) return { ...amounts, kind: 'same', why }
  return {
    ...amounts,
    kind: 'changed',
    why:
      why.length > 0
        ? why
        : [say(language, '全校尾差重新分摊。', 'The odd fen of the school fell differently.')],
  }
}

// A split or a merger shows in the other classes of the grade: that is a hint, and said as one.
function moved(
  before: FrozenEntitlement,
  after: FrozenEntitlement,
  homeClassId: number,
  side: FrozenEntitlement,
  direction: 'fewer' | 'more',
  language: Language,
): string[] {
  const grade = classOf(side, homeClassId)?.grade
  const others = before.school.classes.flatMap((old) => {
    const now = classOf(after, old.homeClassId)
    const isMoved =
      now &&
      old.grade === grade &&
      (direction === 'fewer' ? now.enrolled < old.enrolled : now.enrolled > old.enrolled)
    return isMoved ? [`${old.className} ${old.enrolled} → ${now.enrolled}`] : []
  })
  if (others.length === 0) return []
  return direction === 'fewer'
    ? [
        say(
          language,
          `同年级人数减少的班：${others.join('，')}，可能由此分班。`,
          `Classes of the grade with fewer students: ${others.join(', ')}; a class may have been split.`,
        ),
      ]
    : [
        say(
          language,
          `同年级人数增加的班：${others.join('，')}，可能并入其中。`,
          `Classes of the grade with more students: ${others.join(', ')}; classes may have been merged.`,
        ),
      ]
}

// Only the counts that a rule asks for: the rule of now, or the one that holds no longer.
function countReasons(
  before: FrozenEntitlement,
  after: FrozenEntitlement,
  homeClassId: number,
  language: Language,
): string[] {
  const [old, now] = [classOf(before, homeClassId), classOf(after, homeClassId)]
  if (!old || !now) return []
  return fundingModels.flatMap((model) => {
    const rule = [...after.rules, ...before.rules].find((each) => each.model === model)
    if (!rule) return []
    const [from, to] = [old, now].map((each) =>
      printCount(model, countOf(rule, each), rule.monthsCounted === 'each', language),
    )
    const reasons = from === to ? [] : [say(language, `${from} → ${to}。`, `${from} → ${to}.`)]
    if (!grantsOfWaivedSum(rule) || old.waivedFen === now.waivedFen) return reasons
    const [oldSum, newSum] = [old, now].map((each) => yuan(each.waivedFen ?? fen(0), language))
    return [
      ...reasons,
      say(language, `减免金额 ${oldSum} → ${newSum}。`, `Fees waived ${oldSum} → ${newSum}.`),
    ]
  })
}

// What holds for every class: said once for each.
function ruleReasons(before: FrozenEntitlement, after: FrozenEntitlement, language: Language): string[] {
  const reasons = fundingModels.flatMap((model) => {
    const [old, now] = [before, after].map(({ rules }) => rules.find((rule) => rule.model === model))
    if (!old && !now) return []
    if (!old)
      return [
        say(
          language,
          `新增标准 ${yuan(now!.amountFen, language)}（${documentOf(now!)}）。`,
          `A standard was added: ${yuan(now!.amountFen, language)} (${documentOf(now!)}).`,
        ),
      ]
    if (!now)
      return [
        say(
          language,
          `标准 ${yuan(old.amountFen, language)}（${documentOf(old)}）不再适用。`,
          `The standard of ${yuan(old.amountFen, language)} (${documentOf(old)}) holds no longer.`,
        ),
      ]
    return changesOf(old, now, before.school.regionCode, after.school.regionCode, language)
  })
  const [from, to] = [before.entitlement.ruleVersion, after.entitlement.ruleVersion]
  return from === to
    ? reasons
    : [
        ...reasons,
        say(language, `计算规则第 ${from} 版 → 第 ${to} 版。`, `Arithmetic version ${from} → ${to}.`),
      ]
}

function changesOf(
  old: FundingRule,
  now: FundingRule,
  oldRegion: string,
  newRegion: string,
  language: Language,
): string[] {
  const reasons: string[] = []
  const note = (zh: string, en: string) => {
    reasons.push(say(language, zh, en))
  }
  if (old.amountFen !== now.amountFen) {
    const [from, to] = [old, now].map(
      (rule) =>
        `${yuan(rule.amountFen, language)}${language === 'zh' ? `（${documentOf(rule)}）` : ` (${documentOf(rule)})`}`,
    )
    note(`标准由 ${from}改为 ${to}。`, `The standard changed from ${from} to ${to}.`)
  } else if (documentOf(old) !== documentOf(now))
    note(
      `依据由${documentOf(old)}改为${documentOf(now)}。`,
      `The source changed from ${documentOf(old)} to ${documentOf(now)}.`,
    )
  if (old.sharePerMille !== now.sharePerMille)
    note(
      `比例 ${printPercent(old.sharePerMille)} → ${printPercent(now.sharePerMille)}。`,
      `Share ${printPercent(old.sharePerMille)} → ${printPercent(now.sharePerMille)}.`,
    )
  if (old.unit !== now.unit || old.monthsCounted !== now.monthsCounted)
    note('计算方式已改变。', 'The way of counting changed.')
  else if (countsMonths(old) && old.monthTenths !== now.monthTenths)
    note(
      `月数 ${old.monthTenths / 10} → ${now.monthTenths / 10}。`,
      `Months ${old.monthTenths / 10} → ${now.monthTenths / 10}.`,
    )
  const [from, to] = [tierOf(old, oldRegion), tierOf(now, newRegion)].map(
    (tier) => (tier?.coefficientPerMille ?? 1000) / 1000,
  )
  if (from !== to) note(`系数 ${from} → ${to}。`, `Coefficient ${from} → ${to}.`)
  if (old.roundTo !== now.roundTo || old.roundMode !== now.roundMode || old.roundAt !== now.roundAt)
    note('取整方式已改变。', 'The rounding changed.')
  return reasons
}

function levelDifferences(before: Entitlement, after: Entitlement): Comparison['levels'] {
  return levels.flatMap((level) => {
    const [old, now] = [before, after].map((each) => each.levels.find((own) => own.level === level))
    if (!old && !now) return []
    const [beforeFen, afterFen] = [old?.amountFen ?? fen(0), now?.amountFen ?? fen(0)]
    return [{ level, beforeFen, afterFen, differenceFen: subtractFen(afterFen, beforeFen) }]
  })
}

function classOf({ school }: FrozenEntitlement, homeClassId: number): CountedClass | undefined {
  return school.classes.find((each) => each.homeClassId === homeClassId)
}

function documentOf({ issuer, documentNumber }: FundingRule): string {
  return documentNumber || issuer
}

function say(language: Language, zh: string, en: string): string {
  return language === 'zh' ? zh : en
}
