// The steps of npm test: what each runs, and how its tests are counted.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './ready.mjs'
import { root, runNode, Stop, tool } from './run.mjs'
import { writeSpecGroups } from './spec-groups.mjs'

const backend = join(root, 'backend')
const office = join(root, 'admin-ui')
const workers = process.env.KEHOU_TEST_WORKERS ?? '2'

/**
 * `cores`: how many of the two this step keeps busy. `after`: steps that must have passed.
 * `tells`: lines of its output that are shown also when it passes. `work` answers `{ code, output, passed?, failed?, skipped? }`.
 */
export const steps = [
  { name: 'build backend', kind: 'build', cores: 1, work: () => built('backend') },
  { name: 'build admin-ui', kind: 'build', cores: 1, work: () => built('admin-ui') },
  {
    name: 'old phones',
    kind: 'build',
    cores: 1,
    after: ['build admin-ui'],
    work: () => script('check-light-pages.mjs'),
  },
  { name: 'types backend', kind: 'types', cores: 1, work: () => tsc(backend, 'tsconfig.json') },
  { name: 'types office', kind: 'types', cores: 1, work: () => tsc(office, 'tsconfig.json') },
  { name: 'types parents', kind: 'types', cores: 1, work: () => tsc(office, 'tsconfig.parents.json') },
  { name: 'lint', kind: 'lint', cores: 1, work: oxlint },
  { name: 'format', kind: 'lint', cores: 1, work: () => runNode([tool('oxfmt/bin/oxfmt'), '--check', '.']) },
  { name: 'conventions', kind: 'lint', cores: 1, work: () => script('check-conventions.mjs') },
  { name: 'dependencies', kind: 'lint', cores: 1, work: () => script('check-dependencies.mjs') },
  { name: 'scripts', kind: 'lint', cores: 1, work: () => nodeTest(inFolder('scripts', '.test.mjs')) },
  // Always west of UTC, where a date that was taken for an instant is a day off.
  {
    name: 'unit',
    kind: 'unit',
    cores: 1,
    work: () => jest(['--testPathPatterns', '/src/.+\\.spec\\.ts$'], '1', { TZ: 'America/Los_Angeles' }),
  },
  { name: 'ui', kind: 'ui', cores: 1, work: vitest },
  {
    name: 'contract',
    kind: 'contract',
    cores: 2,
    work: contract,
    tells: /^ *\d+ steps of money .*$/gm,
  },
  {
    name: 'stories',
    kind: 'stories',
    cores: 2,
    after: ['build backend', 'build admin-ui'],
    work: () => nodeTest(inFolder('admin-ui/e2e', '.story.mjs'), '3'),
  },
]

export const kinds = [...new Set(steps.map(({ kind }) => kind))]

async function built(name) {
  try {
    await build(name)
    return { code: 0, output: '' }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return { code: 1, output: error.message }
  }
}

function tsc(cwd, project) {
  return runNode([tool('typescript/bin/tsc'), '-p', project, '--noEmit', '--pretty', 'false'], { cwd })
}

/** The files of one folder with this ending, in order. */
function inFolder(folder, ending) {
  const path = join(root, folder)
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
}

const script = (name) => runNode([join(root, 'scripts', name)])

const present = (...paths) => paths.filter((path) => existsSync(join(root, path)))

function oxlint() {
  const paths = present(
    'backend/src',
    'backend/test',
    'backend/scripts',
    'admin-ui/src',
    'admin-ui/e2e',
    'scripts',
  )
  return runNode([tool('oxlint/bin/oxlint'), '--type-aware', ...paths])
}

/** KEHOU_TEST_IGNORE: files that a further run leaves out, since they ask nothing that it changes. */
function contract() {
  const folder = join(backend, '.kehou-groups')
  writeSpecGroups({
    base: backend,
    folder,
    within: ['src', 'test'],
    pattern: /(\.e2e-spec|^\/test\/.+\.spec)\.ts$/,
    ignore: process.env.KEHOU_TEST_IGNORE ? new RegExp(process.env.KEHOU_TEST_IGNORE) : undefined,
    lasting: { 'src/oversight/histories.e2e-spec.ts': Number(process.env.KEHOU_HISTORY_SECONDS ?? 0) },
    count: 8 * Number(workers),
  })
  const inOrder = join(backend, 'test/in-order.cjs')
  return jest(['--testMatch', `${folder}/*.group.cjs`, '--testSequencer', inOrder], workers)
}

function jest(which, maxWorkers, env = {}) {
  return counted(async (file) => {
    const args = [...which, '--maxWorkers', maxWorkers, '--json', '--outputFile', file, '--silent=false']
    return runNode([tool('jest/bin/jest.js'), ...args], { cwd: backend, env })
  }, countJson)
}

function vitest() {
  return counted(
    (file) =>
      runNode(
        [
          tool('vitest/vitest.mjs'),
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${file}`,
        ],
        { cwd: office },
      ),
    countJson,
  )
}

/** `atOnce`: files side by side. A story waits for its page half of the time, so three of them take two thirds of the time of two. */
function nodeTest(paths, atOnce = '1') {
  if (paths.length === 0) return { code: 1, output: 'There is no test to run.\n' }
  return counted(
    (file) =>
      runNode([
        '--test',
        `--test-concurrency=${atOnce}`,
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${file}`,
        ...paths,
      ]),
    countTap,
  )
}

async function counted(work, count) {
  const folder = mkdtempSync(join(tmpdir(), 'kehou-test-'))
  const file = join(folder, 'report')
  try {
    const result = await work(file)
    const counts = existsSync(file) ? count(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 }
    // A run without a single test is a run that found nothing, not a success.
    if (result.code === 0 && counts.passed === 0)
      return { ...result, ...counts, code: 1, output: `${result.output}\nNo test passed: were any found?\n` }
    return { ...result, ...counts }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** jest and vitest write the same report. A suite that could not be loaded holds no test and counts as one failure. */
function countJson(text) {
  const report = JSON.parse(text)
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  ).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function countTap(text) {
  const last = (word) => Number([...text.matchAll(new RegExp(`^# ${word} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0)
  return {
    passed: last('pass'),
    failed: last('fail') + last('cancelled'),
    skipped: last('skipped') + last('todo'),
  }
}
