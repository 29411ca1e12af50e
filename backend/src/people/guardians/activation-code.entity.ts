/** The code on the letter for a child's guardians (激活码): kept as a hash, for a time, each use once. */
import { Entity, Index } from 'typeorm'
import { At, Id, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Student } from '../students/student.entity.js'

@Entity()
export class ActivationCode {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Student) studentId!: number
  @Text(64) @Index({ unique: true }) codeHash!: string
  @At() createdAt!: Date
  @At() expiresAt!: Date
  @At({ nullable: true }) usedAt!: Date | null
  @At({ nullable: true }) revokedAt!: Date | null
}
