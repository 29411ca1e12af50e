/** The sentence of an error (错误说明), where it stands beside others in one answer instead of being the answer. */
import { accessTexts } from '../access/index.js'
import type { KehouError } from '../platform/errors.js'
import { fillIn, type Language, platformTexts, type Texts } from '../platform/texts.js'
import { fundingTexts } from './texts.js'

export function sentenceOf(error: KehouError, language: Language): string {
  const texts: Texts = { ...platformTexts, ...accessTexts, ...fundingTexts }
  const field = error.fields?.find(({ code }) => texts[code])
  const { code, params } = field ?? error
  return fillIn(texts[code]?.[language] ?? code, params)
}
