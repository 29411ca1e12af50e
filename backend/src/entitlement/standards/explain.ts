/** How did this entitlement come about (计算说明)? The sentences that stand under a declaration, from its frozen parts alone; pure. */
import { type ExactFen, type Fen, printExactYuan, printYuan } from '../../platform/money.js'
import type { Language } from '../../platform/texts.js'
import type { Entitlement, EntitlementLine, RulePart } from './entitle.js'
import { type FundingModel, type FundingRule, type Level, monthsOfPortion, type NotRunning } from './rules.js'

/** For each rule the formula, the rounding where it acts, the document and who pays; then the sum of several rules. */
export function explainEntitlement(
  entitlement: Entitlement,
  rules: readonly FundingRule[],
  language: Language,
): string[] {
  const sentences = entitlement.parts.flatMap((part) => {
    const rule = rules.find((each) => each.standardId === part.standardId)
    if (!rule) throw new RangeError(`the rule of standard ${part.standardId} is missing`)
    return [
      formula(part, rule, language),
      ...zero(part, language),
      ...rounding(part, rule, language),
      source(rule, language),
      ...payers(part, language),
    ]
  })
  return [...sentences, ...sum(entitlement, language), version(entitlement, language)]
}

/** What one class brings: "三(1)班：41 名在籍学生，3,690.00 元". */
export function explainLine(line: EntitlementLine, entitlement: Entitlement, language: Language): string {
  const parts = line.parts.map(({ model, count, amountFen }, index) => {
    const reason = model === 'per_class' && line.notRunning ? notRunningWords[line.notRunning][language] : ''
    const counted = `${printCount(model, count, entitlement.parts[index]!.months !== null, language)}${reason}`
    return language === 'zh' ? `${counted}，${yuan(amountFen, 'zh')}` : `${counted}, ${yuan(amountFen, 'en')}`
  })
  if (language === 'zh')
    return `${line.className}：${parts.join('；')}${parts.length > 1 ? `；合计 ${yuan(line.amountFen, 'zh')}` : ''}`
  return `${line.className}: ${parts.join('; ')}${parts.length > 1 ? `; together ${yuan(line.amountFen, 'en')}` : ''}`
}

/** "24 个班", "1 enrolled student". */
export function printCount(
  model: FundingModel,
  count: number,
  isMonths: boolean,
  language: Language,
): string {
  const { zh, one, many } = isMonths
    ? { zh: '人·月', one: 'student-month', many: 'student-months' }
    : counted[model]
  const words =
    language === 'zh' ? `${printNumber(count)} ${zh}` : `${printNumber(count)} ${count === 1 ? one : many}`
  return isPlanned(model, isMonths) ? `${words}${plannedOnly[language]}` : words
}

const counted: Record<FundingModel, { zh: string; one: string; many: string }> = {
  per_class: { zh: '个班', one: 'class', many: 'classes' },
  per_enrolled: { zh: '名在籍学生', one: 'enrolled student', many: 'enrolled students' },
  per_participant: { zh: '名参加学生', one: 'participating student', many: 'participating students' },
  per_session: { zh: '课次', one: 'session', many: 'sessions' },
  per_waived: { zh: '名减免学生', one: 'student with a waiver', many: 'students with a waiver' },
}

/** Why a class is not counted as one. */
export const notRunningWords: Record<NotRunning, Record<Language, string>> = {
  no_pupil: { zh: '（没有学生，不计入班数）', en: ' (no pupil, not counted as a class)' },
  too_few_participants: {
    zh: '（参加人数不足，不计入班数）',
    en: ' (too few participants, not counted as a class)',
  },
}

/** Until sessions are confirmed in a register, what the timetable planned is what counts as delivered. */
const plannedOnly: Record<Language, string> = {
  zh: '（计划数，未经登记确认）',
  en: ' (planned, not confirmed)',
}

