// A finance officer's week at the end of a month: a bill over all classes, a contract, what the bank sent back, the books closed.
import assert from 'node:assert/strict'
import { unzipSync } from 'fflate'
import { act, asPerson, choose, find, openOffice, openRow } from './desk.mjs'
import { axe, clockOf, settled, startKehou, story } from './harness/harness.mjs'
import { contains, downloadOf, glance, main, refused, shoot } from './money-desk.mjs'
import { command, moneyOnClasses } from './money-school.mjs'

const monday = '2026-10-26T01:00:00Z'
const afterTheMonth = '2026-11-02T01:00:00Z'
const payees = [
  { name: '市供电公司', account: '6222000000003344', bankName: '工商银行大同分行' },
  { name: '新华书店', account: '6217000000005566', bankName: '建设银行大同分行' },
]

story(
  'the week of a finance officer: a bill, a contract, a payment sent back, reconciled, closed and taken as an archive',
  async ({ page, newPage, kehou }) => {
    await moneyOnClasses({
      kehou: { ...kehou, env: clockOf(monday) },
      from: new Date(monday).getTime(),
      payees,
    })
    // Everybody at a desk or phone of their own; the finance officer has the first.
    const people = {
      finance: page,
      principal: await newPage({ phone: true }),
      centre: await newPage(),
      treasury: await newPage(),
    }
    await billed(people)
    await contracted(people)
    const references = await sent(people)
    await answered(people, references)
    await askedBack(people)
    await reconciled(people)

    // The machine is switched off on Friday, and the next month begins.
    for (const person of Object.values(people)) await person.close()
    await kehou.kill()
    const later = { dataDir: kehou.dataDir, env: clockOf(afterTheMonth) }
    const server = await startKehou(later)
    try {
      const desk = await newPage({ at: afterTheMonth, baseURL: server.baseUrl })
      await closed(desk)
      await archived(desk)
      const { problems, journalCount } = await command(later, 'ledger', 'verify')
      assert.deepEqual(problems, [])
      assert.ok(journalCount > 0)
      await desk.close()
    } finally {
      await server.stop()
    }
  },
  { at: monday },
)

/** Nothing of it is behind the edge of the window: money is read without pushing anything. */
async function inSight(page, text) {
  const shown = main(page).getByText(text, { exact: true }).filter({ visible: true }).first()
  const { x, width } = await shown.boundingBox()
  assert.ok(x >= 0 && x + width <= page.viewportSize().width, `${text} is in sight`)
}

const waiting = (status) => `/payments?filter=${encodeURIComponent(JSON.stringify({ status }))}`

/** The principal decides on the phone what stands first in a list under this name. */
async function approved(page, path, name, label = '批准') {
  await openOffice(page, path)
  await main(page).getByText(name).first().click()
  await settled(page)
  await act(page, label)
}

async function billed({ finance, principal }) {
  await asPerson(finance, 'finance', '/payments/create')
  await finance.getByRole('button', { name: '一张单据按班分摊' }).click()
  const dialog = finance.getByRole('dialog')
  await dialog.getByLabel('单据总额（元）').fill('1234.61')
  await axe(finance)
  await dialog.getByRole('button', { name: '分摊', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await contains(finance, '合计 ¥1,234.61')

  // The invoice is registered on the way and stands beside the sum.
  await finance.getByRole('button', { name: '加一张发票' }).click()
  await finance.getByRole('combobox', { name: '选择或登记发票' }).fill('26142000000000001234')
  await finance.getByRole('option', { name: /^登记发票/ }).click()
  await dialog.getByLabel('销售方').fill('市供电公司')
  await dialog.getByLabel('发票金额').fill('1234.61')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await contains(finance, '发票合计 ¥1,234.61，与支付金额一致。')
  await find(finance, '收款人', '市供电公司')
  await finance.getByLabel('事由').fill('十月电费')
  await settled(finance)
  await axe(finance)
  await shoot(finance, 'money/shared-bill-form-zh')
  await finance.getByRole('button', { name: '保存' }).click()
  await contains(finance, '等24个班支付 ¥1,234.61', '¥51.44', '¥51.45')
  await finance
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '电费发票.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n电费发票'),
    })
  await contains(finance, '电费发票.pdf')
  await act(finance, '提交')
  await contains(finance, '等校长审批')
  await axe(finance)

  await asPerson(principal, 'principal', waiting('submitted'))
  await inSight(principal, '¥1,234.61')
  await approved(principal, waiting('submitted'), '市供电公司')
  await contains(principal, '等核算中心审核')
  await inSight(principal, '¥51.44')
}

