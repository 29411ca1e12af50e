import { TestApp } from '../../../test/app.js'
import { answer, answersOf, families, openSurvey } from '../../../test/surveys-world.js'
import { AuditEntry } from '../../audit/index.js'
import { Invitation } from '../invitations/invitation.entity.js'
import { Answer } from './answer.entity.js'
import { Response } from './response.entity.js'

describe('answers to surveys', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('invites every guardian when it opens, and those who come later when they answer', async () => {
    const school = await test.world.school()
    const [early] = await families(test, school, 1)
    const { opened, id, created } = await openSurvey(test)
    expect(created.body).toMatchObject({ status: 'draft', invitedCount: 0, actions: ['open', 'update'] })
    expect(created.body.questions).toHaveLength(10)
    expect(created.body.toInviteCount).toBeGreaterThan(0)
    expect(opened.body).toMatchObject({
      status: 'open',
      actions: ['close'],
      invitedCount: created.body.toInviteCount,
      toInviteCount: null,
    })
    expect(
      await test.database.read.existsBy(Invitation, { surveyId: id, guardianId: early!.guardianId }),
    ).toBe(true)
    const [late] = await families(test, school, 1)
    expect((await late!.client.get('/api/parents/surveys')).body).toEqual([
      expect.objectContaining({ id, studentId: late!.student.id, isAnswered: false, title: '满意度问卷' }),
    ])
    expect((await answer(late!, id)).body).toEqual({ isAnswered: true })
    expect((await late!.client.get('/api/parents/surveys')).body[0].isAnswered).toBe(true)
  })

  it('takes one answer, however often it is sent', async () => {
    const [family] = await families(test, await test.world.school(), 1)
    const { id } = await openSurvey(test)
    const given = await answersOf(family!, id)
    const sent = await Promise.all(
      [1, 2, 3].map(() => family!.client.post(`/api/parents/surveys/${id}/answers`, given)),
    )
    expect(sent.map((each) => each.status).sort()).toEqual([200, 409, 409])
    expect(await test.database.read.countBy(Response, { surveyId: id })).toBe(1)
    expect((await family!.client.post(`/api/parents/surveys/${id}/answers`, given)).body.code).toBe(
      'surveys.answered_already',
    )
  })

  it('keeps nothing that leads from the answer to the person', async () => {
    const school = await test.world.school()
    const many = await families(test, school, 12)
    const { id } = await openSurvey(test)
    for (const family of many)
      expect((await answer(family, id, 4, `意见${family.student.id}`)).status).toBe(200)
    const columns = [Response, Answer].flatMap((entity) =>
      test.database.connections.reader.getMetadata(entity).columns.map((column) => column.propertyName),
    )
    expect(
      columns.filter(
        (name) => /guardian|student|user|actor|at$|on$|request/i.test(name) && !['questionId'].includes(name),
      ),
    ).toEqual([])
    const texts = (await test.database.read.find(Answer, { where: { surveyId: id }, order: { id: 'ASC' } }))
      .filter((row) => row.text)
      .map((row) => row.text)
    expect(texts).toHaveLength(12)
    expect(texts).not.toEqual(many.map((family) => `意见${family.student.id}`))
    const invitations = await test.database.read.findBy(Invitation, { surveyId: id, schoolId: school.id })
    expect(Object.keys(invitations[0]!).sort()).toEqual([
      'guardianId',
      'id',
      'isAnswered',
      'schoolId',
      'studentId',
      'surveyId',
    ])
    const trail = await test.database.read.findBy(AuditEntry, { action: 'survey.answer', entityId: id })
    expect(trail).toHaveLength(12)
    expect(
      trail.every((entry) => entry.actorId === null && entry.schoolId === null && entry.after === null),
    ).toBe(true)
  })

  it("answers only for one's own child, only what is asked, and only while it is open", async () => {
    const [own, other] = await families(test, await test.world.school(), 2)
    const { id, bureau } = await openSurvey(test)
    const given = await answersOf(own!, id)
    expect(
      (
        await own!.client.post(`/api/parents/surveys/${id}/answers`, {
          ...given,
          studentId: other!.student.id,
        })
      ).status,
    ).toBe(404)
    expect(
      (await own!.client.get(`/api/parents/surveys/${id}`, { studentId: other!.student.id })).status,
    ).toBe(404)
    const wrong = async (answers: object[]) =>
      (await own!.client.post(`/api/parents/surveys/${id}/answers`, { ...given, answers })).status
    expect(await wrong(given.answers.slice(1))).toBe(400)
    expect(await wrong([...given.answers, given.answers[0]])).toBe(400)
    expect(await wrong(given.answers.map((each: object) => ({ ...each, value: 6 })))).toBe(400)
    expect(await wrong([...given.answers, { questionId: 999999, value: 3 }])).toBe(400)
    await bureau.post(`/api/surveys/${id}/close`)
    expect((await own!.client.post(`/api/parents/surveys/${id}/answers`, given)).body.code).toBe(
      'surveys.not_open',
    )
  })
})
