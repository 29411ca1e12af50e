/** What an order says of its payments (付款指令的行), as it is hashed and kept: in the order of `rowFields`, whatever the format. */
export type FileRow = readonly (string | number | null)[]

export const toFields = ([
  reference,
  unit,
  payee,
  payeeAccount,
  payeeBank,
  payeeBankCode,
  amountFen,
  purpose,
  orderNumber,
]: FileRow) => ({
  reference: String(reference ?? ''),
  unit: String(unit ?? ''),
  payee: String(payee ?? ''),
  payeeAccount: payeeAccount === null || payeeAccount === undefined ? null : String(payeeAccount),
  payeeBank: payeeBank ?? null,
  payeeBankCode: payeeBankCode ?? null,
  amountFen: Number(amountFen),
  purpose: String(purpose ?? ''),
  orderNumber: String(orderNumber ?? ''),
})
