/** The sentence of an error (错误说明), where it stands beside others in one answer instead of being the answer. */
import type { KehouError } from '../platform/errors.js'
import { fillIn, type Language, platformTexts } from '../platform/texts.js'
import { fundingTexts } from './texts.js'

export function sentenceOf(error: KehouError, language: Language): string {
  const field = error.fields?.[0]
  const { code, params } = field ?? error
  return fillIn(
    (fundingTexts[code] ?? platformTexts[code] ?? fundingTexts[error.code] ?? platformTexts[error.code])?.[
      language
    ] ?? code,
    params,
  )
}
