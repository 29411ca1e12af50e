/** What is shown of a number to whom (脱敏): enough to tell two apart, not enough to use. Pure. */

/** 'G140…0011': first three and last four. */
export function maskNumber(number: string | null): string | null {
  if (number === null) return null
  return number.length <= 8
    ? '*'.repeat(number.length)
    : `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`
}

/** 138****1234 */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null
  return phone.length < 8
    ? '*'.repeat(phone.length)
    : `${phone.slice(0, 3)}${'*'.repeat(phone.length - 7)}${phone.slice(-4)}`
}

/** The year only. */
export function maskBirthDate(bornOn: string | null): string | null {
  return bornOn === null ? null : bornOn.slice(0, 4)
}
