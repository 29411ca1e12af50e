/** A region (地区) by its division code: 14 province, 1402 city, 140213 district. */
import { Entity, Index } from 'typeorm'
import { Id, Text } from '../../platform/database/columns.js'

@Entity()
export class Region {
  @Id() id!: number
  /** The code of a region starts with the code of the region above it, so that a scope is a prefix. */
  @Text(12) @Index({ unique: true }) code!: string
  @Text(60) name!: string
  @Text(80) nameEn!: string
  @Text(12) level!: 'province' | 'city' | 'district'
}
