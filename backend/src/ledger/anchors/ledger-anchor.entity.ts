/** What the books of all schools were on a day (账簿锚点), signed: whoever keeps a copy elsewhere can tell whether they are still the same. */
import { Entity, Index } from 'typeorm'
import { At, Id, On, Text } from '../../platform/database/columns.js'

@Entity()
@Index(['madeOn'], { unique: true })
export class LedgerAnchor {
  @Id() id!: number
  /** One a day. */
  @On() madeOn!: string
  @At() madeAt!: Date
  /** Root of the one before; zeros for the first. */
  @Text(64) previousRoot!: string
  /** SHA-256 over the day, the root before and every end. */
  @Text(64) root!: string
  /** Ed25519 over the root, in base64. */
  @Text(100) signature!: string
  /** The public key, in base64. */
  @Text(60) publicKey!: string
}
