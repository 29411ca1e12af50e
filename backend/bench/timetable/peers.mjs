// FET (fet-cl) as the peer of the solver: its command line with as little output as it knows, and what it cost.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

// Without "activities" and, oddly, "activitytags", FET 6.8.5 does not write the answer itself.
const silent = [
  'conflicts',
  'sstatistics',
  'sdayshorizontal',
  'sdaysvertical',
  'stimehorizontal',
  'stimevertical',
  'ssubgroups',
  'sgroups',
  'syears',
  'steachers',
  'steachersfreeperiods',
  'srooms',
  'ssubjects',
].map((name) => `--writetimetable${name}=false`)

/** CPU seconds are user and system of the child alone. `isKilled`: it did not even obey its own time limit, as FET does not when fixed activities contradict one another. */
export async function runFet(file, seconds, seed) {
  const out = mkdtempSync(join(tmpdir(), 'kehou-fet-'))
  try {
    const seeds = [
      ['10', seed],
      ['11', 1],
      ['12', 1],
      ['20', seed],
      ['21', 1],
      ['22', 1],
    ].map(([name, value]) => `--randomseeds${name}=${value}`)
    const options = [
      `--inputfile=${file}`,
      `--outputdir=${out}`,
      `--timelimitseconds=${seconds}`,
      '--htmllevel=0',
      '--writetimetablesxml=true',
      ...silent,
      ...seeds,
    ]
    const { text, times, isKilled } = await timed('fet-cl', options, (seconds + 10) * 1000)
    const name = basename(file, '.fet')
    const isSolved = !isKilled && text.includes('Simulation successful')
    return {
      cpuSeconds: times,
      isSolved,
      isKilled,
      answer: isSolved ? readFileSync(join(out, 'timetables', name, `${name}_activities.xml`)) : null,
      said: text.slice(-400),
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** The shell says what the command cost; its own group, so that all of it can be ended. */
function timed(command, options, milliseconds) {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', 'TIMEFORMAT="cpu %U %S"; time "$0" "$@" 2>&1', command, ...options], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [text, errors, isKilled] = ['', '', false]
    child.stdout.on('data', (bytes) => {
      text += bytes
    })
    child.stderr.on('data', (bytes) => {
      errors += bytes
    })
    const timer = setTimeout(() => {
      isKilled = true
      process.kill(-child.pid, 'SIGKILL')
    }, milliseconds)
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      const [, user, system] = /cpu ([\d.]+) ([\d.]+)/.exec(errors) ?? []
      resolve({ text, isKilled, times: user === undefined ? null : Number(user) + Number(system) })
    })
  })
}
