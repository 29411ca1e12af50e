// 24 home classes, 60 sections, one click, a published week; then a teacher is ill, a colleague steps in, and the families see it.
import assert from 'node:assert/strict'
import { act, asPerson, find, inEnglish, openOffice } from './desk.mjs'
import { axe, shoot, signIn, story } from './harness/harness.mjs'
import { all, call, fillSchool, meetingCount } from './timetable-school.mjs'

const main = (page) => page.getByRole('main')
const sees = (page, ...parts) =>
  Promise.all(parts.map((part) => main(page).getByText(part, { exact: false }).first().waitFor()))
// A notice that is just fading away is half transparent, which is no fault of the page under it.
const looked = (page) => axe(page, { exclude: ['.MuiSnackbar-root'] })

story(
  'a week of 60 sections is placed and published; a teacher is ill, a colleague steps in, the family sees it',
  async ({ page, newPage }) => {
    await asPerson(page, 'coordinator')
    const school = await fillSchool(page)
    assert.equal(school.sections.length, 60)
    await arrange(page, school)
    await publish(page)
    const sessions = await nobodyTwice(page, school)

    // The class teacher of the first class is ill on the next day with service.
    const sick = school.teachers.find((teacher) => teacher.homeClassId === school.classes[0].id)
    const session = sessions
      .filter((each) => each.teacherId === sick.id && isToCome(each))
      .sort((one, other) => one.heldOn.localeCompare(other.heldOn))[0]
    const mother = await openFamily(page, newPage, school)
    const colleague = await bestColleague(page, sick, session)
    const phone = await openAccount(page, newPage, colleague)
    await recordLeave(page, sick, session)
    await askColleague(page, colleague)
    await agree(phone, sick, session)
    await approve(page, session, colleague)
    await nobodyTwice(page, school)
    await seeIt({ page, mother, phone, sick, colleague, session })
  },
)

async function arrange(page, school) {
  // A draft; one card is placed and locked without the mouse.
  await openOffice(page, '/timetables')
  await page.getByRole('button', { name: '开始排课' }).click()
  await sees(page, `还有 ${meetingCount} 次没有排`)
  await page.getByRole('button', { name: /^一\(1\)班作业辅导/ }).focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: /^排这里：一\(1\)班作业辅导，周一/ })
    .first()
    .waitFor()
  await page.locator('[data-stop="0/0/0"]').focus()
  await page.keyboard.press('Enter')
  await page.locator('button[data-stop="0/0/0"]').waitFor()
  await page.keyboard.press('l')
  await page.getByText('“一(1)班作业辅导”已锁定。').waitFor()

  // All the rest by one click.
  await page.getByRole('button', { name: '自动排课' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('安排 60 个课程班每周共').waitFor()
  await looked(page)
  await shoot(page, 'office/place-all-zh', { fullPage: false })
  await dialog.getByRole('button', { name: '开始' }).click()
  await main(page).getByRole('progressbar').waitFor()
  await shoot(page, 'office/placing-zh', { fullPage: false, widths: [1280] })
  // It would go on to improve the week until its time is up; what it has can be had at once.
  const result = main(page).getByText(`全部排好了：${meetingCount} 次`)
  await result.or(main(page).getByText('正在继续改进')).first().waitFor()
  if (!(await result.isVisible())) await page.getByRole('button', { name: '停止' }).click()
  await result.waitFor()
  await page.getByText('正在停止。').waitFor({ state: 'hidden' })
  await looked(page)
  await shoot(page, 'office/placed-zh', { fullPage: false })
  await page.getByRole('button', { name: '采用', exact: true }).click()
  await sees(page, '检查以后就可以发布。')
  const [timetable] = await all(page, `/timetables?schoolId=${school.schoolId}`)
  await undoAndRedo(page)
  await dragOntoClash(page, timetable)
}

async function undoAndRedo(page) {
  await page.keyboard.press('Control+z')
  await sees(page, `还有 ${meetingCount - 1} 次没有排`)
  await page.getByRole('button', { name: /^重做：采用自动排课/ }).click()
  await sees(page, '检查以后就可以发布。')
}

/** A mixed section is carried to where something else stands in its way: the sentence names it, and nothing has moved. */
async function dragOntoClash(page, timetable) {
  const { rows, slots } = await call(page, 'GET', `/timetables/${timetable.id}/grid?by=section`)
  const moved = rows
    .flatMap((row) => row.placements)
    .find((placement) => placement.sectionName === '合唱（低年级）')
  const choices = await call(
    page,
    'GET',
    `/timetables/${timetable.id}/choices?sectionId=${moved.sectionId}&placementId=${moved.id}`,
  )
  const clash = choices.find((choice) => !choice.isFree && choice.slotId !== moved.slotId)
  assert.ok(clash, 'every other slot is free, so there is nothing to run into')
  const row = rows.findIndex((each) => each.placements.includes(moved))
  const at = (slotId) => {
    const stop = `[data-stop^="${row}/${slots.findIndex((slot) => slot.id === slotId)}/"]`
    return page.locator(`td${stop}, td:has(${stop})`)
  }
  const card = at(moved.slotId).locator('button[data-stop]')
  await card.scrollIntoViewIfNeeded()
  await card.hover()
  await page.mouse.down()
  // The first move lifts the card; the places are coloured when the answer has come.
  await at(clash.slotId).hover()
  await at(clash.slotId)
    .getByRole('button', { name: /^有冲突/ })
    .waitFor()
  const { x, y, width, height } = await at(clash.slotId).boundingBox()
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 })
  await sees(page, clash.clashes[0].message)
  await shoot(page, 'office/drag-clash-zh', { fullPage: false, widths: [1280] })
  await page.mouse.move(x + width / 2, y + height / 2 + 2)
  await page.mouse.up()
  await main(page).getByRole('alert').getByText(clash.clashes[0].message).waitFor()
  assert.equal((await call(page, 'GET', `/placements/${moved.id}`)).slotId, moved.slotId)
  await page.keyboard.press('Escape')
}

