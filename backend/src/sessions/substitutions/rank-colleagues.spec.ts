import { type ColleagueFacts, isAble, rankColleagues, reasonsFor } from './rank-colleagues.js'

const facts = (teacherId: number, overrides: Partial<ColleagueFacts> = {}): ColleagueFacts => ({
  teacherId,
  sortName: `t${teacherId}`,
  problem: null,
  experience: 'none',
  isHomeTeacher: false,
  isOnDuty: false,
  hasDeclined: false,
  isAskedThen: false,
  hasAccount: true,
  dayCount: 0,
  weekCount: 0,
  termCount: 0,
  ...overrides,
})
const order = (...all: ColleagueFacts[]) => rankColleagues(all).map((each) => each.teacherId)

describe('the order of colleagues', () => {
  it('puts who can before who cannot, then who knows the course, then who has less to do', () => {
    expect(
      order(
        facts(1, { problem: '在上课', experience: 'leader' }),
        facts(2),
        facts(3, { experience: 'category' }),
        facts(4, { experience: 'course' }),
        facts(5, { experience: 'leader' }),
      ),
    ).toEqual([5, 4, 3, 2, 1])
    expect(
      order(
        facts(1, { dayCount: 2 }),
        facts(2, { dayCount: 1, weekCount: 9 }),
        facts(3, { dayCount: 1, weekCount: 3 }),
      ),
    ).toEqual([3, 2, 1])
    expect(order(facts(1, { experience: 'category' }), facts(2, { isHomeTeacher: true }))).toEqual([2, 1])
  })

  it('asks last who has declined or is asked elsewhere, and settles ties by name', () => {
    expect(
      order(
        facts(1, { hasDeclined: true, experience: 'leader' }),
        facts(2, { isAskedThen: true, experience: 'course' }),
        facts(3),
      ),
    ).toEqual([3, 1, 2])
    expect(order(facts(1, { sortName: 'zhao' }), facts(2, { sortName: 'bai' }))).toEqual([2, 1])
  })

  it('is told in words', () => {
    expect(
      reasonsFor(facts(1, { experience: 'course', dayCount: 2, hasAccount: false })).map(({ key, count }) => [
        key,
        count,
      ]),
    ).toEqual([
      ['free', 0],
      ['took_course', 0],
      ['day_load', 2],
      ['no_account', 0],
    ])
    expect(reasonsFor(facts(1, { problem: '请假' })).map(({ key }) => key)).toEqual(['no_experience'])
    expect([
      isAble(facts(1)),
      isAble(facts(1, { isHomeTeacher: true })),
      isAble(facts(1, { experience: 'category' })),
    ]).toEqual([false, true, true])
  })
})
