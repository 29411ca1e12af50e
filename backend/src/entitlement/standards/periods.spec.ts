import fc from 'fast-check'
import { addFen, fen } from '../../platform/money.js'
import { entitle } from './entitle.js'
import { explainEntitlement } from './explain.js'
import { standard } from './packs/pack.js'
import { type DeclarationPeriod, inPeriod, isByTerm, kindOfKey, type Period, periodsOf } from './periods.js'
import type { CountedSchool, FundingRule } from './rules.js'

const terms = [
  { id: 8, name: '2026年秋季学期', nameEn: 'Autumn 2026', startsOn: '2026-08-31', endsOn: '2027-01-22' },
  { id: 7, name: '2026年春季学期', nameEn: 'Spring 2026', startsOn: '2026-02-24', endsOn: '2026-07-10' },
  { id: 6, name: '2025年秋季学期', nameEn: 'Autumn 2025', startsOn: '2025-09-01', endsOn: '2026-01-23' },
]

const rule = (given: Partial<FundingRule> = {}): FundingRule => ({
  ...standard({
    fundCode: 'F',
    stage: 'primary',
    model: 'per_class',
    unit: 'year',
    amountFen: fen(1_000_000),
    validFromOn: '2019-01-01',
    issuer: '市财政局',
  }),
  standardId: 1,
  regionCode: '1402',
  schoolId: null,
  version: 1,
  ...given,
})

const school = (...participants: number[]): CountedSchool => ({
  schoolId: 1,
  schoolName: '学校',
  regionCode: '140213',
  stage: 'primary',
  area: 'urban',
  ownership: 'public',
  classes: participants.map((count, index) => ({
    homeClassId: index + 1,
    className: `三(${index + 1})班`,
    grade: 3,
    enrolled: count,
    participants: count,
    participantMonths: [],
    sessions: 0,
    waived: 0,
  })),
})

const months = (periods: readonly Period[]) =>
  periods.map(({ key, fromMonth, toMonth }) => [key, fromMonth, toMonth])
const given = (period: Period, own: FundingRule, counted: CountedSchool) =>
  entitle(counted, [inPeriod(own, period)])

describe('periods of declaration', () => {
  it('are the year, its halves, the terms that begin in it or its months', () => {
    expect(months(periodsOf('year', 2026))).toEqual([['2026', 1, 12]])
    expect(months(periodsOf('half', 2026))).toEqual([
      ['2026:H1', 1, 6],
      ['2026:H2', 7, 12],
    ])
    expect(months(periodsOf('month', 2026)).slice(8, 10)).toEqual([
      ['2026:09', 9, 9],
      ['2026:10', 10, 10],
    ])
    expect(months(periodsOf('term', 2026, terms))).toEqual([
      ['2026:T7', 1, 7],
      ['2026:T8', 8, 12],
    ])
    expect(periodsOf('term', 2026, terms).map(({ lastOn }) => lastOn)).toEqual(['2026-07-10', '2026-12-31'])
    // A term has its months whether the other one is entered yet or not.
    expect(months(periodsOf('term', 2026, terms.slice(1)))).toEqual([['2026:T7', 1, 7]])
    expect(periodsOf('month', 2028)[1]).toMatchObject({ name: '2028年2月', lastOn: '2028-02-29' })
    expect(['2026', '2026:H2', '2026:T7', '2026:09'].map(kindOfKey)).toEqual([
      'year',
      'half',
      'term',
      'month',
    ])
  })

  it('of a year give exactly the year, however it is divided, rounded and counted', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<DeclarationPeriod>('half', 'term', 'month'),
        fc.integer({ min: 1, max: 3_000_000 }),
        fc.constantFrom<FundingRule['roundTo']>('fen', 'jiao', 'yuan'),
        fc.constantFrom<FundingRule['roundAt']>('class', 'school'),
        fc.constantFrom<Partial<FundingRule>>(
          {},
          { model: 'per_participant' },
          { model: 'per_participant', unit: 'month', monthTenths: 100 },
        ),
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 8 }),
        (kind, amount, roundTo, roundAt, model, participants) => {
          const own = rule({ amountFen: fen(amount), roundTo, roundAt, ...model })
          const counted = school(...participants)
          const parts = periodsOf(kind, 2026, terms).map((period) => given(period, own, counted))
          const whole = entitle(counted, [own])
          expect(addFen(...parts.map(({ totalFen }) => totalFen))).toBe(whole.totalFen)
          for (const { lines, totalFen, levels } of parts) {
            expect(addFen(...lines.map(({ amountFen }) => amountFen))).toBe(totalFen)
            expect(addFen(fen(0), ...levels.map(({ amountFen }) => amountFen))).toBe(totalFen)
          }
          if (roundAt === 'class')
            whole.lines.forEach(({ amountFen }, index) =>
              expect(addFen(...parts.map(({ lines }) => lines[index]!.amountFen))).toBe(amountFen),
            )
        },
      ),
    )
  })

  it('say their months in the formula, and where the odd fen went', () => {
    const [january, , march] = periodsOf('month', 2026)
    const own = rule({ amountFen: fen(1_000_001) })
    const say = (period: Period, language: 'zh' | 'en') =>
      explainEntitlement(given(period, own, school(1)), [own], language)
    expect(say(january!, 'zh').slice(0, 2)).toEqual([
      '1 个班 × 10,000.01 元 × 1/12 = 833.3341… 元',
      '全年金额按各期月数分摊，各期合计等于全年，本期：833.3341… 元 → 833.34 元。',
    ])
    expect(say(march!, 'en')[0]).toMatch(/^1 class × 10,000\.01 yuan × 1\/12 = /)
    const harbin = rule({ model: 'per_participant', unit: 'month', monthTenths: 100, amountFen: fen(2_000) })
    const half = periodsOf('half', 2026)[0]!
    expect(explainEntitlement(given(half, harbin, school(45)), [harbin], 'zh')[0]).toBe(
      '45 名参加学生 × 20.00 元 × 10 个月 × 6/12 = 4,500.00 元',
    )
  })

  it('leave a term what is its own, and what is counted by month', () => {
    const [spring] = periodsOf('term', 2026, terms)
    const byTerm = rule({ model: 'per_participant', unit: 'month', monthTenths: 45, monthsPer: 'term' })
    expect(isByTerm(byTerm)).toBe(true)
    for (const own of [
      byTerm,
      rule({ model: 'per_waived', unit: 'term' }),
      rule({ model: 'per_participant', unit: 'month', monthsCounted: 'each' }),
    ])
      expect(inPeriod(own, spring)).toBe(own)
  })
})
