import type { Client } from '../../../test/app.js'
import { TestApp } from '../../../test/app.js'
import { allotted, type FundedSchool, fundedSchool } from '../../../test/funding-world.js'
import { AuditEntry, Transition } from '../../audit/index.js'
import type { User } from '../users/user.entity.js'
import { Delegation } from './delegation.entity.js'

const start = '2026-11-20T08:00:00Z'

describe('delegations', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ now: start })
  })
  beforeEach(() => test.clock.set(start))
  afterAll(() => test.stop())

  async function people(): Promise<{
    school: Awaited<ReturnType<TestApp['world']['school']>>
    principal: User
    officer: User
    coordinator: User
    principals: Client
    officers: Client
  }> {
    const school = await test.world.school()
    const [principal, officer, coordinator] = [
      await test.world.user('principal', { school }),
      await test.world.user('school_finance_officer', { school }),
      await test.world.user('coordinator', { school }),
    ]
    return {
      school,
      principal,
      officer,
      coordinator,
      principals: await test.as(principal),
      officers: await test.as(officer),
    }
  }
  const body = (to: User, overrides: object = {}) => ({
    toUserId: to.id,
    permissions: ['payment.approve'],
    startsOn: '2026-11-20',
    endsOn: '2026-11-27',
    reason: '外出培训',
    ...overrides,
  })
  const mays = async (client: Client) => (await client.get('/api/sign-in')).body.permissions as string[]
  const codeOf = async (client: Client, given: object) => {
    const answer = await client.post('/api/delegations', given)
    return `${answer.status} ${answer.body.code ?? ''}`.trim()
  }

  describe('are given', () => {
    it('to a colleague, who may do it from the first to the last day, and no longer than until it is revoked', async () => {
      const { school, principal, officer, principals, officers } = await people()
      const made = await principals.post(
        '/api/delegations',
        body(officer, { startsOn: '2026-11-21', endsOn: '2026-11-22' }),
      )
      expect(made.status).toBe(201)
      expect(made.body).toMatchObject({
        kind: 'given',
        fromName: principal.displayName,
        toName: officer.displayName,
        permissions: ['payment.approve'],
        inForce: [],
        status: 'coming',
        actions: ['revoke'],
      })
      expect(await test.database.read.findOneBy(Delegation, { id: made.body.id })).toMatchObject({
        fromUserId: principal.id,
        toUserId: officer.id,
        schoolId: school.id,
        regionCode: school.regionCode,
        permissions: ['payment.approve'],
        startsOn: '2026-11-21',
        endsOn: '2026-11-22',
        reason: '外出培训',
        revokedAt: null,
      })
      expect(await mays(officers)).not.toContain('payment.approve')
      // Midnight in the school's zone is 16:00 the day before in UTC. Sign-ins end after an hour, so each look is a new one.
      const on = async (instant: string) => {
        test.clock.set(instant)
        return (await mays(await test.as(officer))).includes('payment.approve')
      }
      expect(await on('2026-11-20T15:59:00Z')).toBe(false)
      expect(await on('2026-11-20T16:01:00Z')).toBe(true)
      expect(await on('2026-11-22T15:59:00Z')).toBe(true)
      expect(await on('2026-11-22T16:01:00Z')).toBe(false)
    })

    it('and revoked at once', async () => {
      const { officer, principals, officers } = await people()
      const { id } = (await principals.post('/api/delegations', body(officer))).body
      expect(await mays(officers)).toContain('payment.approve')
      const revoked = await principals.post(`/api/delegations/${id}/revoke`)
      expect(revoked.body).toMatchObject({
        status: 'revoked',
        revokedAt: '2026-11-20T08:00:00.000Z',
        inForce: [],
        actions: [],
      })
      expect((await test.database.read.findOneByOrFail(Delegation, { id })).revokedAt?.toISOString()).toBe(
        '2026-11-20T08:00:00.000Z',
      )
      expect(await mays(officers)).not.toContain('payment.approve')
      const again = await principals.post(`/api/delegations/${id}/revoke`)
      expect([again.status, again.body.code]).toEqual([409, 'access.delegation_over'])
    })

    it('are in the answer to signing in', async () => {
      const { principal, officer } = await people()
      await test.world.delegation({ from: principal, to: officer, permissions: ['payment.approve'] })
      const signedIn = await test.signedOut.post('/api/sign-in', {
        username: officer.username,
        password: 'correct horse battery',
      })
      expect(signedIn.body.permissions).toEqual(
        expect.arrayContaining(['payment.request', 'payment.approve']),
      )
    })

    it('by those only who may, and of their own acting permissions only', async () => {
      const { school, principal, officer, coordinator, principals, officers } = await people()
      for (const role of ['teacher', 'guardian'] as const)
        expect(
          (
            await (
              await test.as(await test.world.user(role, { school }))
            ).post('/api/delegations', body(officer))
          ).status,
        ).toBe(403)
      expect(
        (await (await test.as(await test.world.user('auditor'))).post('/api/delegations', body(officer)))
          .status,
      ).toBe(403)
      for (const permission of [
        'audit.read',
        'delegation.write',
        'substitution.approve',
        'student.unmask',
        'funding.read',
        'declaration.check',
        'payment.request',
      ]) {
        expect([
          permission,
          await codeOf(principals, body(officer, { permissions: ['payment.approve', permission] })),
        ]).toEqual([permission, '422 access.delegation_not_own'])
      }
      // What was received is not passed on.
      await test.world.delegation({ from: principal, to: officer, permissions: ['payment.approve'] })
      expect(await mays(officers)).toContain('payment.approve')
      expect(await codeOf(officers, body(coordinator))).toBe('422 access.delegation_not_own')
      expect(await test.database.read.countBy(Delegation, { fromUserId: officer.id })).toBe(0)
    })

    it('to active people of the very same scope only', async () => {
      const { school, principal, principals } = await people()
      const user = (role: 'guardian' | 'teacher', overrides = {}) =>
        test.world.user(role, { school, ...overrides })
      expect(await codeOf(principals, body(principal))).toBe('422 access.delegation_to_self')
      expect(await codeOf(principals, body(await user('guardian')))).toBe(
        '422 access.delegation_not_eligible',
      )
      expect(await codeOf(principals, body(await user('teacher', { isFrozen: true })))).toBe(
        '422 access.delegation_not_eligible',
      )
      expect(
        await codeOf(
          principals,
          body(await test.world.user('school_finance_officer', { school: await test.world.school() })),
        ),
      ).toBe('404 not_found')
      expect(
        await codeOf(
          principals,
          body(await test.world.user('bureau_officer', { regionCode: school.regionCode })),
        ),
      ).toBe('404 not_found')
      expect(await codeOf(principals, body({ id: 987_654 } as User))).toBe('404 not_found')
      expect(await codeOf(principals, body(await user('teacher')))).toBe('201')
      const bureau = await test.as(await test.world.user('bureau_officer'))
      const review = (to: User) => codeOf(bureau, body(to, { permissions: ['plan.review'] }))
      expect(await review(await test.world.user('education_finance_officer', { regionCode: '140213' }))).toBe(
        '404 not_found',
      )
      expect(await review(await test.world.user('education_finance_officer', { regionCode: '14' }))).toBe(
        '404 not_found',
      )
      expect(await review(await test.world.user('auditor'))).toBe('422 access.delegation_not_eligible')
      expect(await review(await test.world.user('teacher', { school }))).toBe('404 not_found')
      expect(await review(await test.world.user('education_finance_officer'))).toBe('201')
    })

    it('for ninety days at most, from today on', async () => {
      const { officer, principals } = await people()
      expect(await codeOf(principals, body(officer, { startsOn: '2026-11-19' }))).toBe(
        '422 access.delegation_in_past',
      )
      expect(await codeOf(principals, body(officer, { endsOn: '2026-11-19' }))).toBe(
        '422 access.delegation_dates',
      )
      const long = await principals.post('/api/delegations', body(officer, { endsOn: '2027-02-18' }))
      expect([long.body.code, long.body.params]).toEqual([
        'access.delegation_too_long',
        { mostDays: 90, latest: '2027-02-17' },
      ])
      for (const wrong of [
        { permissions: [] },
        { permissions: ['no.such'] },
        { permissions: ['payment.approve', 'payment.approve'] },
        { startsOn: '2026-02-30' },
        { reason: '' },
        { toUserId: 'x' },
      ]) {
        expect((await principals.post('/api/delegations', body(officer, wrong))).status).toBe(400)
      }
      expect(await codeOf(principals, body(officer, { endsOn: '2027-02-17' }))).toBe('201')
    })

    it('to one person at a time for one thing, to several for several', async () => {
      const { officer, coordinator, principals } = await people()
      const first = (await principals.post('/api/delegations', body(officer))).body
      const twice = await principals.post(
        '/api/delegations',
        body(coordinator, {
          startsOn: '2026-11-27',
          endsOn: '2026-12-01',
          permissions: ['plan.write', 'payment.approve'],
        }),
      )
      expect([twice.status, twice.body.code]).toEqual([422, 'access.delegation_given_already'])
      expect(twice.body.message).toBe(
        `其中有的事项已授权给${officer.displayName}（2026-11-20 至 2026-11-27）。同一事项同一时间只能授权给一个人，请先收回，或改日期。`,
      )
      expect(await codeOf(principals, body(coordinator, { permissions: ['timetable.publish'] }))).toBe('201')
      expect(
        await codeOf(principals, body(coordinator, { startsOn: '2026-11-28', endsOn: '2026-12-01' })),
      ).toBe('201')
      await principals.post(`/api/delegations/${first.id}/revoke`)
      expect(await codeOf(principals, body(coordinator))).toBe('201')
    })

    it('to nobody who does the same for somebody else', async () => {
      const { school, principal, officer, principals } = await people()
      const second = await test.world.user('principal', { school })
      await test.world.delegation({ from: second, to: officer, permissions: ['payment.approve'] })
      const both = await principals.post('/api/delegations', body(officer))
      expect([both.status, both.body.code]).toEqual([422, 'access.delegation_received_already'])
      expect(both.body.message).toContain(`已代${second.displayName}办理`)
      await test.database.transaction((tx) => tx.update('user', { id: second.id }, { isFrozen: true }))
      expect(await codeOf(principals, body(officer))).toBe('201')
      expect(await test.database.read.countBy(Delegation, { fromUserId: principal.id })).toBe(1)
    })

    it('once when two are given or revoked at the same moment', async () => {
      const { principal, officer, coordinator, principals } = await people()
      const answers = await Promise.all(
        [officer, coordinator].map((to) => principals.post('/api/delegations', body(to))),
      )
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
      const [row] = await test.database.read.findBy(Delegation, { fromUserId: principal.id })
      const revoked = await Promise.all(
        [1, 2].map(() => principals.post(`/api/delegations/${row!.id}/revoke`)),
      )
      expect(revoked.map((answer) => answer.status).sort()).toEqual([200, 409])
      expect(
        await test.database.read.countBy(AuditEntry, {
          entity: 'delegation',
          entityId: row!.id,
          action: 'delegation.revoke',
        }),
      ).toBe(1)
    })

    it('to one of two givers who choose the same colleague at the same moment', async () => {
      const { school, officer, principals } = await people()
      const others = await test.as(await test.world.user('principal', { school }))
      const answers = await Promise.all(
        [principals, others].map((client) => client.post('/api/delegations', body(officer))),
      )
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
    })
  })

  describe('are seen', () => {
    it('by both people and by nobody else', async () => {
      const { principal, officer, coordinator, principals, officers } = await people()
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
      const { school, principal, officer, coordinator, principals } = await people()
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
      const { principal, officer, officers } = await people()
      await test.world.delegation({ from: principal, to: officer, permissions: ['payment.approve'] })
      expect(await mays(officers)).toContain('payment.approve')
      await test.database.transaction((tx) =>
        tx.update('user', { id: whose === 'giver' ? principal.id : officer.id }, change),
      )
      expect(await mays(officers)).not.toContain('payment.approve')
      expect((await officers.post('/api/payments/1/approve')).status).toBe(403)
      expect((await officers.get('/api/delegations')).body.items).toMatchObject([
        { status: 'in_force', inForce: [] },
      ])
    })
  })

  describe('and the separation of duties', () => {
    let funded: FundedSchool
    let allotmentId: number
    let world: Record<'principal' | 'officer' | 'second' | 'coordinator', User>
    let as: Record<'principal' | 'officer' | 'second' | 'coordinator', Client>

    beforeAll(async () => {
      test.clock.set(start)
      funded = await fundedSchool(test, 1)
      allotmentId = (await allotted(test, funded))[0]!
    })
    // New people for each case, so that nothing of another case counts.
    beforeEach(async () => {
      const { school } = funded
      world = {
        principal: await test.world.user('principal', { school }),
        officer: await test.world.user('school_finance_officer', { school }),
        second: await test.world.user('school_finance_officer', { school }),
        coordinator: await test.world.user('coordinator', { school }),
      }
      as = {
        principal: await test.as(world.principal),
        officer: await test.as(world.officer),
        second: await test.as(world.second),
        coordinator: await test.as(world.coordinator),
      }
    })
    const draft = async (client: Client) =>
      (
        await client.post('/api/payments', {
          allotmentId,
          amountFen: 100,
          account: 'E530',
          payee: '文具店',
          reason: '美术材料',
        })
      ).body.id as number
    const submitted = async (client: Client) => {
      const id = await draft(client)
      const answer = await client.post(`/api/payments/${id}/submit`)
      if (answer.status !== 200) throw new Error(answer.text)
      return id
    }
    /** The answer to the act, with whether the page had offered it; both must agree. */
    const decide = async (client: Client, id: number) => {
      const { actions } = (await client.get(`/api/payments/${id}`)).body as { actions: string[] }
      const listed = (
        (await client.get('/api/payments', { ids: String(id) })).body.items as { actions: string[] }[]
      )[0]!.actions
      const answer = await client.post(`/api/payments/${id}/approve`)
      expect({ isOffered: actions.includes('approve'), isListed: listed.includes('approve') }).toEqual({
        isOffered: answer.status === 200,
        isListed: answer.status === 200,
      })
      return answer.status === 200 ? 'approved' : (answer.body.code as string)
    }

    it('notes who acted and in whose place, in the history and the audit trail', async () => {
      await test.world.delegation({
        from: world.principal,
        to: world.second,
        permissions: ['payment.approve'],
      })
      const id = await submitted(as.officer)
      expect(await decide(as.second, id)).toBe('approved')
      const [, first, last] = await test.database.read.find(Transition, {
        where: { entity: 'payment', entityId: id },
        order: { id: 'ASC' },
      })
      expect(first).toMatchObject({
        event: 'submit',
        actorId: world.officer.id,
        onBehalfOfId: null,
        onBehalfOfName: null,
      })
      expect(last).toMatchObject({
        event: 'approve',
        actorId: world.second.id,
        actorName: world.second.displayName,
        onBehalfOfId: world.principal.id,
        onBehalfOfName: world.principal.displayName,
      })
      expect(
        (await as.principal.get('/api/transitions', { entity: 'payment', entityId: id })).body,
      ).toMatchObject([
        { event: 'create', onBehalfOfName: null },
        { event: 'submit', onBehalfOfName: null },
        { actorName: world.second.displayName, onBehalfOfName: world.principal.displayName },
      ])
      const entries = await test.database.read.findBy(AuditEntry, {
        entity: 'payment',
        entityId: id,
        action: 'payment.approve',
      })
      expect(entries).toMatchObject([
        {
          actorId: world.second.id,
          onBehalfOfId: world.principal.id,
          onBehalfOfName: world.principal.displayName,
        },
      ])
      expect(
        (await as.principal.get('/api/audit-entries', { entity: 'payment', entityId: id })).body.items[0],
      ).toMatchObject({ actorName: world.second.displayName, onBehalfOfName: world.principal.displayName })
    })

    it('notes it also where no state moves', async () => {
      await test.world.delegation({
        from: world.officer,
        to: world.coordinator,
        permissions: ['payment.request'],
      })
      const id = await draft(as.coordinator)
      expect(
        await test.database.read.findOneBy(AuditEntry, {
          entity: 'payment',
          entityId: id,
          action: 'payment.create',
        }),
      ).toMatchObject({ actorId: world.coordinator.id, onBehalfOfId: world.officer.id })
    })

    it('refuses who has made it, though somebody lets them approve', async () => {
      await test.world.delegation({
        from: world.principal,
        to: world.officer,
        permissions: ['payment.approve'],
      })
      expect(await decide(as.officer, await submitted(as.officer))).toBe('state.same_person')
    })

    it('refuses who acts for the one who has made it', async () => {
      await test.world.delegation({
        from: world.officer,
        to: world.principal,
        permissions: ['payment.request'],
      })
      const id = await submitted(as.principal)
      await test.world.delegation({
        from: world.principal,
        to: world.second,
        permissions: ['payment.approve'],
      })
      expect(await decide(as.second, id)).toBe('state.same_person')
    })

    it("refuses who has made it in another's place", async () => {
      await test.world.delegation({
        from: world.officer,
        to: world.principal,
        permissions: ['payment.request'],
      })
      expect(await decide(as.principal, await submitted(as.principal))).toBe('state.same_person')
    })

    it('refuses in whose place it was made', async () => {
      await test.world.delegation({
        from: world.officer,
        to: world.coordinator,
        permissions: ['payment.request'],
      })
      const id = await submitted(as.coordinator)
      await test.world.delegation({
        from: world.principal,
        to: world.officer,
        permissions: ['payment.approve'],
      })
      expect(await decide(as.officer, id)).toBe('state.same_person')
    })

    it('lets others pass, also those who stand in for the maker in something else', async () => {
      await test.world.delegation({
        from: world.officer,
        to: world.principal,
        permissions: ['payment.request'],
      })
      expect(await decide(as.principal, await submitted(as.officer))).toBe('approved')
      await test.world.delegation({
        from: world.principal,
        to: world.second,
        permissions: ['payment.approve'],
      })
      expect(await decide(as.second, await submitted(as.officer))).toBe('approved')
    })

    it('lets nobody pass after the delegation was revoked', async () => {
      const { id: delegationId } = await test.world.delegation({
        from: world.principal,
        to: world.second,
        permissions: ['payment.approve'],
      })
      const id = await submitted(as.officer)
      await as.principal.post(`/api/delegations/${delegationId}/revoke`)
      expect((await as.second.post(`/api/payments/${id}/approve`)).status).toBe(403)
      expect(await decide(as.principal, id)).toBe('approved')
    })

    it('brings what must be seen: a teacher may read the payments that she approves', async () => {
      const teacher = await test.world.user('teacher', { school: funded.school })
      const client = await test.as(teacher)
      expect((await client.get('/api/payments')).status).toBe(403)
      await test.world.delegation({ from: world.principal, to: teacher, permissions: ['payment.approve'] })
      expect(await decide(client, await submitted(as.officer))).toBe('approved')
      expect((await client.get('/api/students')).status).toBe(403)
    })
  })

  it('notes many moves at once with in whose place they were made', async () => {
    const { school, coordinator } = await people()
    const teacher = await test.world.user('teacher', { school })
    await test.world.delegation({ from: coordinator, to: teacher, permissions: ['enrolment.write'] })
    const section = await test.world.section({ school })
    const studentIds = [(await test.world.student({ school })).id, (await test.world.student({ school })).id]
    const client = await test.as(teacher)
    const enrol = async () =>
      (await client.post('/api/enrolments/bulk', { sectionId: section.id, studentIds })).status
    expect(await enrol()).toBe(200)
    for (const { id } of (await client.get('/api/enrolments', { sectionId: section.id })).body.items as {
      id: number
    }[])
      expect((await client.post(`/api/enrolments/${id}/end`, {})).status).toBe(200)
    expect(await enrol()).toBe(200)
    const rows = await test.database.read.findBy(Transition, { entity: 'enrolment', actorId: teacher.id })
    expect(rows.map((row) => `${row.event} ${row.onBehalfOfId}`).sort()).toEqual(
      ['end', 'end', 'resume', 'resume'].map((event) => `${event} ${coordinator.id}`),
    )
    expect(
      await test.database.read.countBy(AuditEntry, {
        actorId: teacher.id,
        onBehalfOfId: coordinator.id,
        action: 'enrolment.resume',
      }),
    ).toBe(2)
  })
})
