/** What lists are narrowed by (筛选): each list declares once, for every field of its query, the condition on its rows. */
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import { likeText, nameLike, namePattern, pinyinPattern } from './name-search.js'

export interface Condition {
  readonly sql: string
  /** Values of the parameters in it. */
  readonly values?: ObjectLiteral
}

/** From what was asked for to the condition; `field` is the field's name in the list query. */
export type Filter<Value> = (
  value: Value,
  field: string,
  query: SelectQueryBuilder<ObjectLiteral>,
) => Condition | null

type Plain = string | number | boolean

/** The value stands in the condition under the field's own name: `where('session.roomId = :roomId OR …')`. */
export const where =
  (sql: string): Filter<Plain> =>
  (value, field) => ({ sql, values: { [field]: value } })

const compared =
  (column: string, sign: string): Filter<Plain> =>
  (value, field) => ({ sql: `${column} ${sign} :${field}`, values: { [field]: value } })

export const equals = (column: string): Filter<Plain> => compared(column, '=')
export const atLeast = (column: string): Filter<Plain> => compared(column, '>=')
export const atMost = (column: string): Filter<Plain> => compared(column, '<=')

export const startsWith =
  (column: string): Filter<string> =>
  (value, field) => ({
    sql: `${column} LIKE :${field} ESCAPE '!'`,
    values: { [field]: `${likeText(value)}%` },
  })

/** A condition for each value that is possible; null: this value leaves the list as it is. */
export const cases =
  <Value extends string | boolean>(conditions: Readonly<Record<`${Value}`, string | null>>): Filter<Value> =>
  (value) => {
    const sql = conditions[`${value}`]
    return sql === null ? null : { sql }
  }

/** Columns in which what was typed is looked for: as text, as a person's name, as pinyin. */
export interface Searched {
  readonly text?: readonly string[]
  readonly names?: readonly string[]
  readonly pinyin?: readonly string[]
}

export const search =
  ({ text = [], names = [], pinyin = [] }: Searched): Filter<string | number> =>
  (value, field) => {
    const typed = String(value).trim()
    const [asText, asName, asPinyin] = [field, `${field}Name`, `${field}Pinyin`]
    return {
      sql: [
        ...text.map((column) => `${column} LIKE :${asText} ESCAPE '!'`),
        ...names.map((column) => nameLike(column, asName)),
        ...pinyin.map((column) => `${column} LIKE :${asPinyin} ESCAPE '!'`),
      ].join(' OR '),
      values: {
        [asText]: `%${likeText(typed)}%`,
        [asName]: namePattern(typed),
        [asPinyin]: pinyinPattern(typed),
      },
    }
  }

export const contains = (...columns: string[]): Filter<string | number> => search({ text: columns })

/** The service sees to this field itself. */
export const handledElsewhere: Filter<unknown> = () => null

/** Adds the condition of each filter that was asked for. */
export function narrow<E extends ObjectLiteral>(
  query: SelectQueryBuilder<E>,
  asked: object,
  filters: Readonly<Record<string, Filter<never>>>,
): void {
  for (const [field, filter] of Object.entries(filters)) {
    const value: unknown = (asked as Record<string, unknown>)[field]
    if (value === undefined || value === '') continue
    const condition = filter(value as never, field, query as unknown as SelectQueryBuilder<ObjectLiteral>)
    if (!condition) continue
    // What a filter names like a value of the query would replace it, and with it what the person may see.
    const taken = Object.keys(condition.values ?? {}).find((name) =>
      Object.hasOwn(query.getParameters(), name),
    )
    if (taken !== undefined) throw new Error(`the parameter "${taken}" stands in the query already`)
    query.andWhere(`(${condition.sql})`, condition.values)
  }
}
