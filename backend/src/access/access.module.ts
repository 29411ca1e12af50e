import { Module } from '@nestjs/common'
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core'
import { ThrottlerModule } from '@nestjs/throttler'
import { AuditModule } from '../audit/index.js'
import { Rounds } from '../platform/jobs/rounds.service.js'
import { AccessGuard } from './access.guard.js'
import { AuditTrailController } from './audit-trail/audit-trail.controller.js'
import { DelegationsController } from './delegations/delegations.controller.js'
import { DelegationsService } from './delegations/delegations.service.js'
import { ReceivedPermissions } from './delegations/received-permissions.service.js'
import { OnceInterceptor } from './once.interceptor.js'
import { Attempts } from './attempts/attempts.service.js'
import { RefusalTrail } from './sign-in/refusal-trail.service.js'
import { SignInAttempts } from './sign-in/sign-in-attempts.service.js'
import { SecondFactorController } from './second-factor/second-factor.controller.js'
import { SecondFactors } from './second-factor/second-factor.service.js'
import { Actors } from './sign-in/actors.service.js'
import { Door } from './sign-in/door.service.js'
import { OwnPassword } from './sign-in/own-password.service.js'
import { OwnSignIns } from './sign-in/own-sign-ins.service.js'
import { SignInsOfRequests } from './sign-in/sign-ins-of-requests.service.js'
import { SignInTokens } from './sign-in/tokens.service.js'
import { SignInController } from './sign-in/sign-in.controller.js'
import { SignInService } from './sign-in/sign-in.service.js'
import { Places } from './users/places.js'
import { UsersController } from './users/users.controller.js'
import { UsersService } from './users/users.service.js'

@Module({
  imports: [AuditModule, ThrottlerModule.forRoot([{ ttl: 60_000, limit: 120 }])],
  controllers: [
    SignInController,
    SecondFactorController,
    UsersController,
    DelegationsController,
    AuditTrailController,
  ],
  providers: [
    ReceivedPermissions,
    Places,
    Attempts,
    SignInAttempts,
    RefusalTrail,
    SecondFactors,
    Door,
    SignInTokens,
    SignInsOfRequests,
    Actors,
    SignInService,
    OwnSignIns,
    OwnPassword,
    UsersService,
    DelegationsService,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
  ],
  exports: [Places, Attempts, Door, SignInService, UsersService],
})
export class AccessModule {
  constructor(rounds: Rounds, attempts: Attempts, tokens: SignInTokens) {
    rounds.register('attempts', { run: () => attempts.sweep() })
    rounds.register('sign-in-tokens', { run: () => tokens.sweep() })
  }
}
