import fc from 'fast-check'
import { addFen, fen } from '../../platform/money.js'
import { compareEntitlements, type FrozenEntitlement } from './compare-entitlements.js'
import { entitle } from './entitle.js'
import { standard } from './packs/pack.js'
import type { CountedClass, FundingRule } from './rules.js'

const rule = (given: Partial<FundingRule> = {}): FundingRule => ({
  ...standard({
    fundCode: 'F',
    stage: 'primary',
    model: 'per_class',
    unit: 'year',
    amountFen: fen(1_000_000),
    validFromOn: '2019-01-01',
    issuer: '市财政局',
    documentNumber: '甲1号',
  }),
  standardId: 1,
  regionCode: '1402',
  schoolId: null,
  version: 1,
  ...given,
})
const homeClass = (
  homeClassId: number,
  enrolled: number,
  given: Partial<CountedClass> = {},
): CountedClass => ({
  homeClassId,
  className: `三(${homeClassId})班`,
  grade: 3,
  enrolled,
  participants: 30,
  participantMonths: [],
  sessions: 0,
  waived: 0,
  ...given,
})
const frozen = (classes: readonly CountedClass[], ...rules: FundingRule[]): FrozenEntitlement => {
  const school = {
    schoolId: 1,
    schoolName: '一小',
    regionCode: '140213',
    stage: 'primary',
    area: 'urban',
    ownership: 'public',
    classes,
  } as const
  return { school, rules, entitlement: entitle(school, rules) }
}
const enrolled = rule({ standardId: 2, model: 'per_enrolled', amountFen: fen(30_000), sharePerMille: 300 })

