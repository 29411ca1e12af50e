import { TestApp } from '../../../test/app.js'
import { Clock } from '../calendar.js'
import { RuleBroken } from '../errors.js'
import { Job } from './job.entity.js'
import { type JobHandler, JobWorker, type RunningJob } from './job-worker.js'
import { JobsService } from './jobs.service.js'

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
})
