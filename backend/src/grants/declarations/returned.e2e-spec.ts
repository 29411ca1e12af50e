import { type Client, TestApp } from '../../../test/app.js'
import { type FundedSchool, fundedSchool } from '../../../test/funding-world.js'
import { Transition } from '../../audit/index.js'
import { verifyLedger } from '../../ledger/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { Declaration } from './declaration.entity.js'

/** A day as a sheet keeps it. */
const on = (day: string) => Date.parse(day) / 86_400_000 + 25_569

describe('a declaration that goes back to its school', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  /** Checked by education; by finance as well, and published, where that is asked for. */
  async function checked(funded: FundedSchool, { isPublished = false } = {}): Promise<number> {
    const { id } = (
      await funded.officer.post('/api/declarations', {
        schoolId: funded.school.id,
        fundId: funded.fund.id,
        fiscalYear: 2026,
      })
    ).body
    await funded.officer.post(`/api/declarations/${id}/submit`)
    await funded.education.post(`/api/declarations/${id}/check`)
    if (!isPublished) return id as number
    await funded.finance.post(`/api/declarations/${id}/finance-check`)
    const answer = await funded.education.post('/api/declarations/publish', { declarationIds: [id] })
    expect(answer.status).toBe(200)
    return id as number
  }
  const board = async (funded: FundedSchool) =>
    (await funded.officer.get('/api/funding/board', { schoolId: funded.school.id, fiscalYear: 2026 })).body
      .totals

  /** Needs a reason, goes once, takes back what was declared, and lets the school hand it in again. */
  async function expectReturned(
    funded: FundedSchool,
    id: number,
    {
      event,
      from,
      post,
    }: { event: string; from: string; post: (body?: object) => ReturnType<Client['post']> },
  ): Promise<void> {
    expect(await board(funded)).toMatchObject({ declaredFen: 2_000_000 })
    expect((await post()).body.code).toBe('state.comment_needed')
    expect((await test.database.read.findOneByOrFail(Declaration, { id })).status).toBe(from)
    const answers = await Promise.all([1, 2].map(() => post({ comment: '少报了一个班' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await test.database.read.findOneByOrFail(Declaration, { id })).status).toBe('returned')
    expect(
      await test.database.read.findBy(Transition, { entity: 'declaration', entityId: id, event }),
    ).toMatchObject([{ fromState: from, toState: 'returned', comment: '少报了一个班' }])
    expect(await board(funded)).toMatchObject({ entitledFen: 2_000_000, declaredFen: 0 })
    expect((await funded.officer.post(`/api/declarations/${id}/submit`)).body.status).toBe('submitted')
    expect(await board(funded)).toMatchObject({ declaredFen: 2_000_000 })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  }

  it('is referred back by the finance office', async () => {
    const funded = await fundedSchool(test)
    const id = await checked(funded)
    const post = (client: Client, body?: object) => client.post(`/api/declarations/${id}/refer-back`, body)
    expect((await post(funded.education, { comment: '不对' })).status).toBe(403)
    await expectReturned(funded, id, {
      event: 'refer-back',
      from: 'education_checked',
      post: (body) => post(funded.finance, body),
    })
  })

  it('is rejected while it is public, by somebody who has not checked it', async () => {
    const funded = await fundedSchool(test)
    const id = await checked(funded, { isPublished: true })
    const post = (client: Client, body?: object) => client.post(`/api/declarations/${id}/reject`, body)
    expect((await post(funded.education, { comment: '不对' })).status).toBe(403)
    expect((await post(funded.finance, { comment: '不对' })).body.code).toBe('state.same_person')
    await expectReturned(funded, id, {
      event: 'reject',
      from: 'publishing',
      post: (body) => post(funded.treasurer, body),
    })
  })

  it('is sent back by the office that published it, and by no school', async () => {
    const funded = await fundedSchool(test)
    const id = await checked(funded, { isPublished: true })
    const post = (client: Client, body?: object) => client.post(`/api/declarations/${id}/object`, body)
    expect((await post(funded.finance, { comment: '不对' })).status).toBe(403)
    const other = await test.as(await test.world.user('school_finance_officer', { school: funded.school }))
    expect((await post(other, { comment: '不对' })).body.code).toBe('funding.office_publishes')
    await expectReturned(funded, id, {
      event: 'object',
      from: 'publishing',
      post: (body) => post(funded.education, body),
    })
  })

  it('stands in the exported list with its state and its sum, as all of the fund do', async () => {
    const first = await fundedSchool(test, 2)
    const second = await fundedSchool(test, 3, first.fund)
    const id = await checked(first)
    await first.finance.post(`/api/declarations/${id}/refer-back`, { comment: '少报了一个班' })
    await checked(second)
    const rows = async (client: Client) =>
      readWorkbook(
        (await client.get('/api/declarations/export.xlsx', { fundId: first.fund.id, sort: 'id' })).raw,
        'declarations.xlsx',
      ).sheets[0]!.rows.map(({ cells }) => cells)
    const [titles, ...ofBoth] = await rows(first.education)
    expect(titles).toEqual([
      '学校',
      '年度',
      '申报期',
      '资金',
      '补充申报序号',
      '班级数',
      '学生数',
      '申报金额',
      '计数日',
      '依据',
      '状态',
    ])
    const row = ({ school, classes }: FundedSchool, state: string) => [
      school.name,
      2026,
      '2026年度',
      '课后看护经费',
      0,
      classes.length,
      classes.length,
      classes.length * 10_000,
      on('2026-10-01'),
      '同财教〔2019〕1号',
      state,
    ]
    expect(ofBoth).toEqual([row(first, '已退回'), row(second, '等财政局审核')])
    expect(await rows(second.officer)).toEqual([titles, row(second, '等财政局审核')])
  })
})
