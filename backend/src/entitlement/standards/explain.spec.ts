import { fen } from '../../platform/money.js'
import { entitle } from './entitle.js'
import { explainEntitlement, explainLine } from './explain.js'
import { standard } from './packs/pack.js'
import type { CountedClass, CountedSchool, FundingRule } from './rules.js'

const rule = (given: Partial<FundingRule> = {}): FundingRule => ({
  ...standard({
    fundCode: 'F',
    stage: 'primary',
    model: 'per_class',
    unit: 'year',
    amountFen: fen(1_000_000),
    validFromOn: '2019-01-01',
    issuer: '大同市财政局',
    documentNumber: '演示文号〔2019〕1号',
  }),
  standardId: 1,
  regionCode: '1402',
  schoolId: null,
  version: 1,
  ...given,
})
const none: CountedClass = {
  homeClassId: 1,
  className: '一(1)班',
  grade: 1,
  enrolled: 0,
  participants: 0,
  participantMonths: [],
  sessions: 0,
  waived: 0,
}
const school = (...classes: Partial<CountedClass>[]): CountedSchool => ({
  schoolId: 1,
  schoolName: '一小',
  regionCode: '140213',
  stage: 'primary',
  area: 'urban',
  ownership: 'public',
  classes: classes.map((each, index) => ({ ...none, homeClassId: index + 1, ...each })),
})
const said =
  (counted: CountedSchool, ...rules: FundingRule[]) =>
  (language: 'zh' | 'en') =>
    explainEntitlement(entitle(counted, rules), rules, language)
const first = (counted: CountedSchool, chosen: FundingRule) => [
  said(counted, chosen)('zh')[0],
  said(counted, chosen)('en')[0],
]

