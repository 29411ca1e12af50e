// npm start: from a fresh clone to a running Kehou, with nothing but Node's own modules.
import './lib/node-version.mjs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { makeReady } from './lib/ready.mjs'
import { exitCode, main, root, say } from './lib/run.mjs'
import { forwardSignals } from './lib/signals.mjs'

await main(async () => {
  await makeReady()
  say('Starting Kehou …')
  const env = { KEHOU_DATA_DIR: join(root, 'data'), ...process.env }
  // The demo's password is public: with an address that others open, nobody wants it by default.
  if (env.NODE_ENV !== 'production' && env.KEHOU_DEMO === undefined && !env.KEHOU_PUBLIC_URL)
    env.KEHOU_DEMO = '1'
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'backend', 'dist', 'main.js')], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  forwardSignals(child)
  child.on('error', (error) => {
    console.error(`Kehou could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(exitCode(code, signal)))
})
