/** How one bank or treasury writes its files (银行文件格式): which columns, in which order, under which titles. */
import { Entity, Index } from 'typeorm'
import { At, Id, Json, Reference, Revision, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'
import type { ResultWords } from '../bank-returns/result-words.js'
import type { BankDirection, FormatColumn } from './bank-format-fields.js'

@Entity()
@Index(['owner', 'direction', 'name'], { unique: true })
@Index(['defaultKey'], { unique: true })
@Index(['regionCode', 'direction'])
export class BankFormat {
  @Id() id!: number
  @Text(12) regionCode!: string
  /** Null: of all schools of the region. */
  @Reference(() => School, { nullable: true }) schoolId!: number | null
  /** Whose it is: a region's code, or `S` and the id of a school. */
  @Text(12) owner!: string
  /** out: orders that go to the bank; in: returns that come back. */
  @Text(3) direction!: BankDirection
  @Text(60) name!: string
  @Json() columns!: FormatColumn[]
  /** Of incoming files; null: the usual words count. */
  @Json({ nullable: true }) words!: ResultWords | null
  /** The owner and direction whose first choice it is; null: it is not. One of each. */
  @Text(20, { nullable: true }) defaultKey!: string | null
  @Revision() revision!: number
  @Text(80) updatedByName!: string
  @At() updatedAt!: Date

  school?: School | null
}
