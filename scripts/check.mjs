// npm run check: types, lint and generated files; what to run before each commit, in well under a minute.
import './lib/node-version.mjs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './lib/run.mjs'

const codes = [['test.mjs', '--only=types,lint'], ['check-generated.mjs']].map(
  ([script, ...args]) =>
    spawnSync(process.execPath, [join(root, 'scripts', script), ...args], { cwd: root, stdio: 'inherit' })
      .status,
)
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
