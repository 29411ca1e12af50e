import { TestApp } from '../../../test/app.js'
import { approvedDeclaration, fundedSchool } from '../../../test/funding-world.js'
import { Transition } from '../../audit/index.js'
import { LedgerEntry } from '../ledger/ledger-entry.entity.js'
import { Declaration } from './declaration.entity.js'

describe('declarations', () => {
  let test: TestApp
  beforeAll(async () => { test = await TestApp.start() })
  afterAll(() => test.stop())

  it('is prefilled with the classes on the count date × the standard in force', async () => {
    const funded = await fundedSchool(test, 3)
    await test.world.student({ school: funded.school, homeClass: funded.classes[0]! })
    await test.world.student({ school: funded.school, homeClass: funded.classes[0]!, leftOn: '2026-09-15' })
    await test.world.homeClass({ school: funded.school, number: 9, isActive: false })
    await test.world.homeClass({ school: funded.school, number: 8, schoolYear: 2025 })
    const created = await funded.officer.post('/api/declarations', { schoolId: funded.school.id, fundId: funded.fund.id, fiscalYear: 2026 })
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({ status: 'draft', classCount: 3, amountFen: 3_000_000, countedOn: '2026-10-01', standardAmountFen: 1_000_000, actions: ['submit', 'update'] })
    expect(created.body.lines.map((line: { className: string; studentCount: number; amountFen: number }) => [line.className, line.studentCount, line.amountFen]))
      .toEqual([['三(1)班', 1, 1_000_000], ['三(2)班', 0, 1_000_000], ['三(3)班', 0, 1_000_000]])
    const again = await funded.officer.post('/api/declarations', { schoolId: funded.school.id, fundId: funded.fund.id, fiscalYear: 2026 })
    expect([again.status, again.body.code]).toEqual([422, 'funding.declaration_exists'])
  })

  it('says "not entitled" where no standard is in force', async () => {
    const funded = await fundedSchool(test)
    const early = await funded.officer.post('/api/declarations', { schoolId: funded.school.id, fundId: funded.fund.id, fiscalYear: 2018 })
    expect([early.status, early.body.code]).toEqual([422, 'funding.not_entitled'])
  })

  it('goes from the school to the education office to the finance office, and posts each step', async () => {
    const funded = await fundedSchool(test)
    const id = await approvedDeclaration(test, funded)
    expect(await test.database.read.findOneBy(Declaration, { id })).toMatchObject({ status: 'approved', amountFen: 2_000_000, snapshotHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await test.database.read.find(Transition, { where: { entity: 'declaration', entityId: id }, order: { id: 'ASC' } })).map((row) => `${row.fromState}→${row.toState}`))
      .toEqual(['draft→submitted', 'submitted→education_checked', 'education_checked→approved'])
    const entries = await test.database.read.find(LedgerEntry, { where: { sourceEntity: 'declaration', sourceId: id }, order: { id: 'ASC' } })
    expect(entries.map((entry) => entry.kind)).toEqual(['entitle', 'entitle', 'declare', 'declare', 'approve', 'approve'])
  })

  it('is sent back with a reason, mended and submitted again; what was declared is taken back meanwhile', async () => {
    const funded = await fundedSchool(test)
    const { id } = (await funded.officer.post('/api/declarations', { schoolId: funded.school.id, fundId: funded.fund.id, fiscalYear: 2026 })).body
    await funded.officer.post(`/api/declarations/${id}/submit`)
    expect((await funded.education.post(`/api/declarations/${id}/send-back`)).body.code).toBe('state.comment_needed')
    expect((await funded.education.post(`/api/declarations/${id}/send-back`, { comment: '少报了一个班' })).body.status).toBe('returned')
    const board = async () => (await funded.officer.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })).body.totals
    expect(await board()).toMatchObject({ entitledFen: 2_000_000, declaredFen: 0 })
    await test.world.homeClass({ school: funded.school, number: 7 })
    expect((await funded.officer.post(`/api/declarations/${id}/recount`)).body).toMatchObject({ classCount: 3, amountFen: 3_000_000 })
    expect((await funded.officer.post(`/api/declarations/${id}/submit`)).body.status).toBe('submitted')
    expect(await board()).toMatchObject({ entitledFen: 3_000_000, declaredFen: 3_000_000, approvedFen: 0 })
  })

  it('lets nobody take two steps, and everybody only their own', async () => {
    const funded = await fundedSchool(test)
    const { id } = (await funded.officer.post('/api/declarations', { schoolId: funded.school.id, fundId: funded.fund.id, fiscalYear: 2026 })).body
    expect((await funded.education.post(`/api/declarations/${id}/check`)).body.code).toBe('state.not_possible')
    await funded.officer.post(`/api/declarations/${id}/submit`)
    expect((await funded.officer.post(`/api/declarations/${id}/check`)).status).toBe(403)
    await funded.education.post(`/api/declarations/${id}/check`)
    // The same person, moved to the finance bureau in the meantime, still may not approve what she has checked.
    await test.database.transaction((tx) => tx.update('user', { id: funded.educationUser.id }, { role: 'finance_bureau_officer' }))
    const second = await funded.education.post(`/api/declarations/${id}/approve`)
    expect([second.status, second.body.code]).toEqual([422, 'state.same_person'])
    expect((await funded.education.get(`/api/declarations/${id}`)).body.actions).toEqual([])
  })

  it('moves once when two approve at the same moment', async () => {
    const funded = await fundedSchool(test)
    const { id } = (await funded.officer.post('/api/declarations', { schoolId: funded.school.id, fundId: funded.fund.id, fiscalYear: 2026 })).body
    await funded.officer.post(`/api/declarations/${id}/submit`)
    const other = await test.as(await test.world.user('education_finance_officer'))
    const answers = await Promise.all([funded.education.post(`/api/declarations/${id}/check`), other.post(`/api/declarations/${id}/check`)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await test.database.read.countBy(Transition, { entity: 'declaration', entityId: id, event: 'check' })).toBe(1)
  })

  it('shows the share of the service where the fund has two purposes', async () => {
    const school = await test.world.school({ stage: 'junior_secondary' })
    const fund = await test.world.fund({ purposes: [{ stage: 'junior_secondary', service: 'after_school_junior', other: 'school_general' }] })
    await test.world.standard({ fund, stage: 'junior_secondary', amountFen: 3_000_000 as never })
    await test.world.homeClass({ school })
    const officer = await test.as(await test.world.user('school_finance_officer', { school }))
    const created = await officer.post('/api/declarations', { schoolId: school.id, fundId: fund.id, fiscalYear: 2026, serviceSharePerMille: 400 })
    expect(created.body).toMatchObject({ amountFen: 3_000_000, serviceSharePerMille: 400, otherPurpose: 'school_general' })
    const rows = (await officer.get('/api/funding/board', { schoolId: school.id, fiscalYear: 2026 })).body.rows
    expect(rows.map((row: { purpose: string; figures: { entitledFen: number } }) => [row.purpose, row.figures.entitledFen])).toEqual([['after_school_junior', 1_200_000], ['school_general', 1_800_000]])
  })

  it('is invisible to another school and another district', async () => {
    const funded = await fundedSchool(test)
    const id = await approvedDeclaration(test, funded)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.get(`/api/declarations/${id}`)).status).toBe(404)
    expect((await stranger.get('/api/declarations', { schoolId: funded.school.id })).body.total).toBe(0)
    expect((await stranger.post('/api/declarations', { schoolId: funded.school.id, fundId: funded.fund.id, fiscalYear: 2027 })).status).toBe(404)
    const elsewhere = await test.as(await test.world.user('education_finance_officer', { regionCode: '140299' }))
    expect((await elsewhere.get(`/api/declarations/${id}`)).status).toBe(404)
  })
})
