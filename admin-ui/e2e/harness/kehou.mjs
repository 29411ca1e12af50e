// The built application as a story sees it: its own data folder, its own port, stopped and cleared away at the end.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const READY_MS = 180_000
const STOP_MS = 15_000

/**
 * Starts Kehou and waits until it is ready.
 * `dataDir`: the folder of an earlier start, to see what survived; then nobody clears it away but its first owner.
 * `kill()` is a pulled plug (SIGKILL) and leaves the data; `stop()` is the orderly way and removes them.
 */
export async function startKehou({ env = {}, dataDir } = {}) {
  const main = join(root, 'backend', 'dist', 'main.js')
  if (!existsSync(main) || !existsSync(join(root, 'admin-ui', 'dist', 'index.html')))
    throw new Error('Kehou is not built: run "npm run build" first.')
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'kehou-story-'))
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    cwd: root,
    env: {
      ...inherited(),
      KEHOU_DEMO: '1',
      KEHOU_DATA_DIR: folder,
      KEHOU_PUBLIC_URL: baseUrl,
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (log += text))
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
  const lastWill = () => child.kill('SIGKILL')
  process.once('exit', lastWill)
  const end = async (signal) => {
    child.kill(signal)
    const late = setTimeout(lastWill, STOP_MS)
    const result = await ended
    clearTimeout(late)
    process.off('exit', lastWill)
    return result
  }
  const kehou = {
    baseUrl,
    dataDir: folder,
    log: () => log,
    /** Ends at once, as if the power had gone. The data stay for another start. */
    kill: () => end('SIGKILL'),
    async stop() {
      const result = await end('SIGTERM')
      if (!dataDir) rmSync(folder, { recursive: true, force: true })
      return result
    },
  }
  await ready(kehou, child)
  return kehou
}

/** A story must not reach the database or the secret of the person who runs it. */
function inherited() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(KEHOU_|NODE_TEST_CONTEXT|NODE_ENV$)/.test(name)),
  )
}

async function ready(kehou, child) {
  const end = performance.now() + READY_MS
  while (performance.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`Kehou ended while it was starting:\n${kehou.log().slice(-4000)}`)
    const answer = await fetch(`${kehou.baseUrl}/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    await sleep(100)
  }
  await kehou.kill()
  throw new Error(`Kehou was not ready after ${READY_MS / 1000} s:\n${kehou.log().slice(-4000)}`)
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
