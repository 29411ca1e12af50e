import { TestApp } from '../../../test/app.js'
import { Slot } from './slot.entity.js'

describe('slots', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function own() {
    const school = await test.world.school({ lastLessonEndTime: '16:00' })
    const term = await test.world.term()
    return {
      school,
      term,
      client: await test.as(await test.world.user('coordinator', { school })),
      given: {
        schoolId: school.id,
        termId: term.id,
        weekday: 1,
        startTime: '16:30',
        endTime: '17:30',
        serviceType: 'after_school',
      },
    }
  }

  it('stand in the week after the last lesson', async () => {
    const { client, given } = await own()
    const created = await client.post('/api/slots', given)
    expect([created.status, created.body]).toEqual([201, { id: created.body.id, ...given }])
    expect(await test.database.read.findOneBy(Slot, { id: created.body.id })).toMatchObject(given)
    expect(
      (await client.get('/api/slots', { schoolId: given.schoolId, termId: given.termId, weekday: 1 })).body
        .total,
    ).toBe(1)
  })

  it('are refused by the name of the rule they break', async () => {
    const { client, given } = await own()
    const refused = async (overrides: object) => {
      const { status, body } = await client.post('/api/slots', { ...given, ...overrides })
      expect([status, body.message]).toEqual([422, expect.stringContaining(body.params.rule)])
      return [body.params.rule, body.code]
    }
    expect(await refused({ startTime: '15:50' })).toEqual(['BAN-1', 'scheduling.slot_before_last_lesson'])
    expect(await refused({ startTime: '12:00', endTime: '13:00', serviceType: 'noon_care' })).toEqual([
      'BAN-1',
      'scheduling.slot_is_noon_care',
    ])
    expect(await refused({ startTime: '19:00', endTime: '20:00' })).toEqual([
      'BAN-1',
      'scheduling.slot_is_evening',
    ])
    expect(await refused({ weekday: 6 })).toEqual(['TIME-6', 'scheduling.slot_without_school'])
    expect(await refused({ endTime: '16:30' })).toEqual(['TIME-2', 'scheduling.slot_ends_before_it_starts'])
    expect((await client.post('/api/slots', { ...given, weekday: 8 })).status).toBe(400)
    expect((await client.post('/api/slots', { ...given, startTime: '4pm' })).body.fields[0].code).toBe(
      'validation.isLocalTime',
    )
  })

  it('may not overlap on a weekday', async () => {
    const { client, given } = await own()
    const {
      body: { id },
    } = await client.post('/api/slots', given)
    const refused = await client.post('/api/slots', { ...given, startTime: '17:00', endTime: '18:00' })
    expect([refused.status, refused.body.message]).toEqual([
      422,
      '与已有的时段 周一 16:30–17:30 重叠，请错开时间。',
    ])
    expect(
      (await client.inEnglish().post('/api/slots', { ...given, startTime: '17:00', endTime: '18:00' })).body
        .message,
    ).toContain('Monday 16:30–17:30')
    expect((await client.post('/api/slots', { ...given, weekday: 2 })).status).toBe(201)
    const next = await client.post('/api/slots', { ...given, startTime: '17:30', endTime: '18:00' })
    expect((await client.patch(`/api/slots/${next.body.id}`, { startTime: '17:20' })).status).toBe(422)
    expect((await client.patch(`/api/slots/${id}`, { endTime: '17:10' })).body.endTime).toBe('17:10')
    expect((await client.delete(`/api/slots/${id}`)).status).toBe(204)
  })

  it('are prefilled for the usual week, and only where there is room', async () => {
    const { client, given } = await own()
    await client.post('/api/slots', given)
    const week = await client.post('/api/slots/usual-week', {
      schoolId: given.schoolId,
      termId: given.termId,
    })
    expect([week.status, week.body.items.length]).toEqual([201, 8])
    expect(
      (await client.post('/api/slots/usual-week', { schoolId: given.schoolId, termId: given.termId })).body
        .code,
    ).toBe('scheduling.usual_week_exists')
  })

  it('do not exist for another school', async () => {
    const { client, given } = await own()
    const {
      body: { id },
    } = await client.post('/api/slots', given)
    const stranger = (await own()).client
    expect((await stranger.get(`/api/slots/${id}`)).status).toBe(404)
    expect((await stranger.patch(`/api/slots/${id}`, { weekday: 2 })).status).toBe(404)
    expect((await stranger.delete(`/api/slots/${id}`)).status).toBe(404)
    expect((await stranger.post('/api/slots', given)).status).toBe(404)
    expect((await (await test.as(await test.world.user('teacher'))).post('/api/slots', given)).status).toBe(
      403,
    )
  })
})
