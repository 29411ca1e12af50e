import fc from 'fast-check'
import { type Candidate, judge, type SectionFacts } from './may-join.js'

const child = (studentId: number, overrides: Partial<Candidate> = {}): Candidate => ({
  studentId,
  name: `学生${studentId}`,
  homeClassId: 1,
  className: '三(1)班',
  grade: 3,
  hasLeft: false,
  ...overrides,
})
const section = (overrides: Partial<SectionFacts> = {}): SectionFacts => ({
  name: '足球',
  isActive: true,
  homeClassId: null,
  homeClassName: null,
  grades: [3, 4],
  capacity: 30,
  freeSeats: 30,
  ...overrides,
})
const codes = (...args: Parameters<typeof judge>) =>
  judge(...args).map((each) => each.refusal?.code ?? 'may join')

describe('who may join a section', () => {
  it('takes those who fit', () => {
    expect(judge([1], [child(1)], section(), new Set(), [])).toEqual([{ studentId: 1, refusal: null }])
  })

  it('says why not', () => {
    expect(codes([9], [], section(), new Set(), [])).toEqual(['enrolment.no_such_student'])
    expect(codes([1], [child(1, { hasLeft: true })], section(), new Set(), [])).toEqual([
      'enrolment.student_has_left',
    ])
    expect(codes([1], [child(1)], section(), new Set([1]), [])).toEqual(['enrolment.already_in'])
    expect(
      codes(
        [1],
        [child(1, { homeClassId: 2 })],
        section({ homeClassId: 1, homeClassName: '三(1)班' }),
        new Set(),
        [],
      ),
    ).toEqual(['enrolment.other_home_class'])
    expect(codes([1], [child(1, { grade: 5 })], section(), new Set(), [])).toEqual([
      'enrolment.grade_does_not_fit',
    ])
    expect(
      judge([1], [child(1)], section(), new Set(), [
        { studentId: 1, sectionName: '合唱', when: '周三 16:30–17:30' },
      ])[0],
    ).toMatchObject({
      refusal: { code: 'enrolment.clash', params: { other: '合唱', when: '周三 16:30–17:30' } },
    })
  })

  it('gives seats in the order asked, and none to those refused', () => {
    expect(
      codes(
        [3, 1, 2],
        [child(1), child(2), child(3, { grade: 9 })],
        section({ freeSeats: 1 }),
        new Set(),
        [],
      ),
    ).toEqual(['enrolment.grade_does_not_fit', 'may join', 'enrolment.full'])
  })

  it('never takes more than there are seats', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), fc.nat(40), (asked, freeSeats) => {
        const answers = judge(
          asked,
          asked.map((id) => child(id, { hasLeft: id % 7 === 0 })),
          section({ freeSeats }),
          new Set(),
          [],
        )
        const fitting = asked.filter((id) => id % 7 !== 0).length
        expect(answers).toHaveLength(asked.length)
        expect(answers.filter((each) => !each.refusal)).toHaveLength(Math.min(freeSeats, fitting))
      }),
    )
  })
})
