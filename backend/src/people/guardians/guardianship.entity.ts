/** Who is guardian of which student (监护关系). */
import { Entity, Index } from 'typeorm'
import { Id, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import { Student } from '../students/student.entity.js'
import { Guardian } from './guardian.entity.js'

@Entity()
@Index(['studentId', 'guardianId'], { unique: true })
export class Guardianship {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Student) studentId!: number
  @Reference(() => Guardian) guardianId!: number
  /** As the roster says: 母亲, 父亲, 祖母 … */
  @Text(20) relation!: string
}
