import type { Texts } from '../platform/texts.js'
import { entryTexts } from './entries/texts.js'

export const ledgerTexts: Texts = { ...entryTexts }