async function contracted({ finance, principal }) {
  await openOffice(finance, '/commitments/create')
  await finance.getByLabel('编号').fill('HT-2026-07')
  await finance.getByLabel('名称').fill('阅读角图书')
  await find(finance, '收款人', '新华书店')
  await finance.getByLabel('签订日期').fill('2026-10-26')
  await finance.getByLabel('到期日期').fill('2026-12-20')
  await choose(finance, '用哪个班的经费', /一\(1\)班/)
  await finance.getByLabel('金额').fill('3000')
  await finance.getByRole('button', { name: '保存' }).click()
  await contains(finance, '草稿', '¥3,000.00')
  await act(finance, '提交')
  await approved(principal, '/commitments', '阅读角图书')
  await contains(principal, '执行中')
  await inSight(principal, '¥3,000.00')

  // A part of it: what remains is said before and after.
  await openOffice(finance, '/commitments')
  await openRow(finance, '阅读角图书')
  await main(finance).getByRole('link', { name: '申请付款' }).click()
  await contains(finance, '合同金额 ¥3,000.00，已付款 ¥0.00')
  await finance.getByLabel('金额').fill('1000')
  await finance.getByLabel('事由').fill('第一批图书')
  await finance.getByRole('button', { name: '保存' }).click()
  await contains(finance, '一(1)班支付 ¥1,000.00')
  await act(finance, '提交')
  await approved(principal, waiting('submitted'), '新华书店')
  await openOffice(finance, '/commitments')
  await openRow(finance, '阅读角图书')
  await contains(finance, '¥2,000.00', '第一批图书', '等核算中心审核')
  await axe(finance)
}

