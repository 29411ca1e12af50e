import { Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { ThrottlerModule } from '@nestjs/throttler'
import { AuditModule } from '../audit/index.js'
import { AccessGuard } from './access.guard.js'
import { AuditTrailController } from './audit-trail/audit-trail.controller.js'
import { DelegationsController } from './delegations/delegations.controller.js'
import { DelegationsService } from './delegations/delegations.service.js'
import { ReceivedPermissions } from './delegations/received-permissions.service.js'
import { SignInController } from './sign-in/sign-in.controller.js'
import { SignInService } from './sign-in/sign-in.service.js'
import { Places } from './users/places.js'
import { UsersController } from './users/users.controller.js'
import { UsersService } from './users/users.service.js'

@Module({
  imports: [AuditModule, ThrottlerModule.forRoot([{ ttl: 60_000, limit: 120 }])],
  controllers: [SignInController, UsersController, DelegationsController, AuditTrailController],
  providers: [
    ReceivedPermissions,
    Places,
    SignInService,
    UsersService,
    DelegationsService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Places, SignInService, UsersService],
})
export class AccessModule {}
