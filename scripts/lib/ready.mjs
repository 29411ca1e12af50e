// What must be true before Kehou can run: packages as the lock file says, and builds no older than their sources.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { withLock } from './lock.mjs'
import { lastLines, root, runNpm, say, Stop, timed, tool } from './run.mjs'

const lockFile = join(root, 'package-lock.json')
const installStamp = join(root, 'node_modules', '.kehou-lock')

/** Installs and builds what is missing or stale; a second call in a ready checkout takes well under a second. */
export function makeReady(builds = ['backend', 'admin-ui'], stream = process.stdout) {
  return holding(async () => {
    await install(stream)
    await Promise.all(builds.map((name) => build(name, stream)))
  }, stream)
}

export const makeInstalled = (stream = process.stdout) => holding(() => install(stream), stream)

const holding = (work, stream) =>
  withLock(join(root, '.kehou-setup.lock'), work, () =>
    say('Waiting for another start in this folder to install and build …', stream),
  )

async function install(stream) {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (read(installStamp) === wanted) return
  if (!installedByHand()) {
    await timed('Installing packages (npm ci)', npmCi, stream)
  }
  writeFileSync(installStamp, wanted)
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined)

/** True when somebody ran npm themselves: npm's own note in node_modules agrees with the lock file. */
function installedByHand() {
  const note = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(note) || !existsSync(tool('better-sqlite3/build/Release/better_sqlite3.node'))) return false
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const present = JSON.parse(readFileSync(note, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional }]) => {
    if (!path.includes('node_modules/') || link) return true
    return path in present ? present[path].version === version : Boolean(optional || devOptional)
  })
}

async function npmCi() {
  const env = { SCARF_ANALYTICS: 'false' }
  // Node's own headers, when they are beside it, spare node-gyp a download.
  const prefix = dirname(dirname(process.execPath))
  if (!process.env.npm_config_nodedir && existsSync(join(prefix, 'include', 'node', 'node.h')))
    env.npm_config_nodedir = prefix
  // The build needs the development packages, whatever NODE_ENV says.
  const { code, output } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], { env })
  if (code === 0) return
  const lines = output
    .split('\n')
    .filter((line) => !/^npm (warn|WARN) (EBADENGINE|deprecated|Unknown)/.test(line))
  throw new Stop(
    `${lastLines(lines.join('\n'), 40)}\n\nThe packages could not be installed. ${installAdvice(output)}`,
  )
}

export function installAdvice(output) {
  const compiler =
    'better-sqlite3 has to be compiled here: install python3, make and g++ (Debian: apt-get install python3 make g++), then start again.'
  // In this order: a download that failed is no reason when the compilation after it failed for its own.
  const hints = [
    [
      /EUSAGE|can only install packages when your package\.json and package-lock/,
      'package.json and package-lock.json disagree: run "npm install" and commit the lock file.',
    ],
    [/ENOSPC/, 'The disk is full.'],
    [/EACCES|EPERM/, 'This user may not write here: check who owns the folder and node_modules.'],
    [
      /find Python|not found: (make|g\+\+|c\+\+|cc)|(make|g\+\+|c\+\+|cc): (command not found|not found|No such file)/,
      compiler,
    ],
    [
      /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ECONNRESET|EAI_AGAIN|ENETUNREACH/,
      'The package registry could not be reached: check the network or the proxy, then start again.',
    ],
    [/gyp ERR!/, compiler],
  ]
  return (
    hints.find(([pattern]) => pattern.test(output))?.[1] ??
    'The lines above are the end of what npm said; mend that and start again.'
  )
}

/** What each build reads. How it is made stands in the package's own "build" script. */
const sources = {
  backend: ['src', 'scripts', 'tsconfig.json', 'tsconfig.build.json', 'package.json'],
  'admin-ui': [
    'src',
    'public',
    'index.html',
    'parents.html',
    'publications.html',
    'vite.config.ts',
    'vite.light.config.ts',
    'vite.compressed.ts',
    'tsconfig.json',
    'tsconfig.parents.json',
    'package.json',
  ],
}

/** The mark of a build that is whole. Whoever writes into dist by another way takes it off first. */
export const buildStamp = (name) => join(root, name, 'dist', '.kehou-build')

export async function build(name, stream) {
  const wanted = sourceHash(name)
  const stamp = buildStamp(name)
  if (read(stamp) === wanted) return
  await timed(
    `Building ${name}`,
    async () => {
      rmSync(stamp, { force: true })
      const { code, output } = await runNpm(['run', '-s', 'build'], { cwd: join(root, name) })
      if (code !== 0)
        throw new Stop(
          `${lastLines(output, 40)}\n\n${name} could not be built: mend what the lines above say and start again.`,
        )
      writeFileSync(stamp, wanted)
    },
    stream,
  )
}

/** One hash of everything that a build reads. Contents, not times: a checkout or a copy changes all times. */
export function sourceHash(name) {
  const hash = createHash('sha256').update(readFileSync(lockFile))
  const folder = join(root, name)
  for (const source of sources[name]) {
    for (const path of files(join(folder, source))) {
      hash.update(`\0${relative(folder, path)}\0`).update(readFileSync(path))
    }
  }
  return hash.digest('hex')
}

export function files(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return /[.-](spec|test)\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => files(join(path, name)))
}
