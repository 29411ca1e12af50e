/** Of which payment is a reference (参考号属于哪笔支付), whichever try it names? Pure. */

/** KH00000012 and KH00000012-2 are of payment 12; null: of none. */
export function paymentIdOf(reference: string): number | null {
  const [, digits] = /^KH(\d{8,10})(?:-\d{1,6})?$/.exec(reference) ?? []
  return digits === undefined ? null : Number(digits)
}