describe('the explanation', () => {
  it('names classes, standard, months, source and arithmetic', () => {
    const sentences = said(school(...Array.from({ length: 24 }, () => ({}))), rule())
    expect(sentences('zh')).toEqual([
      '24 个班 × 10,000.00 元 × 12/12 = 240,000.00 元',
      '依据：大同市财政局，演示文号〔2019〕1号，自 2019-01-01 起执行（第 1 版）。',
      '按计算规则第 1 版计算。',
    ])
    expect(sentences('en')).toEqual([
      '24 classes × 10,000.00 yuan × 12/12 = 240,000.00 yuan',
      'Source: 大同市财政局, 演示文号〔2019〕1号, in force from 2019-01-01 (version 1).',
      'Computed by arithmetic version 1.',
    ])
  })

  it('says each model in its own words, one and many', () => {
    const enrolled = rule({ model: 'per_enrolled', amountFen: fen(30_000), sharePerMille: 300 })
    expect(first(school({ enrolled: 812 }), enrolled)).toEqual([
      '812 名在籍学生 × 30% × 300.00 元 = 73,080.00 元',
      '812 enrolled students × 30% × 300.00 yuan = 73,080.00 yuan',
    ])
    const each = rule({
      model: 'per_participant',
      unit: 'month',
      monthsCounted: 'each',
      amountFen: fen(2_000),
    })
    const months = [
      { month: '2026-06', count: 604 },
      { month: '2026-03', count: 600 },
    ]
    expect(first(school({ participantMonths: months }), each)).toEqual([
      'Σ 2026-03…2026-06 参加 1,204 人·月（计划数，未经登记确认） × 20.00 元 = 24,080.00 元',
      'Σ 2026-03…2026-06 1,204 student-months (planned, not confirmed) × 20.00 yuan = 24,080.00 yuan',
    ])
    expect(first(school({ participantMonths: [{ month: '2026-03', count: 1 }] }), each)).toEqual([
      'Σ 2026-03 参加 1 人·月（计划数，未经登记确认） × 20.00 元 = 20.00 元',
      'Σ 2026-03 1 student-month (planned, not confirmed) × 20.00 yuan = 20.00 yuan',
    ])
    expect(
      first(school({ waived: 2_435 }), rule({ model: 'per_waived', unit: 'term', amountFen: fen(35_000) })),
    ).toEqual([
      '2,435 名减免学生 × 350.00 元 = 852,250.00 元',
      '2,435 students with a waiver × 350.00 yuan = 852,250.00 yuan',
    ])
    expect(
      first(
        school({ waived: 1, waivedFen: fen(30_000) }),
        rule({ model: 'per_waived', amountFen: fen(0), sharePerMille: 505 }),
      ),
    ).toEqual([
      '1 名减免学生的减免金额 300.00 元 × 50.5% = 151.50 元',
      '300.00 yuan waived for 1 student × 50.5% = 151.50 yuan',
    ])
    expect(
      first(
        school({ participants: 1 }),
        rule({ model: 'per_participant', unit: 'month', amountFen: fen(5_000), monthTenths: 45 }),
      ),
    ).toEqual([
      '1 名参加学生 × 50.00 元 × 4.5 个月 = 225.00 元',
      '1 participating student × 50.00 yuan × 4.5 months = 225.00 yuan',
    ])
    expect(
      first(
        school({ participants: 2 }),
        rule({ model: 'per_participant', unit: 'month', amountFen: fen(5_000), monthTenths: 10 }),
      )[1],
    ).toBe('2 participating students × 50.00 yuan × 1 month = 100.00 yuan')
    expect(
      first(school({ sessions: 72 }), rule({ model: 'per_session', unit: 'session', amountFen: fen(5_000) })),
    ).toEqual([
      '72 课次（计划数，未经登记确认） × 50.00 元 = 3,600.00 元',
      '72 sessions (planned, not confirmed) × 50.00 yuan = 3,600.00 yuan',
    ])
    const tiers = [
      {
        code: 'A',
        name: '二档',
        nameEn: 'second tier',
        regionCodes: ['14'],
        coefficientPerMille: 850,
        shares: [],
      },
    ]
    expect(first(school({}), rule({ tiers, monthTenths: 45 }))).toEqual([
      '1 个班 × 10,000.00 元 × 4.5/12 × 系数 0.85（二档） = 3,187.50 元',
      '1 class × 10,000.00 yuan × 4.5/12 × coefficient 0.85 (second tier) = 3,187.50 yuan',
    ])
  })

  it('shows rounding only where it acts', () => {
    const three = said(school({}, {}, {}), rule({ monthTenths: 50 }))
    expect(three('zh').slice(0, 2)).toEqual([
      '3 个班 × 10,000.00 元 × 5/12 = 12,500.00 元',
      '每班四舍五入到分：12,500.00 元 → 12,500.01 元。',
    ])
    expect(three('en')[1]).toBe('Each class is rounded half up to the fen: 12,500.00 yuan → 12,500.01 yuan.')
    const one = said(
      school({}),
      rule({ monthTenths: 50, roundTo: 'yuan', roundMode: 'down', roundAt: 'school' }),
    )
    expect(one('zh').slice(0, 2)).toEqual([
      '1 个班 × 10,000.00 元 × 5/12 = 4,166.6666… 元',
      '全校合计后舍去尾数到元：4,166.6666… 元 → 4,166.00 元。',
    ])
    expect(one('en')[1]).toBe(
      "The school's sum is rounded down to the yuan: 4,166.6666… yuan → 4,166.00 yuan.",
    )
  })

  it('tells zero from no entitlement, and a source without a number', () => {
    const sentences = said(
      school({}),
      rule({ model: 'per_waived', unit: 'term', amountFen: fen(35_000), documentNumber: '', schoolId: 7 }),
    )
    expect(sentences('zh').slice(0, 3)).toEqual([
      '0 名减免学生 × 350.00 元 = 0.00 元',
      '学校有资格，但计数为零，按此标准应得 0.00 元。',
      '依据：大同市财政局，来源未载文号，自 2019-01-01 起执行（第 1 版，学校自定，严于上级）。',
    ])
    expect(sentences('en').slice(1, 3)).toEqual([
      'The school is entitled, but nothing was counted: 0.00 yuan by this standard.',
      "Source: 大同市财政局, no document number in the source, in force from 2019-01-01 (version 1, the school's own, stricter than the one above).",
    ])
  })

  it('says so too where nothing was waived, and leaves one payer unsaid', () => {
    expect(
      said(
        school({ waived: 1, waivedFen: fen(0) }),
        rule({ model: 'per_waived', amountFen: fen(0), sharePerMille: 500 }),
      )('zh')[1],
    ).toBe('学校有资格，但计数为零，按此标准应得 0.00 元。')
    expect(said(school({}), rule(), rule({ standardId: 2, model: 'per_enrolled' }))('zh').slice(-2)).toEqual([
      '合计 10,000.00 元 + 0.00 元 = 10,000.00 元',
      '按计算规则第 1 版计算。',
    ])
  })

  it('splits by level and adds up a mixture', () => {
    const shares = [
      { level: 'city', weight: 4 },
      { level: 'district', weight: 6 },
    ] as const
    const monthly = rule({
      standardId: 2,
      model: 'per_participant',
      unit: 'month',
      amountFen: fen(5_000),
      monthTenths: 45,
      shares,
    })
    const mixed = said(school({ participants: 1 }), rule(), monthly)
    expect(mixed('zh')).toContain('市 40% 90.00 元，区 60% 135.00 元。')
    expect(mixed('zh').slice(-3)).toEqual([
      '合计 10,000.00 元 + 225.00 元 = 10,225.00 元',
      '市 10,090.00 元，区 135.00 元。',
      '按计算规则第 1 版计算。',
    ])
    expect(mixed('en')).toContain('City 40% 90.00 yuan, district 60% 135.00 yuan.')
    expect(mixed('en').slice(-3, -1)).toEqual([
      'Together 10,000.00 yuan + 225.00 yuan = 10,225.00 yuan',
      'City 10,090.00 yuan, district 135.00 yuan.',
    ])
    const thirds = said(
      school({}),
      rule({
        shares: [
          { level: 'province', weight: 1 },
          { level: 'city', weight: 2 },
        ],
      }),
    )
    expect(thirds('zh')).toContain('省 1/3 3,333.33 元，市 2/3 6,666.67 元。')
  })

  it('says what one class brings', () => {
    const rules = [
      rule(),
      rule({
        standardId: 2,
        model: 'per_participant',
        unit: 'month',
        monthsCounted: 'each',
        amountFen: fen(2_000),
      }),
    ]
    const entitlement = entitle(school({ participantMonths: [{ month: '2026-03', count: 30 }] }), rules)
    expect(explainLine(entitlement.lines[0]!, entitlement, 'zh')).toBe(
      '一(1)班：1 个班，10,000.00 元；30 人·月（计划数，未经登记确认），600.00 元；合计 10,600.00 元',
    )
    const single = entitle(school({}), [rules[0]!])
    expect(explainLine(single.lines[0]!, single, 'en')).toBe('一(1)班: 1 class, 10,000.00 yuan')
    expect(() => explainEntitlement(entitlement, [rules[0]!], 'zh')).toThrow('standard 2 is missing')
  })
})
