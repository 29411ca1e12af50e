// The first view over the wire, as a browser counts it; and no white page, whatever does not come.
import assert from 'node:assert/strict'
import { openOffice, asPerson } from './desk.mjs'
import { settled, shoot, story } from './harness/harness.mjs'

/** Bytes that a browser which has been here never before receives until the page is still. */
async function firstView(newPage, path) {
  const page = await newPage()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto(path)
  await settled(page)
  return bytes
}

async function packed(kehou) {
  const html = await (await fetch(`${kehou.baseUrl}/`)).text()
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)[1]
  for (const path of [script, '/', '/parents', '/parents/me', '/starting.js']) {
    for (const encoding of ['br', 'gzip']) {
      const answer = await fetch(kehou.baseUrl + path, { headers: { 'Accept-Encoding': encoding } })
      assert.equal(answer.headers.get('content-encoding'), encoding, `${path} as ${encoding}`)
      assert.match(answer.headers.get('vary') ?? '', /accept-encoding/i, path)
      assert.match(answer.headers.get('content-type'), /javascript|html/)
      assert.ok((await answer.text()).length > 0)
    }
    const plain = await fetch(kehou.baseUrl + path, { headers: { 'Accept-Encoding': 'identity' } })
    assert.equal(plain.headers.get('content-encoding'), null)
  }
}

const throwing = () => {
  for (const kind of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, kind, {
      configurable: true,
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
}

story(
  'the first view is small, and nothing that fails leaves a white page',
  async ({ page, newPage, kehou, complaints, complaintsOf }) => {
    await packed(kehou)
    const sizes = {}
    for (const [name, path] of [
      ['office', '/'],
      ['parents', '/parents'],
      ['publications', '/publications'],
    ])
      sizes[name] = await firstView(newPage, path)
    console.log('bytes of the first view:', JSON.stringify(sizes))
    assert.ok(sizes.office < 450_000, `the office's first view: ${sizes.office} bytes`)
    assert.ok(sizes.parents < 40_000, `the parents' first view: ${sizes.parents} bytes`)
    assert.ok(sizes.publications < 40_000, `the public first view: ${sizes.publications} bytes`)

    // A browser that keeps nothing.
    for (const [path, words] of [
      ['/', '登录'],
      ['/parents', '登录'],
      ['/publications', '公示'],
    ]) {
      const bare = await newPage()
      await bare.addInitScript(throwing)
      await bare.goto(path)
      await bare.getByText(words).first().waitFor()
    }

    // After an upgrade the parts of the old build are gone, and the page is another one: loaded anew, once.
    await asPerson(page, 'finance2', '/')
    complaints.allow(/dynamically imported module|Importing a module script failed|404|Failed to fetch/)
    let reloads = 0
    page.on('load', () => (reloads += 1))
    await page.route('**/assets/PaymentList*', (route) => route.fulfill({ status: 404, body: '' }))
    // As a person goes there, when the first page stands.
    await page.getByText('等您办理').first().waitFor()
    await page.locator('a[href^="#/payments"]').first().click()
    await page.getByText('这个页面出错了').first().waitFor()
    await page.waitForTimeout(500)
    assert.equal(reloads, 0, 'the same build is not loaded again')
    await shoot(page, 'first-view/part-missing-zh', { fullPage: false })
    await page.evaluate(() => {
      document.querySelector('script[type="module"][src]').setAttribute('src', '/assets/office-of-before.js')
      window.dispatchEvent(new Event('vite:preloadError'))
    })
    await page.waitForEvent('load')
    await page.unrouteAll()
    await openOffice(page, '/payments')

    // The first script itself does not come.
    const cut = await newPage()
    complaintsOf(cut).allow(/./)
    await cut.route('**/assets/*.js', (route) => route.abort('failed'))
    await cut.goto('/parents')
    await cut.getByText('页面没有载入完整', { exact: false }).waitFor()
    await shoot(cut, 'first-view/cut-zh', { fullPage: false })

    // A browser without modules.
    const old = await newPage()
    await old.addInitScript(() => {
      delete HTMLScriptElement.prototype.noModule
    })
    await old.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
    for (const path of ['/', '/parents', '/publications']) {
      await old.goto(path)
      await old.getByText('这个浏览器版本太旧', { exact: false }).waitFor()
    }
    await shoot(old, 'first-view/old-zh', { fullPage: false })
  },
)