async function publish(page) {
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('变动清单').waitFor()
  await dialog.getByRole('list', { name: '变动清单' }).getByText('作业辅导').first().waitFor()
  await looked(page)
  await shoot(page, 'office/publish-list-zh', { fullPage: false })
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await sees(page, '已发布')
  await shoot(page, 'office/week-published-zh', { fullPage: false })
}

/** Over every dated session: no teacher, no room, no home class and no child is in two places at one time. */
async function nobodyTwice(page, { schoolId, sections }) {
  const sessions = (await all(page, `/sessions?schoolId=${schoolId}`)).filter(
    (session) => session.status === 'planned',
  )
  assert.ok(sessions.length > meetingCount, `${sessions.length} sessions`)
  const homeOf = new Map(sections.map((section) => [section.id, section.homeClassId]))
  const childrenOf = new Map(sections.map((section) => [section.id, []]))
  for (const { sectionId, studentId } of await all(page, `/enrolments?schoolId=${schoolId}&status=active`))
    childrenOf.get(sectionId).push(studentId)
  const days = new Map()
  for (const session of sessions) days.set(session.heldOn, [...(days.get(session.heldOn) ?? []), session])
  for (const those of days.values()) {
    for (const [i, one] of those.entries()) {
      for (const other of those
        .slice(i + 1)
        .filter((each) => one.startTime < each.endTime && each.startTime < one.endTime)) {
        const where = `${one.heldOn} ${one.startTime} ${one.sectionName} / ${other.sectionName}`
        const [home, otherHome] = [one, other].map(({ sectionId }) => homeOf.get(sectionId))
        assert.notEqual(one.teacherId, other.teacherId, `teacher twice: ${where}`)
        assert.notEqual(one.roomId, other.roomId, `room twice: ${where}`)
        assert.ok(home === null || home !== otherHome, `home class twice: ${where}`)
        assert.ok(
          !childrenOf.get(one.sectionId).some((child) => childrenOf.get(other.sectionId).includes(child)),
          `child twice: ${where}`,
        )
      }
    }
  }
  return sessions
}

const shanghai = (options) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options }).format(
    new Date(),
  )
const now = () =>
  `${shanghai({ year: 'numeric', month: '2-digit', day: '2-digit' })} ${shanghai({ hour: '2-digit', minute: '2-digit' })}`
const isToCome = ({ heldOn, startTime }) => `${heldOn} ${startTime}` > now()

/** The mother of a child of the first class opens her account on the phone. */
async function openFamily(page, newPage, { schoolId, classes: [home] }) {
  const [child] = await all(page, `/students?homeClassId=${home.id}&sort=id`)
  const [letter] = await call(page, 'POST', '/activation-codes/letters', { schoolId, studentIds: [child.id] })
  const { guardians } = await call(page, 'GET', `/students/${child.id}/unmasked`)
  const mother = await newPage({ phone: true })
  await mother.goto(`/parents/activate#code=${letter.code.replaceAll('-', '')}`)
  await mother.getByLabel('手机号').fill(guardians[0].phone)
  await mother.getByLabel('设一个密码').fill('yellow-bus-2026')
  await mother.getByRole('button', { name: '开通', exact: true }).click()
  await mother.getByText('班内作业辅导').first().waitFor()
  return mother
}

