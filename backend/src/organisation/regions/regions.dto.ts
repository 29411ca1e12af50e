import { ListQuery } from '../../platform/paging.js'
import type { Region } from './region.entity.js'

export class RegionListQuery extends ListQuery {}

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
