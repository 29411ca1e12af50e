/** Which level of government pays how much (分担比例)? Pure; the parts add up to the fen. */
import { addFen, type Fen, shareOut } from '../../platform/money.js'
import { type FundingRule, type Level, levelOf, levels, type LevelShare, tierOf } from './rules.js'

export interface LevelAmount {
  readonly level: Level
  readonly amountFen: Fen
}

/** Who shares this rule's money for a school of the region: the tier's shares, the rule's, or one payer. From the top down. */
export function sharesFor(rule: FundingRule, regionCode: string): LevelShare[] {
  const tier = tierOf(rule, regionCode)
  const shares = tier && tier.shares.length > 0 ? tier.shares : rule.shares
  return shares.length === 0 ? [{ level: levelOf(rule.regionCode), weight: 1 }] : fromTheTop(shares)
}

/** Splits by largest remainder; the odd fen goes from the top down, whatever order the shares were written in. */
export function splitByLevel(amountFen: Fen, shares: readonly LevelShare[]): LevelAmount[] {
  const ordered = fromTheTop(shares)
  const parts = shareOut(
    amountFen,
    ordered.map(({ weight }) => weight),
  )
  return ordered.map(({ level }, index) => ({ level, amountFen: parts[index]! }))
}

/** Adds up several rules' splits by level. */
export function addLevels(splits: readonly (readonly LevelAmount[])[]): LevelAmount[] {
  const all = splits.flat()
  return levels.flatMap((level) => {
    const own = all.filter((each) => each.level === level)
    return own.length === 0 ? [] : [{ level, amountFen: addFen(...own.map((each) => each.amountFen)) }]
  })
}

function fromTheTop(shares: readonly LevelShare[]): LevelShare[] {
  return [...shares].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
}
