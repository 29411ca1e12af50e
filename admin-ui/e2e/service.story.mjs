// The after-school service of a term, planned, filed, arranged, published and filled, by principal, district and coordinator.
import { setTimeout as sleep } from 'node:timers/promises'
import { act, asPerson, find, openOffice, openRow } from './desk.mjs'
import { axe, settled, shoot, story } from './harness/harness.mjs'

const main = (page) => page.getByRole('main')

async function contains(page, ...parts) {
  for (const part of parts) await main(page).getByText(part, { exact: false }).first().waitFor()
}

async function save(page) {
  await page.getByRole('button', { name: '保存' }).click()
  await settled(page)
}

async function openSection(page, { name, homeClass, teacher, room }) {
  await openOffice(page, '/sections/create')
  await find(page, '课程', '足球社团')
  await page.locator('input[name="name"]').fill(name)
  await find(page, '行政班', homeClass)
  await find(page, '任课教师', teacher)
  await find(page, '场地', room)
  await save(page)
  await main(page).getByRole('heading', { level: 1, name }).waitFor()
}

story('the service of a term: plan, timetable, sessions, children', async ({ page }) => {
  // The principal: a slot at noon is refused by the rule's name, the usual week is prefilled.
  await asPerson(page, 'principal', '/slots/create')
  await page.getByLabel('星期').first().click()
  await page.getByRole('option', { name: '周一' }).click()
  await page.getByLabel('开始').fill('12:00')
  await page.getByLabel('结束').fill('13:00')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('12:00 早于本校最后一节课的结束时间 16:10').waitFor()
  await page.getByRole('button', { name: '取消' }).click()
  await openOffice(page, '/slots')
  await page.getByRole('button', { name: '预填常用的一周' }).click()
  await contains(page, '16:10–17:10', '17:10–18:10')

  // A course: a title that promises cramming is refused (BAN-3).
  await openOffice(page, '/courses/create')
  await page.getByLabel('课程名称').fill('期末冲刺')
  await page.getByLabel('类别').first().click()
  await page.getByRole('option', { name: '足球' }).click()
  await page.getByLabel('三年级').check()
  await page.getByRole('button', { name: '保存' }).click()
  await contains(page, 'BAN-3')
  await page.getByLabel('课程名称').fill('足球社团')
  await save(page)
  const {
    items: [{ name: teacher }],
  } = await (await page.request.get('/api/teachers')).json()
  await openSection(page, { name: '三(1)班足球', homeClass: '三(1)班', teacher, room: '三(1)班教室' })
  await openSection(page, { name: '三(2)班足球', homeClass: '三(2)班', teacher, room: '三(2)班教室' })

  // The week: the second section clashes with the first by its teacher, and the sentence names it.
  await openOffice(page, '/timetables')
  await page.getByRole('button', { name: '开始排课' }).click()
  await page
    .getByRole('button', { name: /三\(1\)班足球/ })
    .first()
    .click()
  await page.getByRole('button', { name: '排这里：三(1)班足球，周一 16:10–17:10' }).click()
  await contains(page, '还有 1 次没有排')
  await page.getByRole('button', { name: /^三\(2\)班足球/ }).click()
  await page.getByRole('button', { name: /^有冲突：周一 16:10–17:10/ }).click()
  await contains(page, `${teacher} 在周一 16:10–17:10已在“三(1)班教室”上“三(1)班足球”`)
  await axe(page)
  await shoot(page, 'office/timetable-clash-zh', { fullPage: false })
  await page.getByRole('button', { name: '排这里：三(2)班足球，周二 16:10–17:10' }).click()
  await contains(page, '全部排好了')
  await act(page, '发布')
  await contains(page, '已发布')
  await shoot(page, 'office/timetable-zh', { fullPage: false })

  // The plan: begun from the school's figures, completed, submitted, sent back, submitted again, filed.
  await openOffice(page, '/plans')
  await page.getByRole('button', { name: '开始写方案' }).click()
  await page.getByRole('button', { name: '加入本校的每周时段' }).click()
  await page.locator('textarea[name="content.fee"]').fill('不收费。')
  await page.locator('textarea[name="content.funding"]').fill('市级课后看护经费，按班拨付。')
  await save(page)
  await contains(page, '每周时段：周一至周五 16:10–17:10、17:10–18:10。')
  await act(page, '提交备案')
  await asPerson(page, 'district', '/plans')
  await openRow(page, '文瀛小学')
  await axe(page)
  await act(page, '退回', { comment: '请写明放学交接的地点' })
  await asPerson(page, 'principal', '/plans')
  await openRow(page, '文瀛小学')
  await page.getByRole('tab', { name: '经过与意见' }).click()
  await contains(page, '请写明放学交接的地点')
  // A slow answer must not wipe out what is typed meanwhile.
  await page.route('**/api/plans/*', async (route) => {
    await sleep(800)
    await route.continue()
  })
  await page.getByRole('link', { name: '写方案' }).click()
  await page.locator('textarea[name="content.safety"]').fill('放学时在东门按班级逐一交接。')
  await save(page)
  await page.unrouteAll({ behavior: 'wait' })
  await act(page, '提交备案')
  await asPerson(page, 'district', '/plans')
  await openRow(page, '文瀛小学')
  await act(page, '备案')
  await contains(page, '备案140213-2026-0001')
  await page.getByRole('tab', { name: '历次提交' }).click()
  await contains(page, '与上一次相比改了：安全保障')
  await shoot(page, 'office/plan-filed-zh')
})

story('children in sections: whole classes, seats and clashes', async ({ page }) => {
  await asPerson(page, 'coordinator2', '/sections')
  await openRow(page, '围棋社团')
  await main(page).getByRole('link', { name: '报名' }).click()
  await page.getByRole('combobox', { name: '哪些行政班' }).click()
  for (const name of ['一(1)班', '二(1)班']) await page.getByRole('option', { name }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '报入 2 个班的学生' }).click()
  await contains(page, '看花名册', '个名额已满', '时间冲突')
  await axe(page)
  await shoot(page, 'office/enrolled-zh')
  await page.getByRole('link', { name: '看花名册' }).click()
  await contains(page, '共 40 名，容量 40 名。')
  await axe(page)
  await shoot(page, 'office/class-list-zh')
  await openOffice(page, '/sessions?day=2026-10-10')
  await contains(page, '课次 2026-10-10 周六', '一(1)班作业辅导')
  // What has been held can no longer be cancelled; the next day with service can.
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  const {
    items: [next],
  } = await (await page.request.get(`/api/sessions?from=${tomorrow}&sort=heldOn&pageSize=1`)).json()
  await openOffice(page, `/sessions?day=${next.heldOn}`)
  await contains(page, `课次 ${next.heldOn}`)
  await main(page).getByRole('button', { name: '停课' }).first().click()
  await page.getByRole('dialog').getByRole('textbox').fill('教师外出培训')
  await page.getByRole('dialog').getByRole('button', { name: '停课' }).click()
  await contains(page, '教师外出培训', '恢复上课')
})
