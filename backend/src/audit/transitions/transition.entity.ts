/** One move of a thing from a state to the next (状态流转), with who and why; only ever added. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, LooseReference, State, Text } from '../../platform/database/columns.js'

@Entity()
@Index(['entity', 'entityId', 'id'])
export class Transition {
  @Id() id!: number
  @Text(40) entity!: string
  @Count() entityId!: number
  @Text(30) event!: string
  @State() fromState!: string
  @State() toState!: string
  /** Null: nobody; time alone took the step. */
  @LooseReference({ nullable: true }) actorId!: number | null
  @Text(80) actorName!: string
  /** In whose place the actor moved it, where the permission was delegated. */
  @LooseReference({ nullable: true }) onBehalfOfId!: number | null
  @Text(80, { nullable: true }) onBehalfOfName!: string | null
  @At() at!: Date
  @Text(500, { nullable: true }) comment!: string | null
  @LooseReference({ nullable: true }) schoolId!: number | null
  @Text(12, { nullable: true }) regionCode!: string | null
}
