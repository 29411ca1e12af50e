/** Which regions (地区) does a person see: the own one and those below it. */
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../access/index.js'
import { Database } from '../../platform/database/database.js'
import { likeText, type Page, paged } from '../../platform/paging.js'
import { Region } from './region.entity.js'
import { type RegionListQuery, type RegionOut, toRegionOut } from './regions.dto.js'

@Injectable()
export class RegionsService {
  constructor(private readonly database: Database) {}

  list(actor: Actor, list: RegionListQuery): Promise<Page<RegionOut>> {
    const query = this.database.read.createQueryBuilder(Region, 'region').where('region.code LIKE :own', { own: `${actor.regionCode}%` })
    if (list.q) query.andWhere("region.name LIKE :q ESCAPE '!'", { q: `%${likeText(list.q)}%` })
    return paged(query, list, { code: 'region.code', name: 'region.name', id: 'region.id' }, toRegionOut)
  }
}
