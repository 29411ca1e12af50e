import fc from 'fast-check'
import { fen } from '../../platform/money.js'
import {
  chooseRules,
  chooseRulesByTime,
  isStricter,
  type NotEntitledReason,
  notEntitledReasons,
} from './choose-standards.js'
import { entitle } from './entitle.js'
import { standard } from './packs/pack.js'
import type { CountedSchool, FundingRule } from './rules.js'

const rule = (standardId: number, given: Partial<FundingRule> = {}): FundingRule => ({
  ...standard({
    fundCode: 'F',
    stage: 'primary',
    model: 'per_class',
    unit: 'year',
    amountFen: fen(1_000_000),
    validFromOn: '2024-01-01',
    issuer: '市财政局',
  }),
  standardId,
  regionCode: '1402',
  schoolId: null,
  version: 1,
  ...given,
})
const one = {
  homeClassId: 1,
  className: '一(1)班',
  grade: 1,
  enrolled: 40,
  participants: 30,
  participantMonths: [],
  sessions: 10,
  waived: 2,
}
const school: CountedSchool = {
  schoolId: 7,
  schoolName: '一小',
  regionCode: '140213',
  stage: 'primary',
  area: 'rural',
  ownership: 'public',
  classes: [one],
}
const on = '2026-09-30'
const chosen = (...candidates: FundingRule[]) => {
  const choice = chooseRules(school, on, candidates)
  return 'rules' in choice ? choice.rules.map((each) => each.standardId) : choice.notEntitled
}

describe('the standards that hold', () => {
  it('come from the nearest region, for each model by itself', () => {
    const nation = rule(1, { regionCode: '' })
    const province = rule(2, { regionCode: '14' })
    const district = rule(4, { regionCode: '140213' })
    expect(chosen(nation)).toEqual([1])
    expect(chosen(nation, province)).toEqual([2])
    expect(chosen(district, province, nation, rule(3))).toEqual([4])
    expect(
      chosen(
        province,
        rule(5, { model: 'per_participant', unit: 'month' }),
        district,
        rule(6, { regionCode: '140214' }),
      ),
    ).toEqual([4, 5])
  })

  it('then the more specific, then the later', () => {
    expect(
      chosen(
        rule(1),
        rule(2, { area: 'rural' }),
        rule(3, { ownership: 'public' }),
        rule(4, { area: 'urban', ownership: 'public' }),
      ),
    ).toEqual([2])
    expect(chosen(rule(2, { area: 'rural' }), rule(5, { area: 'rural', ownership: 'public' }))).toEqual([5])
    expect(
      chosen(rule(1), rule(2, { validFromOn: '2026-01-01' }), rule(3, { validFromOn: '2027-01-01' })),
    ).toEqual([2])
    expect(chosen(rule(1), rule(2, { version: 2 }))).toEqual([2])
    expect(
      chosen(rule(1, { area: 'rural', validFromOn: '2020-01-01' }), rule(2, { validFromOn: '2026-01-01' })),
    ).toEqual([1])
  })

  it('hold on their first and their last day; when the near one has ended, the one above holds again', () => {
    expect(chosen(rule(1, { validFromOn: on, validToOn: on }))).toEqual([1])
    expect(chosen(rule(1, { regionCode: '14' }), rule(2, { validToOn: '2026-09-29' }))).toEqual([1])
  })

  it('are those of the school where it is stricter, never laxer, never by itself', () => {
    const own = rule(9, { schoolId: 7, regionCode: '140213', amountFen: fen(900_000) })
    expect(chosen(rule(1), own)).toEqual([9])
    expect(chosen(rule(1), { ...own, amountFen: fen(1_100_000) })).toEqual([1])
    expect(chosen(rule(1, { amountFen: fen(800_000) }), own)).toEqual([1])
    expect(chosen(rule(1), { ...own, schoolId: 8 })).toEqual([1])
    expect(chosen(rule(1), { ...own, validToOn: '2025-12-31' })).toEqual([1])
    expect(chosen(own)).toBe('no_standard')
  })

  it('or there is a reason, and each is another than 0', () => {
    const cases: [NotEntitledReason, FundingRule[]][] = [
      ['no_standard', []],
      ['no_standard', [rule(1, { regionCode: '140214' })]],
      ['stage_not_covered', [rule(1, { stage: 'junior_secondary' })]],
      ['area_not_covered', [rule(1, { area: 'urban' })]],
      ['ownership_not_covered', [rule(1, { ownership: 'private' })]],
      ['not_yet_in_force', [rule(1, { validFromOn: '2026-10-01' })]],
      ['no_longer_in_force', [rule(1, { validToOn: '2026-09-29' })]],
      [
        'region_not_covered',
        [
          rule(1, {
            tiers: [
              {
                code: 'A',
                name: '甲',
                nameEn: 'A',
                regionCodes: ['1403'],
                coefficientPerMille: 1000,
                shares: [],
              },
            ],
          }),
        ],
      ],
      ['no_longer_in_force', [rule(1, { validToOn: '2025-12-31' }), rule(2, { validFromOn: '2027-01-01' })]],
    ]
    for (const [reason, rules] of cases) expect(chosen(...rules)).toBe(reason)
    expect(chooseRules({ ...school, classes: [] }, on, [rule(1)])).toEqual({ notEntitled: 'no_classes' })
    expect(new Set([...cases.map(([reason]) => reason), 'no_classes'])).toEqual(new Set(notEntitledReasons))
    const nobody = chooseRules(school, on, [rule(1, { model: 'per_waived', unit: 'term' })])
    expect(
      'rules' in nobody && entitle({ ...school, classes: [{ ...one, waived: 0 }] }, nobody.rules).totalFen,
    ).toBe(0)
  })
})

