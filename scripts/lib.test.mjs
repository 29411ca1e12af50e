// The parts of start and test that are hard to see when they fail: the lock, the advice, the kept output.
import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { withLock } from './lib/lock.mjs'
import { installAdvice } from './lib/ready.mjs'
import { exitCode, lastLines, run } from './lib/run.mjs'
import { groupsOf, writeSpecGroups } from './lib/spec-groups.mjs'

const folder = mkdtempSync(join(tmpdir(), 'kehou-lib-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('two starts take turns', async () => {
  const path = join(folder, 'turns.lock')
  const seen = []
  const turn = (name) =>
    withLock(path, async () => {
      seen.push(`${name} in`)
      await sleep(100)
      seen.push(`${name} out`)
    })
  await Promise.all([turn('a'), turn('b')])
  assert.deepEqual(seen, ['a in', 'a out', 'b in', 'b out'])
  assert.equal(existsSync(path), false)
})

test('the lock is free again after a failure', async () => {
  const path = join(folder, 'failure.lock')
  await assert.rejects(withLock(path, () => Promise.reject(new Error('no'))))
  assert.equal(existsSync(path), false)
})

test('the lock of a start that was killed is taken over', async () => {
  const path = join(folder, 'stale.lock')
  writeFileSync(path, '')
  utimesSync(path, 1, 1)
  assert.equal(await withLock(path, async () => 'mine'), 'mine')
})

test('a failed installation says what to do', () => {
  assert.match(installAdvice('npm error gyp ERR! find Python'), /install python3, make and g\+\+/)
  assert.match(installAdvice('make: g++: No such file or directory\ngyp ERR! build error'), /install python3/)
  assert.match(installAdvice('npm error code ENOTFOUND'), /could not be reached/)
  assert.match(installAdvice('npm error code EUSAGE'), /run "npm install"/)
  // node-gyp that cannot download Node's headers has a network problem, not a missing compiler.
  assert.match(
    installAdvice('gyp ERR! stack Error: getaddrinfo ENOTFOUND example.org'),
    /could not be reached/,
  )
  assert.match(
    installAdvice('prebuild-install warn ENOTFOUND\nnpm error gyp ERR! stack Error: not found: make'),
    /install python3/,
  )
  assert.match(installAdvice('something else'), /lines above/)
})

test('a program is run to its end, with all it printed', async () => {
  const { code, output } = await run(process.execPath, [
    '-e',
    'console.log(1); console.error(2); process.exitCode = 3',
  ])
  assert.equal(code, 3)
  assert.deepEqual(output.trim().split('\n').sort(), ['1', '2'])
  assert.equal((await run('kehou-no-such-program', [])).code, 127)
  assert.equal(exitCode(null, 'SIGTERM'), 143)
  assert.equal(lastLines('a\nb\nc\n', 2), 'b\nc')
})

test('groups are nearly as heavy as one another, and nothing is in none or in two', () => {
  const items = [9, 8, 7, 6, 5, 4, 3, 2, 1]
  const groups = groupsOf(items, (item) => item, 3)
  assert.deepEqual(
    groups.map((group) => group.reduce((sum, item) => sum + item, 0)),
    [16, 15, 14],
  )
  assert.deepEqual(
    groups.flat().sort((a, b) => b - a),
    items,
  )
  assert.deepEqual(
    groupsOf([1, 2], (item) => item, 5),
    [[2], [1]],
  )
})

test('a spec that is left out is in no group, and groups of an earlier run are gone', () => {
  const base = join(folder, 'specs')
  mkdirSync(join(base, 'src/room'), { recursive: true })
  for (const name of ['a.e2e-spec.ts', 'b.e2e-spec.ts', 'c.spec.ts'])
    writeFileSync(join(base, 'src/room', name), '')
  const written = join(base, 'groups')
  const all = { base, folder: written, within: ['src'], pattern: /\.e2e-spec\.ts$/, count: 4 }
  assert.deepEqual(writeSpecGroups(all), ['src/room/a.e2e-spec.ts', 'src/room/b.e2e-spec.ts'])
  assert.deepEqual(writeSpecGroups({ ...all, ignore: /\/a\./ }), ['src/room/b.e2e-spec.ts'])
  assert.deepEqual(readdirSync(written), ['1.group.cjs'])
  assert.match(readFileSync(join(written, '1.group.cjs'), 'utf8'), /src\/room\/b\.e2e-spec\.ts/)
})
