/** What every module may ask for: settings, clock, sentences, database, sealing, files, jobs. */
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common'
import { join } from 'node:path'
import type { Connections } from './database/data-source.js'
import { Clock } from './calendar.js'
import { Config } from './config.js'
import { FieldSeal } from './crypto.js'
import { Database } from './database/database.js'
import { DiskFileStore, FileStore } from './files/file-store.js'
import { JobWorker } from './jobs/job-worker.js'
import { Rounds } from './jobs/rounds.service.js'
import { JobsService } from './jobs/jobs.service.js'
import { Sentences } from './sentences.js'

@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static with(config: Config, connections: Connections, clock: Clock, sentences: Sentences): DynamicModule {
    const seal = new FieldSeal(config.secret)
    const providers = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Sentences, useValue: sentences },
      { provide: Database, useValue: new Database(connections) },
      { provide: FieldSeal, useValue: seal },
      { provide: FileStore, useValue: new DiskFileStore(join(config.dataDir, 'files'), seal) },
      JobsService,
      JobWorker,
      Rounds,
    ]
    return { module: PlatformModule, providers, exports: providers }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close()
  }
}
