import { TestApp } from '../../../test/app.js'
import { Enrolment } from '../../enrolment/index.js'
import type { HomeClass, School } from '../../organisation/index.js'
import type { Student } from '../../people/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Placement, Timetable } from '../../timetabling/index.js'

describe('coverage', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  interface Shape {
    readonly school: School
    readonly homeClass: HomeClass
    readonly students: number
    readonly takingPart: number
    readonly alsoInClub: number
    readonly days: number
  }

  /** A published week in which one section meets on so many days; the first students are in it, some of them in a club too. */
  async function serve({ school, homeClass, students, takingPart, alsoInClub, days }: Shape) {
    const { world } = test
    const term = await world.term()
    const [daily, club] = [await world.section({ school }), await world.section({ school })]
    const timetable = await world.make(Timetable, {
      schoolId: school.id,
      termId: term.id,
      version: 1,
      revision: 0,
      status: 'published',
      createdAt: test.clock.now(),
      publishedAt: test.clock.now(),
    })
    for (let weekday = 1; weekday <= days; weekday += 1) {
      const slot = await world.slot({ school, weekday })
      await world.make(Placement, {
        weeks: 'every',
        startsOn: null,
        endsOn: null,
        isLocked: false,
        schoolId: school.id,
        timetableId: timetable.id,
        sectionId: daily.id,
        slotId: slot.id,
        teacherId: daily.teacherId!,
        roomId: daily.roomId!,
        homeClassId: null,
      })
    }
    const children: Student[] = []
    for (let index = 0; index < students; index += 1)
      children.push(await world.student({ school, homeClass }))
    const place = (index: number, sectionId: number) =>
      world.make(Enrolment, {
        schoolId: school.id,
        termId: term.id,
        studentId: children[index]!.id,
        sectionId,
        startsOn: '2026-09-01',
        endsOn: null,
        status: 'active',
      })
    for (let index = 0; index < takingPart; index += 1) await place(index, daily.id)
    for (let index = 0; index < alsoInClub; index += 1) await place(index, club.id)
    return { term, children, daily }
  }

  it('counts persons once, places each, and the whole week, as of a day', async () => {
    const school = await test.world.school()
    const homeClass = await test.world.homeClass({ school })
    const { term, children, daily } = await serve({
      school,
      homeClass,
      students: 10,
      takingPart: 8,
      alsoInClub: 6,
      days: 5,
    })
    await test.world.student({ school, homeClass, leftOn: '2026-10-01' })
    await test.world.student({ school, homeClass, inClassSince: '2026-11-10' })
    await test.world.teacher({ school })
    await test.world.teacher({ school, kind: 'lecturer' })
    await test.world.teacher({ school, isActive: false })
    await test.database.transaction((tx) =>
      tx.update(
        Enrolment,
        { studentId: children[7]!.id, sectionId: daily.id },
        { endsOn: '2026-11-01', status: 'ended' },
      ),
    )
    const principal = await test.as(await test.world.user('principal', { school }))
    const now = (await principal.get('/api/statistics/coverage', { termId: term.id })).body
    // Teachers: one of the daily section, one of the club (no placement), one without a section.
    expect(now).toMatchObject({
      asOf: '2026-11-20',
      totals: {
        schoolCount: 1,
        providingCount: 1,
        studentCount: 11,
        takingPartCount: 7,
        personTimes: 13,
        fullWeekCount: 7,
        teacherCount: 3,
        teachingCount: 1,
        lecturerCount: 0,
        schoolPerMille: 1000,
        studentPerMille: 636,
        fullWeekPerMille: 1000,
        teacherPerMille: 333,
      },
    })
    expect(now.schools).toEqual([expect.objectContaining({ schoolId: school.id, takingPartCount: 7 })])
    const before = (await principal.get('/api/statistics/coverage', { termId: term.id, asOf: '2026-09-15' }))
      .body
    expect(before.totals).toMatchObject({
      studentCount: 11,
      takingPartCount: 8,
      personTimes: 14,
      studentPerMille: 727,
    })
  })

  it('hides groups under five, and the school from which one could be worked out', async () => {
    const regionCode = '140299'
    const [large, middle, small] = [
      await test.world.school({ regionCode, name: '甲校' }),
      await test.world.school({ regionCode, name: '乙校' }),
      await test.world.school({ regionCode, name: '丙校' }),
    ]
    const shape = async (school: School, takingPart: number) => ({
      school,
      homeClass: await test.world.homeClass({ school }),
      students: 12,
      takingPart,
      alsoInClub: 0,
      days: 4,
    })
    const { term } = await serve(await shape(large, 9))
    await serve(await shape(middle, 6))
    await serve(await shape(small, 3))
    const district = await test.as(await test.world.user('bureau_officer', { regionCode }))
    const { totals, schools } = (await district.get('/api/statistics/coverage', { termId: term.id })).body
    expect(totals).toMatchObject({
      schoolCount: 3,
      studentCount: 36,
      takingPartCount: 18,
      fullWeekCount: 0,
      studentPerMille: 500,
    })
    const byName = Object.fromEntries(schools.map((each: { schoolName: string }) => [each.schoolName, each]))
    expect(byName['甲校']).toMatchObject({ takingPartCount: 9, studentPerMille: 750 })
    expect(byName['乙校']).toMatchObject({ takingPartCount: null, personTimes: null, studentPerMille: null })
    expect(byName['丙校']).toMatchObject({ takingPartCount: null, personTimes: null, studentPerMille: null })
    const { regions } = (await district.get('/api/statistics/coverage', { termId: term.id })).body
    expect(regions).toEqual([
      expect.objectContaining({ regionCode, schoolCount: 3, takingPartCount: 18, studentPerMille: 500 }),
    ])
    const one = (await district.get('/api/statistics/coverage', { termId: term.id, schoolId: middle.id }))
      .body
    expect(one.totals).toMatchObject({ studentCount: 12, takingPartCount: null })
    const bytes = (await district.get('/api/statistics/coverage/export.xlsx', { termId: term.id })).raw
    const rows = readWorkbook(bytes, 'coverage.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    expect(rows[0]!.slice(0, 4)).toEqual(['学校', '提供服务的学校', '学生', '参加学生（人数）'])
    expect(rows.find((row) => row[0] === '甲校')!.slice(1, 4)).toEqual([1, 12, 9])
    expect(rows.find((row) => row[0] === '丙校')![3] ?? null).toBeNull()
    expect(rows.find((row) => row[0] === '合计')!.slice(1, 4)).toEqual([3, 36, 18])
    expect(rows.flat()).toContain('统计日期 2026-11-20')
  })

  it('stays inside the scope, and asks for the permission and a term', async () => {
    const [own, other] = [
      await test.world.school({ regionCode: '140213' }),
      await test.world.school({ regionCode: '140214' }),
    ]
    const term = await test.world.term()
    const principal = await test.as(await test.world.user('principal', { school: own }))
    expect(
      (await principal.get('/api/statistics/coverage', { termId: term.id })).body.schools.map(
        (each: { schoolId: number }) => each.schoolId,
      ),
    ).toEqual([own.id])
    expect(
      (await principal.get('/api/statistics/coverage', { termId: term.id, schoolId: other.id })).body,
    ).toMatchObject({ schools: [], totals: { schoolCount: 0, studentCount: 0, studentPerMille: null } })
    expect((await principal.get('/api/statistics/coverage')).status).toBe(400)
    expect(
      (await principal.get('/api/statistics/coverage', { termId: term.id, asOf: '2026-02-30' })).status,
    ).toBe(400)
    expect((await principal.get('/api/statistics/coverage', { termId: 999_999 })).status).toBe(404)
    const teacher = await test.as(await test.world.user('teacher', { school: own }))
    expect((await teacher.get('/api/statistics/coverage', { termId: term.id })).status).toBe(403)
    expect((await teacher.get('/api/statistics/coverage/export.xlsx', { termId: term.id })).status).toBe(403)
    expect((await test.signedOut.get('/api/statistics/coverage', { termId: term.id })).status).toBe(401)
  })
})
