/** A guardian (监护人) of one or more students of a school. */
import { Entity, Index } from 'typeorm'
import { Id, Reference, Text } from '../../platform/database/columns.js'
import { User } from '../../access/index.js'
import { School } from '../../organisation/index.js'

@Entity()
@Index(['schoolId', 'phoneHash'], { unique: true })
export class Guardian {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(50) name!: string
  @Text(300) phoneSealed!: string
  @Text(64) phoneHash!: string
  @Reference(() => User, { nullable: true }) userId!: number | null
}
