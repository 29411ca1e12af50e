import { Type } from 'class-transformer'
import { IsIn, IsString, Length, Matches, MaxLength } from 'class-validator'
import { unannouncedYears } from '../../organisation/index.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { IsInt, Optional } from '../../platform/http/validation.js'
import { EventIn } from '../../audit/index.js'
import { ListQuery, SearchListQuery } from '../../platform/paging.js'
import type { Objection } from './objection.entity.js'
import { type Publication, publicationKinds, type PublicationKind } from './publication.entity.js'
import {
  objectionStates,
  type ObjectionStatus,
  publicationStates,
  type PublicationStatus,
} from './publication.states.js'

export class PublicationListQuery extends SearchListQuery {
  @Optional()
  @IsIn(publicationKinds)
  kind?: PublicationKind

  @Optional()
  @IsIn(publicationStates)
  status?: PublicationStatus

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  /** What has been made public, for instance `appropriation` and its number. */
  @Optional()
  @IsString()
  @MaxLength(40)
  subjectEntity?: string

  @Optional()
  @Type(() => Number)
  @IsInt()
  subjectId?: number
}

export class CreatePublicationIn {
  /** An issued notice, or a settled statement of a school. */
  @IsIn(['appropriation', 'statement'])
  kind!: 'appropriation' | 'statement'

  @IsInt()
  subjectId!: number
}

export class ObjectionListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  publicationId?: number

  @Optional()
  @IsIn(objectionStates)
  status?: ObjectionStatus

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class UpholdIn extends EventIn {
  /** The declaration that goes back to its school because the objection is right. */
  @Optional()
  @IsInt()
  declarationId?: number
}

export class PublishedColumnOut {
  title!: string
  titleEn!: string
  kind!: 'text' | 'integer' | 'fen'
}

/** What the public sees in the list. */
export class PublicPublicationOut {
  slug!: string
  kind!: PublicationKind
  title!: string
  titleEn!: string
  /** Who publishes: a region's or a school's name. */
  publisher!: string
  publisherEn!: string
  opensOn!: string
  closesOn!: string
  /** Years of the period whose holidays are not announced yet: its workdays were counted by the law alone. */
  unannouncedYears!: number[]
  /** Whether objections can be raised today. */
  isOpen!: boolean
  isWithdrawn!: boolean
}

export class PublicPublicationWithContentOut extends PublicPublicationOut {
  paragraphs!: string[]
  paragraphsEn!: string[]
  columns!: PublishedColumnOut[]
  /** Cells in the order of the columns: text, a whole number, or fen. */
  rows!: (string | number | null)[][]
  /** English of the first cell of each row. */
  rowTitlesEn!: string[]
  totals!: (string | number | null)[] | null
  totalsTitleEn!: string | null
  contentHash!: string
  /** How many objections were raised and how they ended; never by whom. */
  objectionCount!: number
  openObjectionCount!: number
  upheldCount!: number
}

export class PublicListQuery extends SearchListQuery {
  @Optional()
  @IsIn(['open', 'past'])
  period?: 'open' | 'past'

  @Optional()
  @IsString()
  @Matches(/^\d{2,12}$/)
  regionCode?: string
}

export class CreateObjectionIn {
  @IsString()
  @Length(5, 1000)
  body!: string

  /** How to reach you, if you wish; kept sealed, seen only by who answers. */
  @Optional()
  @IsString()
  @MaxLength(120)
  @PlainText()
  contact?: string
}

export class TicketOut {
  /** To look up the answer with; shown once. */
  ticket!: string
  dueOn!: string
}

export class PublicObjectionOut {
  title!: string
  titleEn!: string
  slug!: string
  body!: string
  status!: ObjectionStatus
  reply!: string | null
  dueOn!: string
  receivedAt!: string
  answeredAt!: string | null
}

export class ObjectionOut {
  id!: number
  publicationId!: number
  publicationTitle!: string
  schoolId!: number | null
  body!: string
  /** Only for who may answer. */
  contact!: string | null
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: ObjectionStatus
  reply!: string | null
  dueOn!: string
  isLate!: boolean
  receivedAt!: string
  answeredAt!: string | null
  actions!: string[]
}

