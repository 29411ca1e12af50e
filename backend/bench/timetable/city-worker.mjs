// Schools of a city, one after the other, in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { hardViolations, softCost, unplaced } from '../../dist/timetabling/solver/check.js'
import { solve } from '../../dist/timetabling/solver/solve.js'
import { generateWeek } from './generate.mjs'

const { seeds, improveSeconds } = workerData
const problems = seeds.map((seed) => generateWeek(seed))
parentPort.postMessage('ready')
parentPort.once('message', () => {
  const solutions = problems.map(
    (problem, at) => solve(problem, { seed: seeds[at], seconds: improveSeconds }).solution,
  )
  parentPort.postMessage('solved')
  // Judged after the clock has stopped.
  const wrong = problems.filter((problem, at) => hardViolations(problem, solutions[at]).length > 0).length
  const left = solutions.reduce((sum, solution) => sum + unplaced(solution).length, 0)
  parentPort.postMessage({
    wrong,
    left,
    soft: problems.reduce((sum, problem, at) => sum + softCost(problem, solutions[at]), 0),
  })
})
