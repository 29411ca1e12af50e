import fc from 'fast-check'
import { fen } from '../../platform/money.js'
import { type Calendar, passedPerMille, type Watched, warningsOf } from './warnings.js'

const standing = (given: Partial<Record<keyof Watched, number>>): Watched =>
  ({
    entitledFen: fen(1000),
    receivedFen: fen(1000),
    carriedFen: fen(0),
    returnedFen: fen(0),
    committedFen: fen(0),
    spentFen: fen(0),
    ...given,
  }) as Watched
const calendar: Calendar = {
  today: '2026-07-01',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  waitingSinceOn: null,
  distributionDays: 30,
}
const codes = (
  given: Partial<Record<keyof Watched, number>>,
  days: Partial<Calendar> = {},
  kind: 'class' | 'pot' = 'class',
) => warningsOf(standing(given), { ...calendar, ...days }, kind).map((each) => each.code)

describe('warnings of money', () => {
  it('calls nobody fast or slow who keeps pace', () => {
    expect(codes({ spentFen: 500 })).toEqual([])
    expect(codes({ spentFen: 698 })).toEqual([])
    expect(codes({ spentFen: 98 })).toEqual([])
    expect(codes({ spentFen: 97 })).toEqual(['pace_slow'])
  })

  it('sees who runs ahead and who lags behind the part of the period that has passed', () => {
    expect(codes({ spentFen: 400, committedFen: 300 })).toEqual(['pace_fast'])
    expect(codes({ spentFen: 90 })).toEqual(['pace_slow'])
    expect(codes({ spentFen: 300 }, { today: '2026-02-01' })).toEqual([])
    expect(codes({ spentFen: 0 }, { startsOn: '2026-06-15' })).toEqual([])
  })

  it('sees four fifths used, committed money included, but not what is used up whole', () => {
    expect(codes({ spentFen: 500, committedFen: 300 }, { today: '2026-09-30' })).toEqual(['nearly_used'])
    expect(codes({ spentFen: 799 }, { today: '2026-09-30' })).toEqual([])
    expect(codes({ spentFen: 1000 }, { today: '2026-09-30' })).toEqual([])
  })

  it('counts the last sixty days, then says that it is too late', () => {
    expect(codes({ spentFen: 500 }, { today: '2026-11-01' })).toEqual(['unspent_near_end'])
    expect(codes({ spentFen: 600 }, { today: '2026-10-31' })).toEqual([])
    expect(codes({ spentFen: 500 }, { today: '2026-12-31' })).toEqual(['unspent_near_end'])
    expect(codes({ spentFen: 500 }, { today: '2027-01-01' })).toEqual(['spending_overdue'])
    expect(codes({ spentFen: 1000 }, { today: '2027-01-01' })).toEqual([])
    expect(
      warningsOf(standing({ spentFen: 400 }), { ...calendar, today: '2026-12-01' }, 'class')[0]!.params,
    ).toEqual({ leftFen: 600, endsOn: '2026-12-31', days: 30 })
  })

  it('sees money that stands with the school for too long', () => {
    expect(codes({}, { waitingSinceOn: '2026-05-01' }, 'pot')).toEqual(['distribution_overdue'])
    expect(codes({}, { waitingSinceOn: '2026-06-01' }, 'pot')).toEqual([])
    expect(codes({}, { waitingSinceOn: '2026-05-01', distributionDays: null }, 'pot')).toEqual([])
    expect(codes({ receivedFen: 0 }, { waitingSinceOn: '2026-05-01' }, 'pot')).toEqual([])
    expect(codes({}, { waitingSinceOn: '2026-05-01' })).toEqual(['pace_slow'])
  })

  it('tells apart a class without an entitlement that has money, and one of zeros', () => {
    expect(codes({ entitledFen: 0, spentFen: 500 })).toEqual(['not_entitled'])
    expect(codes({ entitledFen: 0, receivedFen: 0 })).toEqual([])
    expect(codes({ entitledFen: 0, receivedFen: 0, carriedFen: 1000, spentFen: 500 })).toEqual([
      'not_entitled',
    ])
  })

  it('never says fast and slow at once, and nothing of an empty class', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.integer({ min: 0, max: 500 }), (received, used, day) => {
        const today = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)
        const found = codes({ receivedFen: received + used, spentFen: used }, { today })
        expect(found.filter((code) => code.startsWith('pace')).length).toBeLessThan(2)
        expect(new Set(found).size).toBe(found.length)
        if (received + used === 0) expect(found).toEqual([])
      }),
    )
  })

  it('knows which part of a period has passed', () => {
    expect(passedPerMille(calendar)).toBe(498)
    expect(passedPerMille({ ...calendar, today: '2025-12-01' })).toBe(0)
    expect(passedPerMille({ ...calendar, today: '2027-02-01' })).toBe(1000)
    expect(passedPerMille({ today: '2026-01-01', startsOn: '2026-02-01', endsOn: '2026-01-01' })).toBe(1000)
  })
})
