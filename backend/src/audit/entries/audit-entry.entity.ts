/** Who did what to what, with the state before and after (审计记录); only ever added. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, Json, LooseReference, Text } from '../../platform/database/columns.js'

@Entity()
@Index(['entity', 'entityId'])
@Index(['at'])
@Index(['requestId'])
@Index(['regionCode', 'at'])
@Index(['schoolId', 'at'])
@Index(['chain', 'sequence'], { unique: true })
export class AuditEntry {
  @Id() id!: number
  @At() at!: Date
  /** Null: the system itself, or somebody who must stay unnamed. */
  @LooseReference({ nullable: true }) actorId!: number | null
  @Text(80) actorName!: string
  /** In whose place it was done, where the permission was delegated. */
  @LooseReference({ nullable: true }) onBehalfOfId!: number | null
  @Text(80, { nullable: true }) onBehalfOfName!: string | null
  /** '<noun>.<verb>', for example 'school.update'. */
  @Text(60) action!: string
  @Text(40) entity!: string
  @Count({ nullable: true }) entityId!: number | null
  @LooseReference({ nullable: true }) schoolId!: number | null
  /** The object's own, whoever has acted; null: it belongs to none. */
  @Text(12, { nullable: true }) regionCode!: string | null
  @Json({ nullable: true }) before!: Record<string, unknown> | null
  @Json({ nullable: true }) after!: Record<string, unknown> | null
  @Text(40) requestId!: string
  /** SHA-256 of all that the document says after the act ('-': it was taken away); null: not bound, or not the last of its transaction. */
  @Text(64, { nullable: true }) documentHash!: string | null
  /** Its region's chain, its place there, and the hash over it and the one before (ADR 11). */
  @Text(12) chain!: string
  @Count() sequence!: number
  @Text(64) hash!: string
}
