/** A bank account as people type it (银行账号): without spaces and hyphens, half width, capital letters. Pure. */
import { Transform } from 'class-transformer'

export const AccountNumber = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase() || null : value,
  )

/** 5 to 40 digits and letters. */
export const accountPattern = /^[0-9A-Z]{5,40}$/
/** 联行号: twelve digits. */
export const bankCodePattern = /^\d{12}$/
