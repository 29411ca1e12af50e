// npm run -s kehou -- …: the command line. Standard output belongs to the command; progress goes to standard error.
import './lib/node-version.mjs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { makeReady } from './lib/ready.mjs'
import { exitCode, main, root } from './lib/run.mjs'
import { forwardSignals } from './lib/signals.mjs'

await main(async () => {
  await makeReady(['backend'], process.stderr)
  // npm changes into the project's folder; a file named on the command line is meant from where the person stands.
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', join(root, 'backend', 'dist', 'cli.js'), ...process.argv.slice(2)],
    {
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: { KEHOU_DATA_DIR: join(root, 'data'), ...process.env },
      stdio: 'inherit',
    },
  )
  forwardSignals(child)
  child.on('error', (error) => {
    console.error(`The command could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(exitCode(code, signal)))
})
