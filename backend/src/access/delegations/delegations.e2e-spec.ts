import { TestApp } from '../../../test/app.js'
import { answerToGiving, delegationTo, permissionsOf, staff } from '../../../test/delegations-world.js'
import { AuditEntry } from '../../audit/index.js'
import type { User } from '../users/user.entity.js'
import { Delegation } from './delegation.entity.js'

const start = '2026-11-20T08:00:00Z'

describe('delegations are given', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ now: start })
  })
  beforeEach(() => test.clock.set(start))
  afterAll(() => test.stop())

  it('to a colleague, who may do it from the first to the last day, and no longer than until it is revoked', async () => {
    const { school, principal, officer, principals, officers } = await staff(test)
    const made = await principals.post(
      '/api/delegations',
      delegationTo(officer, { startsOn: '2026-11-21', endsOn: '2026-11-22' }),
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
    expect(await permissionsOf(officers)).not.toContain('payment.approve')
    // Midnight in the school's zone is 16:00 the day before in UTC. Sign-ins end after an hour, so each look is a new one.
    const on = async (instant: string) => {
      test.clock.set(instant)
      return (await permissionsOf(await test.as(officer))).includes('payment.approve')
    }
    expect(await on('2026-11-20T15:59:00Z')).toBe(false)
    expect(await on('2026-11-20T16:01:00Z')).toBe(true)
    expect(await on('2026-11-22T15:59:00Z')).toBe(true)
    expect(await on('2026-11-22T16:01:00Z')).toBe(false)
  })

  it('and revoked at once', async () => {
    const { officer, principals, officers } = await staff(test)
    const { id } = (await principals.post('/api/delegations', delegationTo(officer))).body
    expect(await permissionsOf(officers)).toContain('payment.approve')
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
    expect(await permissionsOf(officers)).not.toContain('payment.approve')
    const again = await principals.post(`/api/delegations/${id}/revoke`)
    expect([again.status, again.body.code]).toEqual([409, 'access.delegation_over'])
  })

  it('are in the answer to signing in', async () => {
    const { principal, officer } = await staff(test)
    await test.world.delegation({ from: principal, to: officer, permissions: ['payment.approve'] })
    const signedIn = await test.signedOut.post('/api/sign-in', {
      username: officer.username,
      password: 'correct horse battery',
    })
    expect(signedIn.body.permissions).toEqual(expect.arrayContaining(['payment.request', 'payment.approve']))
  })

  it('by those only who may, and of their own acting permissions only', async () => {
    const { school, principal, officer, coordinator, principals, officers } = await staff(test)
    for (const role of ['teacher', 'guardian'] as const)
      expect(
        (
          await (
            await test.as(await test.world.user(role, { school }))
          ).post('/api/delegations', delegationTo(officer))
        ).status,
      ).toBe(403)
    expect(
      (
        await (
          await test.as(await test.world.user('auditor'))
        ).post('/api/delegations', delegationTo(officer))
      ).status,
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
        await answerToGiving(
          principals,
          delegationTo(officer, { permissions: ['payment.approve', permission] }),
        ),
      ]).toEqual([permission, '422 access.delegation_not_own'])
    }
    // What was received is not passed on.
    await test.world.delegation({ from: principal, to: officer, permissions: ['payment.approve'] })
    expect(await permissionsOf(officers)).toContain('payment.approve')
    expect(await answerToGiving(officers, delegationTo(coordinator))).toBe('422 access.delegation_not_own')
    expect(await test.database.read.countBy(Delegation, { fromUserId: officer.id })).toBe(0)
  })

  it('to active people of the very same scope only', async () => {
    const { school, principal, principals } = await staff(test)
    const user = (role: 'guardian' | 'teacher', overrides = {}) =>
      test.world.user(role, { school, ...overrides })
    expect(await answerToGiving(principals, delegationTo(principal))).toBe('422 access.delegation_to_self')
    expect(await answerToGiving(principals, delegationTo(await user('guardian')))).toBe(
      '422 access.delegation_not_eligible',
    )
    expect(await answerToGiving(principals, delegationTo(await user('teacher', { isFrozen: true })))).toBe(
      '422 access.delegation_not_eligible',
    )
    expect(
      await answerToGiving(
        principals,
        delegationTo(await test.world.user('school_finance_officer', { school: await test.world.school() })),
      ),
    ).toBe('404 not_found')
    expect(
      await answerToGiving(
        principals,
        delegationTo(await test.world.user('bureau_officer', { regionCode: school.regionCode })),
      ),
    ).toBe('404 not_found')
    expect(await answerToGiving(principals, delegationTo({ id: 987_654 } as User))).toBe('404 not_found')
    expect(await answerToGiving(principals, delegationTo(await user('teacher')))).toBe('201')
    const bureau = await test.as(await test.world.user('bureau_officer'))
    const review = (to: User) => answerToGiving(bureau, delegationTo(to, { permissions: ['plan.review'] }))
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
    const { officer, principals } = await staff(test)
    expect(await answerToGiving(principals, delegationTo(officer, { startsOn: '2026-11-19' }))).toBe(
      '422 access.delegation_in_past',
    )
    expect(await answerToGiving(principals, delegationTo(officer, { endsOn: '2026-11-19' }))).toBe(
      '422 access.delegation_dates',
    )
    const long = await principals.post('/api/delegations', delegationTo(officer, { endsOn: '2027-02-18' }))
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
      expect((await principals.post('/api/delegations', delegationTo(officer, wrong))).status).toBe(400)
    }
    expect(await answerToGiving(principals, delegationTo(officer, { endsOn: '2027-02-17' }))).toBe('201')
  })

  it('to one person at a time for one thing, to several for several', async () => {
    const { officer, coordinator, principals } = await staff(test)
    const first = (await principals.post('/api/delegations', delegationTo(officer))).body
    const twice = await principals.post(
      '/api/delegations',
      delegationTo(coordinator, {
        startsOn: '2026-11-27',
        endsOn: '2026-12-01',
        permissions: ['plan.write', 'payment.approve'],
      }),
    )
    expect([twice.status, twice.body.code]).toEqual([422, 'access.delegation_given_already'])
    expect(twice.body.message).toBe(
      `其中有的事项已授权给${officer.displayName}（2026-11-20 至 2026-11-27）。同一事项同一时间只能授权给一个人，请先收回，或改日期。`,
    )
    expect(
      await answerToGiving(principals, delegationTo(coordinator, { permissions: ['timetable.publish'] })),
    ).toBe('201')
    expect(
      await answerToGiving(
        principals,
        delegationTo(coordinator, { startsOn: '2026-11-28', endsOn: '2026-12-01' }),
      ),
    ).toBe('201')
    await principals.post(`/api/delegations/${first.id}/revoke`)
    expect(await answerToGiving(principals, delegationTo(coordinator))).toBe('201')
  })

  it('to nobody who does the same for somebody else', async () => {
    const { school, principal, officer, principals } = await staff(test)
    const second = await test.world.user('principal', { school })
    await test.world.delegation({ from: second, to: officer, permissions: ['payment.approve'] })
    const both = await principals.post('/api/delegations', delegationTo(officer))
    expect([both.status, both.body.code]).toEqual([422, 'access.delegation_received_already'])
    expect(both.body.message).toContain(`已代${second.displayName}办理`)
    await test.database.transaction((tx) => tx.update('user', { id: second.id }, { isFrozen: true }))
    expect(await answerToGiving(principals, delegationTo(officer))).toBe('201')
    expect(await test.database.read.countBy(Delegation, { fromUserId: principal.id })).toBe(1)
  })

  it('once when two are given or revoked at the same moment', async () => {
    const { principal, officer, coordinator, principals } = await staff(test)
    const answers = await Promise.all(
      [officer, coordinator].map((to) => principals.post('/api/delegations', delegationTo(to))),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
    const [row] = await test.database.read.findBy(Delegation, { fromUserId: principal.id })
    const revoked = await Promise.all([1, 2].map(() => principals.post(`/api/delegations/${row!.id}/revoke`)))
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
    const { school, officer, principals } = await staff(test)
    const others = await test.as(await test.world.user('principal', { school }))
    const answers = await Promise.all(
      [principals, others].map((client) => client.post('/api/delegations', delegationTo(officer))),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
  })
})
