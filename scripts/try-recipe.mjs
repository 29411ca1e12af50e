// The recipe of docs/contributing.md, followed step by step in a scratch copy: adds "lockers" to organisation, as copied
// from rooms, and runs the checks that the recipe names. What it writes is thrown away.
import './lib/node-version.mjs'
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { main, root, say, Stop } from './lib/run.mjs'

const scratch = mkdtempSync(join(tmpdir(), 'kehou-recipe-'))
const at = (path) => join(scratch, path)
const read = (path) => readFileSync(at(path), 'utf8')
const write = (path, text) => {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), text)
}

/** Changes a file in one place; a step whose place is gone is a recipe that is no longer true. */
function mend(path, before, after) {
  const text = read(path)
  if (!text.includes(before)) throw new Stop(`${path} has no "${before.trim()}": mend docs/contributing.md`)
  write(path, text.replace(before, after))
}

function run(step, command, args, cwd = scratch) {
  say(step)
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: process.env })
  if (status !== 0)
    throw new Stop(`${step}: failed\n${`${stdout}${stderr}`.split('\n').slice(-60).join('\n')}`)
}
const node = (step, args, cwd) => run(step, process.execPath, args, cwd)
const tool = (path) => join(root, 'node_modules', path)

const folder = 'backend/src/organisation/lockers'
/** A file of the rooms, with the room's words turned into the locker's. */
const copied = (path) =>
  read(path)
    .replaceAll('organisation.room_name_taken', 'organisation.locker_name_taken')
    .replaceAll('rooms', 'lockers')
    .replaceAll('Rooms', 'Lockers')
    .replaceAll('room', 'locker')
    .replaceAll('Room', 'Locker')
    .replaceAll('场地', '储物柜')

await main(async () => {
  try {
    copyTree()
    entity()
    table()
    noun()
    wiring()
    pages()
    checks()
    say('The recipe is true.')
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
})

function copyTree() {
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  for (const path of stdout.split('\0').filter(Boolean))
    if (existsSync(join(root, path))) cpSync(join(root, path), at(path), { recursive: true })
  for (const place of ['node_modules', 'backend/node_modules', 'admin-ui/node_modules'])
    if (existsSync(join(root, place))) symlinkSync(join(root, place), at(place))
}

// Step 1: the entity.
function entity() {
  write(`${folder}/locker-kinds.ts`, copied('backend/src/organisation/rooms/room-kinds.ts'))
  write(`${folder}/locker.entity.ts`, copied('backend/src/organisation/rooms/room.entity.ts'))
}

// Step 2: the entity is listed, and a migration makes its table.
function table() {
  mend(
    'backend/src/organisation/index.ts',
    'export { Room }',
    "export { Locker } from './lockers/locker.entity.js'\nexport { Room }",
  )
  mend('backend/src/entities.ts', 'Region, Room,', 'Locker, Region, Room,')
  mend('backend/src/entities.ts', '\n  Room,', '\n  Locker,\n  Room,')
  write(
    'backend/src/platform/database/migrations/1999000000000-lockers.ts',
    `/** Lockers (储物柜). */
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { column } from '../columns.js'
import { isSqlite, table } from '../table.js'

export class Lockers1999000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const lite = isSqlite(runner)
    const columns = [
      column.id(lite),
      column.integer(lite, 'schoolId'),
      column.text('name', 60),
      column.text('code', 30, true),
      column.text('kind', 20),
      column.integer(lite, 'capacity'),
      column.longText('equipment'),
    ]
    const keys = { unique: [['schoolId', 'name']], index: [['schoolId']], references: { schoolId: 'school' } }
    await runner.createTable(table('locker', columns, keys))
  }

  down(): Promise<void> {
    return Promise.reject(new Error('migrations only go forward; restore a backup instead'))
  }
}
`,
  )
  mend(
    'backend/src/migrations.ts',
    '\nexport const migrations',
    "import { Lockers1999000000000 } from './platform/database/migrations/1999000000000-lockers.js'\n\nexport const migrations",
  )
  const list = read('backend/src/migrations.ts')
  write('backend/src/migrations.ts', list.replace(/\n\]\n$/, '\n  Lockers1999000000000,\n]\n'))
}

