import { TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Course } from './course.entity.js'

describe('courses', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('are offered in a category of the region, each name once', async () => {
    const school = await test.world.school()
    const kind = await test.world.category({ name: '阳光体育' })
    const category = await test.world.category({ name: '足球', parentId: kind.id })
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    const given = { schoolId: school.id, categoryId: category.id, name: '快乐足球', grades: [4, 3] }
    const created = await coordinator.post('/api/courses', given)
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({
      name: '快乐足球',
      categoryName: '足球',
      kindName: '阳光体育',
      grades: [3, 4],
      isActive: true,
      description: null,
    })
    expect(await test.database.read.findOneBy(Course, { id: created.body.id })).toMatchObject({
      name: '快乐足球',
      grades: [3, 4],
    })
    expect((await coordinator.post('/api/courses', given)).body).toMatchObject({
      code: 'catalogue.course_name_taken',
      message: '本校已有课程“快乐足球”。',
    })
    expect((await coordinator.get('/api/courses', { categoryId: kind.id, grade: 3 })).body.total).toBe(1)
    expect((await coordinator.get('/api/courses', { grade: 5 })).body.total).toBe(0)
  })

  it('may not carry a title that promises drilling (BAN-3)', async () => {
    const school = await test.world.school()
    const category = await test.world.category()
    const principal = await test.as(await test.world.user('principal', { school }))
    const refused = await principal.post('/api/courses', {
      schoolId: school.id,
      categoryId: category.id,
      name: '期末 冲刺 班',
      grades: [3],
    })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({
      code: 'catalogue.forbidden_word',
      params: { rule: 'BAN-3', word: '冲刺' },
    })
    expect(refused.body.message).toContain('冲刺')
    expect(refused.body.message).toContain('BAN-3')
    const course = await test.world.course({ school })
    expect((await principal.patch(`/api/courses/${course.id}`, { name: '奥数入门' })).body.params.word).toBe(
      '奥数',
    )
    expect((await test.database.read.findOneByOrFail(Course, { id: course.id })).name).toBe(course.name)
  })

  it("must fit the school's stage and a category that can be chosen", async () => {
    const school = await test.world.school()
    const principal = await test.as(await test.world.user('principal', { school }))
    const kind = await test.world.category()
    const item = await test.world.category({ parentId: kind.id })
    await test.world.category({ parentId: item.id })
    const elsewhere = await test.world.category({ regionCode: '1101' })
    const given = { schoolId: school.id, categoryId: kind.id, name: '跳绳', grades: [3] }
    expect((await principal.post('/api/courses', { ...given, grades: [7] })).body.code).toBe(
      'organisation.grade_not_of_stage',
    )
    expect(
      (await principal.post('/api/courses', { ...given, categoryId: item.id })).body.fields[0].field,
    ).toBe('categoryId')
    expect((await principal.post('/api/courses', { ...given, categoryId: elsewhere.id })).status).toBe(400)
    expect((await principal.post('/api/courses', { ...given, grades: [] })).status).toBe(400)
    expect((await principal.post('/api/courses', given)).status).toBe(201)
  })

  it('keep the grades that a section takes, and stay while they have sections', async () => {
    const school = await test.world.school()
    const section = await test.world.section({ school, grades: [3, 4] })
    const principal = await test.as(await test.world.user('principal', { school }))
    expect((await principal.patch(`/api/courses/${section.courseId}`, { grades: [3] })).body).toMatchObject({
      code: 'catalogue.course_grades_in_use',
      params: { section: section.name },
    })
    expect((await principal.patch(`/api/courses/${section.courseId}`, { grades: [3, 4] })).status).toBe(200)
    expect((await principal.delete(`/api/courses/${section.courseId}`)).body.code).toBe('row.in_use')
    const unused = await test.world.course({ school })
    expect((await principal.delete(`/api/courses/${unused.id}`)).status).toBe(204)
  })

  it("do not exist for another school, and are not a teacher's to change", async () => {
    const school = await test.world.school()
    const course = await test.world.course({ school })
    const stranger = await test.as(await test.world.user('principal'))
    expect((await stranger.get(`/api/courses/${course.id}`)).status).toBe(404)
    expect((await stranger.patch(`/api/courses/${course.id}`, { name: '别人的' })).status).toBe(404)
    expect((await stranger.delete(`/api/courses/${course.id}`)).status).toBe(404)
    expect(
      (
        await stranger.post('/api/courses', {
          schoolId: school.id,
          categoryId: course.categoryId,
          name: '别人的',
          grades: [3],
        })
      ).status,
    ).toBe(404)
    expect((await stranger.get('/api/courses', { schoolId: school.id })).body.total).toBe(0)
    const teacher = await test.as(await test.world.user('teacher', { school }))
    expect((await teacher.get(`/api/courses/${course.id}`)).status).toBe(200)
    expect((await teacher.patch(`/api/courses/${course.id}`, { name: '改' })).status).toBe(403)
  })

  it('are exported as they are listed, for the own school and who may read them', async () => {
    const school = await test.world.school()
    const category = await test.world.category({ name: '艺术' })
    await test.world.course({ school, name: '剪纸', categoryId: category.id, grades: [1, 2] })
    await test.world.course({ school, name: '合唱' })
    const rowsFor = async (...given: Parameters<typeof test.world.user>) => {
      const client = await test.as(await test.world.user(...given))
      const { raw } = await client.get('/api/courses/export.xlsx', { q: '剪纸', schoolId: school.id })
      return readWorkbook(raw, 'courses.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    }
    expect(await rowsFor('teacher', { school })).toEqual([
      ['课程', '大类', '类别', '年级', '简介', '开设'],
      expect.arrayContaining(['剪纸', '艺术']),
    ])
    expect(await rowsFor('principal', { school: await test.world.school() })).toHaveLength(1)
    const refused = await test.as(await test.world.user('guardian', { school }))
    expect((await refused.get('/api/courses/export.xlsx')).status).toBe(403)
    expect((await test.signedOut.get('/api/courses/export.xlsx')).status).toBe(401)
  })
})
