import fc from 'fast-check'
import { addFen, type Fen, fen, subtractFen } from '../../platform/money.js'
import {
  entitle,
  splitByPurpose,
  standard,
  type CountedClass,
  type FundingRule,
} from '../../entitlement/index.js'
import { carried, type ChainLine, isGone, levelsFrom, linesFrom, purposesOf, standingOf } from './chain.js'

const none: CountedClass = {
  homeClassId: 1,
  className: '一(1)班',
  grade: 1,
  enrolled: 0,
  participants: 0,
  participantMonths: [],
  sessions: 0,
  waived: 0,
  waivedFen: fen(0),
}
const counted = (homeClassId: number, given: Partial<CountedClass> = {}): CountedClass => ({
  ...none,
  homeClassId,
  ...given,
})
const rule = (given: Partial<FundingRule>): FundingRule => ({
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
const school = (classes: readonly CountedClass[]) =>
  ({
    schoolId: 1,
    schoolName: '一小',
    regionCode: '140213',
    stage: 'primary',
    area: 'urban',
    ownership: 'public',
    classes,
  }) as const
const rules = [
  rule({}),
  rule({
    standardId: 2,
    model: 'per_enrolled',
    amountFen: fen(3_333),
    sharePerMille: 777,
    roundAt: 'school',
    shares: [
      { level: 'city', weight: 4 },
      { level: 'district', weight: 6 },
    ],
  }),
]

interface Step {
  levels: ReturnType<typeof levelsFrom>
  lines: ChainLine[]
}
const stepFor = (chain: readonly Step[], classes: readonly CountedClass[], by = rules): Step => {
  const standing = standingOf(chain)
  const entitlement = entitle(school(classes), by)
  return {
    lines: linesFrom(standing, entitlement, classes, classes),
    levels: levelsFrom(standing, entitlement.levels),
  }
}

describe('a chain of declarations', () => {
  it('has a line only for what is new, changed or gone', () => {
    const first = stepFor([], [counted(1), counted(2), counted(3, { enrolled: 10 })])
    expect(first.lines.map((line) => [line.homeClassId, isGone(line)])).toEqual([
      [1, false],
      [2, false],
      [3, false],
    ])
    const next = stepFor([first], [counted(2), counted(3, { enrolled: 11 }), counted(4)])
    expect(next.lines.map((line) => [line.homeClassId, isGone(line), Math.sign(line.amountFen)])).toEqual([
      [3, false, 1],
      [4, false, 1],
      [1, true, -1],
    ])
    expect(stepFor([first, next], [counted(2), counted(3, { enrolled: 11 }), counted(4)]).lines).toEqual([])
    expect(
      stepFor([first, next], [counted(1), counted(2), counted(3, { enrolled: 11 }), counted(4)]).lines.map(
        (line) => line.homeClassId,
      ),
    ).toEqual([1])
  })

  it('does not mind counts that no standard asks for', () => {
    const first = stepFor([], [counted(1)])
    expect(stepFor([first], [counted(1, { sessions: 9, participants: 3 })]).lines).toEqual([])
  })

  it('adds up to the entitlement of the last register, for the school, each class and each level', () => {
    const register = fc.uniqueArray(
      fc.record({ homeClassId: fc.integer({ min: 1, max: 6 }), enrolled: fc.nat(50) }),
      { selector: (each) => each.homeClassId, minLength: 1 },
    )
    fc.assert(
      fc.property(fc.array(register, { minLength: 1, maxLength: 5 }), (registers) => {
        const chain: Step[] = []
        for (const each of registers)
          chain.push(
            stepFor(
              chain,
              each.map(({ homeClassId, enrolled }) => counted(homeClassId, { enrolled })),
            ),
          )
        const last = registers.at(-1)!
        const entitlement = entitle(
          school(last.map(({ homeClassId, enrolled }) => counted(homeClassId, { enrolled }))),
          rules,
        )
        const standing = standingOf(chain)
        expect(standing.totalFen).toBe(entitlement.totalFen)
        expect(standing.levels).toEqual(entitlement.levels)
        for (const line of standing.classes.values())
          expect(line.amountFen).toBe(
            entitlement.lines.find((each) => each.homeClassId === line.homeClassId)?.amountFen ?? 0,
          )
      }),
    )
  })

  it('splits by purpose like one declaration, whatever the steps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(3_000_000), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 1000 }),
        (sums, share) => {
          let before: Fen = fen(0)
          let service: Fen = fen(0)
          for (const sum of sums.map(fen)) {
            const { serviceFen, otherFen } = purposesOf(before, subtractFen(sum, before), share)
            expect(addFen(serviceFen, otherFen)).toBe(sum - before)
            service = addFen(service, serviceFen)
            before = sum
          }
          expect(service).toBe(splitByPurpose(before, share).serviceFen)
        },
      ),
    )
  })
})

describe('a count that was declared with a reason', () => {
  const before = {
    counts: counted(1, { enrolled: 42, waived: 3, waivedFen: fen(900) }),
    recorded: counted(1, { enrolled: 41 }),
  }
  it('stays while its record is the same, each count by itself', () => {
    expect(carried(counted(1, { enrolled: 41, sessions: 7 }), before)).toEqual(
      counted(1, { enrolled: 42, sessions: 7, waived: 3, waivedFen: fen(900) }),
    )
    expect(carried(counted(1, { enrolled: 40 }), before)).toEqual(
      counted(1, { enrolled: 40, waived: 3, waivedFen: fen(900) }),
    )
    expect(carried(counted(1, { enrolled: 5 }), undefined)).toEqual(counted(1, { enrolled: 5 }))
  })
})
