import { TestApp } from '../../../test/app.js'
import { Clock } from '../calendar.js'
import { RuleBroken } from '../errors.js'
import { Job } from './job.entity.js'
import { type JobHandler, JobWorker, type RunningJob } from './job-worker.js'
import { JobsService } from './jobs.service.js'
import { Rounds } from './rounds.service.js'

describe('jobs', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  const enqueue = (kind: string) =>
    test.database.transaction((tx) =>
      test.nest.get(JobsService).enqueue(tx, { kind, input: { n: 1 }, schoolId: null, requestedById: 1 }),
    )
  const read = (id: number) => test.database.read.findOneByOrFail(Job, { id })
  /** As another process has it: services of its own on the same database. */
  const process = (
    kind: string,
    run: JobHandler['run'],
    failed: JobHandler['failed'] = () => Promise.resolve(),
  ) => {
    const worker = new JobWorker(new JobsService(test.database, test.nest.get(Clock)), test.database)
    worker.register(kind, { run, failed })
    return worker
  }
  const done = ({ finish }: RunningJob) => test.database.transaction((tx) => finish(tx, { sum: 3 }))

  it('are done once, by one of several processes', async () => {
    const ids = [await enqueue('once'), await enqueue('once')]
    const ran: number[] = []
    const run = async (running: RunningJob) => {
      ran.push(running.job.id)
      await running.progress('adding', 1, 2)
      await done(running)
    }
    await Promise.all([
      process('once', run).workAll(),
      process('once', run).workAll(),
      process('once', run).workAll(),
    ])
    expect(ran.sort()).toEqual(ids)
    expect(await read(ids[0]!)).toMatchObject({
      status: 'done',
      result: { sum: 3 },
      step: 'adding',
      doneCount: 1,
      totalCount: 2,
      attemptCount: 1,
    })
  })

  it('whose heart has stopped are claimed again, and the former holder may save nothing any more', async () => {
    const id = await enqueue('stuck')
    let release!: () => void
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const first = process('stuck', async (running) => {
      await held
      await done(running)
    }).workOne()
    while ((await read(id)).status !== 'running') await new Promise((resolve) => setTimeout(resolve, 5))
    expect(await process('stuck', done).workOne()).toBe(false)
    test.clock.advanceMinutes(2)
    expect(await process('stuck', done).workOne()).toBe(true)
    const after = await read(id)
    expect(after).toMatchObject({ status: 'done', attemptCount: 2 })
    release()
    await first
    expect(await read(id)).toEqual(after)
  })

  it('that fail carry the code, and their owner hears of it in the same transaction', async () => {
    const id = await enqueue('failing')
    const heard: string[] = []
    await process(
      'failing',
      () => Promise.reject(new RuleBroken('people.no_term', { region: '1402' })),
      (_tx, job, code) => {
        heard.push(`${job.id} ${code}`)
        return Promise.resolve()
      },
    ).workAll()
    expect(await read(id)).toMatchObject({
      status: 'failed',
      errorCode: 'people.no_term',
      errorParams: { region: '1402' },
    })
    expect(heard).toEqual([`${id} people.no_term`])
  })

  it('that kill every process that takes them are given up', async () => {
    const id = await enqueue('deadly')
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await new JobsService(test.database, test.nest.get(Clock)).claim(['deadly'])
      test.clock.advanceMinutes(2)
    }
    let ran = 0
    await process('deadly', () => {
      ran += 1
      return Promise.resolve()
    }).workAll()
    expect([ran, (await read(id)).errorCode]).toEqual([0, 'job.given_up'])
  })

  it('go back into the queue when the process is told to stop', async () => {
    const id = await enqueue('long')
    const worker = process('long', async ({ progress }) => {
      for (;;) await progress('walking', 1, 100)
    })
    worker.start()
    while ((await read(id)).status !== 'running') await new Promise((resolve) => setTimeout(resolve, 5))
    await worker.beforeApplicationShutdown()
    expect(await read(id)).toMatchObject({ status: 'queued', claimKey: null })
    await process('long', done).workAll()
    expect((await read(id)).status).toBe('done')
  })

  it('of one lane do not hold up those of another', async () => {
    const jobs = test.nest.get(JobsService)
    const add = (lane: 'solve' | 'import') =>
      test.database.transaction((tx) =>
        jobs.enqueue(tx, { kind: 'laned', lane, input: { lane }, schoolId: null, requestedById: 1 }),
      )
    const [solve, second, quick] = [await add('solve'), await add('solve'), await add('import')]
    let release!: () => void
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const worker = process('laned', async (running) => {
      if ((running.job.input as { lane: string }).lane === 'solve') await held
      await done(running)
    })
    worker.start()
    while ((await read(quick)).status !== 'done') await new Promise((resolve) => setTimeout(resolve, 10))
    expect([(await read(solve)).status, (await read(second)).status]).toEqual(['running', 'queued'])
    release()
    while ((await read(second)).status !== 'done') await new Promise((resolve) => setTimeout(resolve, 10))
    await worker.beforeApplicationShutdown()
  })

  it('of an hour are made once for each region, by one of two processes', async () => {
    const ran: string[] = []
    const planner = () => {
      const jobs = new JobsService(test.database, test.nest.get(Clock))
      const worker = new JobWorker(jobs, test.database)
      const rounds = new Rounds(worker, jobs, test.database, test.nest.get(Clock))
      rounds.register('testing', {
        regions: () => Promise.resolve(['1401', '1402', '1403']),
        run: (region) => {
          ran.push(region)
          return region === '1403' ? Promise.reject(new Error('one region fails')) : Promise.resolve()
        },
      })
      return { rounds, worker }
    }
    const two = [planner(), planner()]
    const hour = async () => {
      await Promise.all(two.flatMap(({ rounds }) => [rounds.planHour(), rounds.planHour()]))
      await Promise.all(two.map(({ worker }) => worker.workAll()))
    }
    await hour()
    await hour()
    expect(ran.sort()).toEqual(['1401', '1402', '1403'])
    const keys = (
      await test.database.read.find(Job, { where: { kind: 'round' }, order: { uniqueKey: 'ASC' } })
    ).map(({ uniqueKey, status, lane }) => `${uniqueKey} ${status} ${lane}`)
    const now = test.clock.now().toISOString().slice(0, 13)
    expect(keys).toEqual([
      `rounds::${now} done nightly`,
      `testing:1401:${now} done nightly`,
      `testing:1402:${now} done nightly`,
      `testing:1403:${now} failed nightly`,
    ])
    test.clock.advanceMinutes(60)
    await hour()
    expect(ran).toHaveLength(6)
    // After two days what is over is forgotten.
    test.clock.advanceMinutes(3 * 24 * 60)
    await hour()
    expect(await test.database.read.countBy(Job, { kind: 'round' })).toBe(4)
  })
})
