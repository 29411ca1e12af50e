// Takes screenshots of the built pages against the stand-in server, at both widths and in both languages, to be looked at.
// node admin-ui/test/screens.mjs [--only=schools] [--out=folder]
import { createServer } from 'node:http'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { answer, createWorld } from './mock-api.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, '../dist')
const option = (name) => process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1]
const out = option('out') ?? join(here, '../e2e/screens')
mkdirSync(out, { recursive: true })
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
let world = createWorld()

const server = createServer((request, response) => {
  const path = request.url.split('?')[0]
  if (path.startsWith('/api')) {
    let text = ''
    request.on('data', (part) => {
      text += part
    })
    request.on('end', () => {
      const { status, body } = answer(world, request.method, request.url, text ? JSON.parse(text) : undefined)
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(status === 204 ? undefined : JSON.stringify(body))
    })
    return
  }
  const file =
    path.startsWith('/assets') || path.endsWith('.svg')
      ? path
      : path.startsWith('/parents')
        ? '/parents.html'
        : '/index.html'
  response
    .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    .end(readFileSync(join(dist, file)))
})
await new Promise((resolve) => {
  server.listen(0, resolve)
})
const base = `http://localhost:${server.address().port}`

const mustChange = () => {
  world.signedIn = { ...world.signedIn, mustChangePassword: true }
}
const signedOut = () => {
  world.signedIn = null
}
const guardian = () => {
  world.signedIn = { ...world.signedIn, role: 'guardian' }
}
const screens = [
  { name: 'sign-in', path: '/#/login', before: signedOut },
  { name: 'password', path: '/', before: mustChange },
  { name: 'home', path: '/#/' },
  { name: 'schools', path: '/#/schools' },
  {
    name: 'schools-filtered',
    path: '/#/schools?filter=%7B%22stage%22%3A%22primary%22%2C%22area%22%3A%22urban%22%7D&order=ASC&page=1&perPage=25&sort=name',
    act: async (page) =>
      page
        .getByRole('button', { name: /^(筛选|Filter)/ })
        .first()
        .click(),
  },
  { name: 'school', path: '/#/schools/1/show?school=1' },
  { name: 'school-edit', path: '/#/schools/1' },
  {
    name: 'school-errors',
    path: '/#/schools/create',
    act: async (page) => page.getByRole('button', { name: /保存|Save/ }).click(),
  },
  { name: 'home-classes', path: '/#/home-classes?school=1' },
  { name: 'rooms', path: '/#/rooms' },
  { name: 'term', path: '/#/terms/2/show' },
  {
    name: 'term-day',
    path: '/#/terms/2/show',
    act: async (page) => page.getByRole('button', { name: /2026-09-20/ }).click(),
  },
  {
    name: 'term-form',
    path: '/#/terms/create',
    act: async (page) =>
      page
        .getByRole('button', { name: /打开日历|Open the calendar/ })
        .first()
        .click(),
  },
  { name: 'users', path: '/#/users' },
  { name: 'user', path: '/#/users/3/show' },
  {
    name: 'user-reset',
    path: '/#/users/3/show',
    act: async (page) => {
      await page.getByRole('button', { name: /重置密码|Reset password/ }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /重置密码|Reset password/ })
        .click()
    },
  },
  {
    name: 'audit',
    path: '/#/audit-entries',
    act: async (page) => {
      const row = page.locator('tbody tr').first()
      if (await row.count()) await row.click()
    },
  },
  {
    name: 'menu',
    path: '/#/schools',
    act: async (page) =>
      page
        .getByRole('button', { name: /菜单|menu/ })
        .first()
        .click(),
  },
  { name: 'account', path: '/#/', act: async (page) => page.getByRole('button', { name: /郭建军/ }).click() },
  { name: 'not-found', path: '/#/nowhere' },
  { name: 'dark-schools', path: '/#/schools', dark: true },
  { name: 'dark-term', path: '/#/terms/2/show', dark: true },
  { name: 'parents-sign-in', path: '/parents', before: signedOut, phone: true },
  { name: 'parents-activate', path: '/parents/activate#code=ABCD2345', before: signedOut, phone: true },
  { name: 'parents-week', path: '/parents', before: guardian, phone: true },
  { name: 'parents-messages', path: '/parents/messages', before: guardian, phone: true },
  { name: 'parents-choose', path: '/parents/choose', before: guardian, phone: true },
  { name: 'parents-me', path: '/parents/me', before: guardian, phone: true },
  { name: 'parents-survey', path: '/parents/surveys/7', before: guardian, phone: true },
  {
    name: 'parents-survey-question',
    path: '/parents/surveys/7',
    before: guardian,
    phone: true,
    act: async (page) => page.getByRole('button', { name: /开始|Start/ }).click(),
  },
  { name: 'parents-week-dark', path: '/parents', before: guardian, phone: true, dark: true },
]

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
let complaints = 0
const complain = (text) => {
  complaints += 1
  console.log(text)
}
for (const width of [1280, 390]) {
  for (const language of ['zh', 'en']) {
    for (const screen of screens) {
      if (option('only') && !screen.name.includes(option('only'))) continue
      if (option('lang') && option('lang') !== language) continue
      if (option('width') && option('width') !== String(width)) continue
      if (screen.phone && width !== 390) continue
      world = createWorld()
      screen.before?.()
      const context = await browser.newContext({
        viewport: { width, height: width === 390 ? 844 : 800 },
        colorScheme: screen.dark ? 'dark' : 'light',
        locale: 'zh-CN',
      })
      await context.addInitScript((lang) => {
        localStorage.setItem('RaStorekehou.locale', JSON.stringify(lang))
        localStorage.setItem('RaStore.kehou.locale', JSON.stringify(lang))
        localStorage.setItem('kehou.parents.language', lang)
      }, language)
      const page = await context.newPage()
      const label = `${screen.name}-${width}-${language}`
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of 40[0-9]/.test(message.text()))
          complain(`${label}: ${message.text().slice(0, 300)}`)
      })
      page.on('pageerror', (error) => complain(`${label}: ${error.message}`))
      await page.goto(base + screen.path)
      await page.waitForLoadState('networkidle')
      await page.waitForTimeout(250)
      try {
        await screen.act?.(page)
      } catch (error) {
        complain(`${label}: ${error.message.split('\n')[0]}`)
      }
      await page.waitForTimeout(screen.act ? 500 : 100)
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (tooWide > 0) complain(`${label}: ${tooWide} px too wide`)
      await page.evaluate(axe)
      const found = await page.evaluate(async () =>
        (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations
          .filter((v) => ['serious', 'critical'].includes(v.impact))
          .map(
            (v) =>
              `${v.id}: ${v.nodes
                .slice(0, 3)
                .map((n) => n.html.slice(0, 140))
                .join(' | ')}`,
          ),
      )
      for (const one of found) complain(`${label}: axe ${one}`)
      await page.screenshot({ path: join(out, `${label}.png`) })
      await context.close()
    }
  }
}
await browser.close()
server.close()
console.log(`screens in ${out}; ${complaints} complaints`)
process.exitCode = complaints === 0 ? 0 : 1
