/** A request that has been carried out (已办理的请求), so that sending it again does nothing twice; kept for a day. */
import { Column, Entity, Index } from 'typeorm'
import { At, Count, Id, LooseReference, Text } from '../../platform/database/columns.js'

@Entity()
@Index(['actorId', 'requestKey'], { unique: true })
@Index(['at'])
export class HandledRequest {
  @Id() id!: number
  @LooseReference() actorId!: number
  /** Drawn by the page for one press of a button. */
  @Text(64) requestKey!: string
  /** Method and address. */
  @Text(200) route!: string
  /** SHA-256 of what was sent. */
  @Text(64) bodyHash!: string
  @Text(40) requestId!: string
  /** What it made or changed, for an answer that is not kept. */
  @Text(40) entity!: string
  @Count({ nullable: true }) entityId!: number | null
  @Count({ nullable: true }) status!: number | null
  /** The first answer, sealed. Null: not kept, because it is secret, long, or the process ended before. */
  @Column({ type: 'text', nullable: true }) answer!: string | null
  @At() at!: Date
}
