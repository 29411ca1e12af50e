// Proves that each rule of .dependency-cruiser.cjs bites: a right tree passes, and each wrong import in it is named.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('check-dependencies.mjs', import.meta.url))
const modules = fileURLToPath(new URL('../node_modules', import.meta.url))
const folders = []
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const dependencies = { '@nestjs/common': '*', typeorm: '*', preact: '*', react: '*' }
const good = {
  'backend/package.json': JSON.stringify({ name: 'backend', type: 'module', dependencies }),
  'admin-ui/package.json': JSON.stringify({ name: 'admin-ui', type: 'module', dependencies }),
  'package.json': JSON.stringify({ name: 'root', type: 'module' }),
  'backend/src/app.module.ts': `
    import { Module } from '@nestjs/common'
    import { PlatformModule } from './platform/platform.module.js'
    import { AuditModule } from './audit/audit.module.js'
    import { FundingModule } from './funding/funding.module.js'
    @Module({ imports: [PlatformModule, AuditModule.forRoot(), FundingModule] })
    export class AppModule {}`,
  'backend/src/main.ts': `import { AppModule } from './app.module.js'\nconsole.log(AppModule)`,
  'backend/src/open-kehou.ts': `import { demo } from './demo/load-demo.js'\nconsole.log(demo)`,
  'backend/src/demo/load-demo.ts': `import { funds } from '../funding/index.js'\nexport const demo = funds`,
  'backend/src/platform/platform.module.ts': `export class PlatformModule {}`,
  'backend/src/platform/money.ts': `export const fen = 1`,
  'backend/src/audit/audit.module.ts': `export class AuditModule { static forRoot() { return AuditModule } }`,
  'backend/src/audit/index.ts': `export { move } from './transitions/transitions.service.js'`,
  'backend/src/audit/transitions/transitions.service.ts': `export const move = 1`,
  'backend/src/funding/funding.module.ts': `export class FundingModule {}`,
  'backend/src/funding/index.ts': `export { funds } from './funds/funds.service.js'`,
  'backend/src/funding/funds/fund.entity.ts': `import { Entity } from 'typeorm'\nexport const fund = Entity`,
  'backend/src/funding/funds/fund.states.ts': `import { fen } from '../../platform/money.js'\nexport const states = fen`,
  'backend/src/funding/funds/funds.service.ts': `import { fund } from './fund.entity.js'\nimport { move } from '../../audit/index.js'\nexport const funds = [fund, move]`,
  'backend/src/funding/funds/funds.controller.ts': `import { funds } from './funds.service.js'\nexport const controller = funds`,
  'backend/src/funding/funds/funds.e2e-spec.ts': `import { app } from '../../../test/app.js'\nconsole.log(app)`,
  'backend/test/app.ts': `export const app = 1`,
  'admin-ui/src/api/call.ts': `export const call = 1`,
  'admin-ui/src/shared/format.ts': `export const format = 1`,
  'admin-ui/src/shared/StatusChip.tsx': `import { useState } from 'react'\nexport const chip = useState`,
  'admin-ui/src/office/App.tsx': `import { chip } from '../shared/StatusChip'\nexport const App = chip`,
  'admin-ui/src/office/module.ts': `export interface OfficeModule { name: string }`,
  'admin-ui/src/office/audit/index.ts': `import type { OfficeModule } from '../module'\nexport const audit: OfficeModule = { name: 'audit' }`,
  'admin-ui/src/office/funding/index.ts': `import { audit } from '../audit'\nexport const funding = audit`,
  'admin-ui/src/parents/main.tsx': `import { render } from 'preact'\nimport { call } from '../api/call'\nimport { format } from '../shared/format'\nrender(call, format)`,
}

/** Writes the good tree with some files added or changed, and checks it. */
function check(changes = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kehou-imports-'))
  folders.push(folder)
  for (const [path, text] of Object.entries({ ...good, ...changes })) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  symlinkSync(modules, join(folder, 'node_modules'))
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' })
  return { status, text: stdout + stderr }
}

test('a tree that keeps the rules passes', () => {
  const { status, text } = check()
  assert.equal(status, 0, text)
  assert.match(text, /^0 wrong imports in (?:1[89]|2\d|3\d) files$/m)
})

