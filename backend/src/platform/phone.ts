/** A mobile number as people type it, a contact book fills it in or a sheet holds it (手机号): one form for all. Pure. */

/**
 * '138 0000 0003', '+8613800000003', '8613800000003', '１３８…' → '13800000003'; null when it is no mainland mobile
 * number (11 digits, 13–19 in front). The only place that knows: import, activation and sign-in agree by it.
 */
export function plainPhone(typed: string): string | null {
  const digits = typed
    .slice(0, 60)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Pd}()[\].\u00b7]/gu, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null
}
