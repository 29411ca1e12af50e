// A new payee on the way, what is unusual before it is approved, and the order for the bank: drawn, taken twice, sent, dissolved.
import assert from 'node:assert/strict'
import { act, asPerson, choose, inEnglish, openOffice } from './desk.mjs'
import { axe, settled, story } from './harness/harness.mjs'
import { contains, glance, main, shoot } from './money-desk.mjs'

story('A payee, a payment and the order for the bank', async ({ page }) => {
  await asPerson(page, 'finance2', '/payees')
  await contains(page, '晨光文具店', '教职工工资代发专户')
  await axe(page)
  await shoot(page, 'orders/payees-zh')
  await page.getByText('晨光文具店').first().click()
  await contains(page, '工商银行大同迎宾街支行')
  await shoot(page, 'orders/payee-zh')
  await requested(page)

  await asPerson(page, 'principal2', '/payments?filter=%7B%22status%22%3A%22submitted%22%7D')
  await page.getByText('启明书社').first().click()
  await contains(page, '请留意', '尾号 4321 的收款账户', '是整千元')
  await axe(page)
  await shoot(page, 'orders/unusual-zh')
  await main(page).getByRole('button', { name: '批准', exact: true }).click()
  await page.getByRole('dialog').getByText('尾号 4321 的收款账户').waitFor()
  await shoot(page, 'orders/approve-zh', glance)
  await page.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click()
  await contains(page, '等核算中心审核')

  await asPerson(page, 'centre', '/payments?filter=%7B%22status%22%3A%22approved%22%7D')
  await page.getByText('启明书社').first().click()
  await act(page, '审核通过')
  await openOffice(page, '/bank-orders')
  await contains(page, '已送银行')
  await drawn(page)
  const first = await downloaded(page, '下载文件')
  await openOffice(page, page.url().split('#')[1])
  const second = await downloaded(page, '再次下载（内容相同）')
  assert.equal(first, second)
  await axe(page)
  await shoot(page, 'orders/drawn-zh')
  await act(page, '解散', { comment: '银行要求重做' })
  await contains(page, '已解散')
  await openOffice(page, '/bank-orders')
  await drawn(page)
  await act(page, '标为已送银行')
  await contains(page, '已送银行')
  await openOffice(page, '/bank-orders')
  await axe(page)
  await shoot(page, 'orders/list-zh')
  await inEnglish(page)
  for (const [path, name] of [
    ['/bank-orders', 'list'],
    ['/bank-orders/3/show', 'show'],
    ['/payees', 'payees'],
    ['/payments', 'payments'],
  ]) {
    await openOffice(page, path)
    await axe(page)
    await shoot(page, `orders/${name}-en`)
  }
})

async function requested(page) {
  await openOffice(page, '/payments/create')
  await choose(page, '用哪个班的经费', /一\(1\)班/)
  await page.getByLabel('金额').fill('1000')
  await choose(page, '用途', /专用材料费/)
  const chooser = page.getByRole('combobox', { name: '收款人' })
  await chooser.fill('启明书社')
  await page.getByRole('option', { name: '新建收款人：启明书社' }).click()
  const dialog = page.getByRole('dialog')
  assert.equal(await dialog.getByLabel('名称（全称）').inputValue(), '启明书社')
  await dialog.getByLabel('银行账号').fill('6222 0000 8888 4321')
  await dialog.getByLabel('开户行').fill('工商银行大同分行')
  await axe(page)
  await shoot(page, 'orders/new-payee-zh', glance)
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByLabel('事由').fill('阅读课用书')
  await settled(page)
  await axe(page)
  await shoot(page, 'orders/payment-form-zh')
  await main(page).getByRole('button', { name: '保存' }).click()
  await contains(page, '草稿', '启明书社')
  await act(page, '提交')
  await contains(page, '等校长审批')
}

async function drawn(page) {
  await main(page).getByRole('button', { name: '制作付款指令' }).click()
  await page.getByRole('dialog').getByText('把 2 笔已审核的支付').waitFor()
  await shoot(page, 'orders/draw-zh', glance)
  await page.getByRole('dialog').getByRole('button', { name: '制作付款指令' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await contains(page, '已制作，未送银行')
}

async function downloaded(page, label) {
  const download = page.waitForEvent('download')
  await main(page).getByRole('button', { name: label }).click()
  return (await download).suggestedFilename()
}
