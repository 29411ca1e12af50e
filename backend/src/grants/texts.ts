import type { Texts } from '../platform/texts.js'
import { appropriationTexts } from './appropriations/texts.js'
import { declarationTexts } from './declarations/texts.js'
import { estimateTexts } from './estimates/texts.js'
import { performanceTexts } from './performance/texts.js'
import { publicationTexts } from './publications/texts.js'

export const grantsTexts: Texts = {
  ...appropriationTexts,
  ...declarationTexts,
  ...estimateTexts,
  ...performanceTexts,
  ...publicationTexts,
}
