/** A school that is entitled to nothing (不享受的原因), with the reason: never an entitlement of 0. */
import type { School } from '../../organisation/index.js'
import { RuleBroken } from '../../platform/errors.js'
import type { NotEntitledReason } from './choose-standards.js'
import type { Fund } from './fund.entity.js'

export const notEntitled = (
  reason: NotEntitledReason,
  school: School,
  fund: Fund,
  fiscalYear: number,
): RuleBroken =>
  new RuleBroken(`funding.not_entitled_${reason}`, { school: school.name, fund: fund.name, fiscalYear })
