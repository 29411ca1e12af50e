/** How does a guardian get an account (家长激活)? By a printed code for the child and the phone number that the school knows. */
import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'
import {
  type Asker,
  Attempts,
  Door,
  guardianUsername,
  limits,
  type Opened,
  Passwords,
  placeOf,
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
    private readonly attempts: Attempts,
    private readonly door: Door,
  ) {}

  /**
   * Makes the account, or adds the child to the one that the phone number has already, and signs in.
   * Every refusal is the same sentence, so that nobody learns which part was wrong. Wrong codes count, right ones do not:
   * a hundred families activate behind one address on one evening.
   */
  async activate(given: ActivateIn, asker: Asker): Promise<Opened> {
    const phone = given.phone
    const code = await this.requireCode(readCode(given.code), phone, asker)
    const username = guardianUsername(this.seal, phone)
    const known = await this.database.read.findOneBy(User, { username })
    if (known) await this.requireOwner(known, given, asker)
    else Passwords.requireStrong(given.password, phone)
    const passwordHash = known?.passwordHash ?? (await Passwords.hash(given.password))
    return this.database.transaction(async (tx) => {
      const { student, guardian } = await this.useCode(tx, code, phone)
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
      return this.signIns.open(tx, user, asker)
    })
  }

  // Reserved before it is looked up, so that many at once are not all tried.
  private async requireCode(code: string | null, phone: string, asker: Asker): Promise<string> {
    const taken = await this.attempts.reserve(limits.activation, placeOf(asker.address))
    if (!code || !(await this.isGood(code, phone))) throw new RuleBroken('people.activation_refused')
    await this.attempts.giveBack([taken])
    return code
  }

  // An account that is there asks for what it asks for at the sign-in: a letter is neither a way to guess nor a way round.
  private async requireOwner(
    known: User,
    { password, secondFactor }: ActivateIn,
    asker: Asker,
  ): Promise<void> {
    if (!(await this.door.isOwner(known, password, secondFactor, asker)))
      throw new RuleBroken('people.activation_refused')
  }

  private async isGood(code: string, phone: string): Promise<boolean> {
    const manager = this.database.read
    const found = await manager.findOneBy(ActivationCode, { codeHash: codeHashOf(this.seal, code) })
    if (!found || found.usedAt || found.revokedAt || found.expiresAt <= this.clock.now()) return false
    return (await this.guardianOf(manager, found.studentId, phone)) !== null
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
    const guardian = await this.guardianOf(tx, studentId, phone)
    if (!guardian || student.leftOn !== null) throw new RuleBroken('people.activation_refused')
    return { student, guardian }
  }

  private async guardianOf(
    manager: EntityManager,
    studentId: number,
    phone: string,
  ): Promise<Guardian | null> {
    const links = await manager.findBy(Guardianship, { studentId })
    if (links.length === 0) return null
    return manager.findOneBy(Guardian, {
      id: In(links.map((link) => link.guardianId)),
      phoneHash: this.seal.hash(phone),
    })
  }
}
