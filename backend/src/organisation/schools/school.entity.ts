/** A school (学校) with its stage and the time at which its lessons end. */
import { Entity, Index } from 'typeorm'
import { Flag, Id, Reference, Text, TimeOfDay } from '../../platform/database/columns.js'
import { Region } from '../regions/region.entity.js'

export const stages = ['primary', 'junior_secondary'] as const
export type Stage = (typeof stages)[number]
export const areas = ['urban', 'township', 'rural'] as const
export type Area = (typeof areas)[number]
export const ownerships = ['public', 'private'] as const
export type Ownership = (typeof ownerships)[number]

@Entity()
@Index(['regionCode'])
export class School {
  @Id() id!: number
  /** National school code (学校标识码). */
  @Text(20) @Index({ unique: true }) code!: string
  @Text(80) name!: string
  @Text(120, { nullable: true }) nameEn!: string | null
  @Text(20) stage!: Stage
  @Text(12) area!: Area
  /** Public (公办) or private (民办). */
  @Text(12) ownership!: Ownership
  @Reference(() => Region) regionId!: number
  /** Copied from the region, so that a scope needs no join. */
  @Text(12) regionCode!: string
  /** After-school service starts at this time or later (ban 1). */
  @TimeOfDay() lastLessonEndTime!: string
  @Flag() isActive!: boolean

  region?: Region
}
