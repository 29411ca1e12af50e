// What a story does with a page besides clicking: look at it, listen to its complaints, sign somebody in.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const screens = fileURLToPath(new URL('../screens/', import.meta.url))
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const HEIGHTS = { 1280: 800, 390: 844 }

/**
 * Takes `<name>-1280.png` and `<name>-390.png`, whole pages, and leaves the page at the width it had.
 * A name may contain folders: `office/schools-zh`.
 */
export async function shoot(page, name, { widths = [1280, 390], fullPage = true } = {}) {
  const before = page.viewportSize()
  const paths = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHTS[width] ?? 800 })
    await settled(page)
    const path = join(screens, `${name}-${width}.png`)
    mkdirSync(dirname(path), { recursive: true })
    // Nobody looks at the pictures of the gate, and they cost it more than the rest of a page.
    if (!process.env.CI) await page.screenshot({ path, fullPage, animations: 'disabled', caret: 'hide' })
    await assertNoSidewaysScroll(page, `${name} at ${width}`)
    paths.push(path)
  }
  if (before) await page.setViewportSize(before)
  await settled(page)
  return paths
}

/** Fonts are there, nothing is loading, and two frames have passed since. */
export async function settled(page) {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    // A button on its way from pale to full has neither colour; what turns for ever is not waited for.
    const ends = document
      .getAnimations()
      .filter((each) => each.effect?.getComputedTiming().endTime !== Infinity)
    const rest = Promise.all(ends.map((each) => each.finished.catch(() => undefined)))
    await Promise.race([rest, new Promise((resolve) => setTimeout(resolve, 2000))])
    await new Promise((resolve) => requestAnimationFrame(resolve))
  })
}

async function assertNoSidewaysScroll(page, where) {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  assert.ok(
    content <= window,
    `${where}: the page is ${content} px wide in a window of ${window} px, so it scrolls sideways.`,
  )
}

/** Fails on what makes a page hard or impossible to use for somebody: axe's serious and critical findings. */
export async function axe(page, { exclude = [] } = {}) {
  await settled(page)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const violations = await page.evaluate(async (hidden) => {
    const { violations: found } = await window.axe.run(
      { exclude: hidden.map((selector) => [selector]) },
      { resultTypes: ['violations'] },
    )
    return found.map(({ id, impact, help, nodes }) => ({
      id,
      impact,
      help,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    }))
  }, exclude)
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const text = grave
    .map(({ id, impact, help, nodes }) => `${impact} ${id}: ${help}\n    ${nodes.slice(0, 5).join('\n    ')}`)
    .join('\n')
  assert.equal(grave.length, 0, `${page.url()}\n${text}`)
}

/**
 * Gathers what the browser complains about. Refusals (4xx) are answers, not complaints; 5xx are complaints.
 * `allow(pattern)` excuses what the story provokes; `assertNone()` fails with the rest.
 */
export function listen(page) {
  const complaints = []
  const allowed = []
  page.on('console', (message) => {
    if (message.type() !== 'error' || /the server responded with a status of 4\d\d/.test(message.text()))
      return
    complaints.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('response', (response) => {
    // A refused call is an answer; a page that cannot be opened is not.
    if (response.status() >= (response.request().isNavigationRequest() ? 400 : 500))
      complaints.push(`${response.status()} ${response.request().method()} ${response.url()}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A page that is left cancels what it was still asking for.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason} ${request.method()} ${request.url()}`)
  })
  const remaining = () => complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)))
  return {
    allow: (pattern) => allowed.push(pattern),
    remaining,
    assertNone: () => assert.deepEqual(remaining(), [], 'The browser complained.'),
  }
}

/**
 * Signs in through the API, as quickly as a story wants it; the sign-in page has a story of its own.
 * `user` is `{ username, password }`. Answers who it is.
 */
export async function signIn(page, user) {
  const response = await page.request.post('/api/sign-in', { data: user, headers: { 'X-Kehou': '1' } })
  assert.ok(
    response.ok(),
    `${user.username} could not sign in: ${response.status()} ${await response.text()}`,
  )
  return response.json()
}

export async function signOut(page) {
  await page.request.delete('/api/sign-in', { headers: { 'X-Kehou': '1' } })
}
