/** Works out one automatic arrangement (执行自动排课): load, solve in a thread, check, save. A process may die at any line of it. */
import { Injectable } from '@nestjs/common'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import { type ActingPerson, type Taken, Transitions } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import type { Job } from '../../platform/jobs/job.entity.js'
import type { JobHandler, RunningJob } from '../../platform/jobs/job-worker.js'
import { Sentences } from '../../platform/sentences.js'
import type { Language } from '../../platform/texts.js'
import { LoadWeekService } from '../planning/load-week.service.js'
import { type Obstacle, obstacleIn, type Week } from '../planning/week.js'
import { namingOf } from '../planning/week-naming.js'
import {
  type Arranged,
  arrangedOf,
  draftAsSolution,
  weekProblem,
  type WeekProblem,
} from '../planning/week-problem.js'
import { isFixed, readiness } from '../planning/week-readiness.js'
import { explainRule } from '../solver/constraints.js'
import { whyImpossible } from '../solver/impossible.js'
import { hardViolations, softCost, unplaced } from '../solver/check.js'
import { Timetable } from '../timetables/timetable.entity.js'
import { RunPlacement } from './run-placement.entity.js'
import { type Solved, startSolving } from './solve-in-thread.js'
import { type RunSummary, TimetableRun } from './timetable-run.entity.js'
import { runTable } from './timetable-run.states.js'
import { reasonSentences, whyUnplaced } from './why-unplaced.js'

interface RunInput {
  readonly runId: number
  readonly person: Omit<ActingPerson, 'permissions'>
}

type SaidObstacle = Obstacle & { readonly zh: string; readonly en: string }

const lookMilliseconds = 300
const batch = 500
const mostReasons = 50

@Injectable()
export class RunJob implements JobHandler {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly transitions: Transitions,
    private readonly weeks: LoadWeekService,
    private readonly sentences: Sentences,
  ) {}

  async run(running: RunningJob): Promise<void> {
    const { runId } = running.job.input as RunInput
    const run = await this.database.read.findOneBy(TimetableRun, { id: runId })
    // Thrown away meanwhile, perhaps with its draft.
    if (run?.status !== 'waiting') return this.database.transaction((tx) => running.finish(tx, {}))
    await running.progress('loading')
    // The revision before everything else: what changes from here on makes the answer stale, never wrong.
    const timetable = await this.database.read.findOneByOrFail(Timetable, { id: run.timetableId })
    const week = await this.weeks.week(this.database.read, timetable, run.keepsPublished)
    const { blocking } = readiness(week)
    const impossible = blocking.filter(({ sectionId }) => sectionId === null)
    if (impossible.length > 0)
      throw new RuleBroken('scheduling.week_not_ready', {
        count: impossible.length,
        sentences: impossible.map((each) => this.say(each, 'zh')).join(''),
      })
    const made = weekProblem(week, new Set(blocking.map(({ sectionId }) => sectionId!)))
    const solved = await this.solve(running, run, week, made)
    const wrong = hardViolations(made.problem, solved.solution).filter(
      ({ rule }) => rule !== 'kinds_a_day',
    ).length
    if (wrong > 0) throw new RuleBroken('scheduling.run_unsound', { count: wrong })
    await running.progress(
      'saving',
      made.meetings.length - unplaced(solved.solution).length,
      made.meetings.length,
    )
    await this.save(
      running,
      run,
      timetable.revision,
      [...arrangedOf(week, made, solved.solution), ...leftAlone(week, made)],
      summaryOf(
        week,
        made,
        solved,
        blocking.map((each) => ({ ...each, zh: this.say(each, 'zh'), en: this.say(each, 'en') })),
      ),
    )
  }

  async failed(tx: EntityManager, job: Job, _code: string): Promise<void> {
    const run = await this.take(tx, (job.input as RunInput).runId)
    if (run?.status === 'waiting')
      await this.transitions.move(tx, runTable, TimetableRun, run, 'fail', personOf(job), {
        set: { endedAt: this.clock.now() },
      })
  }

  private say(obstacle: Obstacle, language: Language): string {
    return this.sentences.say(obstacleIn(obstacle, language), language)
  }

  private async take(tx: EntityManager, runId: number): Promise<Taken<TimetableRun> | undefined> {
    const [run] = await this.transitions.takeAll(tx, TimetableRun, [runId], ([id]) =>
      tx.findBy(TimetableRun, { id: id! }),
    )
    return run
  }

  private async solve(
    { progress }: RunningJob,
    run: TimetableRun,
    week: Week,
    made: WeekProblem,
  ): Promise<Solved> {
    const total = made.meetings.length
    let placed = 0
    await progress('solving', placed, total)
    const solving = startSolving(made.problem, { seed: run.seed, seconds: run.seconds }, (count) => {
      placed = count
    })
    if (run.isCancelAsked) solving.cancel()
    try {
      for (;;) {
        const solved = await Promise.race([solving.done, sleep(lookMilliseconds, null, { ref: false })])
        if (solved) return solved
        await progress('solving', placed, total)
        const now = await this.database.read.findOneBy(TimetableRun, { id: run.id })
        if (now?.status !== 'waiting' || now.isCancelAsked) solving.cancel()
      }
    } finally {
      // After an answer there is nothing left to stop; when the process is told to stop, the job goes back into the queue.
      await solving.stop()
    }
  }

  private async save(
    { job, finish }: RunningJob,
    { id, schoolId }: TimetableRun,
    draftRevision: number,
    placements: readonly Arranged[],
    summary: RunSummary,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const run = await this.take(tx, id)
      if (run?.status === 'waiting') {
        await this.transitions.move(tx, runTable, TimetableRun, run, 'finish', personOf(job), {
          set: { summary, draftRevision, endedAt: this.clock.now() },
        })
        for (let start = 0; start < placements.length; start += batch)
          await tx.insert(
            RunPlacement,
            placements.slice(start, start + batch).map((each) => ({ ...each, schoolId, runId: id })),
          )
      }
      await finish(tx, { placedCount: summary.placedCount })
    })
  }
}

