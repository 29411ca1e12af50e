import fc from 'fast-check'
import { addFen, fen } from '../../platform/money.js'
import { entitle, NotComputable, splitByPurpose } from './entitle.js'
import { standard } from './packs/pack.js'
import type { CountedClass, CountedSchool, FundingRule } from './rules.js'

const rule = (given: Partial<FundingRule> = {}): FundingRule => ({
  ...standard({
    fundCode: 'F',
    stage: 'primary',
    model: 'per_class',
    unit: 'year',
    amountFen: fen(1_000_000),
    validFromOn: '2026-01-01',
    issuer: '市财政局',
  }),
  standardId: 1,
  regionCode: '1402',
  schoolId: null,
  version: 1,
  ...given,
})
const homeClass = (homeClassId: number, given: Partial<CountedClass> = {}): CountedClass => ({
  homeClassId,
  className: `${homeClassId}班`,
  grade: 1,
  enrolled: 40,
  participants: 30,
  participantMonths: [],
  sessions: 0,
  waived: 0,
  ...given,
})
const school = (classes: readonly CountedClass[], given: Partial<CountedSchool> = {}): CountedSchool => ({
  schoolId: 1,
  schoolName: '一小',
  regionCode: '140213',
  stage: 'primary',
  area: 'urban',
  ownership: 'public',
  classes,
  ...given,
})
const classes = (count: number, given: Partial<CountedClass> = {}) =>
  Array.from({ length: count }, (_, index) => homeClass(index + 1, given))
const total = (counted: readonly CountedClass[], ...rules: FundingRule[]) =>
  entitle(school(counted), rules).totalFen

