/** A file handed in with a step of the chain (附件): minutes, invoices, contracts, bank slips. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, LooseReference, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'

export const attachable = [
  'payment',
  'correction',
  'scheme',
  'settlement',
  'declaration',
  'estimate',
  'finding',
] as const
export type Attachable = (typeof attachable)[number]

@Entity()
@Index(['entity', 'entityId'])
export class Attachment {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(40) entity!: Attachable
  @Count() entityId!: number
  @Text(120) fileName!: string
  @Text(80) mediaType!: string
  @Count() sizeBytes!: number
  @Text(64) sha256!: string
  /** Where the sealed bytes lie. */
  @Text(60) fileKey!: string
  @LooseReference() uploadedById!: number
  @At() uploadedAt!: Date
}
