import type { Client } from '../../../test/app.js'
import { TestApp } from '../../../test/app.js'
import type { School } from '../../organisation/index.js'
import type { Student } from '../../people/index.js'
import { AuditEntry } from '../../audit/index.js'
import { Invitation } from '../invitations/invitation.entity.js'
import { Answer } from './answer.entity.js'
import { Response } from './response.entity.js'

describe('surveys, answers and results', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  interface Family {
    readonly student: Student
    readonly client: Client
    readonly guardianId: number
  }

  async function families(school: School, count: number): Promise<Family[]> {
    const homeClass = await test.world.homeClass({ school })
    const made: Family[] = []
    for (let index = 0; index < count; index += 1) {
      const student = await test.world.student({ school, homeClass })
      const user = await test.world.user('guardian', { school })
      const guardian = await test.world.guardian({ student, user })
      made.push({ student, client: await test.as(user), guardianId: guardian.id })
    }
    return made
  }

  async function openSurvey(regionCode = '1402') {
    const term = await test.world.term()
    const bureau = await test.as(await test.world.user('bureau_officer', { regionCode }))
    const created = await bureau.post('/api/surveys', {
      termId: term.id,
      title: '满意度问卷',
      titleEn: 'Satisfaction',
      opensOn: '2026-11-01',
      closesOn: '2026-12-31',
    })
    const opened = await bureau.post(`/api/surveys/${created.body.id}/open`)
    return { bureau, created, opened, id: created.body.id as number }
  }

  const answersOf = async (family: Family, id: number, value = 5, text?: string) => {
    const { questions } = (
      await family.client.get(`/api/parents/surveys/${id}`, { studentId: family.student.id })
    ).body
    return {
      studentId: family.student.id,
      answers: questions.flatMap((question: { id: number; kind: string }) =>
        question.kind === 'scale'
          ? [{ questionId: question.id, value }]
          : text
            ? [{ questionId: question.id, text }]
            : [],
      ),
    }
  }
  const answer = async (family: Family, id: number, value?: number, text?: string) =>
    family.client.post(`/api/parents/surveys/${id}/answers`, await answersOf(family, id, value, text))

  it('invites every guardian when it opens, and those who come later when they answer', async () => {
    const school = await test.world.school()
    const [early] = await families(school, 1)
    const { opened, id, created } = await openSurvey()
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
    const [late] = await families(school, 1)
    expect((await late!.client.get('/api/parents/surveys')).body).toEqual([
      expect.objectContaining({ id, studentId: late!.student.id, isAnswered: false, title: '满意度问卷' }),
    ])
    expect((await answer(late!, id)).body).toEqual({ isAnswered: true })
    expect((await late!.client.get('/api/parents/surveys')).body[0].isAnswered).toBe(true)
  })

  it('takes one answer, however often it is sent', async () => {
    const [family] = await families(await test.world.school(), 1)
    const { id } = await openSurvey()
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
    const many = await families(school, 12)
    const { id } = await openSurvey()
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
    const [own, other] = await families(await test.world.school(), 2)
    const { id, bureau } = await openSurvey()
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

  it('shows results by school and question with n, rate and formula, and hides groups under five', async () => {
    const [large, small, middle] = [
      await test.world.school({ regionCode: '140214', name: '甲校' }),
      await test.world.school({ regionCode: '140214', name: '乙校' }),
      await test.world.school({ regionCode: '140214', name: '丙校' }),
    ]
    const people = {
      large: await families(large, 9),
      small: await families(small, 4),
      middle: await families(middle, 6),
    }
    const { id, bureau } = await openSurvey('140214')
    for (const [index, family] of people.large.slice(0, 8).entries())
      await answer(family, id, index < 6 ? 5 : 2, `多安排体育${index}`)
    for (const family of people.small.slice(0, 3)) await answer(family, id, 1)
    for (const family of people.middle.slice(0, 5)) await answer(family, id, 4)
    const all = (await bureau.get(`/api/surveys/${id}/results`)).body
    expect(all).toMatchObject({
      invitedCount: 19,
      answeredCount: 16,
      responsePerMille: 842,
      satisfiedFrom: 4,
      smallestGroup: 5,
      isHidden: false,
    })
    expect(all.questions[0]).toMatchObject({
      validCount: 16,
      distribution: [3, 2, 0, 5, 6],
      satisfiedPerMille: 688,
    })
    const bySchool = Object.fromEntries(
      all.schools.map((school: { schoolName: string }) => [school.schoolName, school]),
    )
    expect(bySchool['甲校']).toMatchObject({
      answeredCount: 8,
      responsePerMille: 889,
      satisfiedPerMille: 750,
      isHidden: false,
    })
    expect(bySchool['乙校']).toMatchObject({ answeredCount: null, satisfiedPerMille: null, isHidden: true })
    expect(bySchool['丙校']).toMatchObject({ answeredCount: null, satisfiedPerMille: null, isHidden: true })
    expect((await bureau.get(`/api/surveys/${id}/results`, { schoolId: small.id })).body).toMatchObject({
      isHidden: true,
      answeredCount: null,
      texts: [],
    })
    const principal = await test.as(await test.world.user('principal', { school: large }))
    const own = (await principal.get(`/api/surveys/${id}/results`, { schoolId: large.id })).body
    expect(own.schools).toHaveLength(1)
    expect(own.texts).toHaveLength(8)
    const stranger = await test.as(
      await test.world.user('principal', { school: await test.world.school({ regionCode: '140213' }) }),
    )
    expect((await stranger.get(`/api/surveys/${id}/results`)).status).toBe(404)
    const teacher = await test.as(await test.world.user('teacher', { school: large }))
    expect((await teacher.get(`/api/surveys/${id}/results`)).status).toBe(403)
  })

  it('changes only while it is a draft, and only in the region that made it', async () => {
    const { id, bureau } = await openSurvey()
    expect((await bureau.patch(`/api/surveys/${id}`, { title: '改名' })).status).toBe(409)
    const term = await test.world.term()
    const district = await test.as(await test.world.user('bureau_officer', { regionCode: '140213' }))
    expect((await district.post(`/api/surveys/${id}/close`)).body.code).toBe('surveys.of_other_region')
    const wrong = await bureau.post('/api/surveys', {
      termId: term.id,
      title: '倒置',
      titleEn: 'Reversed',
      opensOn: '2026-12-31',
      closesOn: '2026-11-01',
    })
    expect(wrong.body.code).toBe('surveys.closes_before_opening')
    const noScale = await bureau.post('/api/surveys', {
      termId: term.id,
      title: '无打分',
      titleEn: 'No scale',
      opensOn: '2026-11-01',
      closesOn: '2026-12-31',
      questions: [{ kind: 'text', text: '意见', textEn: 'Comments' }],
    })
    expect(noScale.body.code).toBe('surveys.needs_scale')
    const twice = await Promise.all([1, 2].map(() => bureau.post(`/api/surveys/${id}/close`)))
    expect(twice.map((each) => each.status).sort()).toEqual([200, 409])
  })
})