describe('entitlement', () => {
  it('grants 24 primary classes 10,000 yuan each for a whole year', () => {
    const { lines, totalFen, ruleVersion } = entitle(school(classes(24)), [rule()])
    expect(totalFen).toBe(24_000_000)
    expect(addFen(...lines.map((line) => line.amountFen))).toBe(totalFen)
    expect(lines[0]).toEqual({
      homeClassId: 1,
      className: '1班',
      parts: [{ standardId: 1, model: 'per_class', count: 1, amountFen: 1_000_000 }],
      notRunning: null,
      amountFen: 1_000_000,
    })
    expect(ruleVersion).toBe(1)
  })

  it('takes the months granted and rounds once for each class, or once for the school', () => {
    const months = { monthTenths: 50 }
    expect(entitle(school(classes(3)), [rule(months)])).toMatchObject({
      totalFen: 1_250_001,
      lines: [{ amountFen: 416_667 }, { amountFen: 416_667 }, { amountFen: 416_667 }],
    })
    const { lines, totalFen } = entitle(school(classes(3)), [rule({ ...months, roundAt: 'school' })])
    expect([totalFen, ...lines.map((line) => line.amountFen)]).toEqual([1_250_000, 416_667, 416_667, 416_666])
  })

  it('rounds to fen, jiao or yuan, half up or down', () => {
    const one = (given: Partial<FundingRule>) =>
      total(classes(1), rule({ amountFen: fen(1_000), monthTenths: 50, ...given }))
    expect([
      one({}),
      one({ roundMode: 'down' }),
      one({ roundTo: 'jiao' }),
      one({ roundTo: 'yuan' }),
      one({ roundTo: 'yuan', roundMode: 'down' }),
    ]).toEqual([417, 416, 420, 400, 400])
  })

  it('counts enrolled students by share and tier', () => {
    const tiers = [
      { code: 'A', name: '一档', nameEn: 'first', regionCodes: ['14'], coefficientPerMille: 850, shares: [] },
      {
        code: 'B',
        name: '二档',
        nameEn: 'second',
        regionCodes: ['1402'],
        coefficientPerMille: 1200,
        shares: [],
      },
    ]
    const enrolled = rule({ model: 'per_enrolled', amountFen: fen(30_000), sharePerMille: 300 })
    const counted = [homeClass(1, { enrolled: 400 }), homeClass(2, { enrolled: 412 })]
    expect(total(counted, enrolled)).toBe(7_308_000)
    expect(entitle(school(counted), [{ ...enrolled, tiers }])).toMatchObject({
      totalFen: 8_769_600,
      parts: [{ tierCode: 'B', coefficientPerMille: 1200 }],
    })
    expect(entitle(school(counted, { regionCode: '1401' }), [{ ...enrolled, tiers }]).totalFen).toBe(
      6_211_800,
    )
  })

  it('counts participants for fixed months, or each month by itself', () => {
    const monthly = rule({ model: 'per_participant', unit: 'month', amountFen: fen(5_000), monthTenths: 45 })
    expect(total([homeClass(1, { participants: 1 })], monthly)).toBe(22_500)
    const counted = [
      homeClass(1, {
        participantMonths: [
          { month: '2026-04', count: 30 },
          { month: '2026-03', count: 28 },
        ],
      }),
      homeClass(2, { participantMonths: [{ month: '2026-03', count: 40 }] }),
    ]
    expect(entitle(school(counted), [{ ...monthly, monthsCounted: 'each' }])).toMatchObject({
      totalFen: 490_000,
      parts: [
        {
          count: 98,
          monthTenths: null,
          months: [
            { month: '2026-03', count: 68 },
            { month: '2026-04', count: 30 },
          ],
        },
      ],
    })
  })

  it('counts sessions and waivers, by head or by the sum waived', () => {
    expect(
      total(
        [homeClass(1, { sessions: 72 })],
        rule({ model: 'per_session', unit: 'session', amountFen: fen(5_000) }),
      ),
    ).toBe(360_000)
    expect(
      total(
        [homeClass(1, { waived: 2_435 })],
        rule({ model: 'per_waived', unit: 'term', amountFen: fen(35_000) }),
      ),
    ).toBe(85_225_000)
    const half = rule({ model: 'per_waived', amountFen: fen(0), sharePerMille: 500 })
    expect(
      entitle(
        school([
          homeClass(1, { waived: 2, waivedFen: fen(101) }),
          homeClass(2, { waived: 1, waivedFen: fen(100) }),
        ]),
        [half],
      ),
    ).toMatchObject({
      totalFen: 101,
      lines: [{ amountFen: 51 }, { amountFen: 50 }],
      parts: [{ count: 3, waivedFen: 201 }],
    })
  })

  it('adds up mixtures, and who pays what', () => {
    const shares = [
      { level: 'district', weight: 6 },
      { level: 'city', weight: 4 },
    ] as const
    const mixed = entitle(school(classes(2, { participants: 30, waived: 1 })), [
      rule({ standardId: 1 }),
      rule({
        standardId: 2,
        model: 'per_participant',
        unit: 'month',
        amountFen: fen(5_000),
        monthTenths: 45,
        shares,
      }),
      rule({
        standardId: 3,
        regionCode: '140213',
        model: 'per_waived',
        unit: 'term',
        amountFen: fen(35_001),
      }),
    ])
    expect(mixed.lines[0]).toMatchObject({
      amountFen: 1_710_001,
      parts: [{ amountFen: 1_000_000 }, { amountFen: 675_000 }, { amountFen: 35_001 }],
    })
    expect(mixed.levels).toEqual([
      { level: 'city', amountFen: 2_540_000 },
      { level: 'district', amountFen: 880_002 },
    ])
    expect(mixed.totalFen).toBe(3_420_002)
  })

  it('is 0 where nothing was counted, and no number at all where nothing can be computed', () => {
    expect(
      entitle(school(classes(2)), [
        rule({ model: 'per_waived', unit: 'term', amountFen: fen(35_000), roundAt: 'school' }),
      ]),
    ).toMatchObject({ totalFen: 0, lines: [{ amountFen: 0 }, { amountFen: 0 }], parts: [{ count: 0 }] })
    expect(entitle(school([]), [rule()])).toMatchObject({ totalFen: 0, lines: [] })
    expect(() => entitle(school(classes(1)), [])).toThrow(NotComputable)
    expect(() => entitle(school(classes(1)), [rule()], 2)).toThrow('arithmetic 2 is unknown')
    expect(() => total(classes(1, { enrolled: -1 }), rule({ model: 'per_enrolled' }))).toThrow(NotComputable)
    expect(() => total(classes(1, { participants: 0.5 }), rule({ model: 'per_participant' }))).toThrow(
      NotComputable,
    )
    expect(() =>
      total(
        classes(1, {
          participantMonths: [
            { month: '2026-03', count: 3 },
            { month: '2026-04', count: -3 },
          ],
        }),
        rule({ model: 'per_participant', unit: 'month', monthsCounted: 'each' }),
      ),
    ).toThrow(NotComputable)
    expect(() => total(classes(1, { waived: 3 }), rule({ model: 'per_waived', amountFen: fen(0) }))).toThrow(
      NotComputable,
    )
    const elsewhere = [
      { code: 'A', name: '甲', nameEn: 'A', regionCodes: ['32'], coefficientPerMille: 1000, shares: [] },
    ]
    expect(() => total(classes(1), rule({ tiers: elsewhere }))).toThrow('region_not_covered')
    expect(() => total(classes(1), rule({ unit: 'session' }))).toThrow('unit_not_for_model')
  })

  it('reaches over 30 million yuan with 3,000 classes, to the fen', () => {
    expect(total(classes(3_012), rule())).toBe(3_012_000_000)
  })
})

