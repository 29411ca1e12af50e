// Kehou's solver and FET (fet-cl) in turn on the same weeks: 20 generated ones, half of them with the children's actual choices, as
// many of full grades from seeds that are drawn anew in each run, and real files of Debian's fet-data; CPU seconds in the solver, and
// with reading and writing; one independent judge for both answers.
//   node backend/bench/timetable.mjs [--rounds 3] [--limit 60] [--only PART_OF_NAME] [--seeds 4711,4712]
import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { problemToFet } from '../dist/timetabling/fet/problem-to-fet.js'
import { readAnswer } from '../dist/timetabling/fet/read-answer.js'
import { readFet } from '../dist/timetabling/fet/read-fet.js'
import { toProblem } from '../dist/timetabling/fet/to-problem.js'
import { writeFet } from '../dist/timetabling/fet/write-fet.js'
import { hardViolations, softCost, unplaced } from '../dist/timetabling/solver/check.js'
import { solve } from '../dist/timetabling/solver/solve.js'
import { median, report } from './lib.mjs'
import { generateWeek } from './timetable/generate.mjs'
import { generateGrades } from './timetable/generate-grades.mjs'
import { runFet } from './timetable/peers.mjs'

const option = (name, usual) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : usual
const [rounds, limit, only] = [
  Number(option('--rounds', 3)),
  Number(option('--limit', 60)),
  option('--only', ''),
]
const examples = '/usr/share/doc/fet-data/examples/FET-5-official'
const real = {
  'Spain primaria': 'Spain/3-school/primaria.fet',
  'Spain secondary-school': 'Spain/2-secondary-school/secondary-school.fet',
  'Greece 6th-Primary-School': 'Greece/Didymoteicho/6th-Primary-School.fet',
  'India St-Marys-College': 'India/St-Marys-College/St-Marys-College-Puthanagadi.fet',
  'India stjosephemhss1': 'India/2021/St-Joseph-EMHSS-Puthanangadi/stjosephemhss1.fet',
  'Romania School-10-Oradea': 'Romania/Oradea/School-10-Oradea-2007-2008.fet',
  'Belize shc-2013': 'Belize/Sacred-Heart-College/shc-2013/shc-2013.fet',
  'Vietnam VietNamHungYen': 'Vietnam/2-secondary-school/VietNamHungYen.fet',
  'Namibia NamibiaPSY16T1f': 'Namibia/by-Bobby/set-7-2016/NamibiaPSY16T1f.fet',
  'Hungary Bethlen 2008': 'Hungary/Bethlen/2008-2009/2-newer/Bethlen-2008-2009.fet',
  'Germany German-100_and_0':
    'Germany/secondary-school-1/constraints-min-days-100-few-0/German-100_and_0.fet',
  'South Africa MHS': 'South-Africa/Western-Cape/Robertson/MHS_Covid_Final.fet',
}
const hasFet = (() => {
  try {
    execFileSync('fet-cl', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()
if (!hasFet)
  console.log(
    'fet-cl is not here: Kehou alone is measured, without a ratio (Debian packages fet and fet-data).',
  )

const folder = mkdtempSync(join(tmpdir(), 'kehou-bench-timetable-'))
const written = (name, generate) => {
  const file = join(folder, `${name.replaceAll(' ', '-')}.fet`)
  return {
    name,
    file,
    make: () => writeFileSync(file, problemToFet(generate(), weekNames(name)).text),
  }
}
const generated = Array.from({ length: 20 }, (_, at) => {
  const [seed, withChoices] = [1 + (at >> 1), at % 2 === 1]
  return written(`week ${seed}${withChoices ? ' with choices' : ''}`, () =>
    generateWeek(seed, { withChoices }),
  )
})
// Seeds that nobody has seen: a generated week that is always the same is one that the solver was made for.
const freshSeeds = option('--seeds', '').split(',').filter(Boolean).map(Number)
if (freshSeeds.length === 0) for (let at = 0; at < 20; at += 1) freshSeeds.push(randomInt(1_000_000))
console.log(`Seeds of the weeks of full grades (the same again: --seeds ${freshSeeds.join(',')})`)
const fullGrades = freshSeeds.map((seed, at) =>
  written(`full grades ${seed}`, () => generateGrades(seed, { roomChoice: at % 2 === 0 ? 8 : 36 })),
)
const instances = [
  ...generated,
  ...fullGrades,
  ...Object.entries(real).map(([name, path]) => ({
    name,
    file: join(examples, path),
    make: () => undefined,
  })),
].filter(({ name }) => name.includes(only))

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function weekNames(institution) {
  return { institution, days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], hours: ['1', '2'] }
}

function kehou(file, seed) {
  const begun = cpu()
  const fet = toProblem(readFet(readFileSync(file)))
  const read = cpu()
  const solved = solve(fet.problem, { seed, seconds: limit, improves: false })
  const found = cpu()
  const text = writeFet(fet, solved.solution)
  return {
    fet,
    cpuSeconds: found - read,
    wholeSeconds: cpu() - begun,
    solution: solved.solution,
    isSolved:
      unplaced(solved.solution).length === 0 && hardViolations(fet.problem, solved.solution).length === 0,
    bytes: text.length,
  }
}

// A server has solved a week before; its first one costs what compiling costs.
for (const seed of [97, 98, 99]) {
  const file = join(folder, `warm-${seed}.fet`)
  for (const withChoices of [false, true]) {
    writeFileSync(file, problemToFet(generateWeek(seed, { withChoices }), weekNames('warm')).text)
    kehou(file, seed)
  }
}

const rows = []
const invariants = {
  'no answer of Kehou breaks a hard rule': true,
  'no answer of FET breaks a hard rule of ours': true,
  'everything was placed in each answer of Kehou': true,
}
for (const { name, file, make } of instances) {
  make()
  if (!existsSync(file)) {
    console.log(`${name}: the file is not here, skipped.`)
    continue
  }
  const [ours, whole, theirs, fetSoft] = [[], [], [], []]
  let fet = null
  for (let round = 1; round <= rounds; round += 1) {
    const mine = kehou(file, round)
    fet = mine.fet
    ours.push(mine.isSolved ? mine.cpuSeconds : limit)
    whole.push(mine.isSolved ? mine.wholeSeconds : limit)
    if (!mine.isSolved) invariants['everything was placed in each answer of Kehou'] = false
    if (hardViolations(fet.problem, mine.solution).length > 0 && unplaced(mine.solution).length === 0)
      invariants['no answer of Kehou breaks a hard rule'] = false
    if (!hasFet) continue
    const run = await runFet(file, limit, round)
    theirs.push(run.isSolved ? run.cpuSeconds : limit)
    if (!run.isSolved) continue
    const answer = readAnswer(run.answer, fet.key)
    fetSoft.push(softCost(fet.problem, answer))
    if (hardViolations(fet.problem, answer).length > 0)
      invariants['no answer of FET breaks a hard rule of ours'] = false
  }
  const [mine, fetSeconds] = [median(ours), hasFet ? median(theirs) : NaN]
  // The same time as FET took, for making it better.
  const better = hasFet ? solve(fet.problem, { seed: 1, seconds: fetSeconds }).solution : null
  rows.push({
    week: name,
    meetings: fet.problem.meetings.length,
    kehou: round3(mine),
    slowest: round3(Math.max(...ours)),
    fet: hasFet
      ? `${theirs.some((each) => each >= limit) && fetSeconds >= limit ? '>' : ''}${round3(fetSeconds)}`
      : '-',
    ratio: hasFet ? Number((fetSeconds / mine).toFixed(1)) : '-',
    'read and written': round3(median(whole)),
    'ratio of all': hasFet ? Number((fetSeconds / median(whole)).toFixed(1)) : '-',
    'soft, same time': better && unplaced(better).length === 0 ? softCost(fet.problem, better) : '-',
    'soft of FET': fetSoft.length > 0 ? median(fetSoft) : '-',
  })
  console.log(JSON.stringify(rows.at(-1)))
}

function round3(seconds) {
  return Number(seconds.toFixed(3))
}

const meanOf = (list) =>
  Number(Math.exp(list.reduce((sum, ratio) => sum + Math.log(ratio), 0) / list.length).toFixed(1))
if (hasFet && rows.length > 0) {
  const [solver, all] = [rows.map(({ ratio }) => ratio), rows.map((row) => row['ratio of all'])]
  rows.push(
    { week: 'geometric mean', ratio: meanOf(solver), 'ratio of all': meanOf(all) },
    { week: 'smallest ratio', ratio: Math.min(...solver), 'ratio of all': Math.min(...all) },
  )
}
rmSync(folder, { recursive: true, force: true })

if (only === '') {
  const schools = 450
  const seeds = Array.from({ length: schools }, (_, at) => at + 1)
  const workers = [0, 1].map(
    (half) =>
      new Worker(new URL('./timetable/city-worker.mjs', import.meta.url), {
        workerData: { seeds: seeds.filter((_, at) => at % 2 === half), improveSeconds: 0.2 },
      }),
  )
  const next = (worker) =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
  await Promise.all(workers.map(next))
  const begun = performance.now()
  await Promise.all(
    workers.map(async (worker) => {
      worker.postMessage('go')
      await next(worker)
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  const judged = await Promise.all(workers.map(next))
  rows.push({
    week: `a city: ${schools} schools, two threads, wall clock`,
    meetings: schools * 380,
    kehou: round3(seconds),
    'soft, same time': judged.reduce((sum, each) => sum + each.soft, 0),
    'soft of FET': '',
  })
  invariants['the city has no violation and nothing unplaced'] = judged.every(
    ({ wrong, left }) => wrong === 0 && left === 0,
  )
  await Promise.all(workers.map((worker) => worker.terminate()))
}
report('timetable', rows, invariants)
