/** A file handed in with a step of the chain (附件): minutes, invoices, contracts, bank slips. */
import { Entity, Index } from 'typeorm'
import { At, Count, Id, LooseReference, Reference, Text } from '../../platform/database/columns.js'
import { School } from '../../organisation/index.js'

export const attachable = [
  'payment',
  'commitment',
  'correction',
  'scheme',
  'settlement',
  'declaration',
  'estimate',
  'finding',
] as const
export type Attachable = (typeof attachable)[number]

/** What a file is: invoice 发票, contract 合同, acceptance 验收单, pay_list 发放表, bank_slip 银行回单, minutes 会议纪要. */
export const attachmentKinds = [
  'invoice',
  'contract',
  'acceptance',
  'pay_list',
  'bank_slip',
  'minutes',
  'other',
] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

@Entity()
@Index(['entity', 'entityId'])
export class Attachment {
  @Id() id!: number
  @Reference(() => School) schoolId!: number
  @Text(40) entity!: Attachable
  @Count() entityId!: number
  @Text(20) kind!: AttachmentKind
  @Text(120) fileName!: string
  @Text(80) mediaType!: string
  @Count() sizeBytes!: number
  @Text(64) sha256!: string
  /** Where the sealed bytes lie. */
  @Text(60) fileKey!: string
  @LooseReference() uploadedById!: number
  @At() uploadedAt!: Date
}
