/** The modules in dependency order: a module may use only those above it. The order is the law (docs/architecture.md). */
import { type DynamicModule, Module } from '@nestjs/common'
import { AccessModule, accessTexts } from './access/index.js'
import { AuditModule } from './audit/index.js'
import { CatalogueModule, catalogueTexts } from './catalogue/index.js'
import { EnrolmentModule, enrolmentTexts } from './enrolment/index.js'
import { ExchangeModule, exchangeTexts } from './exchange/index.js'
import { EntitlementModule, entitlementTexts } from './entitlement/index.js'
import { LedgerModule, ledgerTexts } from './ledger/index.js'
import { GrantsModule, grantsTexts } from './grants/index.js'
import { SpendingModule, spendingTexts } from './spending/index.js'
import { OversightModule, oversightTexts } from './oversight/index.js'
import { OrganisationModule, organisationTexts } from './organisation/index.js'
import { PeopleModule, peopleTexts } from './people/index.js'
import { SessionsModule, sessionsTexts } from './sessions/index.js'
import { TimetablingModule, timetablingTexts } from './timetabling/index.js'
import { StatisticsModule, statisticsTexts } from './statistics/index.js'
import { SurveysModule, surveysTexts } from './surveys/index.js'
import type { Clock } from './platform/calendar.js'
import type { Config } from './platform/config.js'
import type { Connections } from './platform/database/data-source.js'
import { HealthController } from './platform/http/health.controller.js'
import { PlatformModule } from './platform/platform.module.js'
import { Sentences } from './platform/sentences.js'
import { platformTexts } from './platform/texts.js'

@Module({
  imports: [
    AuditModule,
    AccessModule,
    OrganisationModule,
    PeopleModule,
    CatalogueModule,
    TimetablingModule,
    SessionsModule,
    EnrolmentModule,
    EntitlementModule,
    LedgerModule,
    GrantsModule,
    SpendingModule,
    OversightModule,
    SurveysModule,
    StatisticsModule,
    ExchangeModule,
  ],
  controllers: [HealthController],
})
export class AppModule {
  static with(config: Config, connections: Connections, clock: Clock): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, connections, clock, sentences)] }
  }
}

/** The one voice, with the texts of all modules. */
export const sentences = new Sentences({
  ...platformTexts,
  ...accessTexts,
  ...organisationTexts,
  ...peopleTexts,
  ...catalogueTexts,
  ...timetablingTexts,
  ...sessionsTexts,
  ...enrolmentTexts,
  ...entitlementTexts,
  ...ledgerTexts,
  ...grantsTexts,
  ...spendingTexts,
  ...oversightTexts,
  ...surveysTexts,
  ...statisticsTexts,
  ...exchangeTexts,
})
