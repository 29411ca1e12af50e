/** What a file of the bank says (回单内容), by one hash over all its lines as they were read; what became of them is none of it. Pure. */
import { snapshotHash } from '../../platform/snapshot-hash.js'
import type { BankReturnLine } from './bank-return-line.entity.js'

type ReadLine = Pick<
  BankReturnLine,
  'rowNumber' | 'serial' | 'reference' | 'payee' | 'amountFen' | 'paidOn' | 'result' | 'bankRemark'
>

/** In the order of their rows. */
export const linesHash = (lines: readonly ReadLine[]): string =>
  snapshotHash(
    lines.map(({ rowNumber, serial, reference, payee, amountFen, paidOn, result, bankRemark }) => ({
      rowNumber,
      serial,
      reference,
      payee,
      amountFen,
      paidOn,
      result,
      bankRemark,
    })),
  )