describe("a school's own rule", () => {
  const inherited = rule(1, {
    sharePerMille: 500,
    monthTenths: 100,
    shares: [
      { level: 'city', weight: 4 },
      { level: 'district', weight: 6 },
    ],
  })
  it('may lower amount, share and months, and change nothing else', () => {
    expect(isStricter(inherited, inherited)).toBe(true)
    for (const lower of [
      { amountFen: fen(1) },
      { sharePerMille: 1 },
      { monthTenths: 45 },
      { issuer: '一小', documentNumber: '校发1号', area: 'rural' },
    ] as Partial<FundingRule>[])
      expect(isStricter({ ...inherited, ...lower }, inherited)).toBe(true)
    const laxer: Partial<FundingRule>[] = [
      { amountFen: fen(1_000_001) },
      { sharePerMille: 501 },
      { monthTenths: 101 },
      { unit: 'term' },
      { model: 'per_enrolled' },
      { stage: 'junior_secondary' },
      { countDay: '03-31' },
      { roundMode: 'down' },
      { roundTo: 'yuan' },
      { roundAt: 'school' },
      { shares: [] },
      {
        tiers: [
          { code: 'A', name: '甲', nameEn: 'A', regionCodes: ['14'], coefficientPerMille: 1000, shares: [] },
        ],
      },
    ]
    for (const given of laxer)
      expect([given, isStricter({ ...inherited, ...given }, inherited)]).toEqual([given, false])
    const sum = { ...inherited, model: 'per_waived', amountFen: fen(0) } as const
    expect(isStricter(sum, { ...sum, amountFen: fen(100) })).toBe(false)
    expect(isStricter({ ...inherited, monthTenths: 999, unit: 'term' }, { ...inherited, unit: 'term' })).toBe(
      true,
    )
  })

  it('never gives more than the inherited one, whatever both say', () => {
    const numbers = fc.record({
      amountFen: fc.integer({ min: 1, max: 3_000 }).map(fen),
      sharePerMille: fc.integer({ min: 1, max: 1000 }),
      monthTenths: fc.integer({ min: 1, max: 120 }),
    })
    fc.assert(
      fc.property(numbers, numbers, fc.constantFrom('half_up', 'down'), (above, own, roundMode) => {
        const common = { model: 'per_enrolled', roundMode } as const
        const candidates = [
          rule(1, { ...common, ...above }),
          rule(2, { ...common, ...own, schoolId: 7, regionCode: '140213' }),
        ]
        const choice = chooseRules(school, on, candidates)
        if (!('rules' in choice)) throw new Error(choice.notEntitled)
        expect(entitle(school, choice.rules).totalFen).toBeLessThanOrEqual(
          entitle(school, [candidates[0]!]).totalFen,
        )
      }),
    )
  })
})

describe('standards that change within a year', () => {
  const byTime = (on_: string, ...candidates: FundingRule[]) => {
    const choice = chooseRulesByTime(school, on_, candidates)
    return 'rules' in choice
      ? choice.rules.map((each) => [each.standardId, each.monthTenths])
      : choice.notEntitled
  }
  const old = rule(1, { validToOn: '2026-08-31' })
  const raised = rule(2, { amountFen: fen(1_200_000), validFromOn: '2026-09-01' })

  it('give each month by the one that holds on its first', () => {
    expect(byTime('2026-10-01', old, raised)).toEqual([
      [1, 80],
      [2, 40],
    ])
    expect(byTime('2026-10-01', rule(1))).toEqual([[1, 120]])
    // In the middle of a month: that month is still the old one's.
    expect(
      byTime('2026-10-01', rule(1, { validToOn: '2026-09-14' }), { ...raised, validFromOn: '2026-09-15' }),
    ).toEqual([
      [1, 90],
      [2, 30],
    ])
    expect(byTime('2026-10-01', old)).toEqual([[1, 80]])
    expect(byTime('2026-10-01', raised)).toEqual([[2, 40]])
    expect(byTime('2025-10-01', raised)).toBe('not_yet_in_force')
  })

  it('leave what is no standard by the whole year to the count day, and give no month twice', () => {
    const monthly = rule(3, { model: 'per_participant', unit: 'month', monthTenths: 100 })
    expect(byTime('2026-10-01', old, raised, monthly)).toEqual([
      [1, 80],
      [2, 40],
      [3, 100],
    ])
    // The school's own, stricter rule grants ten months: which ones, nobody says.
    const own = rule(4, { schoolId: 7, monthTenths: 100, validFromOn: '2026-09-01' })
    expect(byTime('2026-10-01', rule(1), own)).toEqual([[4, 100]])
  })

  it('come to the sum of both: 24 classes, raised from 10,000 to 12,000 on 1 September, are 256,000', () => {
    const classes = Array.from({ length: 24 }, (_, i) => ({ ...one, homeClassId: i + 1 }))
    const sum = (choice: ReturnType<typeof chooseRules>) =>
      'rules' in choice ? entitle({ ...school, classes }, choice.rules).totalFen : 0
    const both = [old, raised].map((each) => ({ ...each, roundAt: 'school' as const }))
    expect(sum(chooseRulesByTime({ ...school, classes }, '2026-10-01', both))).toBe(25_600_000)
    expect(sum(chooseRules({ ...school, classes }, '2026-10-01', both))).toBe(28_800_000)
  })
})
