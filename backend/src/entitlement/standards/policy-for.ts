/** Which policy of a fund (资金管理规定) holds in a region on a day? Pure. */
import type { FundPolicy } from './fund-policy.entity.js'

/** The nearest region's policy in force on the day, then the latest. */
export function policyFor(
  policies: readonly FundPolicy[],
  regionCode: string,
  on: string,
): FundPolicy | null {
  return (
    policies
      .filter(
        (each) =>
          regionCode.startsWith(each.regionCode) &&
          each.validFromOn <= on &&
          (each.validToOn === null || on <= each.validToOn),
      )
      .sort(
        (a, b) => b.regionCode.length - a.regionCode.length || (a.validFromOn < b.validFromOn ? 1 : -1),
      )[0] ?? null
  )
}
