import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/index.js'
import { OrganisationModule } from '../organisation/index.js'

@Module({ imports: [AuditModule, OrganisationModule], controllers: [], providers: [], exports: [] })
export class SchedulingModule {}
