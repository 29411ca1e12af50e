// Running other programs: output kept and shown only when it matters, nothing left behind on a signal.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cleanUp } from './signals.mjs'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

// What is kept in a log or shown in part must not carry half an escape sequence.
const { FORCE_COLOR: _, ...withoutColour } = { ...process.env, NO_COLOR: '1' }

const begun = performance.now()
export const seconds = (since = begun) => ((performance.now() - since) / 1000).toFixed(1)

/** A progress line with the time since the start. Standard error when standard output belongs to the caller. */
export function say(text, stream = process.stdout) {
  stream.write(`[${seconds().padStart(5)} s] ${text}\n`)
}

/**
 * Runs a program to its end, keeps what it printed, never fails by itself: look at `code`.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { cwd = root, env = {}, onLine } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...withoutColour, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    })
    const forget = cleanUp((signal) => child.kill(signal))
    let output = ''
    let part = ''
    const read = (chunk) => {
      output += chunk
      if (!onLine) return
      const lines = (part + chunk).split('\n')
      part = lines.pop() ?? ''
      lines.forEach((line) => onLine(line))
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.on('error', (error) => {
      forget()
      resolve({ code: 127, output: `${output}${command}: ${error.message}\n` })
    })
    child.on('close', (code, signal) => {
      forget()
      resolve({ code: exitCode(code, signal), output })
    })
  })
}

export const exitCode = (code, signal) => (signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1))

/** Runs a JavaScript program of node_modules by its path, so that neither npx nor the PATH decides the version. */
export const runNode = (args, options) => run(process.execPath, args, options)
export const tool = (path) => join(root, 'node_modules', path)

export function runNpm(args, options) {
  const own = process.env.npm_execpath
  return own && /npm(-cli)?\.c?js$/.test(own)
    ? run(process.execPath, [own, ...args], options)
    : run('npm', args, options)
}

export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}

/** Says every ten seconds that a long step is still going, and how long it took in the end. */
export async function timed(what, work, stream = process.stdout) {
  const since = performance.now()
  say(`${what} …`, stream)
  const timer = setInterval(() => say(`${what}: ${seconds(since)} s so far`, stream), 10_000)
  try {
    const result = await work()
    say(`${what}: done in ${seconds(since)} s`, stream)
    return result
  } finally {
    clearInterval(timer)
  }
}

/** A failure with a sentence for the person at the terminal; the scripts print it without a stack. */
export class Stop extends Error {}

export async function main(work) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(`\n${error.message}`)
    process.exitCode = 1
  }
}
