/** Is the process alive, and can it serve (健康检查)? */
import { Controller, Get, Inject, SetMetadata } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import { Database } from '../database/database.js'

// The same declaration as @Public(), which platform may not import.
const Public = () => SetMetadata('kehou:access', { kind: 'public' })

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
