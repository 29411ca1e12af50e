import { type Client, TestApp } from '../../../test/app.js'
import { permissionsOf, staff } from '../../../test/delegations-world.js'

const start = '2026-11-20T08:00:00Z'

describe('delegations', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ now: start })
  })
  beforeEach(() => test.clock.set(start))
  afterAll(() => test.stop())

  describe('are seen', () => {
    it('by both people and by nobody else', async () => {
      const { principal, officer, coordinator, principals, officers } = await staff(test)
      const { id } = await test.world.delegation({
        from: principal,
        to: officer,
        permissions: ['payment.approve'],
      })
      await test.world.delegation({
        from: officer,
        to: principal,
        permissions: ['declaration.write'],
        startsOn: '2026-12-01',
        endsOn: '2026-12-02',
      })
      const rows = async (client: Client, query = {}) =>
        (
          (await client.get('/api/delegations', query)).body.items as {
            kind: string
            status: string
            actions: string[]
            inForce: string[]
          }[]
        ).map((row) => `${row.kind} ${row.status} ${row.inForce.join()} ${row.actions.join()}`)
      expect(await rows(principals)).toEqual(['received coming  ', 'given in_force payment.approve revoke'])
      expect(await rows(principals, { kind: 'given' })).toEqual(['given in_force payment.approve revoke'])
      expect(await rows(officers, { kind: 'received' })).toEqual(['received in_force payment.approve '])
      expect((await principals.get('/api/delegations', { sort: 'toName' })).status).toBe(400)
      for (const user of [
        coordinator,
        await test.world.user('auditor'),
        await test.world.user('system_administrator'),
      ]) {
        const stranger = await test.as(user)
        expect(await rows(stranger)).toEqual([])
        if (user.role !== 'auditor')
          expect((await stranger.post(`/api/delegations/${id}/revoke`)).status).toBe(404)
      }
      // The receiver sees it and cannot end it.
      expect((await officers.post(`/api/delegations/${id}/revoke`)).status).toBe(404)
      expect((await test.signedOut.get('/api/delegations')).status).toBe(401)
    })

    it('with what one may give and to whom', async () => {
      const { school, principal, officer, coordinator, principals } = await staff(test)
      for (const role of ['guardian', 'teacher'] as const)
        await test.world.user(role, { school, isFrozen: role === 'teacher' })
      const choices = (await principals.get('/api/delegations/choices')).body
      expect(choices).toMatchObject({
        mostDays: 90,
        today: '2026-11-20',
        permissions: expect.arrayContaining(['payment.approve', 'plan.write', 'timetable.publish']),
      })
      expect(choices.permissions).not.toEqual(expect.arrayContaining(['audit.read']))
      const colleagues = (await principals.get('/api/delegations/colleagues', { sort: 'id' })).body.items as {
        id: number
        permissions: string[]
      }[]
      expect(colleagues.map((each) => each.id)).toEqual([officer.id, coordinator.id])
      expect(colleagues[0]!.permissions).toContain('payment.request')
      expect(
        (await principals.get('/api/delegations/colleagues', { q: officer.displayName })).body.total,
      ).toBe(1)
      expect(
        (await principals.get('/api/delegations/colleagues', { ids: String(principal.id) })).body.total,
      ).toBe(0)
      const teacher = await test.as(await test.world.user('teacher', { school }))
      expect([
        (await teacher.get('/api/delegations/choices')).status,
        (await teacher.get('/api/delegations/colleagues')).status,
        (await teacher.get('/api/delegations')).status,
      ]).toEqual([403, 403, 200])
    })
  })

  describe('give nothing', () => {
    it.each([
      ['when the giver is frozen', 'giver', { isFrozen: true }],
      ['when the giver has lost the permission', 'giver', { role: 'coordinator' }],
      ['when the giver has gone to another school', 'giver', { schoolId: 987_654 }],
      ['when the receiver has gone to another school', 'receiver', { schoolId: 987_654 }],
    ] as const)('%s', async (_, whose, change) => {
      const { principal, officer, officers } = await staff(test)
      await test.world.delegation({ from: principal, to: officer, permissions: ['payment.approve'] })
      expect(await permissionsOf(officers)).toContain('payment.approve')
      await test.database.transaction((tx) =>
        tx.update('user', { id: whose === 'giver' ? principal.id : officer.id }, change),
      )
      expect(await permissionsOf(officers)).not.toContain('payment.approve')
      expect((await officers.post('/api/payments/1/approve')).status).toBe(403)
      expect((await officers.get('/api/delegations')).body.items).toMatchObject([
        { status: 'in_force', inForce: [] },
      ])
    })
  })
})
