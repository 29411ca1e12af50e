/** Acts on many things that are worth money (批量办理): the sum of those that were done goes with the answer. */
import { eachByItself } from './bulk.js'
import { addFen, fen } from './money.js'
import type { Sentences } from './sentences.js'
import type { Language } from './texts.js'
import type { BulkSumOut } from './bulk-sum.dto.js'

/** See `eachByItself`; an id that is given twice counts once. */
export async function eachWithSum(
  ids: readonly number[],
  act: (id: number) => Promise<{ amountFen: number }>,
  sentences: Sentences,
  language: Language,
): Promise<BulkSumOut> {
  let doneFen = fen(0)
  const acts = [...new Set(ids)].map((id) => ({
    id,
    act: async () => {
      doneFen = addFen(doneFen, fen((await act(id)).amountFen))
    },
  }))
  const out = await eachByItself(acts, sentences, language)
  return { ...out, doneFen }
}
