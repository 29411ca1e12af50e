import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { complaints, scriptsOf } from './check-light-pages.mjs'

void test('what old phones know passes', () => {
  assert.deepEqual(complaints('export const a = async (b) => ({ ...b, c: await import("./d.js") })'), [])
  assert.deepEqual(complaints('var a = function (b) { return b }', { module: false }), [])
})

for (const [what, text] of [
  ['optional chaining', 'a?.b'],
  ['nullish coalescing', 'a ?? b'],
  ['an assignment by logic', 'a ||= b'],
  ['a field of a class', 'class A { b = 1 }'],
  ['a look-behind', 'a.match(/(?<=b)c/)'],
  ['a big integer', 'const a = 1n'],
  ['a call that came later', '[1].at(-1)'],
  ['a global that came later', 'globalThis.a = 1'],
])
  void test(`${what} does not`, () => assert.equal(complaints(text).length, 1))

void test('what stands before every page is written for any browser', () =>
  assert.equal(complaints('const a = () => 1', { module: false }).length, 1))

void test('follows what the scripts of a page import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kehou-light-'))
  try {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'a.html'), '<script type="module" src="/assets/a.js"></script>')
    writeFileSync(join(folder, 'assets', 'a.js'), 'import{b}from"./b.js";import("./c.js");b()')
    writeFileSync(join(folder, 'assets', 'b.js'), 'export const b=1')
    writeFileSync(join(folder, 'assets', 'c.js'), '')
    assert.deepEqual(scriptsOf('a.html', folder).sort(), ['/assets/a.js', '/assets/b.js', '/assets/c.js'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
