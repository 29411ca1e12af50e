/** What of a declaration (资金申报) is locked when it is handed in. Pure. */
import type { Declaration } from './declaration.entity.js'
import type { DeclarationLine } from './declaration-line.entity.js'

/** What is locked when it is submitted: every input of the computation, and its result. */
export function frozen(declaration: Declaration, lines: readonly DeclarationLine[]): object {
  const {
    schoolId,
    regionCode,
    fundId,
    fiscalYear,
    periodKey,
    fromMonth,
    toMonth,
    termId,
    sequence,
    countedOn,
    serviceSharePerMille,
    rules,
    ruleVersion: version,
    amountFen,
    levels,
    reason,
  } = declaration
  return {
    schoolId,
    regionCode,
    fundId,
    fiscalYear,
    ...(isOfBefore(declaration) ? {} : { periodKey, fromMonth, toMonth }),
    termId,
    sequence,
    countedOn,
    serviceSharePerMille,
    rules,
    ruleVersion: version,
    amountFen,
    levels,
    reason,
    lines: lines.map(({ homeClassId, className, counts, recorded, parts, amountFen: lineFen }) => ({
      homeClassId,
      className,
      counts,
      recorded,
      parts,
      amountFen: lineFen,
    })),
  }
}

// Of the whole year, or of a term that was given to it later: handed in before there were periods, or as if.
const isOfBefore = ({ periodKey, fiscalYear, termId }: Declaration): boolean =>
  periodKey === String(fiscalYear) || (termId === null && periodKey.includes(':T'))
