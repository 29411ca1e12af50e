import { allotted, type FundedSchool, fundedSchool } from '../../../test/funding-world.js'
import { entryOf, listOf, person } from '../../../test/pay-lists-world.js'
import { xlsxOf } from '../../../test/fixtures/sheets/make.js'
import { TestApp } from '../../../test/app.js'
import { AuditEntry } from '../../audit/index.js'
import { Payee } from '../payees/payee.entity.js'

const titles = ['姓名', '银行账号', '开户行', '课时', '课时费标准', '金额', '计税类型', '备注']

describe('a sheet of people for a pay list', () => {
  let test: TestApp
  let funded: FundedSchool
  let first: number
  let second: number
  beforeAll(async () => {
    test = await TestApp.start()
    funded = await fundedSchool(test, 2)
    ;[first, second] = (await allotted(test, funded)) as [number, number]
  })
  afterAll(() => test.stop())

  const draft = async (entries: readonly object[] = []) =>
    (await funded.officer.post('/api/pay-lists', listOf(funded, entries))).body as {
      id: number
      revision: number
    }
  const sheet = (rows: readonly (string | number | null)[][], head: string[] = titles) =>
    xlsxOf({ 课时费: [['三小课后服务课时费发放表'], head, ...rows] })
  const bring = (id: number, bytes: Buffer, fields: Record<string, string> = {}, by = funded.officer) =>
    by.upload(
      `/api/pay-lists/${id}/import`,
      { allotmentIds: String(first), account: 'E500', ...fields },
      { name: '课时费.xlsx', bytes },
    )
  const payeeCount = () => test.database.read.countBy(Payee, { schoolId: funded.school.id })

  it('adds known people by account or name and makes payees of new ones', async () => {
    const known = await person(funded, '周老师', { account: '6222021602001110001' })
    const byName = await person(funded, '吴老师')
    const listed = await person(funded, '郑老师')
    const { id, revision } = await draft([entryOf(listed, first)])
    const answer = await bring(
      id,
      sheet([
        ['周老师', '6222 0216 0200 1110 001', '工商银行大同分行', 12.5, '55.01', null, '工资薪金', '含代课'],
        ['吴老师', null, null, null, null, '1,200.50', '工资', null],
        ['冯师傅', '6222021602001110003', '农业银行大同支行', '8课时', 80, 640, '劳务报酬', null],
        ['合计', null, null, null, null, 2528.13, null, null],
      ]),
      { allotmentIds: `${first},${second}`, revision: String(revision) },
    )
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ personCount: 4, amountFen: 50_000 + 68_763 + 120_050 + 64_000 })
    const made = await test.database.read.findOneByOrFail(Payee, { name: '冯师傅' })
    expect(made).toMatchObject({ kind: 'person', bankName: '农业银行大同支行', accountLast4: '0003' })
    expect(test.world.seal.open(made.accountSealed)).toBe('6222021602001110003')
    expect(answer.body.entries).toMatchObject([
      { number: 1, payeeId: listed },
      {
        number: 2,
        payeeId: known,
        hoursHundredths: 1250,
        rateFen: 5_501,
        amountFen: 68_763,
        taxKind: 'wages',
        note: '含代课',
        lines: [
          { allotmentId: first, lessonCount: 7 },
          { allotmentId: second, lessonCount: 6 },
        ],
      },
      { number: 3, payeeId: byName, hoursHundredths: null, amountFen: 120_050 },
      { number: 4, payeeId: made.id, hoursHundredths: 800, taxKind: 'labour_remuneration' },
    ])
    const told = await test.database.read.countBy(AuditEntry, {
      entity: 'payee',
      entityId: made.id,
      action: 'payee.create',
    })
    expect(told).toBe(1)
    const stale = await bring(id, sheet([]), { revision: String(revision) })
    expect([stale.status, stale.body.code]).toEqual([400, 'funding.pay_list_no_rows'])
    const seen = await bring(id, sheet([['吴老师', null, null, 1, 50, null, '工资', null]]), {
      revision: String(revision),
    })
    expect([seen.status, seen.body.code]).toEqual([409, 'state.stale'])
  })

  it('says of each row what is wrong, and keeps nothing of any', async () => {
    const owner = await person(funded, '王老师', { account: '6222021602002220001' })
    await person(funded, '文具店', { kind: 'unit', account: '6222021602002220002' })
    await person(funded, '马老师', { account: '6222021602002220003' })
    await person(funded, '李老师')
    await person(funded, '李老师')
    const gone = await person(funded, '赵老师')
    await funded.officer.patch(`/api/payees/${gone}`, { isActive: false })
    const { id } = await draft([entryOf(owner, first)])
    const before = await payeeCount()
    const row = (name: string, rest: (string | number | null)[]) => [name, ...rest]
    const answer = await bring(
      id,
      sheet([
        row('新老师', ['6222021602002229999', '工商银行', 1, 50, null, '工资薪金', null]),
        row('张某', ['6222021602002220001', null, 1, 50, null, '工资薪金', null]),
        row('文具店', ['6222021602002220002', null, 1, 50, null, '工资薪金', null]),
        row('王老师', ['6222021602002220009', '工商银行', 1, 50, null, '工资薪金', null]),
        row('马老师', ['6222021602002220003', '建设银行', 1, 50, null, '工资薪金', null]),
        row('李老师', [null, null, 1, 50, null, '工资薪金', null]),
        row('赵老师', [null, null, 1, 50, null, '工资薪金', null]),
        row('钱老师', [null, null, 1, 50, null, '工资薪金', null]),
        row('陈老师', ['6222021602002220011', null, 1, 50, null, '工资薪金', null]),
        row('褚老师', ['6222021602002229999', '工商银行', 1, 50, null, '工资薪金', null]),
        row('卫老师', ['6.22202E+18', '工商银行', '几节', 'x', 50, '工资薪金', null]),
        row('蒋老师', ['6222021602002220012', '工商银行', 2, 50, 99, '奖金', null]),
        row('沈老师', ['6222021602002220013', '工商银行', 2, 50, 99, '劳务', null]),
        row('韩老师', ['6222021602002220014', '工商银行', 2, null, null, '劳务', null]),
        row('王老师', ['6222021602002220001', null, 1, 50, null, '工资薪金', null]),
      ]),
    )
    expect([answer.status, answer.body.code]).toEqual([400, 'funding.pay_list_rows'])
    const said = (answer.body.fields as { field: string; message: string }[]).map(({ field, message }) => [
      field,
      message.replace('工作表“课时费”', ''),
    ])
    expect(said).toEqual([
      ['rows.4', expect.stringMatching(/^第 4 行：.*登记在“王老师”名下/)],
      ['rows.5', expect.stringContaining('登记为单位')],
      ['rows.6', expect.stringMatching(/“王老师”的账号尾号是 0001/)],
      ['rows.7', expect.stringContaining('开户行是“工商银行大同分行”')],
      ['rows.8', expect.stringContaining('有 2 个“李老师”')],
      ['rows.9', expect.stringContaining('“赵老师”已停用')],
      ['rows.10', expect.stringContaining('没有“钱老师”')],
      ['rows.11', expect.stringContaining('请填开户行')],
      ['rows.12', expect.stringContaining('第 3 行相同')],
      ['rows.13', expect.stringMatching(/末几位已丢失.*课时请填.*请填大于 0 的金额/)],
      ['rows.14', expect.stringContaining('计税类型请填')],
      ['rows.15', expect.stringContaining('¥99.00 不等于课时乘课时费标准 ¥100.00')],
      ['rows.16', expect.stringContaining('没有金额')],
      ['rows.17', expect.stringContaining('第 4 行相同')],
    ])
    expect(JSON.stringify(answer.body)).not.toContain('622202160200222')
    expect(await payeeCount()).toBe(before)
    expect((await funded.officer.get(`/api/pay-lists/${id}`)).body).toMatchObject({
      personCount: 1,
      revision: 0,
    })
    const english = await bring(
      id,
      sheet([row('钱老师', [null, null, 1, 50, null, '工资', null])]),
      {},
      funded.officer.inEnglish(),
    )
    expect(english.body.fields[0].message).toBe(
      'Sheet “课时费”, row 3: Column A “姓名”: there is no payee 钱老师; give the account and the bank.',
    )
  })

  it('refuses who is listed already, missing columns, files that are none, and forms that say not whose money', async () => {
    const one = await person(funded, '杨老师')
    const { id } = await draft([entryOf(one, first)])
    const row = ['杨老师', null, null, 1, 50, null, '工资薪金', null]
    const listed = await bring(id, sheet([row]))
    expect(listed.body.fields[0].message).toContain('“杨老师”已在发放表第 1 行')
    const twice = await bring((await draft()).id, sheet([row, row]))
    expect(twice.body.fields[0].message).toContain('第 3 行是系统里的同一条登记')
    const columns = await bring(id, sheet([['杨老师', 5]], ['姓名', '课时']))
    expect(columns.body).toMatchObject({
      code: 'funding.pay_list_columns',
      message: expect.stringContaining('金额或课时费标准、计税类型'),
    })
    expect((await bring(id, Buffer.from('%PDF-1.7'))).status).toBe(422)
    const unusable: Record<string, string>[] = [
      { allotmentIds: '' },
      { allotmentIds: '1,x' },
      { account: 'E530' },
    ]
    for (const fields of unusable) expect((await bring(id, sheet([row]), fields)).status).toBe(400)
    const other = await fundedSchool(test, 1)
    const [theirs] = await allotted(test, other)
    const { id: fresh } = await draft()
    expect((await bring(fresh, sheet([row]), { allotmentIds: String(theirs) })).status).toBe(404)
    expect((await bring(fresh, sheet([row]), {}, other.officer)).status).toBe(404)
    expect((await bring(fresh, sheet([row]), {}, funded.principal)).status).toBe(403)
    await bring(fresh, sheet([row]))
    await funded.officer.post(`/api/pay-lists/${fresh}/make-payments`)
    const locked = await bring(
      fresh,
      sheet([['何老师', '62220216020033399', '工商银行', 1, 50, null, '工资', null]]),
    )
    expect([locked.status, locked.body.code]).toEqual([409, 'state.not_possible'])
    expect(await test.database.read.countBy(Payee, { name: '何老师' })).toBe(0)
  })

  it('adds its people once where the same sheet is sent twice at one instant', async () => {
    const { id } = await draft()
    const bytes = sheet([
      ['吕老师', '6222021602004440001', '工商银行大同分行', 1, 50, null, '工资薪金', null],
    ])
    const answers = await Promise.all([bring(id, bytes), bring(id, bytes)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    expect((await funded.officer.get(`/api/pay-lists/${id}`)).body).toMatchObject({ personCount: 1 })
    expect(await test.database.read.countBy(Payee, { name: '吕老师' })).toBe(1)
  })
})
