/** What stands before a sign-in (登录关口): counted attempts, the second factor, and the note of what was refused. */
import { Injectable } from '@nestjs/common'
import { RefusalTrail } from '../attempts/refusal-trail.service.js'
import { SignInAttempts } from '../attempts/sign-in-attempts.service.js'
import { SecondFactors } from '../second-factor/second-factor.service.js'

@Injectable()
export class Doors {
  constructor(
    readonly attempts: SignInAttempts,
    readonly factors: SecondFactors,
    readonly trail: RefusalTrail,
  ) {}
}
