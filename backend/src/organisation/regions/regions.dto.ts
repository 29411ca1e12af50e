import { IsString, Length, Matches } from 'class-validator'
import { PlainText } from '../../platform/http/plain-text.js'
import { SearchListQuery } from '../../platform/paging.js'
import type { Region } from './region.entity.js'

export class RegionListQuery extends SearchListQuery {}

export class CreateRegionIn {
  /** Division code: two digits a province, four a city, six a district. */
  @IsString()
  @Matches(/^\d{2}(\d{2}){0,2}$/)
  code!: string

  @IsString()
  @Length(2, 60)
  @PlainText()
  name!: string

  @IsString()
  @Length(2, 80)
  nameEn!: string
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
