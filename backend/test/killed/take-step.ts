/** One step of the money's way in a process that may die before any statement; the services are put together by hand, since starting the whole application takes longer than the step. */
import type { Actor } from '../../src/access/index.js'
import { AuditEntries, Trail, Transitions } from '../../src/audit/index.js'
import { entities } from '../../src/entities.js'
import { LedgerService } from '../../src/ledger/index.js'
import { PaymentsService, ReceiptsService, DistributionSchemeStepsService } from '../../src/spending/index.js'
import { PaymentReadingService } from '../../src/spending/payments/reading.service.js'
import { UnusualService } from '../../src/spending/payments/unusual.service.js'
import { PaymentStepsService } from '../../src/spending/payments/steps.service.js'
import { DistributionSchemeProposalsService } from '../../src/spending/distribution-schemes/distribution-scheme-proposals.service.js'
import { DistributionSchemeReadingService } from '../../src/spending/distribution-schemes/reading.service.js'
import { FixedClock } from '../../src/platform/calendar.js'
import { connect } from '../../src/platform/database/data-source.js'
import { Sentences } from '../../src/platform/sentences.js'
import { Database } from '../../src/platform/database/database.js'

export interface KilledJob {
  readonly step: 'register-slip' | 'receive' | 'approve-scheme'
  readonly id: number
  /** Dies before this statement, 1 is the beginning of the transaction; 0: lives. */
  readonly diesAt: number
  readonly actor: Omit<Actor, 'permissions'> & { readonly permissions: readonly string[] }
  readonly databaseUrl: string | null
  readonly dataDir: string
  readonly cacheDir: string
}

/** How many statements it took. */
export async function takeStep({
  step,
  id,
  diesAt,
  actor: given,
  databaseUrl,
  dataDir,
}: KilledJob): Promise<number> {
  const connections = await connect({ databaseUrl, dataDir, entities, migrations: [] })
  const [database, clock] = [new Database(connections), new FixedClock('2026-11-20T08:00:00Z')]
  // No key is sent here, so that nothing is claimed.
  const audit = new AuditEntries(clock, database, null as never, new Trail(database))
  const [transitions, ledger] = [new Transitions(clock, audit, database), new LedgerService(clock)]
  const receipts = new ReceiptsService(database, clock, audit, ledger)
  // Neither rates nor accounts are asked for in these steps.
  const nothing = null as never
  const reading = new PaymentReadingService(
    database,
    transitions,
    new UnusualService(new Sentences({}), nothing),
  )
  const moving = new PaymentStepsService(clock, transitions, ledger, nothing, reading, nothing, nothing)
  const payments = new PaymentsService(database, clock, audit, transitions, nothing, reading, moving)
  const schemes = new DistributionSchemeStepsService(
    database,
    transitions,
    ledger,
    new DistributionSchemeReadingService(database, transitions),
    new DistributionSchemeProposalsService(),
  )
  const actor = { ...given, permissions: new Set(given.permissions) } as unknown as Actor
  let count = 0
  const { writer } = connections
  const create = writer.createQueryRunner.bind(writer)
  writer.createQueryRunner = (mode) => {
    const runner = create(mode)
    const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>
    runner.query = (async (...args: unknown[]) => {
      count += 1
      if (count === diesAt) process.kill(process.pid, 'SIGKILL')
      return query(...args)
    }) as typeof runner.query
    return runner
  }
  if (step === 'register-slip') await payments.act(actor, id, step, { bankSerial: `S${id}` })
  else if (step === 'receive') await receipts.receive(actor, id)
  else await schemes.act(actor, id, 'approve')
  return count
}
