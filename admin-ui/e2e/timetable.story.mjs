// 24 home classes, 60 sections, one click, a published week; then a teacher is ill, a colleague steps in, and the families see it.
import assert from 'node:assert/strict'
import { act, asPerson, openOffice } from './desk.mjs'
import { axe, settled, shoot, signIn, story } from './harness/harness.mjs'
import { all, call, fillSchool, meetingCount } from './timetable-school.mjs'

const main = (page) => page.getByRole('main')
const sees = (page, ...parts) => Promise.all(parts.map((part) => main(page).getByText(part, { exact: false }).first().waitFor()))

story('a week of 60 sections is placed and published; a teacher is ill, a colleague steps in, the family sees it', async ({ page, newPage }) => {
  await asPerson(page, 'coordinator')
  const school = await fillSchool(page)
  assert.equal(school.sections.length, 60)
  const timetable = await arrange(page, school)
  await publish(page, timetable)
  await nobodyTwice(page, school)
})

async function arrange(page, school) {
  // A draft; one card is placed and locked without the mouse.
  await openOffice(page, '/timetables')
  await page.getByRole('button', { name: '开始排课' }).click()
  await sees(page, `还有 ${meetingCount} 次没有排`)
  await page.getByRole('button', { name: /^一\(1\)班作业辅导/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^排这里：一\(1\)班作业辅导，周一/ }).first().waitFor()
  await page.locator('[data-stop="0/0/0"]').focus()
  await page.keyboard.press('Enter')
  await page.locator('button[data-stop="0/0/0"]').waitFor()
  await page.keyboard.press('l')
  await page.getByText('“一(1)班作业辅导”已锁定。').waitFor()

  // All the rest by one click.
  await page.getByRole('button', { name: '自动排课' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('安排 60 个课程班每周共').waitFor()
  await axe(page)
  await shoot(page, 'office/place-all-zh', { fullPage: false })
  await dialog.getByRole('button', { name: '开始' }).click()
  await main(page).getByRole('progressbar').waitFor()
  await shoot(page, 'office/placing-zh', { fullPage: false, widths: [1280] })
  await sees(page, `全部排好了：${meetingCount} 次`)
  await axe(page)
  await shoot(page, 'office/placed-zh', { fullPage: false })
  await page.getByRole('button', { name: '采用', exact: true }).click()
  await sees(page, '检查以后就可以发布。')
  const [timetable] = await all(page, `/timetables?schoolId=${school.schoolId}`)
  await undoAndRedo(page)
  await dragOntoClash(page, timetable)
  return timetable
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
  const moved = rows.flatMap((row) => row.placements).find((placement) => placement.sectionName === '合唱（低年级）')
  const choices = await call(page, 'GET', `/timetables/${timetable.id}/choices?sectionId=${moved.sectionId}&placementId=${moved.id}`)
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
  await at(clash.slotId).getByRole('button', { name: /^有冲突/ }).waitFor()
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
  await axe(page)
  await shoot(page, 'office/publish-list-zh', { fullPage: false })
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await sees(page, '已发布')
  await shoot(page, 'office/week-published-zh', { fullPage: false })
}

/** Over every dated session: no teacher, no room, no home class and no child is in two places at one time. */
async function nobodyTwice(page, { schoolId, sections }) {
  const sessions = (await all(page, `/sessions?schoolId=${schoolId}`)).filter((session) => session.status === 'planned')
  assert.ok(sessions.length > meetingCount, `${sessions.length} sessions`)
  const homeOf = new Map(sections.map((section) => [section.id, section.homeClassId]))
  const childrenOf = new Map(sections.map((section) => [section.id, []]))
  for (const { sectionId, studentId } of await all(page, `/enrolments?schoolId=${schoolId}&status=active`)) childrenOf.get(sectionId).push(studentId)
  const days = new Map()
  for (const session of sessions) days.set(session.heldOn, [...(days.get(session.heldOn) ?? []), session])
  for (const those of days.values()) {
    for (const [i, one] of those.entries()) {
      for (const other of those.slice(i + 1).filter((each) => one.startTime < each.endTime && each.startTime < one.endTime)) {
        const where = `${one.heldOn} ${one.startTime} ${one.sectionName} / ${other.sectionName}`
        const [home, otherHome] = [one, other].map(({ sectionId }) => homeOf.get(sectionId))
        assert.notEqual(one.teacherId, other.teacherId, `teacher twice: ${where}`)
        assert.notEqual(one.roomId, other.roomId, `room twice: ${where}`)
        assert.ok(home === null || home !== otherHome, `home class twice: ${where}`)
        assert.ok(!childrenOf.get(one.sectionId).some((child) => childrenOf.get(other.sectionId).includes(child)), `child twice: ${where}`)
      }
    }
  }
  return sessions
}
