/** How does a guardian get an account (家长激活)? By a printed code for the child and the phone number that the school knows. */
import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'
import {
  type Actor,
  guardianUsername,
  Passwords,
  SignInService,
  User,
  UsersService,
} from '../../access/index.js'
import { School } from '../../organisation/index.js'
import { Clock } from '../../platform/calendar.js'
import { FieldSeal } from '../../platform/crypto.js'
import { Database } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { Student } from '../students/student.entity.js'
import { codeHashOf, readCode } from './activation-code.js'
import { ActivationCode } from './activation-code.entity.js'
import type { ActivateIn } from './activation.dto.js'
import { Guardian } from './guardian.entity.js'
import { Guardianship } from './guardianship.entity.js'

@Injectable()
export class ActivationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: FieldSeal,
    private readonly users: UsersService,
    private readonly signIns: SignInService,
  ) {}

  /**
   * Makes the account, or adds the child to the one that the phone number has already, and signs in.
   * Every refusal is the same sentence, so that nobody learns which part was wrong.
   */
  async activate(
    given: ActivateIn,
    requestId: string,
    language: 'zh' | 'en',
  ): Promise<{ token: string; actor: Actor }> {
    const code = readCode(given.code)
    if (!code) throw new RuleBroken('people.activation_refused')
    const username = guardianUsername(this.seal, given.phone)
    const known = await this.database.read.findOneBy(User, { username })
    if (known && !(await Passwords.verify(known.passwordHash, given.password)))
      throw new RuleBroken('people.activation_refused')
    if (!known) Passwords.requireStrong(given.password, given.phone)
    const passwordHash = known?.passwordHash ?? (await Passwords.hash(given.password))
    return this.database.transaction(async (tx) => {
      const { student, guardian } = await this.useCode(tx, code, given.phone)
      const school = await tx.findOneByOrFail(School, { id: student.schoolId })
      const user =
        known ??
        (await this.users.insert(tx, {
          username,
          displayName: guardian.name,
          role: 'guardian',
          regionCode: school.regionCode,
          schoolId: school.id,
          passwordHash,
          mustChangePassword: false,
        }))
      if (user.isFrozen) throw new RuleBroken('people.activation_refused')
      await tx.update(Guardian, { phoneHash: guardian.phoneHash }, { userId: user.id })
      return this.signIns.open(tx, user, requestId, language)
    })
  }

  // One guarded update decides who uses the code; the phone must be one that the school knows for this child.
  private async useCode(
    tx: EntityManager,
    code: string,
    phone: string,
  ): Promise<{ student: Student; guardian: Guardian }> {
    const now = this.clock.now()
    const codeHash = codeHashOf(this.seal, code)
    const used = await tx
      .createQueryBuilder()
      .update(ActivationCode)
      .set({ usedAt: now })
      .where('codeHash = :codeHash AND usedAt IS NULL AND revokedAt IS NULL AND expiresAt > :now', {
        codeHash,
        now,
      })
      .execute()
    if (used.affected !== 1) throw new RuleBroken('people.activation_refused')
    const { studentId } = await tx.findOneByOrFail(ActivationCode, { codeHash })
    const student = await tx.findOneByOrFail(Student, { id: studentId })
    const links = await tx.findBy(Guardianship, { studentId })
    const guardian =
      links.length === 0
        ? null
        : await tx.findOneBy(Guardian, {
            id: In(links.map((link) => link.guardianId)),
            phoneHash: this.seal.hash(phone),
          })
    if (!guardian || student.leftOn !== null) throw new RuleBroken('people.activation_refused')
    return { student, guardian }
  }
}
