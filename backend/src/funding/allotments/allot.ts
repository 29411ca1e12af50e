/** How is a school's grant put on its classes (到班分配)? Pure; the parts add up to the grant, to the fen. */
import { type Fen, shareOut } from '../../platform/money.js'
import { splitByPurpose } from '../standards/entitle.js'

export interface DeclaredClass {
  readonly homeClassId: number
  /** What the class brought to the declaration: its weight. */
  readonly amountFen: Fen
}

export interface Purposes {
  readonly service: string
  readonly other: string | null
  readonly serviceSharePerMille: number
}

export interface ClassShare {
  readonly homeClassId: number
  readonly purpose: string
  readonly amountFen: Fen
}

/** Shares the grant by the declared amounts, then splits each class's part by purpose; parts of zero are left out. */
export function allot(grantFen: Fen, classes: readonly DeclaredClass[], purposes: Purposes): ClassShare[] {
  const parts = shareOut(grantFen, classes.map((each) => each.amountFen))
  return classes.flatMap(({ homeClassId }, index) => {
    const { serviceFen, otherFen } = splitByPurpose(parts[index]!, purposes.other ? purposes.serviceSharePerMille : 1000)
    const shares = [{ homeClassId, purpose: purposes.service, amountFen: serviceFen }]
    if (purposes.other) shares.push({ homeClassId, purpose: purposes.other, amountFen: otherFen })
    return shares.filter((share) => share.amountFen > 0)
  })
}
