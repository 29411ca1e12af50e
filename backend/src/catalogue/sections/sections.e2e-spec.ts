import { TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Section } from './section.entity.js'

describe('sections', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('of a home class take its grade, and name everybody around them', async () => {
    const school = await test.world.school()
    const homeClass = await test.world.homeClass({ school, grade: 3, number: 2 })
    const [course, teacher, room, term] = [
      await test.world.course({ school }),
      await test.world.teacher({ school, name: '王老师', namePinyin: 'wang lao shi wls' }),
      await test.world.room({ school }),
      await test.world.term(),
    ]
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    const given = {
      schoolId: school.id,
      termId: term.id,
      courseId: course.id,
      name: '三(2)班作业',
      kind: 'home_class',
      homeClassId: homeClass.id,
      teacherId: teacher.id,
      roomId: room.id,
      capacity: 45,
      meetingsPerWeek: 5,
    }
    const created = await coordinator.post('/api/sections', given)
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      ...given,
      courseName: course.name,
      teacherName: '王老师',
      roomName: room.name,
      homeClassName: '三(2)班',
      grades: [3],
      enrolledCount: 0,
      isActive: true,
    })
    expect(await test.database.read.findOneBy(Section, { id: created.body.id })).toMatchObject({
      homeClassId: homeClass.id,
      grades: [3],
    })
    expect((await coordinator.post('/api/sections', given)).body.code).toBe('catalogue.section_name_taken')
    const filters: Record<string, string | number>[] = [
      { courseId: course.id },
      { teacherId: teacher.id },
      { homeClassId: homeClass.id },
      { grade: 3 },
      { q: 'wls' },
      { termId: term.id },
      { schoolId: school.id },
    ]
    for (const filter of filters) {
      expect((await coordinator.get('/api/sections', filter)).body.total).toBe(1)
    }
    expect((await coordinator.get('/api/sections', { grade: 4 })).body.total).toBe(0)
    const [sheet] = readWorkbook(
      (await coordinator.get('/api/sections/export.xlsx', { grade: 3 })).raw,
      'sections.xlsx',
    ).sheets
    expect(sheet!.rows.map((row) => row.cells.slice(0, 3))).toEqual([
      ['课程班', '课程', '行政班'],
      ['三(2)班作业', course.name, '三(2)班'],
    ])
    expect((await coordinator.get('/api/courses/export.xlsx')).status).toBe(200)
    expect((await coordinator.get('/api/sections', { sort: 'teacherName' })).status).toBe(200)
  })

  it('keep the rules of kind, grades, room and title', async () => {
    const school = await test.world.school()
    const [course, term, room, homeClass] = [
      await test.world.course({ school, grades: [3, 4] }),
      await test.world.term(),
      await test.world.room({ school, capacity: 40 }),
      await test.world.homeClass({ school, grade: 5 }),
    ]
    const lastYear = await test.world.homeClass({ school, grade: 3, schoolYear: 2025 })
    const principal = await test.as(await test.world.user('principal', { school }))
    const given = {
      schoolId: school.id,
      termId: term.id,
      courseId: course.id,
      name: '足球一班',
      kind: 'mixed',
      capacity: 30,
    }
    const code = async (overrides: object) =>
      (await principal.post('/api/sections', { ...given, ...overrides })).body.code
    expect(await code({ kind: 'home_class' })).toBe('request.invalid')
    expect(await code({ homeClassId: homeClass.id })).toBe('catalogue.mixed_without_home_class')
    expect(await code({ kind: 'home_class', homeClassId: homeClass.id })).toBe(
      'catalogue.grade_outside_course',
    )
    expect(await code({ kind: 'home_class', homeClassId: lastYear.id })).toBe(
      'catalogue.home_class_of_other_year',
    )
    expect(await code({ grades: [3, 5] })).toBe('catalogue.grade_outside_course')
    expect(await code({ name: '刷题班' })).toBe('catalogue.forbidden_word')
    const tooMany = await principal.post('/api/sections', { ...given, roomId: room.id, capacity: 41 })
    expect([tooMany.status, tooMany.body.message]).toEqual([
      422,
      `容量 41 人超过了“${room.name}”的 40 人，请减少容量或换场地。`,
    ])
    expect(
      (await principal.post('/api/sections', { ...given, roomId: room.id, capacity: 40 })).body,
    ).toMatchObject({ grades: [3, 4], teacherId: null, meetingsPerWeek: 1 })
  })

  it('take nobody and nothing of another school', async () => {
    const school = await test.world.school()
    const other = await test.world.school()
    const term = await test.world.term()
    const principal = await test.as(await test.world.user('principal', { school }))
    const given = {
      schoolId: school.id,
      termId: term.id,
      courseId: (await test.world.course({ school })).id,
      name: '棋类',
      kind: 'mixed',
      capacity: 20,
    }
    for (const [field, id] of [
      ['courseId', (await test.world.course({ school: other })).id],
      ['teacherId', (await test.world.teacher({ school: other })).id],
      ['roomId', (await test.world.room({ school: other })).id],
    ] as const) {
      const refused = await principal.post('/api/sections', { ...given, [field]: id })
      expect([refused.status, refused.body.fields[0].field]).toEqual([400, field])
    }
    expect((await principal.post('/api/sections', { ...given, schoolId: other.id })).status).toBe(404)
  })

  it('cannot hold fewer than are in them, nor close with children inside', async () => {
    const school = await test.world.school()
    const section = await test.world.section({ school, capacity: 30, enrolledCount: 12 })
    const principal = await test.as(await test.world.user('principal', { school }))
    const refused = await principal.patch(`/api/sections/${section.id}`, { capacity: 11 })
    expect([refused.status, refused.body.code, refused.body.params.enrolled]).toEqual([
      422,
      'catalogue.capacity_below_enrolled',
      12,
    ])
    expect((await principal.patch(`/api/sections/${section.id}`, { isActive: false })).body.code).toBe(
      'catalogue.section_has_children',
    )
    expect((await principal.patch(`/api/sections/${section.id}`, { capacity: 12 })).body.capacity).toBe(12)
    expect((await principal.patch(`/api/sections/${section.id}`, { capacity: 12 })).status).toBe(200)
    expect((await principal.patch(`/api/sections/${section.id}`, { enrolledCount: 0 })).status).toBe(400)
    expect(await test.database.read.findOneByOrFail(Section, { id: section.id })).toMatchObject({
      capacity: 12,
      enrolledCount: 12,
      isActive: true,
    })
  })

  it('do not exist for another school', async () => {
    const school = await test.world.school()
    const section = await test.world.section({ school })
    const stranger = await test.as(await test.world.user('coordinator'))
    expect((await stranger.get(`/api/sections/${section.id}`)).status).toBe(404)
    expect((await stranger.patch(`/api/sections/${section.id}`, { name: '改' })).status).toBe(404)
    expect((await stranger.delete(`/api/sections/${section.id}`)).status).toBe(404)
    const own = await test.as(await test.world.user('coordinator', { school }))
    expect((await own.delete(`/api/sections/${section.id}`)).status).toBe(204)
    expect(
      (await (await test.as(await test.world.user('teacher', { school }))).post('/api/sections', {})).status,
    ).toBe(403)
  })
})
