// The principal plans the term: slots, courses, sections, the week, publishing; and the plan that the district files.
import assert from 'node:assert/strict'
import { act, asPerson, choose, openOffice } from './desk.mjs'
import { axe, settled, shoot, story } from './harness/harness.mjs'

const main = (page) => page.getByRole('main')
const sees = (page, text) => main(page).getByText(text).first().waitFor()

async function course(page, name, category) {
  await openOffice(page, '/courses/create')
  await page.getByLabel('课程名称').fill(name)
  await choose(page, '类别', category)
  for (const grade of ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级']) await page.getByLabel(grade, { exact: true }).check()
  await page.getByRole('button', { name: '保存' }).click()
  await settled(page)
}

async function pick(page, label, typed, option = typed) {
  await page.getByRole('combobox', { name: label }).first().fill(typed)
  await page.getByRole('option', { name: option }).first().click()
}

async function section(page, { course: courseName, name, homeClass, teacher, room }) {
  await openOffice(page, '/sections/create')
  await pick(page, '课程', courseName)
  await page.getByRole('textbox', { name: '课程班' }).fill(name)
  if (homeClass) await pick(page, '行政班', homeClass)
  else await page.getByLabel('走班', { exact: false }).check()
  await pick(page, '任课教师', teacher)
  await pick(page, '场地', room)
  await page.getByLabel('容量').fill('40')
  await page.getByRole('button', { name: '保存' }).click()
  await sees(page, name)
}

async function teacherOf(page, index) {
  const answer = await page.request.get(`/api/teachers?pageSize=50&sort=id`)
  return (await answer.json()).items[index].name
}

story('the principal plans the term, and the district files the plan', async ({ page }) => {
  await asPerson(page, 'principal', '/terms/1/show')
  await sees(page, '国庆节')
  await axe(page)

  // Slots: the usual week at one press; noon is refused with the rule's name.
  await openOffice(page, '/slots')
  await page.getByRole('button', { name: '预填常用的一周' }).click()
  await sees(page, '16:10')
  await openOffice(page, '/slots/create')
  await choose(page, '星期', '周一')
  await page.getByLabel('开始').fill('12:00')
  await page.getByLabel('结束').fill('13:00')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('BAN-1').nth(1).waitFor()

  // Courses: a forbidden word is refused with the rule's name.
  await openOffice(page, '/courses/create')
  await page.getByLabel('课程名称').fill('数学提高班')
  await choose(page, '类别', '班内作业')
  await page.getByLabel('一年级', { exact: true }).check()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText(/提高班.*BAN-3|BAN-3.*提高班/).last().waitFor()
  await course(page, '班内作业辅导', '班内作业')
  await course(page, '书法社团', '书法')

  const [first, second] = [await teacherOf(page, 0), await teacherOf(page, 5)]
  await section(page, { course: '班内作业辅导', name: '一(1)班作业辅导', homeClass: '一(1)班', teacher: first, room: '一(1)班教室' })
  await section(page, { course: '书法社团', name: '书法社团', teacher: first, room: '美术教室' })
  await section(page, { course: '班内作业辅导', name: '一(2)班作业辅导', homeClass: '一(2)班', teacher: second, room: '一(2)班教室' })

  // The week: placed by press; the same teacher at the same time is refused with the other placement's name.
  await openOffice(page, '/timetables')
  await page.getByRole('button', { name: '开始排课' }).click()
  await main(page).getByRole('button', { name: /一\(1\)班作业辅导/ }).first().click()
  await main(page).getByRole('button', { name: /把“一\(1\)班作业辅导”排在周一/ }).first().click()
  await settled(page)
  await main(page).getByRole('button', { name: /书法社团/ }).first().click()
  const busy = main(page).getByRole('button', { name: /周一.*有冲突/ }).first()
  await busy.waitFor()
  assert.match(await busy.getAttribute('aria-label'), new RegExp(`${first}|一\\(1\\)班作业辅导`))
  await main(page).getByRole('button', { name: /把“书法社团”排在周二/ }).first().click()
  await settled(page)
  await axe(page)
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('个上课日').waitFor()
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await sees(page, '已发布')
  await shoot(page, 'office/week-zh')

  // The plan: prefilled, submitted, sent back with a remark, mended, filed; versions and remarks stay.
  await openOffice(page, '/plans')
  await page.getByRole('button', { name: '开始写方案' }).click()
  const boxes = main(page).locator('textarea:not([aria-hidden])')
  await boxes.first().waitFor()
  for (let index = 0; index < (await boxes.count()); index += 1) if (!(await boxes.nth(index).inputValue())) await boxes.nth(index).fill('按区教育局要求执行，由课后服务领导小组负责。')
  await page.getByRole('button', { name: '保存' }).click()
  await act(page, '提交备案')
  await sees(page, '等教育局审阅')
  await asPerson(page, 'district', '/plans')
  await page.getByRole('row').filter({ hasText: '文瀛小学' }).click()
  await act(page, '退回', { comment: '请补充雨雪天的放学安排' })
  await asPerson(page, 'principal', '/plans')
  await page.getByRole('row').filter({ hasText: '已退回' }).click()
  await page.getByRole('tab', { name: /意见|经过/ }).click()
  await sees(page, '请补充雨雪天的放学安排')
  await page.getByRole('link', { name: '写方案' }).click()
  await main(page).getByLabel(/安全/).first().fill('放学交接到人；雨雪天由班主任在教室等候家长。')
  await page.getByRole('button', { name: '保存' }).click()
  await act(page, '提交备案')
  await asPerson(page, 'district', '/plans')
  await page.getByRole('row').filter({ hasText: '文瀛小学' }).click()
  await act(page, '备案')
  await sees(page, '已备案')
  await shoot(page, 'office/plan-zh')
})
