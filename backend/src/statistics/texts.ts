import type { Texts } from '../platform/texts.js'

export const statisticsTexts: Texts = {}