async function recordLeave(page, sick, session) {
  await openOffice(page, '/teacher-leaves')
  await main(page).getByRole('link', { name: '登记请假' }).first().click()
  await find(page, '教师', sick.name)
  await page.locator('input[name="fromOn"]').fill(session.heldOn)
  await looked(page)
  await shoot(page, 'office/leave-create-zh', { fullPage: false })
  await page.getByRole('button', { name: '保存' }).click()
  await sees(page, '谁来代课', '还没有人', session.sectionName)
  await looked(page)
  await shoot(page, 'office/leave-zh', { fullPage: false })
}

/** Who is free and able, best first. */
async function bestColleague(page, sick, session) {
  const [best] = await call(page, 'GET', `/sessions/${session.id}/colleagues`)
  assert.ok(best.isPossible && best.teacherId !== sick.id)
  return { id: best.teacherId, name: best.name }
}

async function askColleague(page, colleague) {
  await page.getByRole('button', { name: '另选他人' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('首选').waitFor()
  await looked(page)
  await shoot(page, 'office/colleagues-zh', { fullPage: false })
  await dialog.getByRole('button', { name: `请${colleague.name}代课` }).click()
  await dialog.waitFor({ state: 'hidden' })
  await sees(page, `等${colleague.name}答复`)
}

/** An account for the colleague, linked to the teacher; signed in on the phone with a password of one's own. */
async function openAccount(page, newPage, colleague) {
  const { schoolId, regionCode } = await call(page, 'GET', '/sign-in')
  const phone = await newPage({ phone: true })
  await signIn(phone, { username: 'admin', password: 'kehou-demo-2026' })
  const user = await call(phone, 'POST', '/users', {
    username: 'colleague',
    displayName: colleague.name,
    role: 'teacher',
    regionCode,
    schoolId,
  })
  await call(page, 'PATCH', `/teachers/${colleague.id}`, { userId: user.id })
  await signIn(phone, { username: 'colleague', password: user.oneTimePassword })
  await call(phone, 'POST', '/sign-in/password', {
    currentPassword: user.oneTimePassword,
    newPassword: 'blue-chalk-2026',
  })
  return phone
}

async function agree(phone, sick, session) {
  await openOffice(phone, `/my-week?day=${session.heldOn}`)
  await sees(phone, '请您答复', `${sick.name}请您代课`, session.sectionName)
  await looked(phone)
  await shoot(phone, 'office/asked-zh', { widths: [390], fullPage: false })
  await act(phone, '同意')
}

async function approve(page, session, colleague) {
  await page.reload()
  await sees(page, `${colleague.name} 已同意，等批准`)
  await main(page).getByRole('link', { name: '去批准' }).click()
  await sees(page, session.sectionName)
  await act(page, '批准')
  await sees(page, '代课', colleague.name)
  await looked(page)
  await shoot(page, 'office/session-zh', { fullPage: false })
}

/** On the mother's phone, in the colleague's own week and in that of the one who is ill. */
async function seeIt({ page, mother, phone, sick, colleague, session }) {
  await mother.reload()
  await mother.getByText(`由${colleague.name}老师代课`).first().waitFor()
  await looked(mother)
  await shoot(mother, 'parents/substitute-zh', { widths: [390], fullPage: false })
  await phone.reload()
  await sees(phone, `代${sick.name}上课`)
  await shoot(phone, 'office/my-week-zh', { widths: [390] })
  await asPerson(page, 'teacher', `/my-week?day=${session.heldOn}`)
  await sees(page, `由${colleague.name}代课`)
  await looked(page)
  await shoot(page, 'office/my-week-taken-zh', { fullPage: false })
  await inEnglish(page)
  await openOffice(page, `/my-week?day=${session.heldOn}`)
  await sees(page, `${colleague.name} takes it`)
  await shoot(page, 'office/my-week-taken-en', { fullPage: false })
  await openOffice(page, '/timetables')
  await sees(page, 'Published', '合唱（低年级）')
  await shoot(page, 'office/week-published-en', { fullPage: false })
}
