import { TestApp } from '../../../test/app.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Session } from './session.entity.js'

describe('sessions', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function held(heldOn = '2026-11-23') {
    const school = await test.world.school()
    const homeClass = await test.world.homeClass({ school })
    const section = await test.world.section({ school, kind: 'home_class', homeClassId: homeClass.id })
    const slot = await test.world.slot({ school })
    const session = await test.world.session({ section, slot, heldOn })
    return {
      school,
      section,
      session,
      homeClass,
      client: await test.as(await test.world.user('coordinator', { school })),
    }
  }

  it('are listed by days, section, teacher, room and home class', async () => {
    const { client, school, section, session, homeClass } = await held()
    const filters: Record<string, string | number | boolean>[] = [
      { from: '2026-11-23', to: '2026-11-23' },
      { sectionId: section.id },
      { teacherId: section.teacherId! },
      { roomId: section.roomId! },
      { homeClassId: homeClass.id },
      { schoolId: school.id, termId: section.termId },
      { status: 'planned' },
      { isChanged: false },
      { isUncovered: false },
      { q: section.name },
    ]
    for (const filter of filters) {
      const { body } = await client.get('/api/sessions', filter)
      expect(body.items).toMatchObject([
        {
          id: session.id,
          heldOn: '2026-11-23',
          sectionName: section.name,
          homeClassName: homeClass.name,
          changes: [],
          teacherProblem: null,
          openRequest: null,
          hasBegun: false,
          actions: ['substitute', 'swap', 'move', 'change-room', 'cancel'],
        },
      ])
    }
    expect((await client.get('/api/sessions', { from: '2026-11-24' })).body.total).toBe(0)
    expect((await client.get('/api/sessions', { isChanged: true })).body.total).toBe(0)
    expect((await client.get('/api/sessions', { isUncovered: true })).body.total).toBe(0)
    const [sheet] = readWorkbook(
      (await client.get('/api/sessions/export.xlsx', { sectionId: section.id })).raw,
      'sessions.xlsx',
    ).sheets
    expect(sheet!.rows[1]!.cells.slice(1, 4)).toEqual(['16:30', '17:30', section.name])
    expect((await client.get('/api/sessions', { from: '24.11.2026' })).status).toBe(400)
  })

  it('are cancelled with a reason and stay', async () => {
    const { client, session } = await held()
    expect((await client.post(`/api/sessions/${session.id}/cancel`)).body.code).toBe('state.comment_needed')
    expect(
      (await client.post(`/api/sessions/${session.id}/cancel`, { comment: '大雪停课' })).body,
    ).toMatchObject({ status: 'cancelled', reason: '大雪停课', actions: ['make-up', 'restore'] })
    expect((await client.post(`/api/sessions/${session.id}/cancel`, { comment: '再停' })).status).toBe(409)
    expect(await test.database.read.findOneBy(Session, { id: session.id })).toMatchObject({
      status: 'cancelled',
      reason: '大雪停课',
    })
    expect((await client.post(`/api/sessions/${session.id}/restore`)).body).toMatchObject({
      status: 'planned',
      reason: null,
    })
  })

  it("do not exist for another school, and are not a teacher's to cancel", async () => {
    const { school, session } = await held()
    const stranger = await test.as(await test.world.user('coordinator'))
    expect((await stranger.get(`/api/sessions/${session.id}`)).status).toBe(404)
    expect((await stranger.post(`/api/sessions/${session.id}/cancel`, { comment: '停' })).status).toBe(404)
    expect((await stranger.get('/api/sessions', { schoolId: school.id })).body.total).toBe(0)
    expect(
      (
        await (
          await test.as(await test.world.user('teacher', { school }))
        ).post(`/api/sessions/${session.id}/cancel`, { comment: '停' })
      ).status,
    ).toBe(403)
  })
})
