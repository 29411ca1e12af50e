import { TestApp } from '../../../test/app.js'
import { allotted, fundedSchool, paid } from '../../../test/funding-world.js'
import { readWorkbook } from '../../platform/sheets/index.js'

describe('the entries of a ledger', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  it('opens a journal with its lines, its source and what ended or took back', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const payment = await paid(funded, { allotmentId: allotmentId!, amountFen: 100 })
    const entries = (
      await funded.officer.get('/api/ledger-entries', { sourceEntity: 'payment', sourceId: payment })
    ).body.items
    const by = (kind: string) => entries.find((entry: { kind: string }) => entry.kind === kind)
    const [reserved, spent] = [by('reserve').journalId as number, by('spend').journalId as number]
    expect((await funded.officer.get(`/api/ledger-entries/${reserved}`)).body).toMatchObject({
      phase: 'pending',
      amountFen: 100,
      lines: [{ id: `${reserved}-1`, debitAccount: 'E530', creditAccount: 'A110', amountFen: 100 }],
      related: [{ id: spent, kind: 'spend', relation: 'settled_by' }],
      sourceEntity: 'payment',
      sourceId: payment,
      sourceHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    await funded.finance.post(`/api/payments/${payment}/register-return`, { comment: '账户已销户' })
    expect((await funded.officer.get(`/api/ledger-entries/${spent}`)).body).toMatchObject({
      phase: 'post',
      related: [
        { id: reserved, relation: 'settles' },
        { kind: 'un-spend', relation: 'reversed_by' },
      ],
    })
    expect(
      (await funded.officer.get('/api/ledger-entries', { account: 'E530', month: '2026-11' })).body.items,
    ).toMatchObject([{ journalId: spent }, { kind: 'un-spend' }])
    const figure = (name: string) => funded.officer.get('/api/ledger-entries', { figure: name })
    expect((await figure('committed')).body.items).toMatchObject([
      { kind: 'reserve', effectFen: 100 },
      { kind: 'spend', effectFen: -100 },
      { kind: 'reserve', effectFen: 100 },
    ])
    expect((await figure('spent')).body.items).toMatchObject([{ effectFen: 100 }, { effectFen: -100 }])
    expect(
      (await funded.officer.get('/api/ledger-entries', { ids: `${reserved},${spent}` })).body.items,
    ).toHaveLength(2)
    expect((await funded.officer.get('/api/ledger-entries', { month: '2026-12' })).body.total).toBe(0)
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect((await stranger.get(`/api/ledger-entries/${spent}`)).status).toBe(404)
  })

  it('exports every entry with its amount, to the fen', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    await paid(funded, { allotmentId: allotmentId!, amountFen: 12_345 })
    const exported = async (query = {}) =>
      readWorkbook(
        (await funded.officer.get('/api/ledger-entries/export.xlsx', query)).raw,
        'ledger-entries.xlsx',
      ).sheets[0]!.rows.map(({ cells }) => cells)
    const { items } = (await funded.officer.get('/api/ledger-entries', { pageSize: 200 })).body as {
      items: Record<string, unknown>[]
    }
    const [titles, ...rows] = await exported()
    expect(titles).toEqual(['序号', '记账时间', '事项', '班级', '借方', '贷方', '金额', '用途', '年度'])
    expect(rows).toHaveLength(items.length)
    expect(rows.map((cells) => [cells[0], Math.round(Number(cells[6]) * 100)])).toEqual(
      items.map(({ sequence, amountFen }) => [sequence, amountFen]),
    )
    const spent = items.find(({ kind }) => kind === 'spend')!
    expect(await exported({ account: 'E530' })).toEqual([
      titles,
      [spent['sequence'], spent['postedAt'], '支出', '三(1)班', 'E530', 'A110', 123.45, '小学课后服务', 2026],
    ])
    const stranger = await test.as(await test.world.user('school_finance_officer'))
    expect(
      readWorkbook((await stranger.get('/api/ledger-entries/export.xlsx')).raw, 'e.xlsx').sheets[0]!.rows,
    ).toHaveLength(1)
  })
})
