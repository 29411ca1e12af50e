// The whole chain of the money in the browser: nine people and the public, one return, one objection, one line that nobody knows.
import assert from 'node:assert/strict'
import { act, asPerson, choose, openOffice, openRow } from './desk.mjs'
import { axe, settled, story } from './harness/harness.mjs'
import { asRow, contains, downloadOf, glance, main, refused, shoot } from './money-desk.mjs'
import { childrenCome, command, dayOf, letPeriodPass } from './money-school.mjs'

const text = (page) => main(page).innerText()
const beginningOf = async (page, label) => (await downloadOf(page, label)).subarray(0, 4).toString()

async function tab(page, name) {
  await page.getByRole('tab', { name, exact: true }).click()
  await settled(page)
}

/** Chooses all rows of the declarations of one school and presses a batch's button; the question is answered after `look`. */
async function decideMany(page, school, label, question) {
  await asRow(page, school).getByRole('checkbox').check()
  await page.getByRole('button', { name: label, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(question).waitFor()
  await dialog.getByRole('button', { name: new RegExp(`^${label}（1 份）`) }).click()
  return dialog
}

story(
  'the money for each class: declared, objected, approved, granted, received, put on the classes, paid by the bank',
  async ({ page, newPage, kehou }) => {
    await childrenCome(kehou)
    await declared(page)
    await published(page, await newPage(), kehou)
    await granted(page)
    await putOnClasses(page)
    await paid(page)
    await looked(page)
    const { problems, journalCount } = await command(kehou, 'ledger', 'verify')
    assert.deepEqual(problems, [])
    assert.ok(journalCount > 0)
  },
)

async function declared(page) {
  // The school's finance officer: 24 classes × the standard in force, and the sentence that says so.
  await asPerson(page, 'finance', '/declarations/create')
  await choose(page, '资金', '课后看护经费')
  await main(page).getByRole('alert').waitFor()
  await page.getByRole('button', { name: '自动填写' }).click()
  await contains(page, '¥240,000.00')
  await tab(page, '计算说明')
  await contains(page, '24 个班')
  await axe(page)
  await shoot(page, 'money/declaration-zh')
  await act(page, '提交申报')
  await contains(page, '等教育局审核')

  // The education office sends it back once, with a reason; the school submits it again.
  await asPerson(page, 'education', '/declarations')
  await openRow(page, '文瀛小学')
  await act(page, '退回学校', { comment: '请核对六年级的班级数' })
  await asPerson(page, 'finance', '/declarations')
  await openRow(page, '已退回')
  await tab(page, '经过')
  await contains(page, '请核对六年级的班级数')
  await act(page, '提交申报')

  await asPerson(page, 'education', '/funding/overview')
  await contains(page, '文瀛小学')
  await axe(page)
  await shoot(page, 'money/overview-zh', glance)
  await openOffice(page, '/declarations')
  await openRow(page, '文瀛小学')
  await act(page, '审核通过')
  await contains(page, '等财政局审核')

  // The finance bureau checks as it would many at once: one question with the count and the sum.
  await asPerson(page, 'treasury', '/declarations')
  const dialog = await decideMany(page, '文瀛小学', '财政审核通过', '1 份申报（1 所学校），共 ¥240,000.00')
  await dialog.getByText('已办理 1 份，共 ¥240,000.00').waitFor()
  await dialog.getByRole('button', { name: '关闭' }).click()
  await asRow(page, '文瀛小学').getByText('等公示').waitFor()
}

async function published(page, anybody, kehou) {
  await asPerson(page, 'education', '/declarations')
  await decideMany(page, '文瀛小学', '公示', '1 份申报（1 所学校），共 ¥240,000.00')
  await asRow(page, '文瀛小学').getByText('公示中').waitFor()

  // Somebody without an account sees the table, objects, and gets a number.
  await anybody.goto('/publications')
  await axe(anybody)
  await anybody.getByRole('link', { name: /申报/ }).first().click()
  await anybody.getByRole('cell', { name: '文瀛小学' }).waitFor()
  assert.match(await text(anybody), /240,000\.00/)
  await axe(anybody)
  await shoot(anybody, 'money/public-zh')
  await anybody.getByLabel('异议内容').fill('六年级好像只有三个班，请核对。')
  await anybody.getByRole('button', { name: '提交异议' }).click()
  const ticket = await anybody.locator('strong.ticket').innerText()
  assert.match(ticket, /^[0-9A-Z]{10}$/)

  // While the period runs, nobody can approve, and the sentence says until when.
  await asPerson(page, 'treasury2', '/declarations')
  await openRow(page, '文瀛小学')
  await refused(page, '批准', '期满后才能继续')

  // The education office answers; the objector finds the answer by the number.
  await asPerson(page, 'education', '/objections')
  await contains(page, '六年级好像只有三个班')
  await axe(page)
  await shoot(page, 'money/objections-zh', glance)
  await act(page, '不属实', { comment: '已到校核对：六年级四个班，名册一致。' })
  await contains(page, '已到校核对')
  await anybody.getByRole('link', { name: '查询答复' }).click()
  await anybody.getByLabel('查询号').fill(ticket)
  await anybody.getByRole('button', { name: '查询', exact: true }).click()
  await anybody.getByText('已到校核对：六年级四个班').waitFor()
  await axe(anybody)
  await shoot(anybody, 'money/public-answer-zh')

  await letPeriodPass(kehou)
  await asPerson(page, 'treasury2', '/declarations')
  await openRow(page, '文瀛小学')
  await act(page, '批准')
  await contains(page, '已批准')
}

async function granted(page) {
  await asPerson(page, 'education', '/appropriations/create')
  await choose(page, '资金', '课后看护经费')
  await page.getByLabel('标题').fill('关于下达2026年课后看护经费（第二批）的通知')
  await page.getByRole('button', { name: '起草' }).click()
  await contains(page, '文瀛小学', '¥240,000.00')
  await act(page, '送签')
  await asPerson(page, 'bureau', '/appropriations')
  await openRow(page, '第二批')
  await act(page, '会签')
  await asPerson(page, 'treasury2', '/appropriations')
  await openRow(page, '第二批')
  await act(page, '下达', { fill: (dialog) => dialog.getByLabel('文号').fill('演示财教〔2026〕45号') })
  await contains(page, '已下达', '演示财教〔2026〕45号')
  await axe(page)
  await shoot(page, 'office/notice-zh', glance)
  assert.match(await beginningOf(page, '公文（可编辑）'), /^PK/)
  assert.equal(await beginningOf(page, '公文（打印）'), '%PDF')

  // What was granted is public too.
  await asPerson(page, 'education', '/appropriations')
  await openRow(page, '第二批')
  await act(page, '公示')
  await main(page).getByRole('link', { name: '看公示' }).click()
  await contains(page, '公示中', '240,000.00')
}

async function putOnClasses(page) {
  await asPerson(page, 'finance', '/receipts')
  await act(page, '确认到账', { fill: (dialog) => dialog.getByLabel('到账单号').fill('ED20261122') })
  await contains(page, 'ED20261122')
  await axe(page)
  await shoot(page, 'money/receipts-zh', glance)
  await main(page).getByRole('button', { name: '制定分配方案' }).first().click()
  await contains(page, '分到 24 个班', '¥240,000.00')
  await act(page, '提交校长', { fill: (dialog) => dialog.getByLabel('教职工会议').fill(dayOf()) })
  await contains(page, '等校长批准')

  await asPerson(page, 'principal', '/schemes')
  await openRow(page, '课后看护经费')
  await axe(page)
  await shoot(page, 'money/scheme-zh', glance)
  await main(page).getByRole('button', { name: '批准', exact: true }).click()
  await page.getByRole('dialog').getByText('¥240,000.00 立即到班，分到 24 个班').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click()
  await contains(page, '已到班')
}

async function paid(page) {
  await asPerson(page, 'finance', '/funding/board')
  await asRow(page, '一(1)班').getByText('¥10,000.00').first().waitFor()

  // A request over the allotment is refused with the sums; a right one is reserved.
  await openOffice(page, '/payments/create')
  await choose(page, '用哪个班的经费', /一\(1\)班/)
  await page.getByLabel('金额').fill('10000.01')
  await page.getByLabel('课时数').fill('200')
  await page.getByLabel('只付这一次').check()
  await page.getByLabel('收款人名称').fill('任课教师（12 人）')
  await page.getByLabel('收款账号').fill('6228000000001212')
  await page.getByLabel('开户行').fill('农业银行大同分行')
  await page.getByLabel('事由').fill('十月课后服务课时补助')
  await contains(page, '超过可用余额')
  await page.getByRole('button', { name: '保存' }).click()
  await contains(page, '草稿')
  await refused(page, '提交', '不足以支付')
  await page.getByRole('link', { name: '编辑' }).click()
  await page.getByLabel('金额').fill('2500')
  await page.getByLabel('课时数').fill('50')
  await page.getByRole('button', { name: '保存' }).click()
  // Both sums are 50.00 a class-hour: only the amount says that the page has come anew.
  await contains(page, '一(1)班支付 ¥2,500.00', '¥50.00')
  await act(page, '提交')
  await contains(page, '等校长审批')

  await asPerson(page, 'principal', '/payments')
  await openRow(page, '任课教师')
  await act(page, '批准')
  await asPerson(page, 'centre', '/payments?filter=%7B%22status%22%3A%22approved%22%7D')
  await openRow(page, '任课教师（12 人）')
  await act(page, '审核通过')
  const reference = (await text(page)).match(/[A-Z]+[0-9][0-9A-Z-]{5,}/)?.[0]
  assert.ok(reference, 'the payment has a reference')
  await axe(page)
  await shoot(page, 'money/payment-zh', glance)

  // The bank answers with a file: it has paid, paid once more, and paid somebody nobody knows, some of it illegibly.
  await asPerson(page, 'finance', '/bank-returns/create')
  const lines = [
    '业务参考号,收款人,金额,日期,结果,流水号,备注',
    `${reference},任课教师（12 人）,2500.00,${dayOf()},支付成功,B2026112201,`,
    `${reference},任课教师（12 人）,2500.00,${dayOf()},支付成功,B2026112203,`,
    `KH00000000,不明单位,88.00,${dayOf()},支付成功,B2026112202,`,
    `KH00000001,不明单位,伍拾元,${dayOf()},支付成功,B2026112204,`,
  ]
  await page.getByLabel('选择文件').setInputFiles({
    name: '国库回单.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
  })
  await contains(page, '先核对，再导入')
  await page.getByRole('button', { name: '导入：付款 0 笔，共 ¥0.00；失败 0 笔' }).click()
  await contains(page, '还有 4 项差异待查明')
  // Who has asked for it is not who says that it was paid.
  await asPerson(page, 'centre', '/bank-returns')
  await openRow(page, '国库回单.csv')
  await main(page).getByRole('button', { name: '核销这 1 笔，¥2,500.00' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '核销这 1 笔，¥2,500.00' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await asPerson(page, 'finance', '/bank-returns')
  await openRow(page, '国库回单.csv')
  await contains(page, '银行已付、账面未记', '还有 3 项差异待查明', '重复付款', '¥88.00', '没有这个参考号')
  await axe(page)
  await shoot(page, 'money/bank-return-zh')
}

async function looked(page) {
  // What the bank has paid twice is a document already.
  await asPerson(page, 'finance', '/corrections')
  await contains(page, '重复付款追回', '¥2,500.00')
  await axe(page)
  await openRow(page, '重复付款追回')
  await contains(page, '银行回单说明这笔款付了两次')
  await axe(page)
  await shoot(page, 'money/correction-zh')
  await openOffice(page, '/bank-return-lines')
  await contains(page, '不明单位', '没有这个参考号')
  await axe(page)
  await shoot(page, 'money/unmatched-zh', glance)

  await openOffice(page, '/funding/reconciliation')
  await contains(page, '银行存款余额调节表', '¥5,088.00', '银行方', '账面方', '金额不详', '重复付款')
  await axe(page)
  await shoot(page, 'money/reconciliation-zh')
  await main(page)
    .getByRole('row', { name: /重复付款/ })
    .getByRole('link', { name: '支付' })
    .click()
  await contains(page, '银行对这笔支付付了不止一次')
  await axe(page)
  await shoot(page, 'money/payment-alarm-zh', glance)

  // Every figure agrees and opens its entries.
  await openOffice(page, '/funding/board')
  const row = asRow(page, '一(1)班')
  await row.getByText('¥7,500.00').waitFor()
  await axe(page)
  await shoot(page, 'office/board-zh', glance)
  await openOffice(page, '/funding/board?view=flow')
  await settled(page)
  await axe(page)
  await shoot(page, 'money/flow-zh')
  await openOffice(page, '/funding/board')
  await asRow(page, '一(1)班').getByRole('link', { name: '¥2,500.00' }).click()
  await contains(page, 'E500', '支付申请')
  assert.match(await text(page), /¥2,500\.00/)

  // The rules compare what was paid with what was held: in this school no session has been held yet.
  await asPerson(page, 'principal', '/findings')
  await main(page).getByRole('button', { name: '现在检查' }).click()
  await contains(page, '支付了 50 课时，系统里已上课次只有 0 课时')
  await axe(page)
  await shoot(page, 'money/findings-zh', glance)

  // The auditor sees all of it and has no button that writes.
  await asPerson(page, 'auditor', '/payments')
  const writing =
    /^(新建|起草|导入|提交|批准|审核|财政审核|会签|下达|退回|撤回|公示|归档|确认|删除|编辑|修改|重新计数|登记|手工|属实|不属实)/
  for (const [path, known] of [
    ['/declarations', '文瀛小学'],
    ['/publications', '申报'],
    ['/appropriations', '第二批'],
    ['/payments', '任课教师（12 人）'],
  ]) {
    await openOffice(page, path)
    await contains(page, known)
    await openRow(page, known)
    assert.equal(
      await main(page)
        .getByRole('button', { name: writing })
        .or(main(page).getByRole('link', { name: /新建|编辑/ }))
        .count(),
      0,
      `${path}: a writing button`,
    )
  }
}
