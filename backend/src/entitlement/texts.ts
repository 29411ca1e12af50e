import type { Texts } from '../platform/texts.js'
import { standardTexts } from './standards/texts.js'

export const entitlementTexts: Texts = { ...standardTexts }
