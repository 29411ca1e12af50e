// From the declaration to money spent on a class, by six people, in the browser.
import assert from 'node:assert/strict'
import { act, asPerson, choose, openOffice, openRow } from './desk.mjs'
import { axe, shoot, story } from './harness/harness.mjs'

const text = (page) => page.getByRole('main').innerText()

async function contains(page, ...parts) {
  for (const part of parts) await page.getByRole('main').getByText(part, { exact: false }).first().waitFor()
}

story('the money for each class: declared, checked, approved, granted, received, spent', async ({ page }) => {
  // The school's finance officer: prefilled with 24 classes × the standard in force.
  await asPerson(page, 'finance', '/declarations/create')
  await page.getByLabel('资金').first().click()
  await page.getByRole('option', { name: '课后看护经费' }).click()
  await page.getByRole('button', { name: '自动填写' }).click()
  await contains(page, '¥240,000.00', '24 个班 × ¥10,000.00 × 12/12')
  await axe(page)
  await act(page, '提交申报')
  await contains(page, '等教育局审核')

  // The education office sends it back once, with a reason; the school submits it again.
  await asPerson(page, 'education', '/declarations')
  await openRow(page, '文瀛小学')
  await act(page, '退回学校', { comment: '请核对六年级的班级数' })
  await asPerson(page, 'finance', '/declarations')
  await openRow(page, '已退回')
  await page.getByRole('tab', { name: '经过' }).click()
  await contains(page, '请核对六年级的班级数')
  await act(page, '提交申报')
  await asPerson(page, 'education', '/declarations')
  await openRow(page, '文瀛小学')
  await act(page, '审核通过')

  // The finance office approves, as it would many at once: one question with the count and the sum.
  await asPerson(page, 'treasury', '/declarations')
  await page.getByRole('row').filter({ hasText: '文瀛小学' }).getByRole('checkbox').check()
  await page.getByRole('button', { name: '批准', exact: true }).click()
  await page.getByRole('dialog').getByText('批准 1 份申报，共 ¥240,000.00').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '批准（1 项）' }).click()
  await page.getByRole('row').filter({ hasText: '文瀛小学' }).getByText('已批准').waitFor()

  // The notice lists all schools and adds up exactly.
  await asPerson(page, 'education', '/appropriations/create')
  await page.getByLabel('资金').first().click()
  await page.getByRole('option', { name: '课后看护经费' }).click()
  await page.getByRole('button', { name: '起草' }).click()
  await contains(page, '¥300,000.00', '¥240,000.00', '¥60,000.00')
  await act(page, '送签')
  await asPerson(page, 'bureau', '/appropriations')
  await openRow(page, '通知')
  await act(page, '会签')
  await asPerson(page, 'treasury', '/appropriations')
  await openRow(page, '通知')
  await act(page, '下达', { fill: (dialog) => dialog.getByLabel('文号').fill('演示财教〔2026〕45号') })
  await contains(page, '已下达', '演示财教〔2026〕45号')
  await shoot(page, 'office/notice-zh', { fullPage: false })

  // Receipt: the money stands on each class.
  await asPerson(page, 'finance', '/receipts')
  await act(page, '确认到账')
  await openOffice(page, '/funding/board')
  await contains(page, '¥240,000.00')
  await page.getByRole('row').filter({ hasText: '一(1)班' }).getByText('¥10,000.00').first().waitFor()
  await axe(page)
  await shoot(page, 'office/board-zh', { fullPage: false })

  // A spending request over the allotment is refused with the sums; a right one is reserved.
  await openOffice(page, '/payments/create')
  await choose(page, '用哪个班的经费', /一\(1\)班/)
  await page.getByLabel('金额').fill('10000.01')
  await page.getByLabel('收款人').fill('任课教师（12 人）')
  await page.getByLabel('事由').fill('十月课后服务课时补助')
  await contains(page, '超过可用余额')
  await page.getByRole('button', { name: '保存' }).click()
  await contains(page, '草稿')
  await page.getByRole('main').getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('dialog').getByText('不足以支付').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await page.getByRole('link', { name: '编辑' }).click()
  await page.getByLabel('金额').fill('2500')
  await page.getByRole('button', { name: '保存' }).click()
  await act(page, '提交')
  await contains(page, '等校长审批')

  // The principal approves; every figure agrees and opens its entries.
  await asPerson(page, 'principal', '/payments')
  await openRow(page, '任课教师')
  await act(page, '批准')
  await asPerson(page, 'finance', '/funding/board')
  const row = page.getByRole('row').filter({ hasText: '一(1)班' })
  await row.getByText('¥7,500.00').waitFor()
  await row.getByRole('link', { name: '¥2,500.00' }).click()
  await contains(page, 'E500', '支付申请')
  assert.match(await text(page), /¥2,500\.00/)
})
