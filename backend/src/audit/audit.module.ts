import { Module } from '@nestjs/common'
import { AuditEntries } from './entries/audit-entries.service.js'
import { Transitions } from './transitions/transitions.service.js'

@Module({ providers: [AuditEntries, Transitions], exports: [AuditEntries, Transitions] })
export class AuditModule {}
