import { Transform } from 'class-transformer'
import { IsString, Length, Matches } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { Optional } from '../../platform/http/validation.js'
import { SearchListQuery } from '../../platform/paging.js'
import { divisionCode } from './division-code.js'
import type { Region } from './region.entity.js'

export class RegionListQuery extends SearchListQuery {}

export class CreateRegionIn {
  /** Division code: two digits a province, four a city, six a district; 140200 is the city 1402. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? divisionCode(value) : value))
  @IsString()
  @Matches(/^\d{2}(\d{2}){0,2}$/)
  code!: string

  @IsString()
  @Length(2, 60)
  @PlainText()
  name!: string

  /** The Chinese name where there is none. */
  @Optional()
  @IsString()
  @Length(2, 80)
  @PlainText()
  nameEn?: string
}

export class RegionOut {
  id!: number
  code!: string
  name!: string
  nameEn!: string
  level!: 'province' | 'city' | 'district'
}

export function toRegionOut({ id, code, name, nameEn, level }: Region): RegionOut {
  return { id, code, name, nameEn, level }
}