export class PublicationOut extends PublicPublicationOut {
  id!: number
  regionCode!: string
  schoolId!: number | null
  /** How often it was moved or changed; events and edits send the one that was seen. */
  revision!: number
  status!: PublicationStatus
  subjectEntity!: string
  subjectId!: number | null
  objectionCount!: number
  openObjectionCount!: number
  actions!: string[]
}

export class PublicationWithContentOut extends PublicationOut {
  paragraphs!: string[]
  paragraphsEn!: string[]
  columns!: PublishedColumnOut[]
  rows!: (string | number | null)[][]
  /** English of the first cell of each row. */
  rowTitlesEn!: string[]
  totals!: (string | number | null)[] | null
  totalsTitleEn!: string | null
  contentHash!: string
}

export interface Counts {
  readonly all: number
  readonly open: number
  readonly upheld: number
}

export const noObjections: Counts = { all: 0, open: 0, upheld: 0 }

export function toPublicOut(publication: Publication, today: string): PublicPublicationOut {
  const { slug, kind, title, content, region, school, opensOn, closesOn, status } = publication
  return {
    slug,
    kind,
    title,
    titleEn: content.titleEn,
    publisher: school?.name ?? region?.name ?? '',
    publisherEn: school ? (school.nameEn ?? school.name) : (region?.nameEn ?? ''),
    opensOn,
    closesOn,
    unannouncedYears: unannouncedYears(opensOn, closesOn),
    isOpen: status === 'open' && today <= closesOn,
    isWithdrawn: status === 'withdrawn',
  }
}

export function toPublicWithContentOut(
  publication: Publication,
  today: string,
  counts: Counts,
): PublicPublicationWithContentOut {
  return {
    ...toPublicOut(publication, today),
    ...contentOut(publication),
    objectionCount: counts.all,
    openObjectionCount: counts.open,
    upheldCount: counts.upheld,
  }
}

export function toPublicationOut(
  publication: Publication,
  today: string,
  counts: Counts,
  actions: string[],
): PublicationOut {
  const { id, regionCode, schoolId, status, revision, subjectEntity, subjectId } = publication
  return {
    id,
    regionCode,
    schoolId,
    status,
    revision,
    subjectEntity,
    subjectId,
    ...toPublicOut(publication, today),
    objectionCount: counts.all,
    openObjectionCount: counts.open,
    actions,
  }
}

export function contentOut({ content, contentHash }: Publication) {
  const { paragraphs, paragraphsEn, columns, rows, rowTitlesEn, totals, totalsTitleEn } = content
  return {
    paragraphs: [...paragraphs],
    paragraphsEn: [...paragraphsEn],
    columns: columns.map(({ title, titleEn, kind }) => ({ title, titleEn, kind })),
    rows: rows.map((row) => [...row]),
    rowTitlesEn: [...rowTitlesEn],
    totals: totals ? [...totals] : null,
    totalsTitleEn,
    contentHash,
  }
}

export function toObjectionOut(
  objection: Objection,
  today: string,
  contact: string | null,
  actions: string[],
): ObjectionOut {
  const { id, publicationId, publication, body, status, revision, reply, dueOn, receivedAt, answeredAt } =
    objection
  return {
    id,
    publicationId,
    publicationTitle: publication!.title,
    schoolId: publication!.schoolId,
    body,
    contact,
    status,
    revision,
    reply,
    dueOn,
    isLate: status === 'open' && today > dueOn,
    receivedAt: receivedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    actions,
  }
}

export function toPublicObjectionOut({
  publication,
  body,
  status,
  reply,
  dueOn,
  receivedAt,
  answeredAt,
}: Objection): PublicObjectionOut {
  const { title, content, slug } = publication!
  return {
    title,
    titleEn: content.titleEn,
    slug,
    body,
    status,
    reply,
    dueOn,
    receivedAt: receivedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }
}
