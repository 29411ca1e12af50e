/** Answers as the contract describes them: nothing in the pages describes one by hand. */
import type { components, paths } from './schema'

export type Schemas = components['schemas']

/** What a list may be asked for: `Query<'/api/ledger-entries'>['figure']`. */
export type Query<Path extends { [P in keyof paths]: paths[P] extends Asked ? P : never }[keyof paths]> =
  paths[Path] extends { get: { parameters: { query?: infer Given } } } ? NonNullable<Given> : never
interface Asked {
  get: { parameters: { query?: object } }
}

/** One page of a list. */
export interface Page<T> {
  items: T[]
  total: number
  page: number
  pageSize: number
  /** Sums over all rows, where the list offers them. */
  sums?: Record<string, number>
}

type Whole<Word extends string, Named extends readonly Word[]> = [Exclude<Word, Named[number]>] extends [
  never,
]
  ? unknown
  : { andNot: Exclude<Word, Named[number]> }

/**
 * All words of a field in the order of the page: `allOf<Schemas['RoomOut']['kind']>()(['classroom', …])`.
 * The compiler says which one the contract does not know, and which one it has gained.
 */
export const allOf =
  <Word extends string>() =>
  <const Named extends readonly Word[]>(words: Named & Whole<Word, Named>): Named =>
    words
