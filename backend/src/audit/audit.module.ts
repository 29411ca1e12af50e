import { Module } from '@nestjs/common'
import { Rounds } from '../platform/jobs/rounds.service.js'
import { AuditEntries } from './entries/audit-entries.service.js'
import { Trail } from './entries/trail.service.js'
import { HandledRequests } from './once/handled-requests.service.js'
import { Transitions } from './transitions/transitions.service.js'

@Module({
  providers: [Trail, AuditEntries, HandledRequests, Transitions],
  exports: [AuditEntries, HandledRequests, Transitions],
})
export class AuditModule {
  constructor(rounds: Rounds, handled: HandledRequests) {
    rounds.register('handled-requests', { run: () => handled.sweep() })
  }
}
