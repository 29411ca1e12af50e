import { type Client, TestApp } from '../../../test/app.js'
import {
  allotted,
  type FundedSchool,
  fundedSchool,
  referenceOf,
  sentToBank,
} from '../../../test/funding-world.js'
import { AuditEntry } from '../../audit/index.js'
import { readWorkbook } from '../../platform/sheets/index.js'
import { BankFormat } from './bank-format.entity.js'

const columns = (...fields: string[]) => fields.map((field) => ({ field, title: `T_${field}` }))
const outgoing = columns('reference', 'payee', 'account', 'amountFen')
const incoming = columns('reference', 'amountFen', 'result')

describe('formats of bank files', () => {
  let test: TestApp
  let funded: FundedSchool
  beforeAll(async () => {
    test = await TestApp.start()
    await test.world.region('1402')
    funded = await fundedSchool(test, 1)
  })
  afterAll(() => test.stop())

  let counter = 0
  const named = (rest: object = {}) => {
    counter += 1
    return { name: `格式${counter}`, columns: outgoing, ...rest }
  }
  const made = async (client: Client, rest: object = {}, path = '/api/bank-order-formats') => {
    const answer = await client.post(path, named(rest))
    expect([answer.status, answer.text]).toEqual([201, answer.text])
    return answer.body as { id: number; name: string; revision: number }
  }

  it('are kept with their columns in order; each edit is on record, and what changes nothing moves nothing', async () => {
    const schoolId = funded.school.id
    const given = {
      schoolId,
      name: '工行批量',
      columns: [
        ...outgoing,
        { field: 'fixed', title: '币种', value: '人民币' },
        { field: 'fixed', title: '空列' },
      ],
    }
    const created = await funded.centre.post('/api/bank-order-formats', given)
    expect(created.status).toBe(201)
    expect(created.body).toEqual({
      id: created.body.id,
      schoolId,
      schoolName: funded.school.name,
      regionCode: funded.school.regionCode,
      name: '工行批量',
      columns: given.columns.map((each) => ({ value: null, ...each })),
      words: null,
      isDefault: false,
      revision: 0,
      updatedByName: expect.stringMatching(/^用户/),
      updatedAt: test.clock.now().toISOString(),
      actions: ['update', 'delete'],
    })
    const path = `/api/bank-order-formats/${created.body.id}`
    const changed = await funded.centre.patch(path, { columns: [...outgoing].reverse(), revision: 0 })
    expect(changed.body).toMatchObject({ revision: 1, columns: [{ field: 'amountFen' }, {}, {}, {}] })
    expect((await funded.centre.patch(path, { name: '工行批量' })).body.revision).toBe(1)
    expect((await funded.centre.get(path)).body).toEqual(changed.body)
    expect((await funded.centre.delete(`/api/bank-order-formats/${created.body.id}`)).status).toBe(204)
    expect((await funded.centre.get(path)).status).toBe(404)
    const entries = await test.database.read.findBy(AuditEntry, {
      entity: 'bank_format',
      entityId: created.body.id,
    })
    expect(entries.map(({ action, schoolId: of }) => [action, of])).toEqual([
      ['bank_format.create', schoolId],
      ['bank_format.update', schoolId],
      ['bank_format.update', schoolId],
      ['bank_format.delete', schoolId],
    ])
    expect(Object.keys(entries[1]!.after!).sort()).toEqual(['columns', 'revision'])
  })

  it.each([
    ['out', [...outgoing, { field: 'secret', title: '密码' }], 'field_unknown', '密码'],
    ['out', [...outgoing, { field: 'payee', title: '户名' }], 'field_twice', '收款人全称'],
    ['out', [...outgoing, { field: 'bank', title: 't payee' }], 'title_twice', 't payee'],
    ['out', [...outgoing, { field: 'bank', title: '*' }], 'title_empty', '开户行'],
    ['out', [...outgoing, { field: 'bank', title: '银行', value: '工行' }], 'value_unused', '开户行'],
    ['out', columns('reference', 'payee', 'bank'), 'field_missing', '账号、金额'],
    ['in', columns('reference', 'payee'), 'field_missing', '金额、结果'],
    ['in', [...incoming, { field: 'account', title: '账号' }], 'field_unknown', '账号'],
  ] as const)(
    'going %s are refused with %#: it says which column is wrong',
    async (direction, given, code, word) => {
      const path = direction === 'out' ? '/api/bank-order-formats' : '/api/bank-return-formats'
      const refused = await funded.centre.post(path, named({ columns: given }))
      expect([refused.status, refused.body.fields]).toMatchObject([
        400,
        [{ field: 'columns', code: `funding.bank_format_${code}`, message: expect.stringContaining(word) }],
      ])
    },
  )

  it.each([
    [{ paid: ['成功'], failed: ['失败', ' 成 功'], returned: [] }, 'word_twice'],
    [{ paid: ['OK'], failed: [], returned: ['ＯＫ'] }, 'word_twice'],
    [{ paid: [], failed: ['失败'], returned: [] }, 'word_missing'],
    [{ paid: ['退汇'], failed: ['失败'], returned: [] }, 'word_opposite'],
    [{ paid: ['已付'], failed: ['交易成功'], returned: [] }, 'word_opposite'],
    [{ paid: ['成功', ' '], failed: [], returned: [] }, 'word_empty'],
  ])('are refused with the words %j', async (words, code) => {
    const given = named({ columns: incoming, words })
    const refused = await funded.officer.post('/api/bank-return-formats', given)
    expect(refused.body.fields).toMatchObject([{ field: 'words', code: `funding.bank_format_${code}` }])
    // Words belong to what comes back.
    expect((await funded.centre.post('/api/bank-order-formats', named({ words }))).status).toBe(400)
  })

  it('belong to their school, or to all of a region, whose schools use and do not change them', async () => {
    const other = await fundedSchool(test, 1)
    const back = { columns: incoming }
    const ofSchool = await made(funded.officer, back, '/api/bank-return-formats')
    const ofRegion = await made(funded.centre, back, '/api/bank-return-formats')
    expect(await test.database.read.findOneByOrFail(BankFormat, { id: ofSchool.id })).toMatchObject({
      schoolId: funded.school.id,
    })
    const idsOf = async (client: Client, query = {}) =>
      (await client.get('/api/bank-return-formats', { pageSize: 200, ...query })).body.items.map(
        ({ id }: { id: number }) => id,
      ) as number[]
    expect(await idsOf(funded.officer)).toEqual(expect.arrayContaining([ofSchool.id, ofRegion.id]))
    expect(await idsOf(other.officer)).toContain(ofRegion.id)
    expect(await idsOf(other.officer)).not.toContain(ofSchool.id)
    expect(await idsOf(funded.centre, { schoolId: other.school.id })).not.toContain(ofSchool.id)
    expect(await idsOf(other.officer, { schoolId: funded.school.id })).not.toContain(ofSchool.id)
    for (const send of [
      () => other.officer.get(`/api/bank-return-formats/${ofSchool.id}`),
      () => other.officer.patch(`/api/bank-return-formats/${ofSchool.id}`, { name: '我的' }),
      () => other.officer.delete(`/api/bank-return-formats/${ofSchool.id}`),
      // What goes out is not found where what comes back is kept.
      () => funded.centre.get(`/api/bank-order-formats/${ofSchool.id}`),
    ])
      expect((await send()).status).toBe(404)
    const shown = await funded.officer.get(`/api/bank-return-formats/${ofRegion.id}`)
    expect(shown.body.actions).toEqual([])
    const refused = await funded.officer.patch(`/api/bank-return-formats/${ofRegion.id}`, { name: '我的' })
    expect([refused.status, refused.body.code]).toEqual([403, 'funding.bank_format_not_own'])
    expect((await funded.officer.post('/api/bank-order-formats', named())).status).toBe(403)
    expect((await funded.principal.post('/api/bank-return-formats', named(back))).status).toBe(403)
    expect((await funded.principal.get(`/api/bank-return-formats/${ofSchool.id}`)).body.actions).toEqual([])
    const elsewhere = await test.as(
      await test.world.user('accounting_centre_officer', { regionCode: '1403' }),
    )
    expect((await elsewhere.get(`/api/bank-return-formats/${ofRegion.id}`)).status).toBe(404)
    const taken = await funded.officer.post('/api/bank-return-formats', { ...back, name: ofSchool.name })
    expect([taken.status, taken.body.code]).toEqual([422, 'funding.bank_format_name_taken'])
  })

  it('are not changed over what somebody else has written, and one of them comes first', async () => {
    const schoolId = funded.school.id
    const format = await made(funded.centre, { schoolId })
    const path = `/api/bank-order-formats/${format.id}`
    const other = await test.beside()
    const colleague = await other.as(await test.world.user('accounting_centre_officer'))
    const answers = await Promise.all([
      funded.centre.patch(path, { name: '甲行', revision: 0 }),
      colleague.patch(path, { name: '乙行', revision: 0 }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const stale = answers.find(({ status }) => status === 409)!
    expect([stale.body.code, stale.body.params.who]).toEqual(['state.stale', expect.stringMatching(/^用户/)])
    const kept = answers.find(({ status }) => status === 200)!.body
    expect((await funded.centre.get(path)).body).toMatchObject({ name: kept.name, revision: 1 })

    const second = await made(funded.centre, { schoolId, isDefault: true })
    await Promise.all([
      funded.centre.patch(path, { isDefault: true }),
      colleague.patch(`/api/bank-order-formats/${(await made(colleague, { schoolId })).id}`, {
        isDefault: true,
      }),
    ])
    const { items } = (await funded.centre.get('/api/bank-order-formats', { schoolId, pageSize: 200 })).body
    const first = items.filter((each: { isDefault: boolean }) => each.isDefault)
    expect(first).toHaveLength(1)
    expect(first[0].id).not.toBe(second.id)
    // Whoever had opened the one that came first sees that it does no longer.
    expect(
      (await funded.centre.patch(`/api/bank-order-formats/${second.id}`, { name: '旧', revision: 0 })).status,
    ).toBe(409)
    await other.stop()
  }, 30_000)

  it('begin with shapes that everybody has, and each of those would be accepted', async () => {
    for (const [path, required] of [
      ['/api/bank-order-formats', ['reference', 'payee', 'account', 'amountFen']],
      ['/api/bank-return-formats', ['reference', 'amountFen', 'result']],
    ] as const) {
      const { fields, presets } = (
        path === '/api/bank-order-formats'
          ? await funded.centre.get('/api/bank-order-formats/presets')
          : await funded.centre.get('/api/bank-return-formats/presets')
      ).body
      expect(
        fields.flatMap((each: { name: string; isRequired: boolean }) => (each.isRequired ? [each.name] : [])),
      ).toEqual(required)
      expect(presets).toHaveLength(3)
      for (const preset of presets) {
        const words = path === '/api/bank-return-formats' ? { words: preset.words } : {}
        const { id } = await made(funded.centre, { columns: preset.columns, ...words }, path)
        await funded.centre.delete(`${path}/${id}`)
      }
    }
  })

  it('choose, order and title the columns of an order, whose rows stay the same', async () => {
    const school = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, school)
    const id = await sentToBank(school, { allotmentId: allotmentId!, amountFen: 123_456 })
    const order = (await school.centre.post('/api/bank-orders', { schoolId: school.school.id })).body
    const fileOf = async (query = {}) => {
      const answer = await school.centre.get(`/api/bank-orders/${order.id}/file.xlsx`, query)
      expect([answer.status, answer.body?.code]).toEqual([200, undefined])
      return readWorkbook(answer.raw, 'o.xlsx').sheets[0]!.rows.map(({ cells }) => cells)
    }
    const choices = async () => (await school.centre.get(`/api/bank-orders/${order.id}/formats`)).body
    const usual = await fileOf()
    const treasury = await fileOf({ format: 'treasury' })
    expect(treasury[0]!.slice(0, 4)).toEqual(['序号', '支付申请编号', '预算单位名称', '支付方式'])
    expect(treasury[1]!.slice(0, 4)).toEqual([1, referenceOf(id), school.school.name, '国库集中支付'])
    const own = await made(school.centre, {
      schoolId: school.school.id,
      isDefault: true,
      columns: [
        { field: 'amountFen', title: '=金额' },
        { field: 'fixed', title: '备用', value: '=1+1' },
        { field: 'account', title: '收款账号' },
        { field: 'payee', title: '户名' },
        { field: 'reference', title: '编号' },
      ],
    })
    const regional = await made(school.centre, { isDefault: true })
    expect(await choices()).toMatchObject([
      { key: String(own.id), owner: 'school', isDefault: true },
      { key: String(regional.id), owner: 'region', isDefault: false },
      { key: 'standard', owner: 'product', isDefault: false },
      { key: 'treasury' },
      { key: 'bank_batch' },
    ])
    // What begins like a formula stays the text that it is.
    expect(await fileOf()).toEqual([
      ['=金额', '备用', '收款账号', '户名', '编号'],
      [1234.56, '=1+1', usual[1]![3], '材料店', referenceOf(id)],
    ])
    expect(await fileOf({ format: 'standard' })).toEqual(usual)
    const budget = await school.centre.get(`/api/bank-orders/${order.id}/budget-file.xlsx`)
    expect(readWorkbook(budget.raw, 'b.xlsx').sheets[0]!.rows[1]!.cells).toContain(referenceOf(id))
    const entries = await test.database.read.findBy(AuditEntry, {
      action: 'bank_order.export',
      entityId: order.id,
    })
    expect(entries.map(({ after }) => after!['format'] ?? null)).toEqual([
      '课后通用格式',
      '国库集中支付（样板）',
      own.name,
      '课后通用格式',
      null,
    ])
    // Another school's, one that comes back, and one that is none.
    const strange = await made(funded.centre, { schoolId: funded.school.id })
    const back = await made(school.officer, { columns: incoming }, '/api/bank-return-formats')
    for (const format of [strange.id, back.id, 'treasury_return', 'none'])
      expect((await school.centre.get(`/api/bank-orders/${order.id}/file.xlsx`, { format })).status).toBe(404)
    expect((await school.centre.get(`/api/bank-orders/${order.id}`)).body.exportedCount).toBe(4)
    expect((await school.officer.get(`/api/bank-orders/${order.id}/formats`)).status).toBe(403)
  })
})