// Sessions, and months in which one was held, hang on what was planned.
const isPlanned = (model: FundingModel, isMonths: boolean): boolean => model === 'per_session' || isMonths

function formula(part: RulePart, rule: FundingRule, language: Language): string {
  const factors = [base(part, language)]
  if (part.sharePerMille !== 1000) factors.push(printPercent(part.sharePerMille))
  if (part.waivedFen === null) factors.push(yuan(part.standardFen, language))
  if (part.monthTenths !== null) factors.push(...months(part, part.monthTenths, language))
  if (part.tierCode !== null) factors.push(coefficient(part, rule, language))
  return `${factors.join(' × ')} = ${yuanExactly(exactOf(part), language)}`
}

function base(part: RulePart, language: Language): string {
  const count = printCount(part.model, part.count, part.months !== null, language)
  if (part.waivedFen !== null) {
    return language === 'zh'
      ? `${count}的减免金额 ${yuan(part.waivedFen, 'zh')}`
      : `${yuan(part.waivedFen, 'en')} waived for ${printNumber(part.count)} ${part.count === 1 ? 'student' : 'students'}`
  }
  if (part.months === null) return count
  const [first, last] = [part.months[0]?.month, part.months.at(-1)?.month]
  const span = first === undefined ? '' : first === last ? `${first} ` : `${first}…${last} `
  return `Σ ${span}${language === 'zh' ? '参加 ' : ''}${count}`
}

// A whole year for classes is said; for students it goes without saying.
function months(part: RulePart, monthTenths: number, language: Language): string[] {
  const number = String(monthTenths / 10)
  const { portion } = part
  if (part.unit === 'year') {
    // Of twelve months, or of those of a standard that changed within the year, so many lie in the period.
    if (portion && monthsOfPortion(portion)[1] * 10 === monthTenths)
      return [`${monthsOfPortion(portion)[0]}/12`]
    const ofYear = monthTenths === 120 && part.model !== 'per_class' ? [] : [`${number}/12`]
    return [...ofYear, ...portionOf(part)]
  }
  const ofMonths =
    language === 'zh' ? `${number} 个月` : `${number} ${monthTenths === 10 ? 'month' : 'months'}`
  return [ofMonths, ...portionOf(part)]
}

const portionOf = ({ portion }: RulePart): string[] => (portion ? [monthsOfPortion(portion).join('/')] : [])

function coefficient(part: RulePart, rule: FundingRule, language: Language): string {
  const tier = rule.tiers.find(({ code }) => code === part.tierCode)
  const number = String(part.coefficientPerMille / 1000)
  return language === 'zh'
    ? `系数 ${number}（${tier?.name ?? part.tierCode}）`
    : `coefficient ${number} (${tier?.nameEn ?? part.tierCode})`
}

function zero(part: RulePart, language: Language): string[] {
  if (part.count > 0 && part.waivedFen !== 0) return []
  return [
    language === 'zh'
      ? '学校有资格，但计数为零，按此标准应得 0.00 元。'
      : 'The school is entitled, but nothing was counted: 0.00 yuan by this standard.',
  ]
}

const rounded = {
  zh: {
    fen: '分',
    jiao: '角',
    yuan: '元',
    half_up: '四舍五入到',
    down: '舍去尾数到',
    class: '每班',
    school: '全校合计后',
  },
  en: {
    fen: 'fen',
    jiao: 'jiao',
    yuan: 'yuan',
    half_up: 'rounded half up to the',
    down: 'rounded down to the',
    class: 'Each class is',
    school: "The school's sum is",
  },
} as const

