import { Module } from '@nestjs/common'
import { AuditEntries } from './entries/audit-entries.service.js'
import { HandledRequests } from './once/handled-requests.service.js'
import { Transitions } from './transitions/transitions.service.js'

@Module({
  providers: [AuditEntries, HandledRequests, Transitions],
  exports: [AuditEntries, HandledRequests, Transitions],
})
export class AuditModule {}
