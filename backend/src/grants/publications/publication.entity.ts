/** What stands on the public page (公示), for how long, with names minimised and a hash of what was shown. */
import { Entity, Index } from 'typeorm'
import {
  At,
  Id,
  Json,
  LooseReference,
  On,
  Reference,
  Revision,
  State,
  Text,
} from '../../platform/database/columns.js'
import { type Region, School } from '../../organisation/index.js'
import type { PublicationStatus } from './publication.states.js'

export const publicationKinds = ['declarations', 'appropriation', 'statement', 'standards'] as const
export type PublicationKind = (typeof publicationKinds)[number]

/** Plain tables, already without anything that names a child or a bank account. */
export interface PublishedContent {
  readonly titleEn: string
  readonly paragraphs: readonly string[]
  readonly paragraphsEn: readonly string[]
  readonly columns: readonly {
    readonly title: string
    readonly titleEn: string
    readonly kind: 'text' | 'integer' | 'fen'
  }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** English of the first cell of each row, in the order of the rows. */
  readonly rowTitlesEn: readonly string[]
  readonly totals: readonly (string | number | null)[] | null
  readonly totalsTitleEn: string | null
}

@Entity()
@Index(['slug'], { unique: true })
@Index(['liveKey'], { unique: true })
@Index(['regionCode', 'status', 'opensOn'])
@Index(['subjectEntity', 'subjectId'])
export class Publication {
  @Id() id!: number
  /** Drawn at random: the address of the public page. */
  @Text(32) slug!: string
  @Text(12) regionCode!: string
  /** Null where a region publishes. */
  @Reference(() => School, { nullable: true }) schoolId!: number | null
  @Text(20) kind!: PublicationKind
  @Text(40) subjectEntity!: string
  @LooseReference({ nullable: true }) subjectId!: number | null
  /** What it is about, as long as it is not withdrawn: one thing is public once. */
  @Text(60, { nullable: true }) liveKey!: string | null
  @Text(120) title!: string
  @State() status!: PublicationStatus
  @Revision() revision!: number
  @Json() content!: PublishedContent
  @Text(64) contentHash!: string
  @On() opensOn!: string
  /** The last day for objections. */
  @On() closesOn!: string
  @At() createdAt!: Date
  @LooseReference() createdById!: number

  school?: School | null
  region?: Region | null
}
