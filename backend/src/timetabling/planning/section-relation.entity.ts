/** Which sections must run at the same time, and which must not (课程班同时/错开)? */
import { Entity } from 'typeorm'
import { Id, Json, Reference, Text } from '../../platform/database/columns.js'
import { School, Term } from '../../organisation/index.js'

export const relationKinds = ['parallel', 'not_parallel'] as const
export type RelationKind = (typeof relationKinds)[number]

@Entity()
export class SectionRelation {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Reference(() => Term) termId!: number
  @Text(20) kind!: RelationKind
  /** Two or more. */
  @Json() sectionIds!: number[]
  @Text(120, { nullable: true }) note!: string | null
}
