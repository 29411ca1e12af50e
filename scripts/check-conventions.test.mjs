// Proves that each convention bites where it should, and only there.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('check-conventions.mjs', import.meta.url))
const folders = []
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function check(files) {
  const folder = mkdtempSync(join(tmpdir(), 'kehou-conventions-'))
  folders.push(folder)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' })
  return {
    status,
    lines: (stdout + stderr).split('\n').flatMap((line) => /^(\S+:\d+ \w+):/.exec(line)?.[1] ?? []),
  }
}

test('what is allowed passes', () => {
  const { status, lines } = check({
    'backend/src/platform/calendar.ts': `const zone = 'Asia/Shanghai'\nexport const now = () => new Date(Date.now())`,
    'backend/src/platform/money.ts': `export const addFen = (aFen: number, bFen: number) => aFen + bFen`,
    'backend/src/platform/sentences.ts': `export const say = (code: string) => fillIn(texts[code]!.zh, {})`,
    'backend/src/a/a.service.ts': `import { Injectable, type Type } from '@nestjs/common'\nexport const sql = 'SUM(' + amountFen + ')'\nexport const more = usedFen <= capFen && x instanceof Date`,
    'backend/src/a/a.spec.ts': `const at = new Date('2026-09-01T00:00:00Z'); Math.random()`,
    'admin-ui/src/shared/format.ts': `export const print = (at: string) => new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })`,
    'admin-ui/src/office/rooms.tsx': `type Room = Schemas['RoomOut']\ninterface Props { room: Room }\nconst rooms = useAnswer<Page<Room>>('/api/rooms')\nconst seen = useState<{ at: string }>()\ninterface Looked<T extends RaRecord> { of: T }`,
    'admin-ui/src/api/dataProvider.ts': `const page = await call<{ items: unknown[] }>('GET', '/api/rooms')`,
  })
  assert.deepEqual(lines, [])
  assert.equal(status, 0)
})

test('a table is written in its own folder only', () => {
  const entity = `export class RoomKey {}`
  const { lines } = check({
    'backend/src/a/keys/room-key.entity.ts': entity,
    'backend/src/a/keys/keys.service.ts': `tx.update(RoomKey, { id }, given)\nrunner.query('UPDATE room_key SET x = 1')`,
    'backend/src/a/rooms/rooms.service.ts': `tx.find(RoomKey, {})
tx.insert(RoomKey, given)
tx.createQueryBuilder().delete().from(RoomKey)
runner.query('DELETE FROM room_key WHERE id = 1')
runner.query(\`INSERT INTO room_key (id) VALUES \${rows}\`)
list.from(RoomKey)`,
  })
  const path = 'backend/src/a/rooms/rooms.service.ts'
  assert.deepEqual(
    lines,
    [2, 3, 4, 5].map((line) => `${path}:${line} owner`),
  )
})

test('a controller has its contract in its own folder', () => {
  const controller = `export class RoomsController {}`
  const { status, lines } = check({
    'backend/src/a/rooms/rooms.controller.ts': controller,
    'backend/src/a/rooms/rooms.parent.controller.ts': controller,
    'backend/src/a/rooms/rooms.e2e-spec.ts': `it('is asked', () => {})`,
    'backend/src/a/keys/keys.controller.ts': controller,
    'backend/src/a/keys/keys.spec.ts': `it('is pure', () => {})`,
    'backend/src/a/keys/lost/lost.e2e-spec.ts': `it('is another folder', () => {})`,
  })
  assert.equal(status, 1)
  assert.deepEqual(lines, ['backend/src/a/keys/keys.controller.ts:1 contract'])
})

test('a file has at most 400 lines, a function that is no test 70', () => {
  const lines = (count) => 'go()\n'.repeat(count)
  const long = `it('goes', () => {\n${lines(80)}})\n`
  const { status, lines: told } = check({
    'backend/src/a/short.ts': `function a() {\n${lines(68)}}\n${lines(330)}`,
    'backend/src/a/long.ts': lines(401),
    'backend/src/a/long-inside.ts': `go()\nconst a = () => {\n${lines(69)}}\n`,
    'backend/src/a/long.spec.ts': lines(401),
    'backend/src/a/steps.spec.ts': long,
    'backend/src/a/texts.ts': long,
    'backend/src/platform/database/migrations/1-first.ts': lines(401) + long,
    'backend/bench/ledger.mjs': long,
    'admin-ui/src/api/schema.d.ts': lines(401),
    'admin-ui/src/office/rooms.tsx': `export function Rooms() {\n${lines(69)}}\n`,
    'admin-ui/e2e/rooms.story.mjs': long,
    'scripts/long.mjs': lines(401),
  })
  assert.equal(status, 1)
  assert.deepEqual(told, [
    'backend/src/a/long-inside.ts:2 length',
    'backend/src/a/long.spec.ts:1 length',
    'backend/src/a/long.ts:1 length',
    'backend/bench/ledger.mjs:1 length',
    'admin-ui/src/office/rooms.tsx:1 length',
    'scripts/long.mjs:1 length',
  ])
})

test('each broken convention is named with its line', () => {
  const { status, lines } = check({
    'backend/src/a/a.service.ts': `import { Injectable, NotFoundException } from '@nestjs/common'
const at = new Date('2026-09-01')
const now = Date.now()
const zone = 'Asia/Shanghai'
const n = Math.random()
const yuan = parseFloat('1.5') + Number.parseFloat('2')
const sum = row.amountFen + other.amountFen
total.usedFen += (row.amountFen as number)
class A { constructor(a: A, b: A, c: A, d: A, e: A, f: A, g: A, h: A) {} }
const sentence = fillIn(aTexts[code]!.zh, params)
`,
    'backend/test/world.ts': `export const now = new Date()`,
    'admin-ui/src/office/a.tsx': `export const a = <p>{Date.now()}</p>`,
    'admin-ui/src/office/rooms.tsx': `interface Room extends RaRecord { id: number }
interface Named { name: string }
const one = useAnswer<{ items: Room[] }>('/api/rooms')
const two = useGetOne<RaRecord & { name: string }>('rooms', { id: 1 })
const three = kehou.call<Page<Named>>('GET', '/api/rooms')
`,
  })
  assert.equal(status, 1)
  const path = 'backend/src/a/a.service.ts'
  assert.deepEqual(lines, [
    ...[
      [1, 'services'],
      [2, 'clock'],
      [3, 'clock'],
      [4, 'zone'],
      [5, 'chance'],
      [6, 'floats'],
      [6, 'floats'],
      [7, 'money'],
      [8, 'money'],
      [9, 'dependencies'],
      [10, 'voice'],
      [10, 'voice'],
    ].map(([line, name]) => `${path}:${line} ${name}`),
    'backend/test/world.ts:1 clock',
    'admin-ui/src/office/a.tsx:1 clock',
    ...[1, 3, 4, 5].map((line) => `admin-ui/src/office/rooms.tsx:${line} answers`),
  ])
})
