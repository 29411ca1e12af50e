/** Many acts in one request (批量办理): each by itself, so that one that is refused says why and stops no other. */
import type { BulkOut } from './bulk.dto.js'
import { KehouError } from './errors.js'
import type { Sentences } from './sentences.js'
import type { Language } from './texts.js'

export interface OneOfMany {
  readonly id: number
  /** Opens its own transaction. */
  readonly act: () => Promise<unknown>
}

/** In the order given; what is no refusal of ours ends it, and what was done before stays done. */
export async function eachByItself(
  acts: readonly OneOfMany[],
  sentences: Sentences,
  language: Language,
): Promise<BulkOut> {
  const out: BulkOut = { done: [], refused: [] }
  for (const { id, act } of acts) {
    try {
      await act()
      out.done.push(id)
    } catch (error) {
      if (!(error instanceof KehouError)) throw error
      out.refused.push({
        id,
        code: error.code,
        message: sentences.sayBriefly(error, language),
        params: { ...error.params },
      })
    }
  }
  return out
}