function rounding(
  part: RulePart,
  { roundAt, roundMode, roundTo }: FundingRule,
  language: Language,
): string[] {
  const exact = exactOf(part)
  if (exact.numerator === BigInt(part.amountFen) * exact.denominator) return []
  if (part.portion)
    return [
      language === 'zh'
        ? `全年金额按各期月数分摊，各期合计等于全年，本期：${yuanExactly(exact, 'zh')} → ${yuan(part.amountFen, 'zh')}。`
        : `The year's amount is shared over its periods by their months, together exactly the year; this one: ${yuanExactly(exact, 'en')} → ${yuan(part.amountFen, 'en')}.`,
    ]
  const words = rounded[language]
  return [
    language === 'zh'
      ? `${words[roundAt]}${words[roundMode]}${words[roundTo]}：${yuanExactly(exact, 'zh')} → ${yuan(part.amountFen, 'zh')}。`
      : `${words[roundAt]} ${words[roundMode]} ${words[roundTo]}: ${yuanExactly(exact, 'en')} → ${yuan(part.amountFen, 'en')}.`,
  ]
}

function source(
  { issuer, documentNumber, validFromOn, version: edition, schoolId }: FundingRule,
  language: Language,
): string {
  if (language === 'zh')
    return `依据：${issuer}，${documentNumber || '来源未载文号'}，自 ${validFromOn} 起执行（第 ${edition} 版${schoolId === null ? '' : '，学校自定，严于上级'}）。`
  return `Source: ${issuer}, ${documentNumber || 'no document number in the source'}, in force from ${validFromOn} (version ${edition}${schoolId === null ? '' : ", the school's own, stricter than the one above"}).`
}

const levelNames: Record<Language, Record<Level, string>> = {
  zh: { nation: '中央', province: '省', city: '市', district: '区' },
  en: { nation: 'nation', province: 'province', city: 'city', district: 'district' },
}

// One payer needs no sentence.
function payers(part: RulePart, language: Language): string[] {
  if (part.levels.length < 2) return []
  const weights = part.levels.reduce((all, { weight }) => all + weight, 0)
  return [
    joined(
      part.levels.map(
        ({ level, weight, amountFen }) =>
          `${levelNames[language][level]} ${printShare(weight, weights)} ${yuan(amountFen, language)}`,
      ),
      language,
    ),
  ]
}

function sum(entitlement: Entitlement, language: Language): string[] {
  if (entitlement.parts.length < 2) return []
  const parts = entitlement.parts.map(({ amountFen }) => yuan(amountFen, language)).join(' + ')
  const total = `${language === 'zh' ? '合计' : 'Together'} ${parts} = ${yuan(entitlement.totalFen, language)}`
  if (entitlement.levels.length < 2) return [total]
  return [
    total,
    joined(
      entitlement.levels.map(
        ({ level, amountFen }) => `${levelNames[language][level]} ${yuan(amountFen, language)}`,
      ),
      language,
    ),
  ]
}

function version(entitlement: Entitlement, language: Language): string {
  return language === 'zh'
    ? `按计算规则第 ${entitlement.ruleVersion} 版计算。`
    : `Computed by arithmetic version ${entitlement.ruleVersion}.`
}

function joined(parts: readonly string[], language: Language): string {
  return language === 'zh'
    ? `${parts.join('，')}。`
    : `${parts.join(', ').replace(/^./, (letter) => letter.toUpperCase())}.`
}

function exactOf({ exact }: RulePart): ExactFen {
  return { numerator: BigInt(exact.numerator), denominator: BigInt(exact.denominator) }
}

export function yuan(amountFen: Fen, language: Language): string {
  return `${printYuan(amountFen)} ${language === 'zh' ? '元' : 'yuan'}`
}

function yuanExactly(exact: ExactFen, language: Language): string {
  return `${printExactYuan(exact)} ${language === 'zh' ? '元' : 'yuan'}`
}

/** 300 → "30%", 305 → "30.5%". */
export function printPercent(perMille: number): string {
  return `${perMille / 10}%`
}

/** "40%" where that is exact, "1/3" where it is not. */
function printShare(weight: number, weights: number): string {
  return (weight * 10_000) % weights === 0 ? `${(weight * 10_000) / weights / 100}%` : `${weight}/${weights}`
}

function printNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
