import { TestApp } from '../../../test/app.js'
import {
  approvedDeclaration,
  type FundedSchool,
  fundedSchool,
  issuedNotice,
} from '../../../test/funding-world.js'
import { AuditEntry } from '../../audit/index.js'
import { Objection } from './objection.entity.js'

const day = '2026-11-16T01:00:00Z'

describe('publications', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  beforeEach(() => test.clock.set(day))
  afterAll(() => test.stop())

  async function checked(funded: FundedSchool): Promise<number> {
    const { id } = (
      await funded.officer.post('/api/declarations', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
    await funded.officer.post(`/api/declarations/${id}/submit`)
    await funded.education.post(`/api/declarations/${id}/check`)
    await funded.finance.post(`/api/declarations/${id}/finance-check`)
    return id as number
  }

  it('show checked declarations to everybody for five working days, schools and sums only', async () => {
    const funded = await fundedSchool(test, 2)
    const other = await fundedSchool(test, 3, funded.fund)
    const ids = [await checked(funded), await checked(other)]
    const answer = await funded.education.post('/api/declarations/publish', { declarationIds: ids })
    expect(answer.body).toMatchObject({ count: 2, closesOn: '2026-11-23' })
    const page = (await test.signedOut.get(`/api/public/publications/${answer.body.slug}`)).body
    expect(page).toMatchObject({
      kind: 'declarations',
      isOpen: true,
      totals: ['合计', 5, 5_000_000],
      totalsTitleEn: 'Total',
      objectionCount: 0,
    })
    expect(page.rows).toEqual(
      expect.arrayContaining([
        [funded.school.name, 2, 2_000_000],
        [other.school.name, 3, 3_000_000],
      ]),
    )
    expect(page.rowTitlesEn).toHaveLength(page.rows.length)
    expect(
      (await test.signedOut.get('/api/public/publications', { period: 'open' })).body.items.map(
        (each: { slug: string }) => each.slug,
      ),
    ).toContain(answer.body.slug)
    const early = await funded.treasurer.post(`/api/declarations/${ids[0]}/approve`)
    expect([early.status, early.body.code, early.body.params.closesOn]).toEqual([
      422,
      'funding.publication_running',
      '2026-11-23',
    ])
    test.clock.set('2026-11-24T01:00:00Z')
    const treasurer = await test.as(await test.world.user('finance_bureau_officer'))
    expect((await treasurer.post(`/api/declarations/${ids[0]}/approve`)).body.status).toBe('approved')
    expect(
      (await test.signedOut.get('/api/public/publications', { period: 'past' })).body.items.map(
        (each: { slug: string }) => each.slug,
      ),
    ).toContain(answer.body.slug)
  })

  it('refuse what is not checked, of two funds, or of another region', async () => {
    const funded = await fundedSchool(test)
    const { id } = (
      await funded.officer.post('/api/declarations', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
    expect(
      (await funded.education.post('/api/declarations/publish', { declarationIds: [id] })).body.code,
    ).toBe('funding.publish_unchecked')
    const [first, second] = [await checked(await fundedSchool(test)), await checked(await fundedSchool(test))]
    expect(
      (await funded.education.post('/api/declarations/publish', { declarationIds: [first, second] })).body
        .code,
    ).toBe('funding.publish_one_fund')
    expect(
      (await funded.officer.post('/api/declarations/publish', { declarationIds: [first] })).body.code,
    ).toBe('funding.office_publishes')
    expect(
      (await funded.principal.post('/api/declarations/publish', { declarationIds: [first] })).status,
    ).toBe(403)
    expect((await funded.education.post('/api/declarations/publish', { declarationIds: [] })).status).toBe(
      400,
    )
    const answers = await Promise.all(
      [1, 2].map(() => funded.education.post('/api/declarations/publish', { declarationIds: [first] })),
    )
    expect(answers.map((answer) => answer.status).filter((status) => status === 200)).toHaveLength(1)
  })

  it('take objections without signing in; a right one sends the declaration back, the answer is found by its number', async () => {
    const funded = await fundedSchool(test)
    const id = await checked(funded)
    const { slug, publicationId } = (
      await funded.education.post('/api/declarations/publish', { declarationIds: [id] })
    ).body
    expect(
      (await test.signedOut.post(`/api/public/publications/${slug}/objections`, { body: '太短' })).status,
    ).toBe(400)
    const raised = await test.signedOut.post(`/api/public/publications/${slug}/objections`, {
      body: '三年级只有一个班，不是两个班。',
      contact: '13800001234',
    })
    expect(raised.body).toMatchObject({
      ticket: expect.stringMatching(/^[2-9A-Z]{10}$/),
      dueOn: '2026-11-30',
    })
    expect(await test.database.read.findOneBy(Objection, { publicationId })).toMatchObject({
      contactSealed: expect.stringMatching(/^v1\./),
      ticketHash: expect.not.stringContaining(raised.body.ticket),
    })
    expect(await test.database.read.findOneBy(AuditEntry, { action: 'objection.raise' })).toMatchObject({
      actorId: null,
      requestId: expect.any(String),
    })
    test.clock.set('2026-11-24T01:00:00Z')
    const education = await test.as(funded.educationUser)
    const treasurer = await test.as(await test.world.user('finance_bureau_officer'))
    const blocked = await treasurer.post(`/api/declarations/${id}/approve`)
    expect([blocked.status, blocked.body.code, blocked.body.params.count]).toEqual([
      422,
      'funding.objections_open',
      1,
    ])
    const [objection] = (await education.get('/api/objections', { publicationId })).body.items
    expect(objection).toMatchObject({
      contact: '13800001234',
      status: 'open',
      actions: ['uphold', 'dismiss'],
    })
    const school = await test.as(await test.world.user('principal', { school: funded.school }))
    expect((await school.get('/api/objections', { publicationId })).body.items[0]).toMatchObject({
      contact: null,
      actions: [],
    })
    expect(
      (await education.post(`/api/objections/${objection.id}/uphold`, { declarationId: id })).body.code,
    ).toBe('state.comment_needed')
    const answers = await Promise.all(
      [1, 2].map(() =>
        education.post(`/api/objections/${objection.id}/uphold`, {
          comment: '经核实，请学校重新计数。',
          declarationId: id,
        }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect((await education.get(`/api/declarations/${id}`)).body.status).toBe('returned')
    expect(
      (await test.signedOut.get(`/api/public/objections/${String(raised.body.ticket).toLowerCase()}`)).body,
    ).toMatchObject({ status: 'upheld', reply: '经核实，请学校重新计数。' })
    expect((await test.signedOut.get('/api/public/objections/AAAAAAAAAA')).status).toBe(404)
    expect((await test.signedOut.get(`/api/public/publications/${slug}`)).body).toMatchObject({
      objectionCount: 1,
      openObjectionCount: 0,
      upheldCount: 1,
    })
    const late = await test.signedOut.post(`/api/public/publications/${slug}/objections`, {
      body: '我来晚了一天。',
    })
    expect([late.status, late.body.code]).toEqual([422, 'funding.publication_closed'])
    // A declaration of another publication cannot be sent back with it.
    expect((await education.post(`/api/publications/${publicationId}/archive`)).body.status).toBe('archived')
  })

  it('show an issued notice once, and say so when it is withdrawn', async () => {
    const funded = await fundedSchool(test)
    await approvedDeclaration(test, funded)
    const notice = await issuedNotice(funded)
    const answers = await Promise.all(
      [1, 2].map(() =>
        funded.education.post('/api/publications', { kind: 'appropriation', subjectId: notice.id }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
    const made = answers.find((answer) => answer.status === 201)!.body
    expect(made).toMatchObject({
      kind: 'appropriation',
      totals: ['合计', 2, 2_000_000],
      actions: ['retract'],
    })
    expect(
      (await funded.officer.post('/api/publications', { kind: 'appropriation', subjectId: notice.id }))
        .status,
    ).toBe(404)
    const district = await test.as(
      await test.world.user('education_finance_officer', { regionCode: '140214' }),
    )
    expect((await district.get(`/api/publications/${made.id}`)).body).toMatchObject({
      id: made.id,
      actions: [],
    })
    const ofNotice = (id: number) =>
      funded.education.get(`/api/publications?subjectEntity=appropriation&subjectId=${id}`)
    expect((await ofNotice(notice.id)).body.items.map((each: { id: number }) => each.id)).toEqual([made.id])
    expect((await ofNotice(notice.id + 1)).body.items).toEqual([])
    expect((await district.post(`/api/publications/${made.id}/retract`, { comment: '不对' })).status).toBe(
      404,
    )
    expect((await funded.education.post(`/api/publications/${made.id}/retract`)).body.code).toBe(
      'state.comment_needed',
    )
    expect(
      (await funded.education.post(`/api/publications/${made.id}/retract`, { comment: '附表有误' })).body
        .status,
    ).toBe('withdrawn')
    expect((await test.signedOut.get(`/api/public/publications/${made.slug}`)).body).toMatchObject({
      isWithdrawn: true,
      isOpen: false,
    })
    expect(
      (await funded.education.post('/api/publications', { kind: 'appropriation', subjectId: notice.id }))
        .status,
    ).toBe(201)
  })
})
