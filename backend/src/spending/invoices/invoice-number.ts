/** By what an invoice is known everywhere (发票代码和号码): half width, no blanks, capitals. Pure. */
import { Transform } from 'class-transformer'
import { compactText } from '../../platform/sheets/text.js'

export const InvoiceText = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? compactText(value).toUpperCase() || null : value,
  )

export const codePattern = /^[0-9A-Z]{8,12}$/
export const numberPattern = /^[0-9A-Z]{6,20}$/
const digital = /^\d{20}$/

/** A fully digital invoice (数电发票) has a number of twenty digits and no code; every other has both. */
export const isDigital = (number: string): boolean => digital.test(number)

interface Numbered {
  readonly code: string | null
  readonly number: string
}

/** One after the other: where somebody puts the end of the code into the number, it is still the same invoice. */
export const wholeNumberOf = ({ code, number }: Numbered): string => `${code ?? ''}${number}`

/** Of a number as it should be nothing; else which field is wrong, and the code of the sentence that says why. */
export function wrongNumber({ code, number }: Numbered): { field: 'code'; says: string } | null {
  if (code === null && !isDigital(number)) return { field: 'code', says: 'funding.invoice_code_needed' }
  if (code !== null && isDigital(number)) return { field: 'code', says: 'funding.invoice_without_code' }
  return null
}
