/** Where a chain stood when an anchor was made (锚点明细): only what has moved since the anchor before. */
import { Entity, Index } from 'typeorm'
import { Count, Id, Reference, Text } from '../../platform/database/columns.js'
import { LedgerAnchor } from './ledger-anchor.entity.js'

/** books: a school's journals; closing: a month of them; trail: a region's audit trail. */
export const anchoredKinds = ['books', 'closing', 'trail'] as const
export type AnchoredKind = (typeof anchoredKinds)[number]

@Entity()
@Index(['anchorId', 'kind', 'name'], { unique: true })
@Index(['kind', 'name', 'anchorId'])
export class LedgerAnchorEnd {
  @Id() id!: number
  @Reference(() => LedgerAnchor, { isFirstOf: ['anchorId', 'kind', 'name'] }) anchorId!: number
  @Text(10) kind!: AnchoredKind
  /** The school's code; the code and the month, '3114020001/2026-10'; the region's code. */
  @Text(40) name!: string
  @Count() sequence!: number
  @Text(64) hash!: string
}
