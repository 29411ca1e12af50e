/** What every module may ask for: settings, clock, database, sealing. */
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common'
import type { Connections } from './database/data-source.js'
import { Clock } from './calendar.js'
import { Config } from './config.js'
import { FieldSeal } from './crypto.js'
import { Database } from './database/database.js'

@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static with(config: Config, connections: Connections, clock: Clock): DynamicModule {
    const providers = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Database, useValue: new Database(connections) },
      { provide: FieldSeal, useValue: new FieldSeal(config.secret) },
    ]
    return { module: PlatformModule, providers, exports: providers }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close()
  }
}
