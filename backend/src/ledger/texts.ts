import type { Texts } from '../platform/texts.js'
import { entryTexts } from './journal/texts.js'
import { periodTexts } from './periods/texts.js'
import { voucherTexts } from './vouchers/texts.js'

export const ledgerTexts: Texts = { ...entryTexts, ...periodTexts, ...voucherTexts }
