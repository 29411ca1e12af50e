import fc from 'fast-check'
import { addFen, fen } from '../../platform/money.js'
import { standard } from './packs/pack.js'
import { type FundingRule, levelOf, levels, type LevelShare } from './rules.js'
import { addLevels, sharesFor, splitByLevel } from './shares.js'

const rule = (given: Partial<FundingRule>): FundingRule => ({
  ...standard({
    fundCode: 'F',
    stage: 'primary',
    model: 'per_class',
    unit: 'year',
    amountFen: fen(1),
    validFromOn: '2026-01-01',
    issuer: '市财政局',
  }),
  standardId: 1,
  regionCode: '1402',
  schoolId: null,
  version: 1,
  ...given,
})
const fourToSix: LevelShare[] = [
  { level: 'district', weight: 6 },
  { level: 'city', weight: 4 },
]

describe('the levels that pay', () => {
  it('share 4 : 6 and 1 : 1, the odd fen from the top down', () => {
    expect(splitByLevel(fen(22_500), fourToSix)).toEqual([
      { level: 'city', amountFen: 9_000 },
      { level: 'district', amountFen: 13_500 },
    ])
    expect(
      splitByLevel(fen(101), [
        { level: 'district', weight: 1 },
        { level: 'city', weight: 1 },
      ]),
    ).toEqual([
      { level: 'city', amountFen: 51 },
      { level: 'district', amountFen: 50 },
    ])
    expect(splitByLevel(fen(0), fourToSix).map((each) => each.amountFen)).toEqual([0, 0])
  })

  it('are those of the tier, of the rule, or one payer', () => {
    const tier = {
      code: 'A',
      name: '甲',
      nameEn: 'A',
      regionCodes: ['140213'],
      coefficientPerMille: 1000,
      shares: [{ level: 'province', weight: 1 }],
    } as const
    const tiered = rule({
      shares: fourToSix,
      tiers: [tier, { ...tier, code: 'B', regionCodes: ['1402'], shares: [] }],
    })
    expect(sharesFor(tiered, '140213')).toEqual([{ level: 'province', weight: 1 }])
    expect(sharesFor(tiered, '140214')).toEqual([
      { level: 'city', weight: 4 },
      { level: 'district', weight: 6 },
    ])
    expect(sharesFor(rule({}), '140213')).toEqual([{ level: 'city', weight: 1 }])
    expect(['', '14', '1402', '140213', '140213001', '140213001002'].map(levelOf)).toEqual([
      'nation',
      'province',
      'city',
      'district',
      'district',
      'district',
    ])
  })

  it('add up, in any order, for any weights', () => {
    const shares = fc
      .uniqueArray(fc.record({ level: fc.constantFrom(...levels), weight: fc.nat(100) }), {
        minLength: 1,
        selector: (share) => share.level,
      })
      .filter((list) => list.some(({ weight }) => weight > 0))
    fc.assert(
      fc.property(fc.nat(10 ** 12), shares, (amount, list) => {
        const split = splitByLevel(fen(amount), list)
        expect(addFen(...split.map((each) => each.amountFen))).toBe(amount)
        expect(splitByLevel(fen(amount), [...list].reverse())).toEqual(split)
      }),
    )
    expect(
      addLevels([splitByLevel(fen(100), fourToSix), [{ level: 'city', amountFen: fen(5) }], []]),
    ).toEqual([
      { level: 'city', amountFen: 45 },
      { level: 'district', amountFen: 60 },
    ])
  })
})
