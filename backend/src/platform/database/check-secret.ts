/** Is it the secret with which this database was sealed (密钥校验)? Asked at each start, before anything is read or sealed. */
import type { FieldSeal } from '../crypto.js'
import type { Database } from './database.js'
import { SecretCheck } from './secret-check.entity.js'

const word = 'kehou'

/** Thrown when the secret is another than the one that sealed the database. */
export class WrongSecret extends Error {}

/**
 * Throws WrongSecret. An empty database gets the word of the present secret. One that was filled before there was a word
 * has some sealed text of its own to try first: `sealedTexts` gives a few, or none where nothing is sealed yet.
 */
export async function checkSecret(
  database: Database,
  seal: FieldSeal,
  sealedTexts: () => Promise<string[]>,
): Promise<void> {
  const found = await database.read.findOneBy(SecretCheck, { id: 1 })
  if (found) return requireOpens(seal, [found.wordSealed])
  requireOpens(seal, await sealedTexts())
  await database.transaction((tx) =>
    tx
      .createQueryBuilder()
      .insert()
      .into(SecretCheck)
      .values({ id: 1, wordSealed: seal.seal(word) })
      .orIgnore()
      .execute(),
  )
  // Two first starts at once with two secrets: the word of the first stays, and the second hears of it.
  const kept = await database.read.findOneByOrFail(SecretCheck, { id: 1 })
  requireOpens(seal, [kept.wordSealed])
}

function requireOpens(seal: FieldSeal, texts: readonly string[]): void {
  for (const text of texts) {
    try {
      seal.open(text)
    } catch {
      throw new WrongSecret('the secret is not the one that sealed this database')
    }
  }
}
