import { TestApp } from '../../../test/app.js'
import { approvedDeclaration, fundedSchool, periodOver } from '../../../test/funding-world.js'
import { Transition } from '../../audit/index.js'
import { Claim } from '../appropriations/claim.entity.js'
import { LedgerJournal } from '../../ledger/index.js'
import { Declaration } from './declaration.entity.js'

describe('the steps of a declaration', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('goes from the school to the education office to the finance office, and posts each step', async () => {
    const funded = await fundedSchool(test)
    const id = await approvedDeclaration(test, funded)
    expect(await test.database.read.findOneBy(Declaration, { id })).toMatchObject({
      status: 'approved',
      amountFen: 2_000_000,
      snapshotHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(
      (
        await test.database.read.find(Transition, {
          where: { entity: 'declaration', entityId: id },
          order: { id: 'ASC' },
        })
      ).map((row) => `${row.fromState}→${row.toState}`),
    ).toEqual([
      'draft→draft',
      'draft→submitted',
      'submitted→education_checked',
      'education_checked→finance_checked',
      'finance_checked→publishing',
      'publishing→approved',
    ])
    const entries = await test.database.read.find(LedgerJournal, {
      where: { sourceEntity: 'declaration', sourceId: id },
      order: { id: 'ASC' },
    })
    expect(entries.map((entry) => entry.kind)).toEqual(['declare', 'approve'])
  })

  it('is sent back with a reason, mended and submitted again; what was declared is taken back meanwhile', async () => {
    const funded = await fundedSchool(test)
    const { id } = (
      await funded.officer.post('/api/declarations', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
    await funded.officer.post(`/api/declarations/${id}/submit`)
    expect((await funded.education.post(`/api/declarations/${id}/send-back`)).body.code).toBe(
      'state.comment_needed',
    )
    expect(
      (await funded.education.post(`/api/declarations/${id}/send-back`, { comment: '少报了一个班' })).body
        .status,
    ).toBe('returned')
    const board = async () =>
      (await funded.officer.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })).body
        .totals
    expect(await board()).toMatchObject({ entitledFen: 2_000_000, declaredFen: 0 })
    const { school } = funded
    await test.world.student({ school, homeClass: await test.world.homeClass({ school, number: 7 }) })
    expect((await funded.officer.post(`/api/declarations/${id}/recount`)).body).toMatchObject({
      classCount: 3,
      amountFen: 3_000_000,
    })
    expect((await funded.officer.post(`/api/declarations/${id}/submit`)).body.status).toBe('submitted')
    expect(await board()).toMatchObject({ entitledFen: 3_000_000, declaredFen: 3_000_000, approvedFen: 0 })
  })

  it('lets nobody take two steps, and everybody only their own', async () => {
    const funded = await fundedSchool(test)
    const { id } = (
      await funded.officer.post('/api/declarations', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
    expect((await funded.education.post(`/api/declarations/${id}/check`)).body.code).toBe(
      'state.not_possible',
    )
    await funded.officer.post(`/api/declarations/${id}/submit`)
    expect((await funded.officer.post(`/api/declarations/${id}/check`)).status).toBe(403)
    await funded.education.post(`/api/declarations/${id}/check`)
    await funded.finance.post(`/api/declarations/${id}/finance-check`)
    await funded.education.post('/api/declarations/publish', { declarationIds: [id] })
    await periodOver(test, id)
    // The same person, moved to the finance bureau in the meantime, still may not approve what she has checked.
    await test.database.transaction((tx) =>
      tx.update('user', { id: funded.educationUser.id }, { role: 'finance_bureau_officer' }),
    )
    const second = await funded.education.post(`/api/declarations/${id}/approve`)
    expect([second.status, second.body.code]).toEqual([422, 'state.same_person'])
    expect((await funded.education.get(`/api/declarations/${id}`)).body.actions).toEqual([])
  })

  it('moves once when two approve at the same moment', async () => {
    const funded = await fundedSchool(test)
    const { id } = (
      await funded.officer.post('/api/declarations', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
    await funded.officer.post(`/api/declarations/${id}/submit`)
    const other = await test.as(await test.world.user('education_finance_officer'))
    const answers = await Promise.all([
      funded.education.post(`/api/declarations/${id}/check`),
      other.post(`/api/declarations/${id}/check`),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(
      await test.database.read.countBy(Transition, { entity: 'declaration', entityId: id, event: 'check' }),
    ).toBe(1)
  })

  it('makes one of two that begin at once, and one move of a check and a withdrawal', async () => {
    const funded = await fundedSchool(test)
    const given = { schoolId: funded.school.id, fundId: funded.fund.id, fiscalYear: 2026 }
    const made = await Promise.all([
      funded.officer.post('/api/declarations', given),
      funded.officer.post('/api/declarations', given),
    ])
    expect(made.map((answer) => answer.status).sort()).toEqual([201, 409])
    const { id } = made.find((answer) => answer.status === 201)!.body
    await funded.officer.post(`/api/declarations/${id}/submit`)
    const moved = await Promise.all([
      funded.education.post(`/api/declarations/${id}/check`),
      funded.officer.post(`/api/declarations/${id}/withdraw`),
    ])
    expect(moved.map((answer) => answer.status).sort()).toEqual([200, 409])
  })

  it('are decided many at once, each by itself, and say why not', async () => {
    const first = await fundedSchool(test)
    const second = await fundedSchool(test, 3, first.fund)
    const ids: number[] = []
    for (const funded of [first, second])
      ids.push(
        (
          await funded.officer.post('/api/declarations', {
            schoolId: funded.school.id,
            fundId: funded.fund.id,
            fiscalYear: 2026,
          })
        ).body.id,
      )
    await first.officer.post(`/api/declarations/${ids[0]!}/submit`)
    await second.officer.post(`/api/declarations/${ids[1]!}/submit`)
    const sum = await first.education.get('/api/declarations/sum', {
      ids: ids.join(','),
      status: 'submitted',
    })
    expect(sum.body).toEqual({ count: 2, schoolCount: 2, amountFen: 5_000_000 })
    expect((await first.education.post(`/api/declarations/${ids[0]!}/check`)).status).toBe(200)
    const many = await first.education.post('/api/declarations/check-many', { ids: [...ids, 999_999] })
    expect(many.body).toEqual({
      done: [ids[1]],
      doneFen: 3_000_000,
      refused: [
        {
          id: ids[0],
          code: 'state.not_possible',
          message: '现在的状态不能办理这一步。',
          params: expect.objectContaining({ event: 'check' }),
        },
        {
          id: 999_999,
          code: 'not_found',
          message: '没有找到，或不在您的范围内。',
          params: { noun: 'declaration', id: 999_999 },
        },
      ],
    })
    expect((await first.officer.post('/api/declarations/check-many', { ids })).status).toBe(403)
    expect((await first.education.post('/api/declarations/check-many', { ids: [] })).status).toBe(400)
    const stale = { ids, revisions: [0, 0] }
    expect((await first.finance.post('/api/declarations/finance-check-many', stale)).body).toMatchObject({
      done: [],
      refused: [{ code: 'state.stale' }, { code: 'state.stale' }],
    })
    expect((await first.finance.post('/api/declarations/finance-check-many', { ids })).body.done).toEqual(ids)
    await first.education.post('/api/declarations/publish', { declarationIds: ids })
    const early = await first.treasurer.inEnglish().post('/api/declarations/approve-many', { ids })
    expect(early.body.refused[0]).toMatchObject({ id: ids[0], code: 'funding.publication_running' })
    await periodOver(test, ids[0]!)
    // Who has checked may not approve, however many at once.
    expect(
      (await first.finance.post('/api/declarations/approve-many', { ids })).body.refused.map(
        (each: { code: string }) => each.code,
      ),
    ).toEqual(['state.same_person', 'state.same_person'])
    expect((await first.treasurer.post('/api/declarations/approve-many', { ids })).body).toMatchObject({
      done: ids,
      doneFen: 5_000_000,
    })
    expect(await test.database.read.countBy(Claim, { fundId: first.fund.id, level: 'city' })).toBe(2)
  })
})
