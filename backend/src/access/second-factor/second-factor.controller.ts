import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import { type Actor, CurrentActor } from '../actor.js'
import { SignedIn } from '../allow.js'
import { SecretAnswer } from '../once.interceptor.js'
import { OwnPassword } from '../sign-in/own-password.service.js'
import {
  ConfirmSecondFactorIn,
  NewSecondFactorOut,
  PasswordIn,
  RecoveryCodesOut,
  SecondFactorOut,
} from './second-factor.dto.js'
import { SecondFactors } from './second-factor.service.js'

// Under sign-in, since these must answer while a role that needs a second factor has none yet.
@ApiTags('sign-in')
@Controller('sign-in/second-factor')
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passwords: OwnPassword,
  ) {}

  @Get()
  @SignedIn()
  status(@CurrentActor() actor: Actor): Promise<SecondFactorOut> {
    return this.factors.status(actor)
  }

  @Post('begin')
  @SignedIn()
  @SecretAnswer()
  @HttpCode(200)
  async begin(@CurrentActor() actor: Actor, @Body() { password }: PasswordIn): Promise<NewSecondFactorOut> {
    await this.passwords.requireRight(actor, password)
    return this.factors.begin(actor)
  }

  @Post('confirm')
  @SignedIn()
  @SecretAnswer()
  @HttpCode(200)
  confirm(@CurrentActor() actor: Actor, @Body() { code }: ConfirmSecondFactorIn): Promise<RecoveryCodesOut> {
    return this.factors.confirm(actor, code)
  }

  @Post('recovery-codes')
  @SignedIn()
  @SecretAnswer()
  @HttpCode(200)
  async renew(@CurrentActor() actor: Actor, @Body() { password }: PasswordIn): Promise<RecoveryCodesOut> {
    await this.passwords.requireRight(actor, password)
    return this.factors.renewRecoveryCodes(actor)
  }

  @Post('turn-off')
  @SignedIn()
  @HttpCode(204)
  async turnOff(@CurrentActor() actor: Actor, @Body() { password }: PasswordIn): Promise<void> {
    await this.passwords.requireRight(actor, password)
    await this.factors.turnOff(actor)
  }
}
