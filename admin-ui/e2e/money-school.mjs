// A school of 24 classes whose money stands on them: by the API, since the chain of the money has a story of its own.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { password } from './desk.mjs'
import { wholeSchoolFile } from './roster.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The day in Shanghai, where the school is, so many days after an instant. */
export const dayOf = (shift = 0, from = Date.now()) =>
  new Date(from + (8 * 60 * 60 + shift * 24 * 60 * 60) * 1000).toISOString().slice(0, 10)

/** Kehou's own command on the story's data; `env` may move its clock. Answers what it says as JSON. */
export async function command({ dataDir, env = {} }, ...args) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'backend/dist/cli.js'), ...args, '--json'],
    { cwd: root, env: { ...process.env, KEHOU_DATA_DIR: dataDir, KEHOU_DEMO: '1', ...env } },
  )
  return JSON.parse(stdout)
}

/** A class without a pupil is no class that money is declared for: the school's children come first. */
export async function childrenCome(kehou) {
  const file = join(kehou.dataDir, 'roster.xlsx')
  await writeFile(file, wholeSchoolFile())
  const { accepted } = await command(kehou, 'import-roster', file, '--school', '3114000101')
  assert.equal(accepted, 24)
}

/** The publication that runs is over, as if its days had passed: see harness/let-period-pass.mjs. */
export async function letPeriodPass({ dataDir, env = {} }, from = Date.now()) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(root, 'admin-ui/e2e/harness/let-period-pass.mjs'),
      dayOf(-9, from),
      dayOf(-1, from),
      dayOf(0, from),
    ],
    {
      cwd: root,
      env: { ...process.env, KEHOU_DATA_DIR: dataDir, KEHOU_DEMO: '1', KEHOU_LOG_LEVEL: 'warn', ...env },
    },
  )
  assert.equal(stdout.trim().split('\n').at(-1), '1', 'one publication was running')
}

/** Somebody of the demo city who calls the API: `call(path, body)` posts, without a body it asks. */
async function caller(baseUrl, username) {
  const answer = await fetch(`${baseUrl}/api/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Kehou': '1' },
    body: JSON.stringify({ username, password }),
  })
  assert.equal(answer.status, 200, `${username} is signed in`)
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return async (path, body) => {
    const response = await fetch(`${baseUrl}/api/${path}`, {
      headers: { 'X-Kehou': '1', Cookie: cookie, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    const said = await response.text()
    assert.ok(response.ok, `${username} ${path}: ${response.status} ${said}`)
    return JSON.parse(said)
  }
}

/**
 * 24 classes with 10,000 yuan each, as everybody of the chain would have done it, and the payees that the school knows.
 * `from` is the story's present.
 */
export async function moneyOnClasses({ kehou, from, payees = [] }) {
  await childrenCome(kehou)
  const [finance, principal, education, treasury, treasury2, bureau] = await Promise.all(
    ['finance', 'principal', 'education', 'treasury', 'treasury2', 'bureau'].map((each) =>
      caller(kehou.baseUrl, each),
    ),
  )
  const { items: funds } = await finance('funds?pageSize=50')
  const fundId = funds.find(({ name }) => name === '课后看护经费').id
  const { items: schools } = await finance('schools?pageSize=50')
  const schoolId = schools.find(({ code }) => code === '3114000101').id

  const declaration = await finance('declarations', { schoolId, fundId, fiscalYear: 2026 })
  await finance(`declarations/${declaration.id}/submit`, {})
  await education(`declarations/${declaration.id}/check`, {})
  await treasury(`declarations/${declaration.id}/finance-check`, {})
  await education('declarations/publish', { declarationIds: [declaration.id] })
  await letPeriodPass(kehou, from)
  await treasury2(`declarations/${declaration.id}/approve`, {})

  const title = '关于下达2026年课后看护经费（第二批）的通知'
  const notice = await education('appropriations', { fundId, fiscalYear: 2026, title })
  await education(`appropriations/${notice.id}/submit`, {})
  await bureau(`appropriations/${notice.id}/countersign`, {})
  await treasury2(`appropriations/${notice.id}/issue`, { documentNumber: '演示财教〔2026〕45号' })
  const [line] = notice.lines
  await finance(`receipts/${line.id}/receive`, { slipNumber: 'ED20261026' })
  const scheme = await finance('schemes', { receiptId: line.id })
  await finance(`schemes/${scheme.id}/submit`, { staffMeetingOn: dayOf(0, from) })
  await principal(`schemes/${scheme.id}/approve`, {})
  for (const payee of payees) await finance('payees', { schoolId, kind: 'unit', ...payee })
}
