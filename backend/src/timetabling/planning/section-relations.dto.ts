import { Type } from 'class-transformer'
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, Length } from 'class-validator'
import { IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { ListQuery } from '../../platform/paging.js'
import { type RelationKind, relationKinds, type SectionRelation } from './section-relation.entity.js'

export class SectionRelationListQuery extends ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  termId?: number

  @Optional()
  @IsIn(relationKinds)
  kind?: RelationKind
}

export class CreateSectionRelationIn {
  @IsInt()
  schoolId!: number

  @IsInt()
  termId!: number

  /** parallel: all at the same times; not_parallel: never two at the same time. */
  @IsIn(relationKinds)
  kind!: RelationKind

  /** Two or more of the term. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsInt({ each: true })
  sectionIds!: number[]

  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 120)
  note?: string | null
}

export class UpdateSectionRelationIn {
  @Optional()
  @IsIn(relationKinds)
  kind?: RelationKind

  @Optional()
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsInt({ each: true })
  sectionIds?: number[]

  @Optional()
  @Nullable()
  @IsString()
  @Length(1, 120)
  note?: string | null
}

export class SectionRelationOut {
  id!: number
  schoolId!: number
  termId!: number
  kind!: RelationKind
  sectionIds!: number[]
  /** In the order of sectionIds. */
  sectionNames!: string[]
  note!: string | null
}

export function toSectionRelationOut(
  { id, schoolId, termId, kind, sectionIds, note }: SectionRelation,
  names: ReadonlyMap<number, string>,
): SectionRelationOut {
  return {
    id,
    schoolId,
    termId,
    kind,
    sectionIds,
    sectionNames: sectionIds.map((sectionId) => names.get(sectionId) ?? '—'),
    note,
  }
}
