/** A student (学生): only what the service needs; what identifies is sealed. */
import { Entity, Index } from 'typeorm'
import { Count, Flag, Id, On, Reference, Text } from '../../platform/database/columns.js'
import { HomeClass, School } from '../../organisation/index.js'

@Entity()
@Index(['schoolId', 'name'])
@Index(['schoolId', 'homeClassId', 'leftOn'])
export class Student {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  /** The class of today, or the last one; written with the stays, which say since when. */
  @Reference(() => HomeClass) homeClassId!: number
  @Text(50) name!: string
  @Text(200) namePinyin!: string
  @Text(6) sex!: 'male' | 'female'
  /** National student number (学籍号), sealed; it contains the resident id. */
  @Text(300, { nullable: true }) studentNumberSealed!: string | null
  /** Keyed hash of the student number: one student has one row. */
  @Text(64, { nullable: true }) @Index({ unique: true }) studentNumberHash!: string | null
  /** Resident id (身份证号), sealed. */
  @Text(300, { nullable: true }) nationalIdSealed!: string | null
  @Text(64, { nullable: true }) @Index() nationalIdHash!: string | null
  @Text(300, { nullable: true }) bornOnSealed!: string | null
  @Flag() isLeftBehind!: boolean
  @Flag() isMigrantChild!: boolean
  /** Recognised aid category, sealed; null: none. */
  @Text(300, { nullable: true }) aidCategorySealed!: string | null
  @Text(500, { nullable: true }) remarkSealed!: string | null
  /** The first day no longer here; written with the stays. */
  @On({ nullable: true }) leftOn!: string | null
  /** Raised by whoever changes the student's week, so that two such changes wait for one another. */
  @Count() weekRevision!: number

  homeClass?: HomeClass
}
