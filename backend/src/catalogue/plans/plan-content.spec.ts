import { draftPlan, headingNames, longestHeading, missingHeadings, planHeadings } from './plan-content.js'

const facts = {
  schoolName: '平城一小',
  termName: '2026年秋季学期',
  startsOn: '2026-09-01',
  endsOn: '2027-01-22',
  schoolDayCount: 98,
  lastLessonEndTime: '16:00',
  classCount: 24,
  studentCount: 1032,
  courseCount: 2,
  sectionCount: 26,
  teacherCount: 20,
  kinds: [
    { name: '作业辅导', sectionCount: 24 },
    { name: '阳光体育', sectionCount: 2 },
  ],
}

describe('school plan', () => {
  it("starts from the school's own figures", () => {
    const draft = draftPlan(facts)
    expect(draft.goal).toContain('24 个班、1032 名学生')
    expect(draft.time).toContain('98 个上课日')
    expect(draft.time).toContain('16:00')
    expect(draft.content).toBe(
      '开设 2 门课程、26 个课程班：作业辅导（24 个课程班）、阳光体育（2 个课程班）。',
    )
  })

  it('leaves open what only the school can say, and names it', () => {
    expect(missingHeadings(draftPlan(facts))).toEqual(['fee', 'funding'])
    expect(missingHeadings(draftPlan({ ...facts, sectionCount: 0, teacherCount: 0 }))).toEqual([
      'content',
      'staff',
      'fee',
      'funding',
    ])
    expect(missingHeadings({ ...draftPlan(facts), fee: '不收费', funding: ' 　' })).toEqual(['funding'])
  })

  it('fits its column when every heading is full', () => {
    const full = Object.fromEntries(planHeadings.map((heading) => [heading, '课'.repeat(longestHeading)]))
    expect(Buffer.byteLength(JSON.stringify(full))).toBeLessThan(65_535)
    expect(Object.keys(headingNames)).toEqual([...planHeadings])
  })
})