describe('the difference', () => {
  it('is nothing where nothing changed', () => {
    const before = frozen([homeClass(1, 40)], rule(), enrolled)
    expect(compareEntitlements(before, before, 'zh')).toEqual({
      classes: [
        {
          homeClassId: 1,
          className: '三(1)班',
          kind: 'same',
          beforeFen: 1_360_000,
          afterFen: 1_360_000,
          differenceFen: 0,
          why: [],
        },
      ],
      levels: [{ level: 'city', beforeFen: 1_360_000, afterFen: 1_360_000, differenceFen: 0 }],
      totalDifferenceFen: 0,
    })
  })

  it('names a class that was split, with the class that shrank', () => {
    const before = frozen([homeClass(1, 60), homeClass(2, 40)], rule())
    const after = frozen(
      [homeClass(1, 31), homeClass(2, 40), homeClass(3, 29), homeClass(4, 30, { grade: 4 })],
      rule(),
    )
    const { classes, totalDifferenceFen } = compareEntitlements(before, after, 'zh')
    expect(classes.map(({ kind, differenceFen }) => [kind, differenceFen])).toEqual([
      ['same', 0],
      ['same', 0],
      ['new', 1_000_000],
      ['new', 1_000_000],
    ])
    expect(classes[2]!.why).toEqual(['新增班级。', '同年级人数减少的班：三(1)班 60 → 31，可能由此分班。'])
    expect(classes[3]!.why).toEqual(['新增班级。'])
    expect(totalDifferenceFen).toBe(2_000_000)
    expect(compareEntitlements(before, after, 'en').classes[2]!.why).toEqual([
      'The class is new.',
      'Classes of the grade with fewer students: 三(1)班 60 → 31; a class may have been split.',
    ])
    const back = compareEntitlements(after, before, 'zh')
    expect(back.classes.find(({ homeClassId }) => homeClassId === 3)).toMatchObject({
      kind: 'gone',
      beforeFen: 1_000_000,
      afterFen: 0,
      differenceFen: -1_000_000,
      why: ['班级已不在名单中。', '同年级人数增加的班：三(1)班 31 → 60，可能并入其中。'],
    })
  })

  it('names the students that came and went, only where a rule counts them', () => {
    const [before, after] = [
      [homeClass(1, 40, { participants: 20 })],
      [homeClass(1, 41, { participants: 25 })],
    ]
    expect(compareEntitlements(frozen(before, rule()), frozen(after, rule()), 'zh').classes[0]).toMatchObject(
      {
        kind: 'same',
        why: [],
      },
    )
    expect(
      compareEntitlements(frozen(before, enrolled), frozen(after, enrolled), 'zh').classes[0],
    ).toMatchObject({
      kind: 'changed',
      differenceFen: 9_000,
      why: ['40 名在籍学生 → 41 名在籍学生。'],
    })
    expect(
      compareEntitlements(frozen(before, enrolled), frozen(after, enrolled), 'en').classes[0]!.why,
    ).toEqual(['40 enrolled students → 41 enrolled students.'])
    const half = rule({ model: 'per_waived', amountFen: fen(0), sharePerMille: 500 })
    const waived = compareEntitlements(
      frozen([homeClass(1, 40, { waived: 1, waivedFen: fen(100) })], half),
      frozen([homeClass(1, 40, { waived: 2, waivedFen: fen(300) })], half),
      'zh',
    )
    expect(waived.classes[0]).toMatchObject({
      differenceFen: 100,
      why: ['1 名减免学生 → 2 名减免学生。', '减免金额 1.00 元 → 3.00 元。'],
    })
    const reduced = compareEntitlements(
      frozen([homeClass(1, 40, { waived: 1, waivedFen: fen(100) })], half),
      frozen([homeClass(1, 40, { waived: 2, waivedFen: fen(100) })], half),
      'zh',
    )
    expect(reduced.classes[0]).toMatchObject({ kind: 'same', why: ['1 名减免学生 → 2 名减免学生。'] })
    const monthly = rule({
      model: 'per_participant',
      unit: 'month',
      monthsCounted: 'each',
      amountFen: fen(2_000),
    })
    const months = (count: number) =>
      frozen([homeClass(1, 40, { participantMonths: [{ month: '2026-03', count }] })], monthly)
    expect(compareEntitlements(months(30), months(29), 'zh').classes[0]).toMatchObject({
      differenceFen: -2_000,
      why: ['30 人·月（计划数，未经登记确认） → 29 人·月（计划数，未经登记确认）。'],
    })
  })

  it('names what changed in the standard', () => {
    const classes = [homeClass(1, 40)]
    const why = (old: FundingRule[], now: FundingRule[], language: 'zh' | 'en' = 'zh') =>
      compareEntitlements(frozen(classes, ...old), frozen(classes, ...now), language).classes[0]!.why
    expect(why([rule()], [rule({ amountFen: fen(1_200_000), documentNumber: '乙2号' })])).toEqual([
      '标准由 10,000.00 元（甲1号）改为 12,000.00 元（乙2号）。',
    ])
    expect(why([rule()], [rule({ amountFen: fen(1_200_000), documentNumber: '' })], 'en')).toEqual([
      'The standard changed from 10,000.00 yuan (甲1号) to 12,000.00 yuan (市财政局).',
    ])
    expect(why([rule()], [rule({ documentNumber: '乙2号' })])).toEqual(['依据由甲1号改为乙2号。'])
    expect(why([rule()], [rule({ monthTenths: 100 })])).toEqual(['月数 12 → 10。'])
    expect(why([enrolled], [{ ...enrolled, sharePerMille: 250, roundMode: 'down' }])).toEqual([
      '比例 30% → 25%。',
      '取整方式已改变。',
    ])
    expect(
      why(
        [rule()],
        [
          rule({
            tiers: [
              {
                code: 'A',
                name: '甲',
                nameEn: 'A',
                regionCodes: ['14'],
                coefficientPerMille: 850,
                shares: [],
              },
            ],
          }),
        ],
      ),
    ).toEqual(['系数 1 → 0.85。'])
    expect(why([rule({ unit: 'term' })], [rule({ unit: 'term', monthTenths: 45 })])).toEqual([])
    const each = rule({ model: 'per_participant', unit: 'month', monthsCounted: 'each' })
    const counted = (count: number, own: FundingRule) =>
      frozen([homeClass(1, 40, { participantMonths: [{ month: '2026-03', count }] })], own)
    expect(
      compareEntitlements(counted(20, each), counted(25, { ...each, monthsCounted: 'fixed' }), 'zh')
        .classes[0]!.why,
    ).toEqual(['计算方式已改变。'])
    expect(why([rule()], [rule({ unit: 'term' })])).toEqual(['计算方式已改变。'])
    expect(why([rule()], [rule(), enrolled])).toEqual(['新增标准 300.00 元（甲1号）。'])
    expect(why([rule(), enrolled], [rule()], 'en')).toEqual([
      'The standard of 300.00 yuan (甲1号) holds no longer.',
    ])
    const shifted = compareEntitlements(
      frozen([homeClass(1, 1), homeClass(2, 1), homeClass(3, 1)], {
        ...enrolled,
        roundAt: 'school',
        amountFen: fen(1),
        sharePerMille: 1000,
        roundTo: 'jiao',
      }),
      frozen([homeClass(1, 1), homeClass(2, 1), homeClass(3, 9)], {
        ...enrolled,
        roundAt: 'school',
        amountFen: fen(1),
        sharePerMille: 1000,
        roundTo: 'jiao',
      }),
      'zh',
    )
    expect(shifted.classes[0]).toMatchObject({ kind: 'changed', why: ['全校尾差重新分摊。'] })
  })

  it('shows who pays more, even where no class gets more', () => {
    const shares = [
      { level: 'city', weight: 1 },
      { level: 'district', weight: 1 },
    ] as const
    const { levels, totalDifferenceFen } = compareEntitlements(
      frozen([homeClass(1, 40)], rule()),
      frozen([homeClass(1, 40)], rule({ shares })),
      'zh',
    )
    expect(levels).toEqual([
      { level: 'city', beforeFen: 1_000_000, afterFen: 500_000, differenceFen: -500_000 },
      { level: 'district', beforeFen: 0, afterFen: 500_000, differenceFen: 500_000 },
    ])
    expect(totalDifferenceFen).toBe(0)
  })

  it('is what leads from before to after, class by class, level by level and in all', () => {
    const classes = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.nat(60), fc.nat(60)), {
        selector: ([id]) => id,
        maxLength: 8,
      })
      .map((list) => list.map(([id, count, participants]) => homeClass(id, count, { participants })))
    const rules = fc.subarray(
      [
        rule(),
        enrolled,
        rule({
          standardId: 3,
          model: 'per_participant',
          unit: 'month',
          amountFen: fen(3_333),
          monthTenths: 45,
          roundAt: 'school',
          shares: [
            { level: 'city', weight: 4 },
            { level: 'district', weight: 6 },
          ],
        }),
      ],
      { minLength: 1 },
    )
    fc.assert(
      fc.property(classes, classes, rules, rules, (old, now, oldRules, newRules) => {
        const [before, after] = [frozen(old, ...oldRules), frozen(now, ...newRules)]
        const result = compareEntitlements(before, after, 'zh')
        for (const each of result.classes) {
          expect(each.beforeFen + each.differenceFen).toBe(each.afterFen)
          expect(each.kind === 'same').toBe(
            each.differenceFen === 0 &&
              old.some(({ homeClassId }) => homeClassId === each.homeClassId) &&
              now.some(({ homeClassId }) => homeClassId === each.homeClassId),
          )
          if (each.kind !== 'same') expect(each.why.length).toBeGreaterThan(0)
        }
        expect(addFen(...result.classes.map((each) => each.differenceFen))).toBe(result.totalDifferenceFen)
        expect(addFen(...result.levels.map((each) => each.differenceFen))).toBe(result.totalDifferenceFen)
        expect(before.entitlement.totalFen + result.totalDifferenceFen).toBe(after.entitlement.totalFen)
      }),
    )
  })
})
