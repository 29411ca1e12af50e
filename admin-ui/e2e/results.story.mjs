// Principal and bureau see the result: satisfaction with n and formula, coverage, money by school, as charts, tables and
// workbooks, each inside the own scope; and the switch to English.
import assert from 'node:assert/strict'
import { asPerson, inEnglish, openOffice } from './desk.mjs'
import { axe, settled, shoot, story } from './harness/harness.mjs'

const main = (page) => page.getByRole('main')
const sees = (page, text) => main(page).getByText(text).first().waitFor()

async function exported(page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    main(page).getByRole('button', { name: '导出' }).first().click(),
  ])
  const path = await download.path()
  const { readFile } = await import('node:fs/promises')
  assert.equal((await readFile(path)).subarray(0, 2).toString(), 'PK', 'an .xlsx file')
}

story('principal and bureau see satisfaction, coverage and money, each their own', async ({ page }) => {
  await asPerson(page, 'bureau', '/')
  await sees(page, '学生参加率')
  await axe(page)
  await shoot(page, 'office/today-bureau-zh')
  await openOffice(page, '/satisfaction')
  await sees(page, '总体满意率')
  await sees(page, '泉山小学')
  await axe(page)
  await shoot(page, 'office/satisfaction-zh', { fullPage: false })
  await exported(page)
  for (const [path, text] of [
    ['/statistics/coverage', '五天全程参加'],
    ['/statistics/money', '到账'],
  ]) {
    await openOffice(page, path)
    await sees(page, text)
    await axe(page)
    await shoot(page, `office${path}-zh`)
    await exported(page)
  }

  await asPerson(page, 'principal2', '/satisfaction')
  await sees(page, '总体满意率')
  assert.doesNotMatch(await main(page).innerText(), /北辰中学/)
  await openOffice(page, '/statistics/coverage')
  await sees(page, '学生参加率')
  assert.doesNotMatch(await main(page).innerText(), /北辰中学/)

  await openOffice(page, '/timetables')
  await sees(page, '一(1)班作业辅导')
  await shoot(page, 'office/week-zh', { fullPage: false })

  // The auditor reads and has no button that writes.
  await asPerson(page, 'auditor', '/payments')
  await settled(page)
  assert.equal(await main(page).getByRole('link', { name: /新建/ }).count(), 0)

  // English by a switch: no Chinese but names.
  await inEnglish(page)
  for (const path of [
    '/',
    '/funding/board?school=2',
    '/declarations',
    '/timetables?school=2',
    '/statistics/coverage',
    '/satisfaction',
    '/audit-entries',
  ]) {
    await openOffice(page, path)
    await settled(page)
    await shoot(page, `office/en${path.split('?')[0].replaceAll('/', '-')}`)
  }
  assert.match(await page.getByRole('navigation').first().innerText(), /Declarations/)
  assert.doesNotMatch(await page.getByRole('navigation').first().innerText(), /[一-鿿]/)
})
