// A family: a place in a section, the letter, the account on the phone, the week, the survey once.
import { asPerson, openOffice } from './desk.mjs'
import { axe, shoot, story } from './harness/harness.mjs'

const main = (page) => page.getByRole('main')

story(
  'a family: the letter, the phone, the week, the survey once; the school sees only the sum',
  async ({ page, newPage }) => {
    // Enrolment with a clash refused by name, then the letters of a class.
    await asPerson(page, 'coordinator2', '/enrolments/enrol')
    await page.getByRole('combobox', { name: '报入哪个课程班' }).fill('合唱')
    await page
      .getByRole('option', { name: /合唱社团/ })
      .first()
      .click()
    await page.getByRole('tab', { name: '逐个学生' }).click()
    const students = await (await page.request.get('/api/students?schoolId=2&pageSize=50&sort=id')).json()
    const child = students.items[0]
    await page.getByRole('combobox', { name: '哪些学生' }).fill(child.name)
    await page
      .getByRole('option', { name: new RegExp(child.name) })
      .first()
      .click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /报入 1 名学生/ }).click()
    await main(page)
      .getByText(/已报入 [01] 名/)
      .first()
      .waitFor()
    await openOffice(page, '/activation-letters')
    await page.getByRole('combobox').last().click()
    await page.getByRole('option', { name: child.className }).first().click()
    await page.getByRole('button', { name: '生成激活信' }).click()
    const dialog = page.getByRole('dialog')
    if (await dialog.isVisible().catch(() => false))
      await dialog.getByRole('button', { name: '生成激活信' }).click()
    await page.getByText(`致 ${child.name} 的家长`).first().waitFor()
    await shoot(page, 'office/letters-zh', { widths: [1280] })
    const letter = await page
      .getByText(`致 ${child.name} 的家长`)
      .first()
      .locator('xpath=ancestor::*[contains(., "激活码")][1]')
      .innerText()
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(letter)[0]
    const full = await (await page.request.get(`/api/students/${child.id}/unmasked`)).json()

    const phone = await newPage({ phone: true })
    await phone.goto(`/parents/activate#code=${code.replaceAll('-', '')}`)
    await phone.getByLabel('手机号').fill(full.guardians[0].phone)
    await phone.getByLabel('密码', { exact: false }).last().fill('yellow-bus-2026')
    await phone.getByRole('button', { name: '开通', exact: true }).click()
    await phone.getByText(child.name).first().waitFor()
    await axe(phone)
    await shoot(phone, 'parents/week-zh', { fullPage: false })
    await phone.getByRole('link', { name: '我的', exact: true }).click()
    await phone.getByText('登录着的设备').waitFor()
    await phone.getByText('这台设备').waitFor()
    await shoot(phone, 'parents/me-zh')
    await axe(phone)

    await phone.getByRole('link', { name: /消息/ }).click()
    await phone.getByText('去回答').first().click()
    await phone.getByRole('button', { name: '开始回答' }).click()
    for (let question = 0; question < 9; question += 1) {
      const label = question === 4 ? '满意' : '非常满意'
      await phone.getByRole('progressbar', { name: `${question + 1} / 10` }).waitFor()
      if (question === 2) {
        await axe(phone)
        await shoot(phone, 'parents/survey-zh', { fullPage: false })
      }
      // An answer leads on by itself.
      await phone
        .getByRole('button', { name: label, exact: true })
        .or(phone.getByRole('radio', { name: label, exact: true }))
        .first()
        .click()
    }
    await phone.getByRole('progressbar', { name: '10 / 10' }).waitFor()
    await phone.getByRole('textbox').fill('希望多一些户外活动')
    await phone
      .getByRole('button', { name: '看一遍' })
      .or(phone.getByRole('button', { name: '下一步' }))
      .first()
      .click()
    await phone.getByRole('button', { name: '交上去' }).first().click()
    await phone.getByText('已收到').first().waitFor()
    await phone.goto('/parents/messages')
    await phone.getByText('已回答').first().waitFor()
  },
)
