import { createHash } from 'node:crypto'
import { TestApp } from '../../../test/app.js'
import { AuditEntry } from '../../audit/index.js'
import { CalendarLink } from './calendar-link.entity.js'

describe('calendar links', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())
  beforeEach(() => test.clock.set('2026-11-20T08:00:00Z'))

  async function made() {
    const school = await test.world.school()
    const user = await test.world.user('teacher', { school })
    const teacher = await test.world.teacher({ school, userId: user.id, name: '陶老师' })
    const room = await test.world.room({ school, name: '音乐室, 二楼' })
    const homeClass = await test.world.homeClass({ school })
    const section = await test.world.section({
      school,
      kind: 'home_class',
      homeClassId: homeClass.id,
      teacherId: teacher.id,
      roomId: room.id,
      name: '合唱',
    })
    const session = await test.world.session({
      section,
      slot: await test.world.slot({ school }),
      heldOn: '2026-11-23',
    })
    const coordinator = await test.as(await test.world.user('coordinator', { school }))
    return { school, teacher, room, homeClass, section, session, user, own: await test.as(user), coordinator }
  }
  const pathOf = (address: string) => new URL(address).pathname
  const read = async (address: string, headers: Record<string, string> = {}) => {
    const answer = await test.signedOut.send('GET', pathOf(address), undefined, {}, headers)
    return { ...answer, lines: answer.raw.toString().replaceAll('\r\n ', '').split('\r\n') }
  }

  it('are made once, shown once, and read without signing in', async () => {
    const { own, teacher, section, session, school } = await made()
    const { status, body } = await own.post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      kind: 'teacher',
      ownerName: '陶老师',
      lastReadAt: null,
      revokedAt: null,
      actions: ['revoke'],
      qrSvg: expect.stringContaining('<svg'),
    })
    const token = /^http:\/\/kehou\.test\/api\/calendar\/([\w-]{43})\.ics$/.exec(body.address)![1]!
    const row = await test.database.read.findOneByOrFail(CalendarLink, { id: body.id })
    expect(row.tokenHash).toBe(createHash('sha256').update(token).digest('hex'))
    expect(
      JSON.stringify(
        await test.database.read.findBy(AuditEntry, { entity: 'calendar_link', entityId: body.id }),
      ),
    ).not.toContain(token)
    expect((await own.get('/api/calendar-links')).text).not.toContain(token)

    const { status: found, headers, lines } = await read(body.address)
    expect(found).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=900',
    })
    expect(lines).toEqual(
      expect.arrayContaining([
        'X-WR-CALNAME:陶老师 课后服务',
        `UID:${section.id}.${session.slotId}.2026-11-23@kehou.test`,
        'DTSTART;TZID=Asia/Shanghai:20261123T163000',
        `LOCATION:音乐室\\, 二楼\\, ${school.name}`,
        'STATUS:CONFIRMED',
      ]),
    )
  })

  it('answer 304 to who has the present text, and a new one after a change', async () => {
    const { coordinator, teacher, session } = await made()
    const { body } = await coordinator.post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })
    const first = await read(body.address)
    const etag = String(first.headers['etag'])
    expect((await read(body.address, { 'if-none-match': `W/${etag}` })).status).toBe(304)
    test.clock.advanceMinutes(5)
    await coordinator.post(`/api/sessions/${session.id}/cancel`, { comment: '大雪停课' })
    const second = await read(body.address, { 'if-none-match': etag })
    expect(second.status).toBe(200)
    expect(second.lines).toEqual(
      expect.arrayContaining(['STATUS:CANCELLED', 'LAST-MODIFIED:20261120T080500Z']),
    )
    expect(second.lines.find((line) => line.startsWith('SUMMARY'))).toContain('【停课】')
    expect(second.lines.find((line) => line.startsWith('DESCRIPTION'))).toContain('停课：大雪停课')
    const sequence = (lines: string[]) => Number(lines.find((line) => line.startsWith('SEQUENCE:'))!.slice(9))
    expect(sequence(second.lines)).toBeGreaterThan(sequence(first.lines))
    const uid = (lines: string[]) => lines.find((line) => line.startsWith('UID:'))
    expect(uid(second.lines)).toBe(uid(first.lines))
    await coordinator.post(`/api/sessions/${session.id}/restore`)
    const third = await read(body.address)
    expect(third.lines).toContain('STATUS:CONFIRMED')
    expect(sequence(third.lines)).toBeGreaterThan(sequence(second.lines))
  })

  it('show what was moved to others in their calendar, with what it was', async () => {
    const { coordinator, school, section, room, homeClass, teacher } = await made()
    const other = await test.world.teacher({ school, name: '代课的老师' })
    const slot = await test.world.slot({ school, weekday: 4 })
    await test.world.session({
      section,
      slot,
      heldOn: '2026-11-26',
      plannedOn: '2026-11-25',
      teacherId: other.id,
      plannedTeacherId: teacher.id,
    })
    const feed = async (kind: string, ownerId: number, who = coordinator) =>
      (await read((await who.post('/api/calendar-links', { kind, ownerId })).body.address)).raw
        .toString()
        .replaceAll('\r\n ', '')
    expect(await feed('teacher', other.id)).toContain('调课，原 11-25 周三\\n代课，原教师 陶老师')
    expect(await feed('teacher', other.id, coordinator.inEnglish())).toContain(
      'Moved from 11-25 Wednesday\\nSubstitute for 陶老师',
    )
    const count = (text: string) => text.split('BEGIN:VEVENT').length - 1
    expect(count(await feed('teacher', teacher.id))).toBe(1)
    expect(count(await feed('room', room.id))).toBe(2)
    expect(count(await feed('home_class', homeClass.id))).toBe(2)
    expect(count(await feed('school', school.id))).toBe(2)
  })

  it('are revoked once, and are then as if they had never been', async () => {
    const { own, coordinator, teacher } = await made()
    const { body } = await own.post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })
    expect((await read(body.address)).status).toBe(200)
    const answers = await Promise.all([
      own.post(`/api/calendar-links/${body.id}/revoke`),
      coordinator.post(`/api/calendar-links/${body.id}/revoke`),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const revoked = await read(body.address)
    const unknown = await read(`http://kehou.test/api/calendar/${'x'.repeat(43)}.ics`)
    expect([revoked.status, revoked.body.code, revoked.body.message]).toEqual([
      404,
      unknown.body.code,
      unknown.body.message,
    ])
    expect((await read('http://kehou.test/api/calendar/short.ics')).status).toBe(404)
    expect((await own.get('/api/calendar-links', { isRevoked: true })).body.items).toMatchObject([
      { id: body.id, actions: [] },
    ])
  })

  it('end with the teacher', async () => {
    const { coordinator, teacher } = await made()
    const { body } = await coordinator.post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })
    await coordinator.patch(`/api/teachers/${teacher.id}`, { isActive: false })
    expect((await read(body.address)).status).toBe(404)
  })

  it('tell when they were read last, to the hour', async () => {
    const { coordinator, teacher } = await made()
    const { body } = await coordinator.post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })
    const lastRead = async () => (await coordinator.get('/api/calendar-links')).body.items[0].lastReadAt
    await Promise.all([read(body.address), read(body.address)])
    expect(await lastRead()).toBe('2026-11-20T08:00:00.000Z')
    test.clock.advanceMinutes(59)
    await read(body.address)
    expect(await lastRead()).toBe('2026-11-20T08:00:00.000Z')
    test.clock.advanceMinutes(1)
    await read(body.address)
    expect(await lastRead()).toBe('2026-11-20T09:00:00.000Z')
  })

  it("are a teacher's for the own week only; those of others are not seen", async () => {
    const { own, coordinator, school, room, homeClass, teacher } = await made()
    const colleague = await test.world.teacher({ school })
    for (const asked of [
      { kind: 'teacher', ownerId: colleague.id },
      { kind: 'room', ownerId: room.id },
      { kind: 'home_class', ownerId: homeClass.id },
      { kind: 'school', ownerId: school.id },
    ]) {
      const refused = await own.post('/api/calendar-links', asked)
      expect([refused.status, refused.body.code]).toEqual([403, 'scheduling.calendar_link_not_yours'])
      expect((await coordinator.post('/api/calendar-links', asked)).status).toBe(201)
    }
    const mine = (await own.post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })).body.id
    const all = (await coordinator.get('/api/calendar-links')).body
    expect(all).toMatchObject({ total: 5 })
    expect((await own.get('/api/calendar-links')).body.items).toMatchObject([{ id: mine }])
    const other = all.items.find((link: { kind: string }) => link.kind === 'room')
    expect((await own.post(`/api/calendar-links/${other.id}/revoke`)).status).toBe(404)
    expect(
      (await coordinator.get('/api/calendar-links', { kind: 'room', sort: 'createdAt' })).body.items,
    ).toMatchObject([{ ownerName: '音乐室, 二楼' }])
  })

  it('do not exist for another school, for who may not, or of what is not there', async () => {
    const { coordinator, teacher, school } = await made()
    const { body } = await coordinator.post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })
    const stranger = await test.as(await test.world.user('coordinator'))
    expect(
      (await stranger.post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })).status,
    ).toBe(404)
    expect((await stranger.post('/api/calendar-links', { kind: 'school', ownerId: school.id })).status).toBe(
      404,
    )
    expect((await stranger.post(`/api/calendar-links/${body.id}/revoke`)).status).toBe(404)
    expect((await stranger.get('/api/calendar-links', { schoolId: school.id })).body.total).toBe(0)
    expect(
      (
        await (
          await test.as(await test.world.user('auditor'))
        ).post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })
      ).status,
    ).toBe(403)
    expect((await coordinator.post('/api/calendar-links', { kind: 'pupil', ownerId: 1 })).status).toBe(400)
    expect((await coordinator.post('/api/calendar-links', { kind: 'room', ownerId: 'x' })).status).toBe(400)
  })

  it("speak the language of the person whose link it is, not the fetching program's", async () => {
    const { own, coordinator, teacher } = await made()
    const chinese = (await own.post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })).body
    const english = (
      await coordinator.inEnglish().post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })
    ).body
    for (const language of ['en-US', 'zh-CN', '']) {
      const headers = { 'accept-language': language }
      expect((await read(chinese.address, headers)).lines).toContain('X-WR-CALNAME:陶老师 课后服务')
      expect((await read(english.address, headers)).lines).toContain(
        'X-WR-CALNAME:陶老师: after-school service',
      )
    }
  })

  it('are read by hundreds of phones behind one address; only wrong addresses are limited', async () => {
    const { own, teacher } = await made()
    const { address } = (await own.post('/api/calendar-links', { kind: 'teacher', ownerId: teacher.id })).body
    const good = await Promise.all(Array.from({ length: 130 }, () => read(address)))
    expect(new Set(good.map(({ status }) => status))).toEqual(new Set([200]))
    const guess = (i: number) => read(`http://kehou.test/api/calendar/${String(i).padStart(43, 'y')}.ics`)
    const answers = await Promise.all(Array.from({ length: 80 }, (_, i) => guess(i)))
    expect(answers.filter(({ status }) => status === 404).length).toBeLessThanOrEqual(60)
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(20)
    expect((await read(address)).status).toBe(200)
  })
})
