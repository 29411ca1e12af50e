// The one import of a browser story: story('what happens', async ({ page, kehou }) => { … })
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { launchBrowser } from './browser.mjs'
import { clockOf, moveClockOf } from './clock.mjs'
import { startKehou } from './kehou.mjs'
import { listen } from './page.mjs'

export { launchBrowser } from './browser.mjs'
export { clockOf } from './clock.mjs'
export { startKehou } from './kehou.mjs'
export { axe, listen, settled, shoot, signIn, signOut } from './page.mjs'

const failures = fileURLToPath(new URL('../screens/failures/', import.meta.url))
const LIMIT_MS = 600_000

/**
 * One scenario on a fresh Kehou with the demo city. The story gets
 * `page` (a desk, 1280 px, Chinese), `newPage({ phone, locale, … })` for a second person, `kehou`, and `complaints`.
 * It fails when the browser complained on any page; the last sight of each page and the server's log are kept then.
 * `at` is an instant at which it begins, for server and pages, where the day matters; else it is now.
 */
export function story(name, act, { env, at, timeout = LIMIT_MS } = {}) {
  void test(name, { timeout }, async () => {
    const kehou = await startKehou({ env: { ...env, ...clockOf(at) } })
    let browser
    const people = []
    try {
      browser = await launchBrowser()
      const newPage = async (options) => {
        const person = await open(browser, kehou.baseUrl, { at, ...options })
        people.push(person)
        return person.page
      }
      const page = await newPage()
      await act({
        kehou,
        page,
        newPage,
        complaints: people[0].complaints,
        complaintsOf: (other) => people.find((person) => person.page === other).complaints,
      })
      for (const { complaints } of people) complaints.assertNone()
    } catch (error) {
      await keep(name, people, kehou)
      throw error
    } finally {
      await browser?.close()
      await kehou.stop()
    }
  })
}

/** A person with an own browser context: own cookies, own language, a desk or a phone. Asia/Shanghai either way. */
async function open(browser, baseURL, { phone = false, locale = 'zh-CN', at, ...more } = {}) {
  const device = phone
    ? { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
    : { viewport: { width: 1280, height: 800 } }
  const context = await browser.newContext({
    baseURL,
    locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...device,
    ...more,
  })
  context.setDefaultTimeout(20_000)
  if (at !== undefined) await moveClockOf(context, at)
  const page = await context.newPage()
  return { page, complaints: listen(page) }
}

async function keep(name, people, kehou) {
  mkdirSync(failures, { recursive: true })
  const stem = join(failures, name.replaceAll(/[^\p{L}\p{N}]+/gu, '-'))
  for (const [i, { page, complaints }] of people.entries()) {
    await page.screenshot({ path: `${stem}-${i + 1}.png`, fullPage: true }).catch(() => undefined)
    console.log(`page ${i + 1}: ${page.url()}\n${complaints.remaining().join('\n')}`)
  }
  writeFileSync(`${stem}.log`, kehou.log())
  console.log(`What the pages showed and the server's log: ${failures}`)
}
