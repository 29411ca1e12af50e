/** A fund (资金) of a region, for example the principal's fund, with the purposes that it serves. */
import { Entity, Index } from 'typeorm'
import { Id, Json, Text } from '../../platform/database/columns.js'
import type { FundPurpose } from './purposes.js'

@Entity()
@Index(['regionCode', 'code'], { unique: true })
export class Fund {
  @Id() id!: number
  @Text(12) regionCode!: string
  @Text(40) code!: string
  @Text(60) name!: string
  @Text(80) nameEn!: string
  /** For each stage what the money is for; the school decides the share where there are two. */
  @Json() purposes!: FundPurpose[]
}
