// A service as it is in earnest: the first administrator, a password of their own, the authenticator, and one's own sign-ins.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { generateSync } from 'otplib'
import { axe, shoot, story } from './harness/harness.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const secret = 'a secret for this story only, 32 characters or more'
const env = { KEHOU_DEMO: '0', NODE_ENV: 'production', KEHOU_SECRET: secret }
const own = 'quiet green river'

/** The code of the step after the present one too, since each is good once: `later` 0 or 1. */
const codeOf = (key, later = 0) =>
  generateSync({
    secret: key,
    epoch: Math.floor(performance.timeOrigin + performance.now()) / 1000 + later * 30,
  })

function setUp(kehou) {
  const out = execFileSync(
    process.execPath,
    ['backend/dist/cli.js', 'set-up', '--region', '1402', '--name', '大同市', '--json'],
    { cwd: root, env: { PATH: process.env.PATH, ...env, KEHOU_DATA_DIR: kehou.dataDir }, encoding: 'utf8' },
  )
  return JSON.parse(out)
}

async function fillPassword(page, values) {
  for (const [name, value] of Object.entries(values)) await page.locator(`input[name="${name}"]`).fill(value)
}

async function signInAs(page, username, password) {
  await page.goto('/#/login')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

story(
  'the first administrator signs in with an authenticator',
  async ({ page, newPage, kehou }) => {
    const { username, password } = setUp(kehou)
    await signInAs(page, username, password)
    await page.getByText('第一次登录，请先换成自己的密码。').waitFor()
    await fillPassword(page, { current: password, next: 'woaini1314520', repeat: 'woaini1314520' })
    await page.getByRole('button', { name: '修改密码' }).click()
    await page.getByText('这个密码太常见', { exact: false }).waitFor()
    await fillPassword(page, { current: password, next: own, repeat: own })
    await page.getByRole('button', { name: '修改密码' }).click()

    await page.getByText('登录要用验证器', { exact: false }).waitFor()
    await shoot(page, 'sign-in/authenticator-due-zh')
    await axe(page)
    await page.getByLabel('现在的密码').fill(own)
    await page.getByRole('button', { name: '开始设置' }).click()
    const key = (await page.getByTestId('authenticator-key').textContent()).replaceAll(' ', '')
    await page.getByLabel('6 位数字').fill('000000')
    await page.getByRole('button', { name: '完成设置' }).click()
    await page.getByText('6 位数字不对', { exact: false }).waitFor()
    await shoot(page, 'sign-in/authenticator-code-zh')
    await page.getByLabel('6 位数字').fill(codeOf(key))
    await page.getByRole('button', { name: '完成设置' }).click()
    await page.getByTestId('recovery-codes').waitFor()
    const codes = await page.getByTestId('recovery-codes').locator('li').allTextContents()
    assert.equal(codes.length, 10)
    await shoot(page, 'sign-in/recovery-codes-zh')
    await axe(page)
    await page.getByRole('button', { name: '我已经保存好' }).click()
    await page.getByText(`您好`, { exact: false }).waitFor()

    const phone = await newPage({ phone: true })
    await signInAs(phone, username, own)
    await phone.getByLabel('验证器应用上的 6 位数字').waitFor()
    await shoot(phone, 'sign-in/code-zh')
    await axe(phone)
    await phone.getByLabel('验证器应用上的 6 位数字').fill(codes[0])
    await phone.getByRole('button', { name: '登录', exact: true }).click()
    await phone.getByText(`您好`, { exact: false }).waitFor()

    await page.goto('/#/sign-ins')
    await page.getByRole('heading', { name: '我的登录' }).waitFor()
    await shoot(page, 'sign-in/sign-ins-zh')
    await axe(page)
    await page
      .getByRole('button', { name: /^退出: / })
      .first()
      .click()
    await page.getByText('没有其他登录。').waitFor()
    await phone.goto('/#/users')
    await phone.getByLabel('用户名').waitFor()

    await page.goto('/#/second-factor')
    await page.getByText('还有 9 个恢复码没有用过。').waitFor()
    await shoot(page, 'sign-in/authenticator-on-zh')
    await page.getByRole('button', { name: '大同市' }).click()
    await page.getByText('English').click()
    await page.getByText('9 recovery codes have not been used.').waitFor()
    await shoot(page, 'sign-in/authenticator-on-en')
    await page.goto('/#/sign-ins')
    await page.getByRole('heading', { name: 'My sign-ins' }).waitFor()
    await shoot(page, 'sign-in/sign-ins-en')
  },
  { env },
)
