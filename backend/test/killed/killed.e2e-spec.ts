import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { databaseUrl, serverUrl } from '../database.js'
import { TestApp } from '../app.js'
import {
  allotted,
  type FundedSchool,
  fundedSchool,
  issuedNotice,
  sentToBank,
  approvedDeclaration,
} from '../funding-world.js'
import type { KilledJob } from './take-step.js'
import { permissionsOf, type Role, User } from '../../src/access/index.js'
import { Transition } from '../../src/audit/index.js'
import { Allotment } from '../../src/ledger/standings/allotment.entity.js'
import { AppropriationLine } from '../../src/grants/appropriations/appropriation-line.entity.js'
import { Payment } from '../../src/spending/payments/payment.entity.js'
import { DistributionScheme } from '../../src/spending/distribution-schemes/distribution-scheme.entity.js'
import { LedgerJournal } from '../../src/ledger/journal/ledger-journal.entity.js'
import { verifyLedger } from '../../src/ledger/journal/verify-ledger.js'

jest.setTimeout(180_000)

describe('a process that is killed between two statements', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await TestApp.start()
  })
  afterAll(() => test.stop())

  async function actorOf(role: Role, funded: FundedSchool): Promise<KilledJob['actor']> {
    const user = await test.world.user(role, { school: funded.school })
    const {
      id: userId,
      displayName,
      username,
      regionCode,
      schoolId,
    } = await test.database.read.findOneByOrFail(User, { id: user.id })
    return {
      userId,
      displayName,
      username,
      role,
      regionCode,
      schoolId,
      permissions: [...permissionsOf(role)],
      requestId: `killed-${userId}`,
      signInId: 0,
      mustChangePassword: false,
      language: 'zh',
    }
  }

  /** 'killed', or the number of statements that it took to the end. */
  function run(
    step: KilledJob['step'],
    id: number,
    diesAt: number,
    actor: KilledJob['actor'],
  ): Promise<number | 'killed'> {
    const name = (test.database.connections.writer.options as { database: string }).database
    const job: KilledJob = {
      step,
      id,
      diesAt,
      actor,
      databaseUrl: serverUrl ? databaseUrl(name) : null,
      dataDir: test.config.dataDir,
      cacheDir: join(
        process.env['KEHOU_TEST_TEMPLATE']!,
        '..',
        `${process.env['KEHOU_TEST_TEMPLATE']!.split('/').at(-1)}-compiled`,
      ),
    }
    return new Promise((done, failed) => {
      const child = spawn(process.execPath, [join(__dirname, 'process.cjs')], {
        env: { ...process.env, NODE_OPTIONS: '', KEHOU_KILLED_JOB: JSON.stringify(job) },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let [out, complaints] = ['', '']
      child.stdout.on('data', (chunk) => {
        out += chunk
      })
      child.stderr.on('data', (chunk) => {
        complaints += chunk
      })
      child.on('error', failed)
      child.on('close', (code, signal) => {
        if (signal === 'SIGKILL') done('killed')
        else if (code === 0) done(Number(out))
        else failed(new Error(`the process ended with ${code ?? signal}: ${complaints}`))
      })
    })
  }

  /** Runs the step on each thing, dying before the first, second, … statement; two processes at a time. */
  async function killedEverywhere(
    step: KilledJob['step'],
    actor: KilledJob['actor'],
    ids: readonly number[],
    points: readonly number[],
  ): Promise<Map<number, number | 'killed'>> {
    const waiting = ids.map((id, i) => ({ id, diesAt: points[i]! }))
    const ends = new Map<number, number | 'killed'>()
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        ends.set(next.id, await run(step, next.id, next.diesAt, actor))
    }
    await Promise.all([worker(), worker()])
    return ends
  }

  /** So many points over the whole of the transaction, the first and the last (the commit) among them. */
  const spread = (statements: number, count: number) =>
    Array.from({ length: count }, (_, i) => 1 + Math.round((i * (statements - 1)) / (count - 1)))

  it('has settled a payment whole or not at all', async () => {
    const funded = await fundedSchool(test, 1)
    const [allotmentId] = await allotted(test, funded)
    const actor = await actorOf('school_finance_officer', funded)
    const ids: number[] = []
    for (let number = 0; number < 7; number += 1)
      ids.push(await sentToBank(funded, { allotmentId: allotmentId!, amountFen: 1000 }))
    const statements = (await run('register-slip', ids[0]!, 0, actor)) as number
    expect(statements).toBeGreaterThan(8)
    const ends = await killedEverywhere('register-slip', actor, ids.slice(1), spread(statements, 6))
    expect([...ends.values()].filter((end) => end === 'killed').length).toBeGreaterThanOrEqual(5)
    for (const [id, end] of ends) {
      const payment = await test.database.read.findOneByOrFail(Payment, { id })
      const spent = await test.database.read.countBy(LedgerJournal, {
        sourceEntity: 'payment',
        sourceId: id,
        kind: 'spend',
      })
      const moved = await test.database.read.countBy(Transition, {
        entity: 'payment',
        entityId: id,
        event: 'register-slip',
      })
      expect({ id, end, status: payment.status, spent, moved }).toEqual(
        end === 'killed'
          ? { id, end, status: 'checked', spent: 0, moved: 0 }
          : { id, end, status: 'paid', spent: 1, moved: 1 },
      )
    }
    const whole = [...ends.values()].filter((end) => end !== 'killed').length + 1
    expect(await test.database.read.findOneBy(Allotment, { id: allotmentId! })).toMatchObject({
      spentFen: 1000 * whole,
      committedFen: 1000 * (7 - whole),
    })
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
    // What was cut off can be done again.
    const again = `/api/payments/${ids.at(-2)}/register-slip`
    expect((await funded.finance.post(again, { bankSerial: 'again' })).status).toBe(200)
  })

  it('has received money and put it on the classes whole or not at all', async () => {
    const funded = await fundedSchool(test, 2)
    await approvedDeclaration(test, funded)
    const { id: lineId } = (await issuedNotice(funded)).lines.find(
      (line) => line.schoolId === funded.school.id,
    )!
    const officer = await actorOf('school_finance_officer', funded)
    for (const diesAt of [4, 9]) {
      expect(await run('receive', lineId, diesAt, officer)).toBe('killed')
      expect(await test.database.read.findOneBy(AppropriationLine, { id: lineId })).toMatchObject({
        receivedAt: null,
      })
    }
    expect(
      await test.database.read.countBy(LedgerJournal, { kind: 'receive', schoolId: funded.school.id }),
    ).toBe(0)
    expect(await run('receive', lineId, 0, officer)).toBeGreaterThan(9)
    const draft = await funded.officer.post('/api/schemes', { receiptId: lineId })
    const { id } = draft.body
    await funded.officer.post(`/api/schemes/${id}/submit`, { staffMeetingOn: '2026-11-20' })
    const principal = await actorOf('principal', funded)
    for (const diesAt of [12]) {
      expect(await run('approve-scheme', id, diesAt, principal)).toBe('killed')
      expect(await test.database.read.findOneBy(DistributionScheme, { id })).toMatchObject({
        status: 'submitted',
      })
    }
    expect(
      await test.database.read.countBy(LedgerJournal, { kind: 'allot', schoolId: funded.school.id }),
    ).toBe(0)
    expect(await run('approve-scheme', id, 0, principal)).toBeGreaterThan(12)
    expect(
      await test.database.read.countBy(LedgerJournal, { kind: 'allot', schoolId: funded.school.id }),
    ).toBe(1)
    expect((await verifyLedger(test.database.read)).problems).toEqual([])
  })
})
