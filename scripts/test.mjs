// npm test: everything that can be checked without a second database. --only=unit,contract,ui,stories,lint,types
import './lib/node-version.mjs'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { makeInstalled } from './lib/ready.mjs'
import { lastLines, main, root, say, seconds, Stop } from './lib/run.mjs'
import { kinds, steps } from './lib/steps.mjs'

const logs = join(root, '.kehou-logs')

await main(async () => {
  const only = wantedKinds(process.argv.slice(2))
  await makeInstalled()
  const chosen = steps.filter((step) => !only || only.has(step.kind))
  rmSync(logs, { recursive: true, force: true })
  const results = await runAll(chosen, Math.min(2, availableParallelism()))
  report(results)
})

function wantedKinds(args) {
  const unknown = args.find((arg) => !arg.startsWith('--only='))
  if (unknown)
    throw new Stop(
      `"${unknown}" is not understood. Say --only= with one or more of ${kinds.join(', ')}, or nothing for all.`,
    )
  if (args.length === 0) return undefined
  const only = new Set(args.flatMap((arg) => arg.slice('--only='.length).split(',')))
  const wrong = [...only].find((kind) => !kinds.includes(kind))
  if (wrong !== undefined)
    throw new Stop(`There are no tests called "${wrong}": say one or more of ${kinds.join(', ')}.`)
  if (only.has('stories')) only.add('build')
  return only
}

/** Starts each step as soon as its cores are free and what it needs has passed. */
async function runAll(waiting, cores) {
  const results = []
  const running = new Set()
  let free = cores
  const queue = [...waiting]
  while (queue.length > 0 || running.size > 0) {
    const next = queue.findIndex(
      (step) => Math.min(step.cores, cores) <= free && isReady(step, queue, running),
    )
    if (next < 0) {
      await Promise.race([...running].map(({ done }) => done))
      continue
    }
    const [step] = queue.splice(next, 1)
    const used = Math.min(step.cores, cores)
    free -= used
    const entry = { step }
    entry.done = one(step, results).then((result) => {
      results.push(result)
      running.delete(entry)
      free += used
    })
    running.add(entry)
  }
  return waiting.map((step) => results.find((result) => result.name === step.name))
}

function isReady(step, queue, running) {
  const pending = [...queue, ...[...running].map((entry) => entry.step)].map(({ name }) => name)
  return (step.after ?? []).every((name) => !pending.includes(name))
}

async function one(step, results) {
  const since = performance.now()
  const broken = (step.after ?? []).find((name) =>
    results.some((result) => result.name === name && !result.ok),
  )
  const outcome = broken ? { code: 1, output: `Not run, because "${broken}" failed.\n` } : await step.work()
  const { code, output, passed = 0, failed = 0, skipped = 0 } = outcome
  const result = {
    name: step.name,
    kind: step.kind,
    ok: code === 0,
    passed,
    failed: code === 0 ? failed : Math.max(failed, 1),
    skipped,
    seconds: Number(seconds(since)),
  }
  say(`${result.ok ? 'ok  ' : 'FAIL'} ${line(result)}`)
  // What a test measured is worth reading also where it passed.
  for (const said of step.tells ? (output.match(step.tells) ?? []) : []) console.log(`     ${said.trim()}`)
  if (!result.ok) {
    mkdirSync(logs, { recursive: true })
    const path = join(logs, `${step.name.replaceAll(' ', '-')}.log`)
    writeFileSync(path, output)
    console.log(`${lastLines(output, 80)}\n       the whole output: ${path}\n`)
  }
  return result
}

function line({ name, passed, failed, skipped, seconds: took, kind }) {
  const counts =
    passed + failed + skipped > 0 && !['types', 'build'].includes(kind)
      ? `  ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
      : ''
  return `${name.padEnd(14)} ${took.toFixed(1).padStart(6)} s${counts}`
}

function report(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const totals = { passed: sum('passed'), failed: sum('failed') }
  console.log('')
  for (const result of results) console.log(`${result.ok ? 'ok  ' : 'FAIL'} ${line(result)}`)
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`)
  if (process.env.KEHOU_TEST_SUMMARY)
    writeFileSync(process.env.KEHOU_TEST_SUMMARY, JSON.stringify({ ...totals, steps: results }))
  process.exitCode = results.every((result) => result.ok) ? 0 : 1
}
