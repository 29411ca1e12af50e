/** Which regions (地区) does a person see: the own one and those below it. */
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../access/index.js'
import { AuditEntries } from '../../audit/index.js'
import { Database, onDuplicate } from '../../platform/database/database.js'
import { RuleBroken } from '../../platform/errors.js'
import { contains } from '../../platform/filters.js'
import { type Listing, type Page, paged } from '../../platform/paging.js'
import { Region } from './region.entity.js'
import { type CreateRegionIn, type RegionListQuery, type RegionOut, toRegionOut } from './regions.dto.js'

const regions: Listing<RegionListQuery> = {
  sortable: { code: 'region.code', name: 'region.name', id: 'region.id' },
  filters: { q: contains('region.name') },
}

@Injectable()
export class RegionsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditEntries,
  ) {}

  list(actor: Actor, list: RegionListQuery): Promise<Page<RegionOut>> {
    const query = this.database.read
      .createQueryBuilder(Region, 'region')
      .where('region.code LIKE :own', { own: `${actor.regionCode}%` })
    return paged(query, list, regions, toRegionOut)
  }

  /** Adds a region below the actor's own. */
  async create(actor: Actor, given: CreateRegionIn): Promise<RegionOut> {
    if (!given.code.startsWith(actor.regionCode) || given.code === actor.regionCode)
      throw new RuleBroken('organisation.region_not_below', { code: given.code, own: actor.regionCode })
    return this.database.transaction(async (tx) => {
      const region = await this.add(tx, given)
      await this.audit.record(tx, actor, {
        action: 'region.create',
        entity: 'region',
        entityId: region.id,
        after: region,
      })
      return toRegionOut(region)
    })
  }

  /** The region with this code, made if it is missing (set-up of an empty database). */
  async ensure(tx: EntityManager, given: CreateRegionIn): Promise<Region> {
    return (await tx.findOneBy(Region, { code: given.code })) ?? this.add(tx, given)
  }

  private async add(tx: EntityManager, given: CreateRegionIn): Promise<Region> {
    const level = given.code.length === 2 ? 'province' : given.code.length === 4 ? 'city' : 'district'
    return onDuplicate(
      () => tx.save(tx.create(Region, { ...given, nameEn: given.nameEn ?? given.name, level })),
      () => new RuleBroken('organisation.region_exists', { code: given.code }),
    )
  }
}