/** Whoever asked for the run, with no more than is needed to end it. */
const personOf = (job: Job): ActingPerson => ({
  ...(job.input as RunInput).person,
  permissions: new Set(['timetable.write']),
})

/** What the draft holds of sections that were left out: it stays where it is. */
function leftAlone(week: Week, made: WeekProblem): Arranged[] {
  const arranged = new Set(made.meetings.map(({ sectionId }) => sectionId))
  return week.placed
    .filter((placed) => !isFixed(placed) && !arranged.has(placed.sectionId))
    .map(({ sectionId, slotId, teacherId, roomId }) => ({ sectionId, slotId, teacherId, roomId }))
}

/** What sections that were left out lack, beyond what they keep. */
function missingOfLeftOut(week: Week, leftOut: readonly Obstacle[]): number {
  const sections = week.sections.filter(({ id }) => leftOut.some(({ sectionId }) => sectionId === id))
  return sections.reduce(
    (sum, { id, meetingsPerWeek }) =>
      sum + Math.max(0, meetingsPerWeek - week.placed.filter(({ sectionId }) => sectionId === id).length),
    0,
  )
}

function summaryOf(
  week: Week,
  made: WeekProblem,
  { solution, steps, milliseconds }: Solved,
  leftOut: readonly SaidObstacle[],
): RunSummary {
  const missing = unplaced(solution)
  const before = draftAsSolution(week, made)
  const isComparable =
    unplaced(before).length <= missing.length && hardViolations(made.problem, before).length === 0
  const stands = new Set(
    solution.places.flatMap((place, index) =>
      place ? [`${made.meetings[index]!.sectionId}/${made.slotIds[place.time]}`] : [],
    ),
  )
  const arranged = new Set(made.meetings.map(({ sectionId }) => sectionId))
  const seen = new Set<number>()
  const reasons = missing.flatMap((index) => {
    const { sectionId } = made.meetings[index]!
    if (seen.has(sectionId)) return []
    seen.add(sectionId)
    return [
      {
        sectionId,
        ...reasonSentences(made.problem.meetings[index]!.name, whyUnplaced(made.problem, solution, index)),
      },
    ]
  })
  const naming = namingOf(week, made)
  // A set that needs more than there is says more than each of its meetings does.
  const proofs =
    missing.length === 0
      ? []
      : whyImpossible(made.problem, naming).map(({ meetings, sentence, mend }) => ({
          sectionId: made.meetings[meetings[0]!]!.sectionId,
          zh: `${sentence.zh}。${mend.zh}`,
          en: `${sentence.en}. ${mend.en}`,
        }))
  const narrow = hardViolations(made.problem, solution).flatMap((found) => {
    const first = made.meetings[found.meetings[0] ?? 0]
    const said = explainRule(made.problem, found, naming)
    return first ? [{ sectionId: first.sectionId, zh: `${said.zh}。`, en: `${said.en}.` }] : []
  })
  const notReady = leftOut.map(({ sectionId, zh, en }) => ({ sectionId: sectionId!, zh, en }))
  return {
    placedCount: solution.places.length - missing.length,
    unplacedCount: missing.length + missingOfLeftOut(week, leftOut),
    violationCount: narrow.length,
    softCost: softCost(made.problem, solution),
    softCostBefore: isComparable ? softCost(made.problem, before) : null,
    milliseconds,
    steps,
    changedCount: week.placed.filter(
      (placed) =>
        !isFixed(placed) &&
        arranged.has(placed.sectionId) &&
        !stands.has(`${placed.sectionId}/${placed.slotId}`),
    ).length,
    reasons: [...notReady, ...proofs, ...narrow, ...reasons].slice(0, mostReasons),
  }
}
