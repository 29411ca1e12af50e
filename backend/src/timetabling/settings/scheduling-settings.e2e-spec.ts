import { type Client, TestApp } from '../../../test/app.js'
import { SchedulingSetting } from './scheduling-setting.entity.js'

describe('scheduling settings', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function own() {
    const school = await test.world.school()
    return {
      school,
      path: `/api/scheduling-settings/${school.id}`,
      client: await test.as(await test.world.user('coordinator', { school })),
    }
  }
  const row = (schoolId: number) => test.database.read.findOneBy(SchedulingSetting, { schoolId })

  it('are the defaults until the school says something, and then what it says', async () => {
    const { school, path, client } = await own()
    expect((await client.get(path)).body).toEqual({
      schoolId: school.id,
      leastKindsADay: null,
      mostSectionsAtOnce: null,
      daysApart: 1,
      substitutionNeedsApproval: true,
      swapNeedsApproval: true,
      leaveNeedsApproval: true,
    })
    expect(await row(school.id)).toBeNull()
    expect((await client.patch(path, { leastKindsADay: 3, swapNeedsApproval: false })).body).toMatchObject({
      leastKindsADay: 3,
      swapNeedsApproval: false,
      leaveNeedsApproval: true,
    })
    expect((await client.patch(path, { leastKindsADay: null, daysApart: 2 })).body).toMatchObject({
      leastKindsADay: null,
      swapNeedsApproval: false,
      daysApart: 2,
    })
    expect(await row(school.id)).toMatchObject({ daysApart: 2, swapNeedsApproval: false })
    expect((await client.get(path)).body).toMatchObject({ daysApart: 2, swapNeedsApproval: false })
  })

  it('hold one row, also when three begin at once', async () => {
    const { school, path, client } = await own()
    const answers = await Promise.all([1, 2, 3].map((daysApart) => client.patch(path, { daysApart })))
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
    expect(await test.database.read.countBy(SchedulingSetting, { schoolId: school.id })).toBe(1)
  })

  it.each([
    ['daysApart', 0],
    ['daysApart', null],
    ['leastKindsADay', 11],
    ['mostSectionsAtOnce', 1.5],
    ['leaveNeedsApproval', 'no'],
    ['revision', 7],
  ])('refuse %s %p and say which field', async (field, value) => {
    const { school, path, client } = await own()
    const { status, body } = await client.patch(path, { [field]: value })
    expect([status, body.fields.map((each: { field: string }) => each.field)]).toEqual([400, [field]])
    expect(await row(school.id)).toBeNull()
  })

  it("are neither another school's to see nor a teacher's to change", async () => {
    const { school, path } = await own()
    const stranger: Client = (await own()).client
    const teacher = await test.as(await test.world.user('teacher', { school }))
    const money = await test.as(await test.world.user('school_finance_officer', { school }))
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.patch(path, { daysApart: 2 })).status).toBe(404)
    expect((await teacher.get(path)).status).toBe(200)
    expect((await teacher.patch(path, { daysApart: 2 })).status).toBe(403)
    expect((await money.get(path)).status).toBe(403)
    expect((await test.signedOut.get(path)).status).toBe(401)
    expect(await row(school.id)).toBeNull()
  })
})
