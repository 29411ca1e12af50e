import type { Texts } from '../platform/texts.js'
import { entryTexts } from './entries/texts.js'
import { periodTexts } from './periods/texts.js'

export const ledgerTexts: Texts = { ...entryTexts, ...periodTexts }