// What is wrong, the rule that says so, the file, its text. All of them stand in one tree, so each file has its own name.
const wrong = [
  [
    'a module to the right',
    'order-audit',
    'backend/src/audit/a1.ts',
    `import { funds } from '../funding/index.js'\nexport const a = funds`,
  ],
  [
    'a type of a module to the right',
    'order-audit',
    'backend/src/audit/a2.ts',
    `import type { funds } from '../funding/index.js'\nexport type A = typeof funds`,
  ],
  [
    'a module on the demo',
    'order-funding',
    'backend/src/funding/a20.ts',
    `import { demo } from '../demo/load-demo.js'\nexport const a = demo`,
  ],
  [
    'platform on a module',
    'order-platform',
    'backend/src/platform/a3.ts',
    `import { move } from '../audit/index.js'\nexport const a = move`,
  ],
  [
    "a neighbour's inside",
    'index-audit',
    'backend/src/funding/a4.ts',
    `import { move } from '../audit/transitions/transitions.service.js'\nexport const a = move`,
  ],
  [
    "a neighbour's module file",
    'index-audit',
    'backend/src/funding/a5.ts',
    `import { AuditModule } from '../audit/audit.module.js'\nexport const a = AuditModule`,
  ],
  [
    "an entry on a module's inside",
    'index-funding',
    'backend/src/cli.ts',
    `import { funds } from './funding/funds/funds.service.js'\nconsole.log(funds)`,
  ],
  [
    'a folder that nobody listed',
    'listed-extras',
    'backend/src/extras/a6.ts',
    `import { b } from './a7.js'\nexport const a = b`,
  ],
  [
    'a module on the application',
    'app-module-only-for-main',
    'backend/src/funding/a8.ts',
    `import { AppModule } from '../app.module.js'\nexport const a = AppModule`,
  ],
  [
    'a controller on an entity',
    'controllers-without-database',
    'backend/src/funding/funds/a9.controller.ts',
    `import { fund } from './fund.entity.js'\nexport const a = fund`,
  ],
  [
    'a controller on TypeORM',
    'controllers-without-database',
    'backend/src/funding/funds/a10.controller.ts',
    `import { In } from 'typeorm'\nexport const a = In`,
  ],
  [
    'states on Nest',
    'pure',
    'backend/src/funding/funds/a11.states.ts',
    `import { Injectable } from '@nestjs/common'\nexport const a = Injectable`,
  ],
  [
    'a solver on TypeORM',
    'pure',
    'backend/src/funding/solver/allot.ts',
    `import { In } from 'typeorm'\nexport const a = In`,
  ],
  [
    'sheets on Nest',
    'pure',
    'backend/src/platform/sheets/read.ts',
    `import { Injectable } from '@nestjs/common'\nexport const a = Injectable`,
  ],
  [
    'a pure file on a table, through another file',
    'pure',
    'backend/src/funding/funds/share.ts',
    `/** How is it shared? Pure. */\nimport { funds } from './funds.service.js'\nexport const a = funds`,
  ],
  [
    'source on a test',
    'source-without-tests',
    'backend/src/funding/a12.ts',
    `import { app } from '../../test/app.js'\nexport const a = app`,
  ],
  [
    'an import that leads nowhere',
    'resolvable',
    'backend/src/funding/a13.ts',
    `import { b } from './b.js'\nexport const a = b`,
  ],
  [
    'an undeclared package',
    'declared',
    'backend/src/funding/a14.ts',
    `import { run } from 'jest'\nexport const a = run`,
  ],
  [
    'parents on the office',
    'parents-are-small',
    'admin-ui/src/parents/a15.tsx',
    `import { App } from '../office/App'\nexport const a = App`,
  ],
  [
    'parents on shared office parts',
    'parents-are-small',
    'admin-ui/src/parents/a16.tsx',
    `import { chip } from '../shared/StatusChip'\nexport const a = chip`,
  ],
  [
    'parents on React, through the API',
    'parents-without-office-packages',
    'admin-ui/src/parents/a17.tsx',
    `import { a } from '../api/a18'\nexport const b = a`,
  ],
  [
    'the office on parents',
    'office-without-parents',
    'admin-ui/src/office/a19.tsx',
    `import '../parents/main'\nexport const App = 1`,
  ],
  [
    'an office module to the right',
    'office-order-audit',
    'admin-ui/src/office/audit/a21.ts',
    `import type { funding } from '../funding'\nexport type A = typeof funding`,
  ],
  [
    'an office module on what frames it',
    'office-modules-without-frame',
    'admin-ui/src/office/audit/a22.ts',
    `import { App } from '../App'\nexport const a = App`,
  ],
  [
    'an office folder that the server does not have',
    'office-listed-extras',
    'admin-ui/src/office/extras/a25.ts',
    `import { b } from './a26'\nexport const a = b`,
  ],
  [
    'types of pages in a circle',
    'pages-not-circular',
    'admin-ui/src/office/funding/a23.ts',
    `import type { B } from './a24'\nexport type A = B | 1`,
  ],
]
const rest = {
  'backend/src/extras/a7.ts': 'export const b = 1',
  'admin-ui/src/office/extras/a26.ts': 'export const b = 1',
  'admin-ui/src/office/funding/a24.ts': `import type { A } from './a23'\nexport type B = A[]`,
  'admin-ui/src/api/a18.ts': `import { useState } from 'react'\nexport const a = useState`,
}

const bad = check({ ...rest, ...Object.fromEntries(wrong.map(([, , path, text]) => [path, text])) })

for (const [what, rule, path] of wrong) {
  test(`${what} fails`, () => {
    assert.equal(bad.status, 1, bad.text)
    assert.ok(
      bad.text.split('\n').some((line) => line.startsWith(`${rule}: ${path} → `)),
      bad.text,
    )
  })
}

test('nothing right is called wrong beside them', () => {
  const named = new Set([...bad.text.matchAll(/^[\w-]+: (\S+) → /gm)].map(([, path]) => path))
  assert.deepEqual(
    [...named].filter((path) => path in good),
    [],
  )
})
