import { Type } from 'class-transformer'
import { IsString, Length, Matches, Max, Min } from 'class-validator'
import { IsInt, Nullable, Optional } from '../../platform/http/validation.js'
import { PlainText } from '../../platform/http/plain-text.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { Category } from './category.entity.js'

export class CategoryListQuery extends SearchListQuery {
  @Optional()
  @IsString()
  @Matches(/^\d{2,12}$/)
  regionCode?: string

  @Optional()
  @Type(() => Number)
  @IsInt()
  parentId?: number

  @Optional()
  @Type(() => Number)
  @IsInt()
  schoolId?: number
}

export class CreateCategoryIn {
  @IsString()
  @Matches(/^\d{2,12}$/)
  regionCode!: string

  /** Unique within the region. */
  @IsString()
  @Matches(/^[A-Z0-9_]{2,40}$/)
  code!: string

  /** The national white-list entry to which it belongs. */
  @IsString()
  @Matches(/^[A-Z0-9_]{2,30}$/)
  nationalCode!: string

  @IsString()
  @Length(1, 60)
  @PlainText()
  name!: string

  @IsString()
  @Length(1, 80)
  nameEn!: string

  @IsInt()
  @Min(0)
  @Max(10_000)
  position!: number

  /** Left out: a kind of its own. */
  @Optional()
  @Nullable()
  @IsInt()
  parentId?: number | null
}

export class UpdateCategoryIn {
  @Optional()
  @IsString()
  @Length(1, 60)
  @PlainText()
  name?: string

  @Optional()
  @IsString()
  @Length(1, 80)
  nameEn?: string

  @Optional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number
}

export class CategoryOut {
  id!: number
  regionCode!: string
  code!: string
  nationalCode!: string
  name!: string
  nameEn!: string
  position!: number
  parentId!: number | null
}

/** A kind with the items under it. */
export class CategoryNodeOut extends CategoryOut {
  children!: CategoryNodeOut[]
}

export function toCategoryOut({
  id,
  regionCode,
  code,
  nationalCode,
  name,
  nameEn,
  position,
  parentId,
}: Category): CategoryOut {
  return { id, regionCode, code, nationalCode, name, nameEn, position, parentId }
}
