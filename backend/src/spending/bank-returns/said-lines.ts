/** What has the bank said before (银行已说过的)? Lines of earlier files and of the rows above, by reference and serial number. Pure. */
import type { BankRow } from './bank-lines.sheet.js'
import type { BankResult, LineOutcome } from './bank-return-line.entity.js'
import { samePayee } from './same-payee.js'

/** A line of an earlier file; none that only repeats another. */
export interface KnownLine {
  readonly id: number
  readonly reference: string | null
  readonly serial: string | null
  readonly payee: string | null
  readonly amountFen: number | null
  readonly paidOn: string | null
  readonly result: BankResult
  readonly outcome: LineOutcome
  readonly reason: string | null
}

/** `at`: which row of this file it is; null: of an earlier one. */
export type SaidLine = Omit<KnownLine, 'id'> & { readonly id: number | null; readonly at: number | null }

// Of these nobody can say what the bank has done: once it says so, that line stands in their place.
const saysNothing: ReadonlySet<string> = new Set([
  'unclear_result',
  'unreadable_amount',
  'no_amount',
  'no_date',
  'unreadable_date',
  'digits_lost',
])

interface Said {
  readonly reference: string | null
  readonly serial: string | null
  readonly payee: string | null
  readonly amountFen: number | null
  readonly paidOn: string | null
  readonly result: BankResult
}

const saidBy = ({ reference, serial, payee, amountFen, paidOn, result }: BankRow): Said => ({
  reference: reference === 'digits_lost' ? null : reference,
  serial,
  payee,
  amountFen: typeof amountFen === 'number' ? amountFen : null,
  paidOn: paidOn === 'unreadable' ? null : paidOn,
  result,
})

export class SaidLines {
  private readonly byReference = new Map<string, SaidLine[]>()
  private readonly bySerial = new Map<string, SaidLine[]>()
  private readonly nameless: SaidLine[] = []
  // A line without a serial number repeats one earlier line, not each like it.
  private readonly repeated = new Set<SaidLine>()

  constructor(known: readonly KnownLine[]) {
    for (const line of known) this.keep({ ...line, at: null })
  }

  ofReference(reference: string | null): readonly SaidLine[] {
    return (reference !== null && this.byReference.get(reference)) || []
  }

  /**
   * The line that says just this: the same serial number, reference, amount and day. Where one of them has no serial
   * number, only a line of an earlier file, and each once: two such lines of one file are two payments.
   */
  same(row: BankRow): SaidLine | null {
    const said = saidBy(row)
    const found = this.near(said).find((line) => {
      if (line.amountFen !== said.amountFen || line.result !== said.result) return false
      if (line.serial !== null && said.serial !== null)
        return (
          line.serial === said.serial &&
          agree(line.reference, said.reference) &&
          agree(line.paidOn, said.paidOn)
        )
      return (
        line.at === null &&
        !this.repeated.has(line) &&
        line.reference === said.reference &&
        line.paidOn === said.paidOn &&
        (said.reference !== null || samePayee(line.payee, said.payee))
      )
    })
    if (found) this.repeated.add(found)
    return found ?? null
  }

  /** Open lines that this one makes clear. */
  replacedBy(row: BankRow, outcome: LineOutcome, same: SaidLine | null): SaidLine[] {
    const said = saidBy(row)
    const isClear = outcome !== 'unmatched'
    return this.near(said).filter((line) => {
      if (line.outcome !== 'unmatched') return false
      if (line === same) return true
      if (!saysNothing.has(line.reason ?? '') || !agree(line.amountFen, said.amountFen)) return false
      if (line.serial !== null && said.serial !== null && line.serial === said.serial)
        return agree(line.reference, said.reference) && agree(line.paidOn, said.paidOn)
      return isClear && line.reference !== null && line.reference === said.reference
    })
  }

  add(row: BankRow, outcome: LineOutcome, reason: string | null, at: number): void {
    this.keep({ ...saidBy(row), id: null, at, outcome, reason })
  }

  private keep(line: SaidLine): void {
    if (line.reference !== null) push(this.byReference, line.reference, line)
    if (line.serial !== null) push(this.bySerial, line.serial, line)
    if (line.reference === null && line.serial === null) this.nameless.push(line)
  }

  private near({ reference, serial }: Said): readonly SaidLine[] {
    if (reference === null && serial === null) return this.nameless
    return [
      ...new Set([
        ...((serial !== null && this.bySerial.get(serial)) || []),
        ...((reference !== null && this.byReference.get(reference)) || []),
      ]),
    ]
  }
}

/** The same, or one of them is not known. */
const agree = (one: string | number | null, other: string | number | null): boolean =>
  one === null || other === null || one === other

const push = (lines: Map<string, SaidLine[]>, key: string, line: SaidLine): void => {
  const own = lines.get(key)
  if (own) own.push(line)
  else lines.set(key, [line])
}
