/** Is the process alive, and can it serve (健康检查)? */
import { Controller, Get, Inject, SetMetadata } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Database } from '../database/database.js'
import { accessKey } from './access-key.js'

// What @Public() of access declares, which platform may not import.
const Public = () => SetMetadata(accessKey, { kind: 'public' })

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Get('live')
  @Public()
  live(): { status: 'live' } {
    return { status: 'live' }
  }

  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'ready' }> {
    await this.database.requireReady()
    return { status: 'ready' }
  }
}