/** Both are checked at once and go to the bank in one order; the answer of one comes on paper first. */
async function sent({ centre, treasury }) {
  await asPerson(centre, 'centre', waiting('approved'))
  for (const name of ['市供电公司', '新华书店'])
    await main(centre).getByRole('row').filter({ hasText: name }).getByRole('checkbox').check()
  await centre.getByRole('button', { name: '审核通过', exact: true }).click()
  const dialog = centre.getByRole('dialog')
  await dialog.getByText('¥2,234.61').waitFor()
  await dialog.getByRole('button', { name: '审核通过（2 项）' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await openOffice(centre, '/bank-orders')
  await main(centre).getByRole('button', { name: '制作付款指令' }).click()
  await dialog.getByRole('button', { name: '制作付款指令' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await contains(centre, '已制作，未送银行')
  const references = {}
  for (const name of ['市供电公司', '新华书店']) {
    const row = await main(centre).getByRole('row').filter({ hasText: name }).innerText()
    references[name] = row.match(/KH\w+/)[0]
  }
  assert.match((await downloadOf(centre, '下载文件')).subarray(0, 2).toString(), /^PK/)
  await act(centre, '标为已送银行')
  await contains(centre, '已送银行')

  await asPerson(treasury, 'treasury2', waiting('checked'))
  await openRow(treasury, '新华书店')
  await act(treasury, '按回单登记已付款', {
    fill: (asked) => asked.getByLabel('银行流水号').fill('B2610260002'),
  })
  await contains(treasury, '已付款')
  return references
}

/** The bank's file: one paid, one paid as the slip said and sent back, one that nobody knows. */
async function answered({ finance, centre }, references) {
  await openOffice(finance, '/bank-returns/create')
  const [power, books] = ['市供电公司', '新华书店'].map((name) => `${references[name]},${name}`)
  const lines = [
    '业务参考号,收款人,金额,日期,结果,流水号,备注',
    `${power},1234.61,2026-10-26,支付成功,B2610260001,`,
    `${books},1000.00,2026-10-26,支付成功,B2610260002,`,
    `${books},1000.00,2026-10-26,退汇,B2610260003,账号户名不符`,
    'KH00000000,不明单位,88.00,2026-10-26,支付成功,B2610260004,',
  ]
  await finance.getByLabel('选择文件').setInputFiles({
    name: '国库回单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
  })
  await finance.getByRole('button', { name: '导入：付款 0 笔，共 ¥0.00；失败 0 笔' }).click()
  await contains(finance, '还有 3 项差异待查明', '账号户名不符', '银行退回了已付款', '¥88.00')
  // Who has asked for the money does not say by a file of their own that it was paid.
  await contains(finance, '1 笔由您经办或批准，要由另一位同事')
  await shoot(finance, 'money/bank-return-own-zh', glance)

  // What came back is a correction already; its line ends it, and another person acts on the line.
  await openOffice(finance, '/corrections')
  await openRow(finance, '退汇')
  await contains(finance, '请由另一人在下面的明细里办理退汇', '¥1,000.00', '草稿')
  await asOther(centre)
  await finance.reload()
  await contains(finance, '已记账')
  await axe(finance)
  await main(finance)
    .getByRole('link', { name: /新华书店/ })
    .click()
  await contains(finance, '银行退回')
}

async function asOther(centre) {
  await openOffice(centre, '/bank-returns')
  await openRow(centre, '国库回单.csv')
  const dialog = centre.getByRole('dialog')
  await main(centre).getByRole('button', { name: '核销这 1 笔，¥1,234.61' }).click()
  await dialog.getByText('1 笔共 ¥1,234.61 记为已付款').waitFor()
  await dialog.getByRole('button', { name: '核销这 1 笔，¥1,234.61' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await contains(centre, '还有 2 项差异待查明')
  await openOffice(centre, '/bank-return-lines')
  await main(centre).getByRole('button', { name: '登记退汇' }).click()
  await dialog.getByText('付给新华书店的 ¥1,000.00 已退回').waitFor()
  assert.equal(await dialog.getByLabel('退回原因').inputValue(), '账号户名不符')
  await dialog.getByRole('button', { name: '登记退汇' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await main(centre).getByRole('button', { name: '查明情况' }).click()
  await dialog.getByLabel('查明的情况').fill('银行错记到本校，已请银行更正')
  await dialog.getByRole('button', { name: '查明情况' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await contains(centre, '没有待查的回单')
}

/** The bill had counted one class too high: a part of it is asked back before the month ends. */
async function askedBack({ finance, principal }) {
  await openOffice(finance, '/payments')
  await openRow(finance, '十月电费')
  await contains(finance, '已付款')
  await main(finance).getByRole('button', { name: '更正…' }).click()
  const dialog = finance.getByRole('dialog')
  await dialog.getByLabel(/^更正金额：一\(1\)班/).fill('4.61')
  await dialog.getByLabel('原因').fill('电表抄错，多收的退回')
  await dialog.getByRole('button', { name: '存为草稿' }).click()
  await contains(finance, '收回退款 ¥4.61')
  await act(finance, '提交')
  await approved(principal, '/corrections', '收回退款')
  await contains(principal, '已批准，待记账')
  await inSight(principal, '¥4.61')
}

async function reconciled({ finance }) {
  await openOffice(finance, '/funding/reconciliation')
  await contains(
    finance,
    '没有待查明的差异。',
    '已查明、仍列示 1 项',
    '已请银行更正',
    '¥2,322.61',
    '¥2,234.61',
  )
  await axe(finance)
  await shoot(finance, 'money/week-reconciled-zh')
  assert.equal((await downloadOf(finance, 'PDF')).subarray(0, 4).toString(), '%PDF')
}

async function closed(page) {
  await asPerson(page, 'finance', '/funding/periods')
  await main(page).getByRole('row').filter({ hasText: '2026-11 还没有结束，月底以后才能结账' }).waitFor()
  const october = main(page).getByRole('row').filter({ hasText: '2026-10' })
  await october.getByRole('button', { name: '结账' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('仍预留 ¥3,000.00').waitFor()
  await dialog.getByRole('button', { name: '结账' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await october.getByText('已结').waitFor()
  await axe(page)
  await shoot(page, 'money/week-closed-zh', glance)

  // What the bank says of a day in it goes into no month that is closed.
  await asPerson(page, 'treasury2', '/corrections')
  await openRow(page, '收回退款')
  const on = (day) => async (asked) => {
    await asked.getByLabel('到账日期').fill(day)
    await asked.getByLabel('银行流水号').fill('B2610300001')
  }
  await refused(page, '登记到账', '2026-10 已经结账，不能再记入', { fill: on('2026-10-30') })
  await act(page, '登记到账', { fill: on('2026-11-02') })
  await contains(page, '已记账')
}

const words = (xlsx) =>
  Object.entries(unzipSync(xlsx))
    .filter(([name]) => /sharedStrings|worksheets/.test(name))
    .map(([, bytes]) => Buffer.from(bytes).toString('utf8'))
    .join()

/** All that happened stands in one file, each paper with its hash. */
async function archived(page) {
  await asPerson(page, 'finance', '/archive')
  const files = unzipSync(await downloadOf(page, '下载档案包'))
  for (const [name, ...said] of [
    ['1-单据/支付.xlsx', '十月电费', '已付款', '第一批图书', '银行退回'],
    ['1-单据/合同、采购.xlsx', 'HT-2026-07', '阅读角图书', '执行中'],
    ['1-单据/发票.xlsx', '26142000000000001234'],
    ['1-单据/支付更正.xlsx', '收回退款', '电表抄错，多收的退回', '退汇', '已记账'],
    ['5-银行/银行回单明细.xlsx', '账号户名不符', '不明单位'],
  ])
    for (const part of said) assert.ok(words(files[name]).includes(part), `${name}: ${part}`)
  const names = Object.keys(files)
  assert.ok(names.some((name) => /^6-附件\/支付-\d+\/.*电费发票\.pdf$/.test(name)))
  const hashed = Buffer.from(files['SHA256SUMS']).toString('utf8').trim().split('\n')
  assert.deepEqual(
    hashed.map((line) => line.slice(66)).sort(),
    names.filter((name) => name !== 'SHA256SUMS').sort(),
  )
}
