import { TestApp } from '../../../test/app.js'
import { approvedDeclaration, fundedSchool, issuedNotice } from '../../../test/funding-world.js'
import { Appropriation } from './appropriation.entity.js'
import { AppropriationLine } from './appropriation-line.entity.js'

describe('appropriations', () => {
  let test: TestApp
  beforeAll(async () => { test = await TestApp.start() })
  afterAll(() => test.stop())

  it('drafts a notice of all approved declarations that adds up exactly', async () => {
    const first = await fundedSchool(test, 2)
    const second = await fundedSchool(test, 3, first.fund)
    await approvedDeclaration(test, first)
    await approvedDeclaration(test, second)
    const draft = await first.education.post('/api/appropriations', { fundId: first.fund.id, fiscalYear: 2026, title: '关于下达课后看护经费的通知' })
    expect(draft.status).toBe(201)
    expect(draft.body).toMatchObject({ status: 'draft', totalFen: 5_000_000, documentNumber: null, actions: ['submit', 'delete'] })
    expect(draft.body.lines.map((line: { amountFen: number; classCount: number }) => [line.classCount, line.amountFen])).toEqual([[2, 2_000_000], [3, 3_000_000]])
    const nothing = await first.education.post('/api/appropriations', { fundId: first.fund.id, fiscalYear: 2026, title: '再来一次' })
    expect([nothing.status, nothing.body.code]).toEqual([422, 'funding.nothing_approved'])
  })

  it('is drafted, signed by education and issued by finance, by three people', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const { id } = (await funded.education.post('/api/appropriations', { fundId: funded.fund.id, fiscalYear: 2026, title: '通知' })).body
    expect((await funded.bureau.post(`/api/appropriations/${id}/countersign`)).body.code).toBe('state.not_possible')
    await funded.education.post(`/api/appropriations/${id}/submit`)
    expect((await funded.education.post(`/api/appropriations/${id}/countersign`)).status).toBe(403)
    expect((await funded.bureau.post(`/api/appropriations/${id}/send-back`, { comment: '标题不完整' })).body.status).toBe('draft')
    await funded.education.post(`/api/appropriations/${id}/submit`)
    await funded.bureau.post(`/api/appropriations/${id}/countersign`)
    expect((await funded.finance.post(`/api/appropriations/${id}/issue`)).body.fields[0].field).toBe('documentNumber')
    const issued = await funded.finance.post(`/api/appropriations/${id}/issue`, { documentNumber: '同财教〔2026〕45号' })
    expect(issued.body).toMatchObject({ status: 'issued', documentNumber: '同财教〔2026〕45号', issuedOn: '2026-11-20', actions: [] })
    expect((await funded.bureau.get('/api/transitions', { entity: 'appropriation', entityId: id })).body.map((row: { event: string }) => row.event))
      .toEqual(['submit', 'send-back', 'submit', 'countersign', 'issue'])
  })

  it('takes each document number once', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const { id } = (await funded.education.post('/api/appropriations', { fundId: funded.fund.id, fiscalYear: 2026, title: '通知' })).body
    await funded.education.post(`/api/appropriations/${id}/submit`)
    await funded.bureau.post(`/api/appropriations/${id}/countersign`)
    const taken = await funded.finance.post(`/api/appropriations/${id}/issue`, { documentNumber: '同财教〔2026〕45号' })
    expect([taken.status, taken.body.code]).toEqual([422, 'funding.document_number_taken'])
    expect((await test.database.read.findOneByOrFail(Appropriation, { id })).status).toBe('countersigned')
  })

  it('refuses a notice whose attachment no longer adds up', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const { id } = (await funded.education.post('/api/appropriations', { fundId: funded.fund.id, fiscalYear: 2026, title: '通知' })).body
    await test.database.transaction((tx) => tx.update(AppropriationLine, { appropriationId: id }, { amountFen: 1_999_999 as never }))
    const wrong = await funded.education.post(`/api/appropriations/${id}/submit`)
    expect([wrong.status, wrong.body.code]).toEqual([422, 'funding.sum_differs'])
    expect(wrong.body.message).toContain('¥20,000.00')
  })

  it('frees its declarations when a draft is thrown away', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const { id } = (await funded.education.post('/api/appropriations', { fundId: funded.fund.id, fiscalYear: 2026, title: '通知' })).body
    expect((await funded.education.delete(`/api/appropriations/${id}`)).status).toBe(204)
    expect((await issuedNotice(funded)).lines).toHaveLength(1)
  })

  it('grants a claim once when two notices are drafted at the same moment', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const other = await test.as(await test.world.user('education_finance_officer'))
    const given = { fundId: funded.fund.id, fiscalYear: 2026, title: '同时起草' }
    const answers = await Promise.all([funded.education.post('/api/appropriations', given), other.post('/api/appropriations', given)])
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(await test.database.read.countBy(AppropriationLine, { schoolId: funded.school.id })).toBe(1)
  })

  it('shows a school its own row of an issued notice, and others nothing', async () => {
    const first = await fundedSchool(test)
    const second = await fundedSchool(test, 1, first.fund)
    await approvedDeclaration(test, first)
    await approvedDeclaration(test, second)
    const draft = await first.education.post('/api/appropriations', { fundId: first.fund.id, fiscalYear: 2026, title: '草稿' })
    expect((await first.officer.get(`/api/appropriations/${draft.body.id}`)).status).toBe(404)
    await first.education.delete(`/api/appropriations/${draft.body.id}`)
    const notice = await issuedNotice(first)
    expect((await first.officer.get(`/api/appropriations/${notice.id}`)).body.lines.map((line: { schoolId: number }) => line.schoolId)).toEqual([first.school.id])
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.get(`/api/appropriations/${notice.id}`)).status).toBe(404)
    const district = await test.as(await test.world.user('education_finance_officer', { regionCode: '140213' }))
    expect((await district.get(`/api/appropriations/${notice.id}`)).body).toMatchObject({ actions: [] })
    expect((await district.delete(`/api/appropriations/${notice.id}`)).status).toBe(403)
  })
})
