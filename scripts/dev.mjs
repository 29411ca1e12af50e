// npm run dev: the backend restarts and the office reloads on every change. The office is at Vite's address.
import './lib/node-version.mjs'
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildStamp, makeReady } from './lib/ready.mjs'
import { main, root, say, tool } from './lib/run.mjs'
import { cleanUp } from './lib/signals.mjs'

const port = process.env.PORT ?? '3000'
const officePort = Number(process.env.KEHOU_DEV_PORT ?? 5173)

await main(async () => {
  await makeReady(['backend'])
  // The watching compiler writes into the same folder, but not all that the build does: the next start builds anew.
  rmSync(buildStamp('backend'), { force: true })
  follow(
    'tsc',
    [tool('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
    { cwd: join(root, 'backend') },
  )
  follow(
    'kehou',
    ['--watch', '--watch-preserve-output', '--enable-source-maps', join(root, 'backend', 'dist', 'main.js')],
    {
      env: { KEHOU_DEMO: '1', KEHOU_DATA_DIR: join(root, 'data'), PORT: port },
    },
  )
  await serveOffice()
})

/** A child whose end is the end of everything: half a development server is worse than none. */
function follow(name, args, { cwd = root, env = {} }) {
  const child = spawn(process.execPath, args, { cwd, env: { ...env, ...process.env }, stdio: 'inherit' })
  const forget = cleanUp((signal) => child.kill(signal))
  child.on('exit', (code) => {
    forget()
    say(`${name} ended with ${code}; stopping.`)
    process.kill(process.pid, 'SIGTERM')
  })
}

async function serveOffice() {
  const { createServer } = await import('vite')
  const target = `http://127.0.0.1:${port}`
  const server = await createServer({
    root: join(root, 'admin-ui'),
    server: { port: officePort, proxy: { '/api': target, '/health': target } },
    plugins: [
      { name: 'kehou-parents', configureServer: ({ middlewares }) => void middlewares.use(parentsPage) },
    ],
  })
  await server.listen()
  say(
    `Office http://localhost:${server.config.server.port}/  parents http://localhost:${server.config.server.port}/parents`,
  )
}

/** The backend answers /parents with parents.html and /publications with publications.html; so does the development server. */
function parentsPage(request, response, next) {
  const page = /^\/(parents|publications)(\/[^.]*)?(\?.*)?$/.exec(request.url)
  if (page) request.url = `/${page[1]}.html`
  next()
}
