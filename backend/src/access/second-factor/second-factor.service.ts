/** The second factor (动态验证码): six digits of an app (RFC 6238), asked for after the password. */
import { holdAccount } from '../users/account.js'
import { Injectable } from '@nestjs/common'
import { generateSecret, generateURI, verifySync } from 'otplib'
import { toString as qrToString } from 'qrcode'
import type { EntityManager } from 'typeorm'
import { AuditEntries } from '../../audit/index.js'
import { Clock } from '../../platform/calendar.js'
import { drawCode } from '../../platform/codes.js'
import { Config } from '../../platform/config.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken, StateConflict } from '../../platform/errors.js'
import type { Actor } from '../actor.js'
import { type Role, secondFactorRoles } from '../roles.js'
import { RecoveryCode } from './recovery-code.entity.js'
import type { NewSecondFactorOut, RecoveryCodesOut, SecondFactorOut } from './second-factor.dto.js'
import { SecondFactor } from './second-factor.entity.js'

const stepSeconds = 30
const recoveryCodeCount = 10
const recoveryCodeLength = 12

@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly seal: FieldSeal,
    private readonly audit: AuditEntries,
  ) {}

  isRequiredOf(role: Role): boolean {
    return this.config.requiresSecondFactor && secondFactorRoles.has(role)
  }

  /** Whether a code is asked for when this person signs in. */
  isOn(manager: EntityManager, userId: number): Promise<boolean> {
    return manager
      .createQueryBuilder(SecondFactor, 'factor')
      .where('factor.userId = :userId AND factor.confirmedAt IS NOT NULL', { userId })
      .getExists()
  }

  async status(actor: Actor): Promise<SecondFactorOut> {
    const { userId, role } = actor
    const left = this.database.read
      .createQueryBuilder(RecoveryCode, 'code')
      .where('code.userId = :userId AND code.usedAt IS NULL', { userId })
      .getCount()
    return {
      isOn: await this.isOn(this.database.read, userId),
      isRequired: this.isRequiredOf(role),
      recoveryCodesLeft: await left,
    }
  }

  /** Draws a secret and shows it once; nothing is asked for before the app has proved that it has it. */
  async begin(actor: Actor): Promise<NewSecondFactorOut> {
    const secret = generateSecret({ length: 20 })
    await this.database.transaction(async (tx) => {
      await holdAccount(tx, actor.userId)
      if (await this.isOn(tx, actor.userId)) throw new StateConflict('access.second_factor_on')
      await tx.delete(SecondFactor, { userId: actor.userId })
      await tx.insert(SecondFactor, {
        userId: actor.userId,
        secretSealed: this.seal.seal(secret),
        lastStep: 0,
        createdAt: this.clock.now(),
        confirmedAt: null,
      })
      await this.note(tx, actor, 'second_factor.begin')
    })
    const address = generateURI({ issuer: 'Kehou 课后', label: actor.username, secret })
    return {
      secret: secret.match(/.{1,4}/g)!.join(' '),
      address,
      qrSvg: await qrToString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }),
    }
  }

  /** The app has the secret: from now on the sign-in asks for a code. */
  confirm(actor: Actor, code: string): Promise<RecoveryCodesOut> {
    return this.database.transaction(async (tx) => {
      await holdAccount(tx, actor.userId)
      const factor = await tx.findOneBy(SecondFactor, { userId: actor.userId })
      if (!factor) throw new StateConflict('access.second_factor_not_begun')
      if (factor.confirmedAt) throw new StateConflict('access.second_factor_on')
      if (!(await this.use(tx, factor, code))) throw new RuleBroken('access.first_code_wrong')
      await tx.update(SecondFactor, { id: factor.id }, { confirmedAt: this.clock.now() })
      await this.note(tx, actor, 'second_factor.confirm')
      return this.drawRecoveryCodes(tx, actor.userId)
    })
  }

  renewRecoveryCodes(actor: Actor): Promise<RecoveryCodesOut> {
    return this.database.transaction(async (tx) => {
      await holdAccount(tx, actor.userId)
      if (!(await this.isOn(tx, actor.userId))) throw new StateConflict('access.second_factor_off')
      await this.note(tx, actor, 'second_factor.renew-recovery-codes')
      return this.drawRecoveryCodes(tx, actor.userId)
    })
  }

  /** Of one's own will, where the role need not have one. */
  async turnOff(actor: Actor): Promise<void> {
    if (this.isRequiredOf(actor.role)) throw new RuleBroken('access.second_factor_required')
    await this.database.transaction(async (tx) => {
      await this.remove(tx, actor.userId)
      await this.note(tx, actor, 'second_factor.remove')
    })
  }

  async remove(tx: EntityManager, userId: number): Promise<void> {
    await tx.delete(RecoveryCode, { userId })
    await tx.delete(SecondFactor, { userId })
  }

  /** Takes a code of the app or a recovery code, each only once, also when two come with it at the same moment. */
  takeCode(userId: number, typed: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const factor = await tx.findOneBy(SecondFactor, { userId })
      if (!factor?.confirmedAt) return false
      return (await this.use(tx, factor, typed)) || (await this.useRecoveryCode(tx, userId, typed))
    })
  }

  private async use(tx: EntityManager, factor: SecondFactor, typed: string): Promise<boolean> {
    const token = typed.normalize('NFKC').replace(/\s/g, '')
    if (!/^\d{6}$/.test(token)) return false
    const result = verifySync({
      strategy: 'totp',
      secret: this.seal.open(factor.secretSealed),
      token,
      epoch: Math.floor(this.clock.now().getTime() / 1000),
      // A clock may be wrong by half a minute, and typing takes a while.
      epochTolerance: stepSeconds,
    })
    if (!result.valid || !('timeStep' in result)) return false
    const step = result.timeStep
    const taken = await tx
      .createQueryBuilder()
      .update(SecondFactor)
      .set({ lastStep: step })
      .where('id = :id AND lastStep < :step', { id: factor.id, step })
      .execute()
    return taken.affected === 1
  }

  private async useRecoveryCode(tx: EntityManager, userId: number, typed: string): Promise<boolean> {
    const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
    const used = await tx
      .createQueryBuilder()
      .update(RecoveryCode)
      .set({ usedAt: this.clock.now() })
      .where('userId = :userId AND codeHash = :codeHash AND usedAt IS NULL', {
        userId,
        codeHash: this.hashOf(userId, code),
      })
      .execute()
    return used.affected === 1
  }

  private async drawRecoveryCodes(tx: EntityManager, userId: number): Promise<RecoveryCodesOut> {
    await tx.delete(RecoveryCode, { userId })
    const codes = Array.from({ length: recoveryCodeCount }, () => drawCode(recoveryCodeLength))
    await tx.insert(
      RecoveryCode,
      codes.map((code) => ({ userId, codeHash: this.hashOf(userId, code), usedAt: null })),
    )
    return { recoveryCodes: codes.map((code) => code.match(/.{4}/g)!.join('-')) }
  }

  private hashOf(userId: number, code: string): string {
    return this.seal.hash(`recovery:${userId}:${code}`)
  }

  private async note(tx: EntityManager, actor: Actor, action: string): Promise<void> {
    await this.audit.record(tx, actor, { action, entity: 'user', entityId: actor.userId })
  }
}
