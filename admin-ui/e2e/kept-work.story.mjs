// What was typed is never lost and never saved twice: two clicks, a session that ends, two persons, two tabs, no connection.
import assert from 'node:assert/strict'
import { asPerson, choose, inEnglish, openOffice, password } from './desk.mjs'
import { axe, settled, shoot, signIn, signOut, story } from './harness/harness.mjs'

const glance = { fullPage: false }

async function fillPayment(page, payee) {
  await openOffice(page, '/payments/create')
  await choose(page, '用哪个班的经费', /一\(1\)班/)
  await page.getByLabel('金额').fill('12.50')
  await page.getByLabel('课时数').fill('1')
  await page.getByLabel('只付这一次').check()
  await page.getByLabel('收款人名称').fill(payee)
  await page.getByLabel('事由').fill('打印教案')
}

const save = (page) => page.getByRole('button', { name: '保存' })

const saved = (page) => page.waitForURL(/payments\/\d+\/show/)

async function paymentsTo(page, payee) {
  const answer = await page.request.get('/api/payments?pageSize=200')
  const { items } = await answer.json()
  return items.filter((payment) => payment.payee === payee)
}

async function pressedTwice(page) {
  await fillPayment(page, '两次点击')
  const posts = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/payments')) posts.push(request)
  })
  await page.route('**/api/payments', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800))
    await route.continue()
  })
  await save(page).dblclick()
  await page.waitForTimeout(500)
  await save(page)
    .click({ timeout: 200 })
    .catch(() => undefined)
  await saved(page)
  await page.unroute('**/api/payments')
  assert.equal(posts.length, 1)
  assert.equal((await paymentsTo(page, '两次点击')).length, 1)
}

async function signedOutWhileTyping(page) {
  await fillPayment(page, '登录过期')
  await signOut(page)
  await save(page).click()
  await page.getByText('登录已过期，请再输一次密码').waitFor()
  await axe(page)
  await shoot(page, 'kept/sign-in-zh', glance)
  await page.getByRole('dialog').getByLabel('密码').fill('wrong')
  await page.getByRole('button', { name: '登录，接着办理' }).click()
  await page.getByText('用户名或密码不对。').waitFor()
  await page.getByRole('dialog').getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录，接着办理' }).click()
  await saved(page)
  assert.equal((await paymentsTo(page, '登录过期')).length, 1)
}

async function twoPersons(page) {
  await fillPayment(page, '另一个人')
  const other = await page.context().newPage()
  await signIn(other, { username: 'principal2', password })
  await save(page).click()
  await page.getByText('这个浏览器里现在登录的是另一个人').waitFor()
  await axe(page)
  await shoot(page, 'kept/other-person-zh', glance)
  assert.equal((await paymentsTo(page, '另一个人')).length, 0)
  await page.getByRole('button', { name: '先留在这里，抄下内容' }).click()
  assert.equal(await page.getByLabel('收款人名称').inputValue(), '另一个人')
  await other.close()
}

async function signedOutInTheOtherTab(page) {
  await asPerson(page, 'finance2', '/payments/create')
  const other = await page.context().newPage()
  await other.goto('/')
  await other.getByRole('button', { name: '龚海燕' }).click()
  await other.getByText('退出登录').click()
  await page.getByText('已在另一个标签页退出登录', { exact: false }).waitFor()
  await other.getByLabel('用户名').fill('principal2')
  await other.getByLabel('密码').fill(password)
  await other.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('这个浏览器里现在登录的是另一个人').waitFor()
  await page.getByRole('button', { name: '重新载入' }).click()
  await settled(page)
  await page.getByRole('button', { name: '龚海燕' }).waitFor({ state: 'detached' })
  await other.close()
}

async function twoTabs(page, isEnglish) {
  await asPerson(page, 'finance2')
  const [payment] = await paymentsTo(page, '两次点击')
  await openOffice(page, `/payments/${payment.id}`)
  const [payee, reason] = isEnglish ? ['Name of the payee', 'Reason'] : ['收款人名称', '事由']
  await page.getByLabel(payee).first().fill('我填的收款人')
  const other = await page.context().newPage()
  await openOffice(other, `/payments/${payment.id}`)
  await other
    .getByLabel(reason)
    .first()
    .fill(`别人改的事由${isEnglish ? '二' : ''}`)
  await other.getByRole('button', { name: isEnglish ? 'Save' : '保存' }).click()
  await other
    .getByText(`别人改的事由${isEnglish ? '二' : ''}`)
    .first()
    .waitFor()
  await page.getByRole('button', { name: isEnglish ? 'Save' : '保存' }).click()
  await page.getByText(isEnglish ? 'your changes were not saved' : '您的修改没有保存').waitFor()
  await axe(page)
  await shoot(page, `kept/stale-${isEnglish ? 'en' : 'zh'}`, glance)
  if (isEnglish) return other.close()
  await page.getByRole('button', { name: '载入新的内容' }).click()
  await page.getByText('已载入新的内容，您填的还在', { exact: false }).waitFor()
  await settled(page)
  assert.equal(await page.getByLabel('事由').inputValue(), '别人改的事由')
  assert.equal(await page.getByLabel('收款人名称').inputValue(), '我填的收款人')
  await save(page).click()
  await saved(page)
  const now = await (await page.request.get(`/api/payments/${payment.id}`)).json()
  assert.deepEqual([now.payee, now.reason], ['我填的收款人', '别人改的事由'])
  // Back to the name by which the next look finds it.
  await openOffice(page, `/payments/${payment.id}`)
  await page.getByLabel('收款人名称').fill('两次点击')
  await save(page).click()
  await saved(page)
  return other.close()
}

async function withoutConnection(page, complaints) {
  await fillPayment(page, '断网')
  complaints.allow(/ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to load resource/)
  // The server gets it, the answer is lost on its way back.
  let isLost = true
  await page.route('**/api/payments', async (route) => {
    if (!isLost) return route.continue()
    await route.fetch()
    return route.abort('failed')
  })
  await page.route('**/api/sign-in', (route) => (isLost ? route.abort('failed') : route.continue()))
  await save(page).click()
  await page.getByText('连接中断，不知道是否已经保存').waitFor()
  await page.getByText('还是连不上服务器', { exact: false }).waitFor()
  await axe(page)
  await shoot(page, 'kept/lost-zh', glance)
  isLost = false
  await page.getByRole('button', { name: '现在再试' }).click()
  await page.getByText('刚才的内容在中断前就已保存', { exact: false }).waitFor()
  await saved(page)
  assert.equal((await paymentsTo(page, '断网')).length, 1)
  await page.unrouteAll()
}

async function inTheOtherLanguage(page) {
  await inEnglish(page)
  await twoTabs(page, true)
  await signOut(page)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('You have been signed out.', { exact: false }).first().waitFor()
  await shoot(page, 'kept/sign-in-en', glance)
  await signIn(page, { username: 'principal2', password })
  await openOffice(page, '/payments/create')
  const other = await page.context().newPage()
  await signIn(other, { username: 'finance2', password })
  await page.evaluate(() => (window.location.hash = '#/payments'))
  await page.getByText('Somebody else is signed in in this browser now').waitFor()
  await shoot(page, 'kept/other-person-en', glance)
  await other.close()
}

story('what was typed is neither lost nor saved twice', async ({ page, complaints }) => {
  await asPerson(page, 'finance2')
  await pressedTwice(page)
  await signedOutWhileTyping(page)
  await twoPersons(page)
  await signedOutInTheOtherTab(page)
  await twoTabs(page, false)
  await withoutConnection(page, complaints)
  await inTheOtherLanguage(page)
})
