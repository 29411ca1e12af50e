/** A fund (资金) of the region, of one above it or of one below it; another city's does not exist here. */
import type { EntityManager } from 'typeorm'
import { NotFound } from '../../platform/errors.js'
import { Fund } from './fund.entity.js'

/** Throws NotFound. */
export async function requireFund(manager: EntityManager, regionCode: string, fundId: number): Promise<Fund> {
  const fund = await manager.findOneBy(Fund, { id: fundId })
  if (!fund || !(regionCode.startsWith(fund.regionCode) || fund.regionCode.startsWith(regionCode)))
    throw new NotFound('fund', fundId)
  return fund
}
