import { type Client, TestApp } from '../../../test/app.js'
import { type FundedSchool, fundedSchool, received } from '../../../test/funding-world.js'
import { Transition } from '../../audit/index.js'
import { Allotment } from '../../ledger/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { DistributionScheme } from './distribution-scheme.entity.js'

/** A day as a sheet keeps it. */
const on = (day: string) => Date.parse(day) / 86_400_000 + 25_569

describe('the steps of a distribution scheme', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function submitted(funded: FundedSchool): Promise<number> {
    const { id } = (await funded.officer.post('/api/schemes', { receiptId: await received(test, funded) }))
      .body
    await funded.officer.post(`/api/schemes/${id}/submit`, { staffMeetingOn: '2026-11-19' })
    return id as number
  }

  it('is withdrawn by the school before the principal decides, changed and handed in again', async () => {
    const funded = await fundedSchool(test, 2)
    const id = await submitted(funded)
    expect((await funded.principal.post(`/api/schemes/${id}/withdraw`)).status).toBe(403)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.post(`/api/schemes/${id}/withdraw`)).status).toBe(404)
    const answers = await Promise.all([1, 2].map(() => funded.officer.post(`/api/schemes/${id}/withdraw`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 200)!.body).toMatchObject({
      status: 'draft',
      actions: ['submit', 'update', 'delete'],
    })
    expect(await test.database.read.findOneBy(DistributionScheme, { id })).toMatchObject({
      status: 'draft',
      totalFen: 2_000_000,
    })
    expect(
      (
        await test.database.read.find(Transition, {
          where: { entity: 'scheme', entityId: id },
          order: { id: 'ASC' },
        })
      ).map(({ event, toState }) => `${event} ${toState}`),
    ).toEqual(['create draft', 'submit submitted', 'withdraw draft'])
    expect((await funded.principal.post(`/api/schemes/${id}/approve`)).status).toBe(409)
    expect(
      await test.database.read.findBy(Allotment, {
        schoolId: funded.school.id,
        homeClassId: funded.classes[0]!.id,
      }),
    ).toMatchObject([{ receivedFen: 0 }])
    expect((await funded.officer.patch(`/api/schemes/${id}`, { note: '再议' })).body.note).toBe('再议')
    await funded.officer.post(`/api/schemes/${id}/submit`, { staffMeetingOn: '2026-11-20' })
    expect((await funded.principal.post(`/api/schemes/${id}/approve`)).body.status).toBe('approved')
  })

  it('stands in the exported list with its sum and its day', async () => {
    const first = await fundedSchool(test, 2)
    const second = await fundedSchool(test, 3, first.fund)
    await first.principal.post(`/api/schemes/${await submitted(first)}/approve`)
    await submitted(second)
    const rows = async (client: Client) =>
      readWorkbook(
        (await client.get('/api/schemes/export.xlsx', { fundId: first.fund.id, sort: 'id', order: 'asc' }))
          .raw,
        'schemes.xlsx',
      ).sheets[0]!.rows.map(({ cells }) => cells)
    const titles = ['学校', '资金', '年度', '总额', '教职工会议', '状态']
    const row = ({ school }: FundedSchool, yuan: number, status: string) => [
      school.name,
      '课后看护经费',
      2026,
      yuan,
      on('2026-11-19'),
      status,
    ]
    expect(await rows(first.education)).toEqual([
      titles,
      row(first, 20_000, '已到班'),
      row(second, 30_000, '等校长批准'),
    ])
    expect(await rows(first.principal)).toEqual([titles, row(first, 20_000, '已到班')])
  })
})
