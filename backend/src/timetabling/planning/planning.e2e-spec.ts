import { TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { CourseLeader } from './course-leader.entity.js'
import { SectionRelation } from './section-relation.entity.js'
import { TeachingWish } from './teaching-wish.entity.js'

describe('planning', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function own() {
    const school = await test.world.school()
    const term = await test.world.term()
    return {
      school,
      term,
      client: await test.as(await test.world.user('coordinator', { school })),
      teacherClient: await test.as(await test.world.user('teacher', { school })),
    }
  }

  describe('teaching wishes', () => {
    it('say for one teacher and term what is possible and what is liked', async () => {
      const { school, term, client, teacherClient } = await own()
      const [teacher, monday, friday] = [
        await test.world.teacher({ school, name: '王老师' }),
        await test.world.slot({ school }),
        await test.world.slot({ school, weekday: 5 }),
      ]
      const given = {
        termId: term.id,
        teacherId: teacher.id,
        unavailableSlotIds: [monday.id],
        ratherNotSlotIds: [friday.id],
        mostDaysAWeek: 3,
      }
      const created = await client.post('/api/teaching-wishes', given)
      expect([created.status, created.body]).toMatchObject([
        201,
        { ...given, teacherName: '王老师', isWilling: true, mostSessionsADay: null },
      ])
      expect(await test.database.read.findOneBy(TeachingWish, { id: created.body.id })).toMatchObject({
        schoolId: school.id,
        unavailableSlotIds: [monday.id],
      })
      expect((await client.post('/api/teaching-wishes', given)).body.code).toBe('scheduling.wish_exists')
      const path = `/api/teaching-wishes/${created.body.id}`
      expect((await client.patch(path, { isWilling: false, mostDaysAWeek: null })).body).toMatchObject({
        isWilling: false,
        mostDaysAWeek: null,
        unavailableSlotIds: [monday.id],
      })
      expect((await client.patch(path, { ratherNotSlotIds: [monday.id] })).body.code).toBe(
        'scheduling.wish_contradicts_itself',
      )
      expect((await client.patch(path, { mostInARow: 0 })).status).toBe(400)
      const elsewhere = await test.world.slot({ school: await test.world.school() })
      expect((await client.patch(path, { ratherNotSlotIds: [elsewhere.id] })).body.fields[0].field).toBe(
        'ratherNotSlotIds',
      )
      expect(
        (
          await client.get('/api/teaching-wishes', {
            schoolId: school.id,
            termId: term.id,
            teacherId: teacher.id,
          })
        ).body.total,
      ).toBe(1)
      expect((await teacherClient.get(path)).status).toBe(200)
      expect((await teacherClient.patch(path, { isWilling: true })).status).toBe(403)
      const stranger = (await own()).client
      expect([
        (await stranger.get(path)).status,
        (await stranger.patch(path, {})).status,
        (await stranger.delete(path)).status,
        (await stranger.post('/api/teaching-wishes', given)).status,
      ]).toEqual([404, 404, 404, 404])
      const sheetOf = async (reader: typeof client) =>
        readWorkbook(
          (await reader.get('/api/teaching-wishes/export.xlsx', { schoolId: school.id, termId: term.id }))
            .raw,
          'w.xlsx',
        )
          .sheets[0]!.rows.slice(1)
          .map(({ cells }) => cells.slice(0, 4))
      expect(await sheetOf(client)).toEqual([['王老师', '否', '周一 16:30–17:30', '周五 16:30–17:30']])
      expect(await sheetOf(stranger)).toEqual([])
      expect((await test.signedOut.get('/api/teaching-wishes/export.xlsx')).status).toBe(401)
      expect((await client.delete(path)).status).toBe(204)
      expect((await client.get(path)).status).toBe(404)
    })

    it('are one for each teacher, also when two begin at once', async () => {
      const { school, term, client } = await own()
      const teacher = await test.world.teacher({ school })
      const answers = await Promise.all(
        [1, 2].map(() => client.post('/api/teaching-wishes', { termId: term.id, teacherId: teacher.id })),
      )
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
    })
  })

  describe('course leaders', () => {
    it('are set for a course as a whole list', async () => {
      const { school, client, teacherClient } = await own()
      const course = await test.world.course({ school })
      const [one, other] = [
        await test.world.teacher({ school, name: '甲老师', namePinyin: 'a' }),
        await test.world.teacher({ school, name: '乙老师', namePinyin: 'b' }),
      ]
      const path = `/api/course-leaders/${course.id}`
      expect((await client.get(path)).body).toEqual({ courseId: course.id, schoolId: school.id, leaders: [] })
      expect((await client.patch(path, { teacherIds: [one.id, other.id] })).body.leaders).toMatchObject([
        { teacherId: one.id, teacherName: '甲老师', kind: 'staff', isActive: true },
        { teacherId: other.id },
      ])
      expect((await client.patch(path, { teacherIds: [other.id] })).body.leaders).toHaveLength(1)
      expect(await test.database.read.find(CourseLeader, { where: { courseId: course.id } })).toMatchObject([
        { teacherId: other.id, schoolId: school.id },
      ])
      const stranger = await test.world.teacher({ school: await test.world.school() })
      expect((await client.patch(path, { teacherIds: [stranger.id] })).body.fields[0].field).toBe(
        'teacherIds',
      )
      expect((await client.patch(path, { teacherIds: [one.id, one.id] })).status).toBe(400)
      expect((await teacherClient.patch(path, { teacherIds: [] })).status).toBe(403)
      const elsewhere = (await own()).client
      expect([
        (await elsewhere.get(path)).status,
        (await elsewhere.patch(path, { teacherIds: [] })).status,
      ]).toEqual([404, 404])
      const answers = await Promise.all([
        client.patch(path, { teacherIds: [one.id] }),
        client.patch(path, { teacherIds: [one.id] }),
      ])
      expect(answers.every((answer) => answer.status === 200 || answer.status === 409)).toBe(true)
      expect(await test.database.read.countBy(CourseLeader, { courseId: course.id })).toBe(1)
    })
  })

  describe('section relations', () => {
    it('name sections of one school and term', async () => {
      const { school, term, client, teacherClient } = await own()
      const [one, other] = [
        await test.world.section({ school, name: '足球' }),
        await test.world.section({ school, name: '合唱' }),
      ]
      const given = {
        schoolId: school.id,
        termId: term.id,
        kind: 'parallel',
        sectionIds: [one.id, other.id],
        note: '三年级走班',
      }
      const created = await client.post('/api/section-relations', given)
      expect([created.status, created.body]).toMatchObject([
        201,
        { ...given, sectionNames: ['足球', '合唱'] },
      ])
      const path = `/api/section-relations/${created.body.id}`
      expect((await client.patch(path, { kind: 'not_parallel' })).body).toMatchObject({
        kind: 'not_parallel',
        sectionIds: [one.id, other.id],
      })
      expect(await test.database.read.findOneBy(SectionRelation, { id: created.body.id })).toMatchObject({
        kind: 'not_parallel',
      })
      expect(
        (
          await client.get('/api/section-relations', {
            schoolId: school.id,
            termId: term.id,
            kind: 'not_parallel',
          })
        ).body.items,
      ).toMatchObject([{ sectionNames: ['足球', '合唱'] }])
      expect((await client.post('/api/section-relations', { ...given, sectionIds: [one.id] })).status).toBe(
        400,
      )
      const elsewhere = await test.world.section({ school: await test.world.school() })
      expect(
        (await client.post('/api/section-relations', { ...given, sectionIds: [one.id, elsewhere.id] })).body
          .fields[0].field,
      ).toBe('sectionIds')
      expect((await teacherClient.delete(path)).status).toBe(403)
      const stranger = (await own()).client
      expect([
        (await stranger.get(path)).status,
        (await stranger.patch(path, {})).status,
        (await stranger.delete(path)).status,
        (await stranger.post('/api/section-relations', given)).status,
      ]).toEqual([404, 404, 404, 404])
      expect((await client.delete(path)).status).toBe(204)
      expect((await client.delete(path)).status).toBe(404)
    })
  })

  describe('explanations', () => {
    async function twoMeetings() {
      const { school, term, client } = await own()
      const [monday, later, tuesday] = [
        await test.world.slot({ school }),
        await test.world.slot({ school, startTime: '17:30', endTime: '18:30' }),
        await test.world.slot({ school, weekday: 2 }),
      ]
      const section = await test.world.section({ school, name: '书法', meetingsPerWeek: 2 })
      await test.world.make(TeachingWish, {
        schoolId: school.id,
        termId: term.id,
        teacherId: section.teacherId,
        isWilling: true,
        unavailableSlotIds: [],
        ratherNotSlotIds: [tuesday.id],
        mostDaysAWeek: null,
        mostSessionsADay: null,
        mostInARow: null,
      })
      const timetable = (await client.post('/api/timetables', { schoolId: school.id, termId: term.id })).body
      const placement = (
        await client.post('/api/placements', {
          timetableId: timetable.id,
          sectionId: section.id,
          slotId: monday.id,
        })
      ).body
      return { school, term, client, section, timetable, placement, monday, later, tuesday }
    }

    it('say for each slot which rules are against it, the hard ones apart from what is not liked', async () => {
      const { client, section, timetable, later, tuesday } = await twoMeetings()
      const { status, body } = await client.get(`/api/timetables/${timetable.id}/explanations`, {
        sectionId: section.id,
      })
      expect(status).toBe(200)
      const of = (slotId: number) =>
        (body as { slotId: number; breaks: { rule: string; isHard: boolean; sentence: string }[] }[]).find(
          (each) => each.slotId === slotId,
        )!.breaks
      expect(of(later.id)).toContainEqual({
        rule: 'days_apart',
        isHard: true,
        sentence: '“书法”相隔的天数不够',
      })
      expect(of(tuesday.id).map(({ rule, isHard }) => [rule, isHard])).toEqual(
        expect.arrayContaining([['rather_not', false]]),
      )
      expect(of(tuesday.id).some(({ isHard }) => isHard)).toBe(false)
    })

    it('take the placement that would be moved out of the way', async () => {
      const { client, section, timetable, placement, later } = await twoMeetings()
      const { body } = await client.get(`/api/timetables/${timetable.id}/explanations`, {
        sectionId: section.id,
        placementId: placement.id,
      })
      expect(
        body
          .find((each: { slotId: number }) => each.slotId === later.id)
          .breaks.some(({ rule }: { rule: string }) => rule === 'days_apart'),
      ).toBe(false)
    })

    it('are of the own school, and ask for a section', async () => {
      const { timetable, section, client } = await twoMeetings()
      const stranger = (await own()).client
      expect(
        (await stranger.get(`/api/timetables/${timetable.id}/explanations`, { sectionId: section.id }))
          .status,
      ).toBe(404)
      expect((await client.get(`/api/timetables/${timetable.id}/explanations`)).status).toBe(400)
    })
  })

  describe('readiness', () => {
    it('names a small set of sections that need more than there is, before anything is worked out', async () => {
      const { school, term, client } = await own()
      await test.world.slot({ school })
      await test.world.slot({ school, weekday: 2 })
      const gym = await test.world.room({ school, name: '体育馆' })
      for (const name of ['篮球', '足球', '排球']) await test.world.section({ school, name, roomId: gym.id })
      const timetable = (await client.post('/api/timetables', { schoolId: school.id, termId: term.id })).body
      const { body } = await client.get(`/api/timetables/${timetable.id}/readiness`)
      expect(body).toMatchObject({ isReady: true, blocking: [] })
      expect(body.warnings.map((each: { message: string }) => each.message)).toEqual([
        '“篮球”、“足球”和“排球”共 3 次都要用到“体育馆”，可用的只有 2 次（周一 16:30–17:30和周二 16:30–17:30）。减少 1 次，或给其中一些换教师、场地或时段。',
      ])
    })

    it('counts the children of a class that was closed while its section goes on', async () => {
      const { school, term, client } = await own()
      await test.world.slot({ school })
      await test.world.room({ school, capacity: 60 })
      const homeClass = await test.world.homeClass({ school })
      const teacher = await test.world.teacher({ school })
      await test.world.section({ school, homeClassId: homeClass.id, teacherId: teacher.id })
      await client.patch(`/api/home-classes/${homeClass.id}`, { endsOn: '2026-11-20' })
      const timetable = (await client.post('/api/timetables', { schoolId: school.id, termId: term.id })).body
      const { status, body } = await client.get(`/api/timetables/${timetable.id}/readiness`)
      expect([status, body.blocking]).toEqual([200, []])
    })
  })
})
