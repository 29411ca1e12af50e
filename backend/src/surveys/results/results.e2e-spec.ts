import { TestApp } from '../../../test/app.js'
import { answer, families, openSurvey } from '../../../test/surveys-world.js'

describe('results of surveys', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('shows results by school and question with n, rate and formula, and hides groups under five', async () => {
    const [large, small, middle] = [
      await test.world.school({ regionCode: '140214', name: '甲校' }),
      await test.world.school({ regionCode: '140214', name: '乙校' }),
      await test.world.school({ regionCode: '140214', name: '丙校' }),
    ]
    const people = {
      large: await families(test, large, 9),
      small: await families(test, small, 4),
      middle: await families(test, middle, 6),
    }
    const { id, bureau } = await openSurvey(test, '140214')
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
  })

  it('of a survey that nobody has answered are nothing, not zero', async () => {
    const { bureau, id } = await openSurvey(test, '140215')
    const { status, body } = await bureau.get(`/api/surveys/${id}/results`)
    expect([status, body]).toMatchObject([
      200,
      { surveyId: id, invitedCount: 0, answeredCount: null, responsePerMille: null, isHidden: true },
    ])
    expect(body.questions).toHaveLength(9)
  })

  it('are read with the permission only, and a school is a number', async () => {
    const school = await test.world.school()
    const { bureau, id } = await openSurvey(test)
    for (const role of ['teacher', 'school_finance_officer', 'guardian'] as const) {
      const client = await test.as(await test.world.user(role, { school }))
      expect((await client.get(`/api/surveys/${id}/results`)).status).toBe(403)
    }
    expect((await test.signedOut.get(`/api/surveys/${id}/results`)).status).toBe(401)
    expect((await bureau.get('/api/surveys/987654/results')).status).toBe(404)
    expect((await bureau.get(`/api/surveys/${id}/results`, { schoolId: 'x' })).body.fields).toMatchObject([
      { field: 'schoolId' },
    ])
  })
})
