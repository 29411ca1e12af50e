import { type Client, TestApp } from '../../../test/app.js'
import { staff } from '../../../test/delegations-world.js'
import { accountOf, allotted, type FundedSchool, fundedSchool } from '../../../test/funding-world.js'
import { AuditEntry, Transition } from '../../audit/index.js'
import type { User } from '../users/user.entity.js'

const start = '2026-11-20T08:00:00Z'

describe('delegations and the separation of duties', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start({ now: start })
  })
  beforeEach(() => test.clock.set(start))
  afterAll(() => test.stop())

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
        lines: [{ allotmentId, amountFen: 100, account: 'E530' }],
        ...accountOf('文具店'),
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

  it('brings what must be seen: a teacher may read the settlements, schemes and months that she decides on', async () => {
    const teacher = await test.world.user('teacher', { school: funded.school })
    const client = await test.as(teacher)
    const permissions = ['settlement.approve', 'scheme.approve', 'period.reopen', 'finding.rectify'] as const
    const paths = ['settlements', 'schemes', `ledger-periods?schoolId=${funded.school.id}`, 'findings']
    for (const path of paths) expect([path, (await client.get(`/api/${path}`)).status]).toEqual([path, 403])
    for (const [i, permission] of permissions.entries()) {
      const { id } = await test.world.delegation({
        from: world.principal,
        to: teacher,
        permissions: [permission],
      })
      expect([permission, (await client.get(`/api/${paths[i]!}`)).status]).toEqual([permission, 200])
      await as.principal.post(`/api/delegations/${id}/revoke`)
    }
  })

  it('notes many moves at once with in whose place they were made', async () => {
    const { school, coordinator } = await staff(test)
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
