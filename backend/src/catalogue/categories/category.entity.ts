/** A content category (课程类别) of a region's tree: a kind, and the items under it. */
import { Entity, Index } from 'typeorm'
import { Count, Id, Reference, Text } from '../../platform/database/columns.js'

@Entity()
@Index(['regionCode', 'code'], { unique: true })
export class Category {
  @Id() id!: number
  @Text(12) regionCode!: string
  @Text(40) code!: string
  /** The national white-list entry to which it belongs, for example 'SPORTS'. */
  @Text(30) nationalCode!: string
  @Text(60) name!: string
  @Text(80) nameEn!: string
  @Count() position!: number
  @Reference(() => Category, { nullable: true }) parentId!: number | null
}
