/** A teacher (教师): of the school, or an external lecturer. */
import { Entity, Index } from 'typeorm'
import { Flag, Id, Reference, Text } from '../../platform/database/columns.js'
import { User } from '../../access/index.js'
import { HomeClass, School } from '../../organisation/index.js'

@Entity()
@Index(['schoolId', 'name'])
export class Teacher {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(50) name!: string
  /** 'zhang wei zw': what a search by pinyin looks through. */
  @Text(200) namePinyin!: string
  @Text(30, { nullable: true }) staffNumber!: string | null
  @Text(12) kind!: 'staff' | 'lecturer'
  @Text(30, { nullable: true }) subject!: string | null
  @Text(300, { nullable: true }) phoneSealed!: string | null
  /** Of which class this is the class teacher (班主任). */
  @Reference(() => HomeClass, { nullable: true }) homeClassId!: number | null
  @Reference(() => User, { nullable: true, unique: true }) userId!: number | null
  @Flag() isActive!: boolean

  homeClass?: HomeClass | null
  user?: User | null
}
