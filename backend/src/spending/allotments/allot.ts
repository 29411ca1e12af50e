/** How is a school's money put on its classes (到班分配)? Pure; for each purpose the parts add up to the money, to the fen. */
import { type Fen, shareOut } from '../../platform/money.js'

export interface WeighedClass {
  readonly homeClassId: number
  /** Whole, not negative. */
  readonly weight: number
}

export interface PurposePart {
  readonly purpose: string
  readonly amountFen: Fen
}

export interface ClassShare extends PurposePart {
  readonly homeClassId: number
}

/** Shares each purpose's money by the weights; parts of zero are left out. Throws RangeError where nobody weighs anything. */
export function allot(parts: readonly PurposePart[], classes: readonly WeighedClass[]): ClassShare[] {
  const shares = parts.map(({ purpose, amountFen }) => ({
    purpose,
    amounts: shareOut(
      amountFen,
      classes.map((each) => each.weight),
    ),
  }))
  return classes.flatMap(({ homeClassId }, index) =>
    shares
      .map(({ purpose, amounts }) => ({ homeClassId, purpose, amountFen: amounts[index]! }))
      .filter((share) => share.amountFen > 0),
  )
}

/**
 * By what a class weighs: by what it has declared and not received yet, so that a supplement goes where it belongs and a
 * later instalment completes the first; where nothing is open, by what was declared; without a declaration all alike.
 */
export function weigh(
  classes: readonly { homeClassId: number; declaredFen: Fen; openFen: Fen }[],
): WeighedClass[] {
  const above = (pick: (each: { declaredFen: Fen; openFen: Fen }) => number) =>
    classes.map((each) => ({ homeClassId: each.homeClassId, weight: Math.max(0, pick(each)) }))
  const candidates = [above((each) => each.openFen), above((each) => each.declaredFen), above(() => 1)]
  return candidates.find((weighed) => weighed.some((each) => each.weight > 0)) ?? []
}
