/**
 * Requests drawn from the contract (模糊测试): whatever is sent, the answer is ours and never a 5xx. The seed is printed;
 * KEHOU_FUZZ_SEED sends the same again, KEHOU_FUZZ_REQUESTS more of them (`npm run fuzz`).
 */
import { randomInt } from 'node:crypto'
import { fuzzCity } from '../fuzz/city.js'
import { ErrorsBehind } from '../fuzz/errors-behind.js'
import { fuzz, type Outcome } from '../fuzz/fuzz.js'
import { fuzzFiles } from '../fuzz/files.js'
import { TestApp } from '../app.js'

const seed = Number(process.env['KEHOU_FUZZ_SEED'] ?? randomInt(2 ** 31))
const requests = Number(process.env['KEHOU_FUZZ_REQUESTS'] ?? 2000)
const mostGrownBytes = 96 * 1024 * 1024

describe(`${requests} requests drawn with KEHOU_FUZZ_SEED=${seed}`, () => {
  let test: TestApp
  let outcome: Outcome
  const rejections: unknown[] = []
  const note = (reason: unknown) => rejections.push(reason)

  beforeAll(
    async () => {
      process.on('unhandledRejection', note)
      const errors = new ErrorsBehind()
      test = await TestApp.start()
      await fuzzCity(test)
      outcome = await fuzz(test, { seed, requests, files: await fuzzFiles(), errors })
      console.log(`KEHOU_FUZZ_SEED=${seed}`, outcome.statuses, `grown by ${outcome.grownBytes} bytes`)
    },
    120_000 + requests * 100,
  )
  afterAll(async () => {
    process.off('unhandledRejection', note)
    await test.stop()
  })

  it('are all answered by us: no 5xx, no cut line, always a sentence, and what the contract says', () => {
    const said = [...outcome.faults].map(
      ([kind, { request, operations }]) =>
        `${kind}\n  first by ${request}\n  at ${operations.size}: ${[...operations].slice(0, 6).join(', ')}`,
    )
    expect(said.join('\n\n')).toBe('')
  })

  it('come through to the work behind the checks often enough to mean something', () => {
    const share = (from: number, to: number) =>
      Object.entries(outcome.statuses)
        .filter(([status]) => Number(status) >= from && Number(status) < to)
        .reduce((sum, [, count]) => sum + count, 0) / requests
    expect(share(200, 300)).toBeGreaterThan(0.15)
    expect(share(401, 402)).toBeLessThan(0.15)
  })

  it('leave no promise unheard', () => {
    expect(rejections).toEqual([])
  })

  it('leave no memory behind', () => {
    expect(outcome.grownBytes).toBeLessThan(mostGrownBytes)
  })
})
