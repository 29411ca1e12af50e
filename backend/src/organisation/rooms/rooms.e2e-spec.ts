import { type Client, TestApp } from '../../../test/app.js'
import type { School } from '../schools/school.entity.js'
import { Room } from './room.entity.js'

describe('rooms', () => {
  let test: TestApp
  let school: School
  let [coordinator, teacher, stranger]: Client[] = []
  beforeAll(async () => {
    test = await TestApp.start()
    school = await test.world.school()
    coordinator = await test.as(await test.world.user('coordinator', { school }))
    teacher = await test.as(await test.world.user('teacher', { school }))
    stranger = await test.as(await test.world.user('coordinator'))
  })
  afterAll(() => test.stop())

  const given = (overrides: object = {}) => ({
    schoolId: school.id,
    name: `教室${test.world.next()}`,
    kind: 'classroom',
    capacity: 45,
    ...overrides,
  })
  const made = async (overrides: object = {}): Promise<Room> =>
    (await coordinator!.post('/api/rooms', given(overrides))).body
  const row = (id: number) => test.database.read.findOneBy(Room, { id })

  it('are added, changed and taken away by the school, and the row says so', async () => {
    const room = await coordinator!.post('/api/rooms', given({ name: '  音乐\u202e教室 ', kind: 'music' }))
    expect([room.status, room.body]).toEqual([
      201,
      {
        id: expect.any(Number),
        schoolId: school.id,
        name: '音乐教室',
        code: null,
        kind: 'music',
        capacity: 45,
        equipment: [],
      },
    ])
    const { id } = room.body
    expect((await coordinator!.patch(`/api/rooms/${id}`, { capacity: 30, code: 'M1' })).body).toMatchObject({
      capacity: 30,
      code: 'M1',
      name: '音乐教室',
    })
    expect(await row(id)).toMatchObject({ capacity: 30, code: 'M1' })
    expect((await coordinator!.patch(`/api/rooms/${id}`, { code: null })).body.code).toBeNull()
    expect((await coordinator!.delete(`/api/rooms/${id}`)).status).toBe(204)
    expect(await row(id)).toBeNull()
  })

  it('are listed by kind and name, with a page and an export that shows what the list shows', async () => {
    const gym = await made({ name: '体育馆甲', kind: 'gymnasium' })
    const byKind = await teacher!.get('/api/rooms', { kind: 'gymnasium', pageSize: 1 })
    expect(byKind.body).toMatchObject({ items: [{ id: gym.id }], total: 1, page: 1, pageSize: 1 })
    expect((await teacher!.get('/api/rooms', { q: '体育馆' })).body.items).toMatchObject([{ id: gym.id }])
    const sheet = await teacher!.get('/api/rooms/export.xlsx', { kind: 'gymnasium' })
    expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'PK'])
  })

  it('have a name once in a school, also when two add it at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => coordinator!.post('/api/rooms', given({ name: '只有一间' }))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422])
    expect(answers.find(({ status }) => status === 422)!.body).toMatchObject({
      code: 'organisation.room_name_taken',
      params: { name: '只有一间' },
    })
  })

  it('stay while a section meets there', async () => {
    const room = await made()
    await test.world.section({ school, roomId: room.id })
    const refused = await coordinator!.delete(`/api/rooms/${room.id}`)
    expect([refused.status, refused.body.code]).toEqual([409, 'row.in_use'])
    expect(await row(room.id)).not.toBeNull()
  })

  it.each([
    ['name', ''],
    ['name', null],
    ['kind', 'cellar'],
    ['capacity', 0],
    ['capacity', 1.5],
    ['equipment', ['钢琴', '钢琴']],
    ['schoolId', 'x'],
  ])('refuse %s %p and say which field', async (field, value) => {
    const answer = await coordinator!.post('/api/rooms', given({ [field]: value }))
    expect([answer.status, answer.body.fields.map((each: { field: string }) => each.field)]).toEqual([
      400,
      [field],
    ])
  })

  it("are neither another school's to see nor a teacher's to change", async () => {
    const { id } = await made()
    for (const answer of [
      await stranger!.get(`/api/rooms/${id}`),
      await stranger!.patch(`/api/rooms/${id}`, { capacity: 1 }),
      await stranger!.delete(`/api/rooms/${id}`),
      await stranger!.post('/api/rooms', given()),
    ])
      expect(answer.status).toBe(404)
    expect((await stranger!.get('/api/rooms', { schoolId: school.id })).body.items ?? []).toEqual([])
    expect((await teacher!.post('/api/rooms', given())).status).toBe(403)
    expect((await test.signedOut.get(`/api/rooms/${id}`)).status).toBe(401)
    expect((await row(id))!.capacity).toBe(45)
  })
})