// Steps 3 to 6: what comes in and goes out, the rules, the routes and the contract.
function noun() {
  for (const [from, to] of [
    ['rooms.dto.ts', 'lockers.dto.ts'],
    ['rooms.service.ts', 'lockers.service.ts'],
    ['rooms.controller.ts', 'lockers.controller.ts'],
    ['rooms.e2e-spec.ts', 'lockers.e2e-spec.ts'],
  ])
    write(`${folder}/${to}`, copied(`backend/src/organisation/rooms/${from}`))
  mend(
    'backend/src/organisation/texts.ts',
    "  'organisation.room_name_taken'",
    "  'organisation.locker_name_taken': { zh: '已有名为“{name}”的储物柜。', en: 'There is a locker named \"{name}\" already.' },\n  'organisation.room_name_taken'",
  )
  // Nothing refers to a locker yet: the one test of the rooms that has no counterpart.
  const spec = read(`${folder}/lockers.e2e-spec.ts`)
  const start = spec.indexOf("  it('stay while")
  write(
    `${folder}/lockers.e2e-spec.ts`,
    spec.slice(0, start) + spec.slice(spec.indexOf('  it.each([', start)),
  )
}

// Step 7: the module names both.
function wiring() {
  const path = 'backend/src/organisation/organisation.module.ts'
  mend(
    path,
    'import { RoomsController }',
    "import { LockersController } from './lockers/lockers.controller.js'\nimport { LockersService } from './lockers/lockers.service.js'\nimport { RoomsController }",
  )
  mend(path, '    RoomsController,\n', '    RoomsController,\n    LockersController,\n')
  mend(path, '    RoomsService,\n', '    RoomsService,\n    LockersService,\n')
}

// Step 8: the pages of the office.
function pages() {
  const from = 'admin-ui/src/office/organisation/rooms'
  const to = 'admin-ui/src/office/organisation/lockers'
  for (const [source, target] of [
    ['index.ts', 'index.ts'],
    ['RoomList.tsx', 'LockerList.tsx'],
    ['RoomForm.tsx', 'LockerForm.tsx'],
    ['room.ts', 'locker.ts'],
    ['texts.ts', 'texts.ts'],
  ])
    write(
      `${to}/${target}`,
      copied(`${from}/${source}`)
        .replaceAll('organisation.lockerKinds', 'organisation.roomKinds')
        .replaceAll('MeetingLockerOutlined', 'MeetingRoomOutlined'),
    )
  const index = 'admin-ui/src/office/organisation/index.ts'
  mend(
    index,
    "import { rooms } from './rooms'",
    "import { lockers } from './lockers'\nimport { rooms } from './rooms'",
  )
  mend(
    index,
    "import * as roomsTexts from './rooms/texts'",
    "import * as lockersTexts from './lockers/texts'\nimport * as roomsTexts from './rooms/texts'",
  )
  mend(index, 'roomsTexts, ', 'lockersTexts, roomsTexts, ')
  mend(index, 'homeClasses, rooms,', 'homeClasses, rooms, lockers,')
}

function checks() {
  node('format', [tool('oxfmt/bin/oxfmt'), '.'])
  node('types of the backend', [tool('typescript/bin/tsc'), '-p', 'backend/tsconfig.json', '--noEmit'])
  run('the contract, the client and the generated pages', 'npm', ['run', '-s', 'api'])
  run('the generated pages', 'npm', ['run', '-s', 'docs'])
  node('types of the office', [tool('typescript/bin/tsc'), '-p', 'admin-ui/tsconfig.json', '--noEmit'])
  node('lint', [
    tool('oxlint/bin/oxlint'),
    '--type-aware',
    folder,
    'admin-ui/src/office/organisation/lockers',
  ])
  node('conventions', ['scripts/check-conventions.mjs'])
  node('dependencies', ['scripts/check-dependencies.mjs'])
  const specs = `(${folder.replace('backend/', '')}/|test/architecture/(drift|relations|routes|answers|input)).*spec\\.ts$`
  node(
    'its contract and the architecture',
    [tool('jest/bin/jest.js'), '--testPathPatterns', specs],
    at('backend'),
  )
}
