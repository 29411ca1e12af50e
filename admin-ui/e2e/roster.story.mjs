// The school's real roster becomes classes, students and guardians; a letter goes home, and a mother opens her account on the phone.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as XLSX from '@e965/xlsx'
import { asPerson, choose, inEnglish, openOffice, openRow } from './desk.mjs'
import { axe, settled, shoot, story } from './harness/harness.mjs'
import { rosterFile } from './roster.mjs'

const candidates = ['../../../shared/data/roster-primary', '../../../../shared/data/roster-primary'].map(
  (path) => fileURLToPath(new URL(path, import.meta.url)),
)
const real = candidates.find((path) => existsSync(`${path}.xlsx`))

/** The real file where it lies beside the checkout, else an invented one of the same shape. */
function roster() {
  if (real) {
    const { accepted, refused, classes } = JSON.parse(readFileSync(`${real}.expected.json`, 'utf8'))
    return { path: `${real}.xlsx`, accepted, refused: refused.length, className: classes[0] }
  }
  console.log('SKIPPED in part: ../shared/data is not beside the checkout; a small roster is used instead')
  const path = join(mkdtempSync(join(tmpdir(), 'kehou-roster-')), '花名册.xlsx')
  writeFileSync(path, rosterFile())
  return { path, accepted: 46, refused: 2, className: '一(1)班' }
}

const main = (page) => page.getByRole('main')
const sees = (page, text) => main(page).getByText(text, { exact: false }).first().waitFor()

async function bringIn(page, path) {
  await openOffice(page, '/imports/create?kind=students')
  await page.locator('input[type=file]').setInputFiles(path)
  await sees(page, '可以导入')
}

story(
  'the real roster becomes classes, students and guardians, and a mother opens her account',
  async ({ page, newPage, kehou }) => {
    const { path, accepted, refused, className } = roster()
    await asPerson(page, 'coordinator', '/imports')
    await main(page).getByRole('link', { name: '导入表格' }).first().click()
    await settled(page)
    await axe(page)
    await shoot(page, 'office/import-upload-zh')
    await page.locator('input[type=file]').setInputFiles(path)
    await sees(page, '可以导入')
    await axe(page)
    await shoot(page, 'office/import-columns-zh')

    await page.getByRole('button', { name: '预览' }).click()
    await sees(page, '校验码不对')
    await sees(page, `将新增 ${accepted} 行`)
    await axe(page)
    await shoot(page, 'office/import-preview-zh')
    await page.getByRole('button', { name: '开始导入' }).click()
    await sees(page, `导入完成：新增 ${accepted} 行`)
    await axe(page)
    await shoot(page, 'office/import-result-zh', { fullPage: false })
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载退回的行' }).click(),
    ])
    const book = XLSX.read(readFileSync(await file.path()))
    assert.equal(
      book.SheetNames.flatMap((name) => XLSX.utils.sheet_to_json(book.Sheets[name])).length,
      refused,
    )

    // The same file again changes nothing.
    await bringIn(page, path)
    await page.getByRole('button', { name: '预览' }).click()
    await sees(page, '没有要新增或更改的内容')

    // A list with masked numbers; the whole only when asked for.
    await openOffice(page, '/students')
    await sees(page, className)
    await axe(page)
    await shoot(page, 'office/students-zh')
    await openRow(page, className)
    await page.getByRole('button', { name: '查看完整信息' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '查看完整信息' }).click()
    await sees(page, '这次查看已记入审计')
    await shoot(page, 'office/student-zh')
    const phone = await main(page)
      .getByText(/^1[3-9]\d{9}$/)
      .first()
      .innerText()
    const name = await main(page).getByRole('heading', { level: 1 }).innerText()
    await axe(page)

    // The letters of the class; each code is shown once.
    await openOffice(page, '/activation-letters')
    await choose(page, '请选择班级', className)
    await page.getByRole('button', { name: '生成激活信' }).click()
    const letter = page.getByRole('article').filter({ hasText: `致 ${name} 的家长` })
    await letter.waitFor()
    await axe(page)
    await shoot(page, 'office/letters-zh', { fullPage: false })
    // One sheet of paper for each child.
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
    assert.equal(paper.match(/\/Type\s*\/Page\b/g).length, await page.getByRole('article').count())
    const code = (await letter.innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)[0]

    const mother = await newPage({ phone: true })
    await mother.goto(`${kehou.baseUrl}/parents/activate#code=${code}`)
    await mother.getByLabel('手机号').fill(phone)
    await mother.getByLabel('设一个密码').fill('a-long-enough-password')
    await axe(mother)
    await mother.getByRole('button', { name: '开通' }).click()
    await mother.getByText(name).first().waitFor()
    await axe(mother)

    await inEnglish(page)
    await openOffice(page, '/students')
    await sees(page, className)
    await shoot(page, 'office/students-en')
    await openOffice(page, '/imports')
    await shoot(page, 'office/imports-en')
    await openRow(page, 'Imported')
    await sees(page, 'refused')
    await shoot(page, 'office/import-result-en')
    await openOffice(page, '/teachers')
    await settled(page)
    await axe(page)
    await shoot(page, 'office/teachers-en')
  },
)
