// A pay list from its first row to the bank's desk: drafted, filled by hand and from a sheet, its payments made, handed in and approved.
import assert from 'node:assert/strict'
import { act, asPerson, inEnglish, openOffice } from './desk.mjs'
import { axe, settled, story } from './harness/harness.mjs'
import { glance, main, shoot } from './money-desk.mjs'

const said = (page, text) => main(page).getByText(text).filter({ visible: true }).first().waitFor()

const sheet = (...rows) => ({
  name: '课时费.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['姓名,银行账号,开户行,课时,课时费标准,金额,计税类型,备注', ...rows].join('\n')),
})

async function chooseClasses(scope, page, count) {
  await scope
    .getByRole('combobox', { name: /用哪些班的经费/ })
    .last()
    .click()
  for (let index = 0; index < count; index += 1) await page.getByRole('option').nth(index).click()
  await page.keyboard.press('Escape')
}

async function bring(page, file) {
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(file)
  await dialog.getByRole('button', { name: '导入', exact: true }).click()
  await settled(page)
}

story('A pay list', async ({ page }) => {
  await asPerson(page, 'finance3', '/pay-lists')
  await said(page, '还没有发放表。')
  await axe(page)
  await shoot(page, 'pay-lists/empty-zh', glance)

  // The list of the demo, whose payments are made.
  await asPerson(page, 'finance2', '/pay-lists')
  await said(page, '课后服务课时费（本月）')
  await axe(page)
  await shoot(page, 'pay-lists/list-zh', glance)
  await page.getByRole('row').filter({ hasText: '课后服务课时费（本月）' }).click()
  await said(page, '郭晓梅')
  await axe(page)
  await shoot(page, 'pay-lists/made-zh')

  // A new one, by hand.
  await openOffice(page, '/pay-lists/create')
  await page.getByLabel('名称').fill('九月补课课时费')
  await axe(page)
  await shoot(page, 'pay-lists/create-zh', glance)
  await page.getByRole('button', { name: '保存' }).click()
  await said(page, '表里还没有人。')
  await shoot(page, 'pay-lists/draft-zh', glance)
  await page.getByRole('link', { name: '编辑' }).click()
  await settled(page)
  await page.getByRole('button', { name: /添加|新增/ }).click()
  // What comes first in a new row is open already.
  await page.getByRole('option', { name: /任建军/ }).click()
  await page.getByLabel('课时', { exact: true }).fill('12.5')
  await page.getByLabel('课时费标准').fill('55')
  await said(page, '¥687.50')
  await chooseClasses(page, page, 2)
  await axe(page)
  await shoot(page, 'pay-lists/edit-zh')
  await page.getByRole('button', { name: '保存' }).click()
  await said(page, '¥687.50')

  // From a sheet: one wrong row and nothing is kept; mended, all of it.
  await page.getByRole('button', { name: '导入表格' }).click()
  await chooseClasses(page.getByRole('dialog'), page, 1)
  await bring(
    page,
    sheet(
      '郭晓梅,6228000000000000108,,10,55,,工资薪金,',
      '新老师,6228000000000000116,农业银行大同平城支行,8,55,,工资薪金,',
      '柳青,,,8,55,,奖金,',
    ),
  )
  const dialog = page.getByRole('dialog')
  await dialog.getByText('登记在“任建军”名下').waitFor()
  await dialog.getByText('计税类型请填').waitFor()
  await shoot(page, 'pay-lists/refused-zh', glance)
  await bring(
    page,
    sheet(
      '郭晓梅,6228000000000000108,,10,55,,工资薪金,',
      '柳青,6228000000000000999,农业银行大同平城支行,8,55,,劳务报酬,外聘',
    ),
  )
  await dialog.waitFor({ state: 'hidden' })
  await said(page, '柳青')
  await act(page, '生成支付')
  await said(page, '已生成支付')
  await page.getByRole('button', { name: '提交 3 笔支付' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交 3 笔支付' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await said(page, '等校长审批')
  await axe(page)
  await shoot(page, 'pay-lists/submitted-zh')

  // A payment of a list says so, and lets only its reason be changed.
  await asPerson(page, 'finance2', '/pay-lists')
  await page.getByRole('row').filter({ hasText: '课后服务课时费（本月）' }).click()
  await page
    .getByRole('link', { name: /给段雅琴的支付申请/ })
    .filter({ visible: true })
    .click()
  await said(page, '课后服务课时费（本月）')
  await page.getByRole('link', { name: '编辑' }).click()
  await said(page, '这里只能改事由')
  assert.equal(await main(page).getByLabel('收款人').count(), 0)
  await axe(page)
  await shoot(page, 'pay-lists/payment-edit-zh', glance)

  await inEnglish(page)
  await openOffice(page, '/pay-lists')
  await page.getByRole('row').filter({ hasText: '九月补课课时费' }).click()
  await said(page, 'Waits for the principal')
  await axe(page)
  await shoot(page, 'pay-lists/submitted-en', glance)
})
