/** Sends requests drawn from the contract and keeps what went wrong (模糊测试), each kind once. */
import { setTimeout as sleep } from 'node:timers/promises'
import { runInNewContext } from 'node:vm'
import { setFlagsFromString } from 'node:v8'
import type { TestApp } from '../app.js'
import { Composer, type Request } from './compose.js'
import { operations, type Operation } from './contract.js'
import type { ErrorsBehind } from './errors-behind.js'
import { Draw } from './draw.js'
import type { OddFile } from './files.js'
import { type Answer, complaints } from './judge.js'
import { PeopleAndThings } from './people-and-things.js'

export interface Fault {
  /** The first request that showed it. */
  readonly request: string
  readonly operations: Set<string>
}

export interface Outcome {
  readonly requests: number
  readonly statuses: Readonly<Record<string, number>>
  /** By kind: what is wrong, and the error behind it. */
  readonly faults: ReadonlyMap<string, Fault>
  /** How much more is in use at the end than after the first quarter, in bytes. */
  readonly grownBytes: number
}

const looksAnewAfter = 200
const longestAnswerMs = 20_000

export async function fuzz(
  test: TestApp,
  {
    seed,
    requests,
    files,
    errors,
  }: { seed: number; requests: number; files: readonly OddFile[]; errors: ErrorsBehind },
): Promise<Outcome> {
  const draw = new Draw(seed)
  const things = new PeopleAndThings(test)
  const composer = new Composer(things, draw, files)
  const statuses: Record<string, number> = {}
  const faults = new Map<string, Fault>()
  await things.signInAll()
  let warm = 0
  for (let sent = 0; sent < requests; sent += 1) {
    if (sent % looksAnewAfter === 0) await things.look()
    if (sent === Math.floor(requests / 4)) warm = bytesInUse()
    // One round over all of them, then by chance.
    const operation = operations[sent] ?? draw.pick(operations)
    const person = things.somebodyFor(operation.access, draw)
    const request = composer.request(operation, person)
    const { answer, wrong } = await sentAndJudged(test, operation, request)
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
    const error = errors.take()
    for (const what of wrong) {
      const kind = error ? `${what}; ${error}` : what
      const fault = faults.get(kind) ?? { request: printed(request, sent), operations: new Set() }
      faults.set(kind, fault)
      fault.operations.add(`${operation.method} ${operation.path}`)
    }
    if (person && isShutOut(answer)) await things.restore(person)
  }
  return { requests, statuses, faults, grownBytes: bytesInUse() - warm }
}

async function sentAndJudged(
  test: TestApp,
  operation: Operation,
  { method, url, headers, payload }: Request,
): Promise<{ answer: Answer; wrong: string[] }> {
  try {
    const reply = await Promise.race([
      test.nest.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) }),
      sleep(longestAnswerMs, null, { ref: false }),
    ])
    if (!reply) return { answer: nothing, wrong: ['no answer'] }
    const type = String(reply.headers['content-type'] ?? '')
    const answer = {
      status: reply.statusCode,
      type,
      text: type.startsWith('application/json') ? reply.payload : '',
    }
    const isEnglish = (headers['accept-language'] ?? '').startsWith('en')
    return { answer, wrong: complaints(operation, answer, isEnglish) }
  } catch (error) {
    return { answer: nothing, wrong: [`cut off: ${(error as Error).message}`] }
  }
}

const nothing: Answer = { status: 0, type: '', text: '' }

const isShutOut = ({ status, text }: Answer): boolean =>
  status === 401 || /access\.(must_change_password|must_set_up_second_factor|signed_out)/.test(text)

const printed = ({ method, url, payload }: Request, index: number): string =>
  `#${index} ${method} ${url.slice(0, 300)} ${String(payload ?? '').slice(0, 600)}`

function bytesInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