describe('any entitlement', () => {
  const counts = fc.record({
    enrolled: fc.nat(80),
    participants: fc.nat(80),
    sessions: fc.nat(200),
    waived: fc.nat(20),
    waivedFen: fc.nat(1_000_000).map(fen),
    participantMonths: fc.array(
      fc.record({ month: fc.constantFrom('2026-03', '2026-04', '2026-05'), count: fc.nat(80) }),
      { maxLength: 4 },
    ),
  })
  const counted = fc
    .array(counts, { maxLength: 12 })
    .map((list) => list.map((given, index) => homeClass(index + 1, given)))
  const shape = fc.constantFrom<Partial<FundingRule>>(
    { model: 'per_class', unit: 'year' },
    { model: 'per_class', unit: 'month' },
    { model: 'per_enrolled', unit: 'year' },
    { model: 'per_participant', unit: 'month' },
    { model: 'per_participant', unit: 'month', monthsCounted: 'each' },
    { model: 'per_session', unit: 'session' },
    { model: 'per_waived', unit: 'term' },
    { model: 'per_waived', unit: 'year', amountFen: fen(0) },
  )
  const numbers = fc.record({
    amountFen: fc.integer({ min: 1, max: 5_000_000 }).map(fen),
    sharePerMille: fc.integer({ min: 1, max: 1000 }),
    monthTenths: fc.integer({ min: 1, max: 120 }),
    roundTo: fc.constantFrom('fen', 'jiao', 'yuan'),
    roundMode: fc.constantFrom('half_up', 'down'),
    roundAt: fc.constantFrom('class', 'school'),
    shares: fc.constantFrom<FundingRule['shares']>(
      [],
      [
        { level: 'city', weight: 4 },
        { level: 'district', weight: 6 },
      ],
      [
        { level: 'district', weight: 1 },
        { level: 'province', weight: 1 },
        { level: 'city', weight: 1 },
      ],
    ),
    tiers: fc
      .integer({ min: 1, max: 2000 })
      .map((coefficientPerMille) => [
        { code: 'A', name: '甲', nameEn: 'A', regionCodes: ['14'], coefficientPerMille, shares: [] },
      ]),
  })
  const ruleOf = fc.tuple(numbers, shape).map(([given, form]) => rule({ ...given, ...form }))
  const rules = fc
    .array(ruleOf, { minLength: 1, maxLength: 3 })
    .map((list) => list.map((each, index) => ({ ...each, standardId: index + 1 })))

  it('is the sum of its classes, of its rules and of its payers', () => {
    fc.assert(
      fc.property(counted, rules, (list, chosen) => {
        const { lines, parts, levels, totalFen } = entitle(school(list), chosen)
        expect(addFen(...lines.map((line) => line.amountFen))).toBe(totalFen)
        expect(addFen(...parts.map((part) => part.amountFen))).toBe(totalFen)
        expect(addFen(...levels.map((level) => level.amountFen))).toBe(totalFen)
        for (const part of parts) {
          expect(addFen(...part.levels.map((level) => level.amountFen))).toBe(part.amountFen)
          expect(
            lines.reduce(
              (sum, line) => sum + line.parts.find((own) => own.standardId === part.standardId)!.amountFen,
              0,
            ),
          ).toBe(part.amountFen)
        }
      }),
    )
  })

  it('is the same to the byte when computed again from what was frozen, and the same in any order of classes', () => {
    fc.assert(
      fc.property(counted, rules, (list, chosen) => {
        const first = JSON.stringify(entitle(school(list), chosen))
        const frozen = JSON.parse(JSON.stringify({ school: school(list), chosen })) as {
          school: CountedSchool
          chosen: FundingRule[]
        }
        expect(JSON.stringify(entitle(frozen.school, frozen.chosen))).toBe(first)
        const turned = entitle(school([...list].reverse()), chosen)
        expect(JSON.stringify({ ...turned, lines: [...turned.lines].reverse() })).toBe(first)
      }),
    )
  })

  it('never gives less for more', () => {
    fc.assert(
      fc.property(counted, ruleOf, fc.nat(11), counts, (list, chosen, at, more) => {
        const bigger = list.map((each, index) =>
          index !== at
            ? each
            : {
                ...each,
                enrolled: each.enrolled + more.enrolled,
                participants: each.participants + more.participants,
                sessions: each.sessions + more.sessions,
                waived: each.waived + more.waived,
                waivedFen: addFen(each.waivedFen!, more.waivedFen),
                participantMonths: [...each.participantMonths, ...more.participantMonths],
              },
        )
        expect(total(bigger, chosen)).toBeGreaterThanOrEqual(total(list, chosen))
        expect(total([...bigger, homeClass(99, more)], chosen)).toBeGreaterThanOrEqual(total(bigger, chosen))
      }),
    )
  })

  it('splits by purpose without losing a fen', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 11), fc.nat(1000), (amount, share) => {
        const { serviceFen, otherFen } = splitByPurpose(fen(amount), share)
        expect(serviceFen + otherFen).toBe(amount)
      }),
    )
    expect(splitByPurpose(fen(3_000_000), 400)).toEqual({ serviceFen: 1_200_000, otherFen: 1_800_000 })
  })
})
