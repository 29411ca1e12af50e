/** Lists in pages (分页): what a list may be sorted and filtered by is declared; anything else is refused. */
import { Type } from 'class-transformer'
import { IsIn, IsString, Max, MaxLength, Min, ValidateBy } from 'class-validator'
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import { Invalid } from './errors.js'
import { type Filter, narrow } from './filters.js'
import { IsInt, Optional } from './http/validation.js'

export const largestPage = 200

/** Query of every list; a list's own class adds its filters, and `sort` is checked against the fields it declares. */
export class ListQuery {
  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  page: number = 1

  @Optional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(largestPage)
  pageSize: number = 25

  @Optional()
  @IsString()
  @MaxLength(40)
  sort?: string

  @Optional()
  @IsIn(['asc', 'desc'])
  order?: 'asc' | 'desc'

  /** Comma-separated ids: fetch just these. */
  @Optional()
  @ValidateBy({
    name: 'ids',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && /^\d{1,9}(,\d{1,9}){0,199}$/.test(value),
    },
  })
  ids?: string
}

/** Query of a list in which one can search. */
export class SearchListQuery extends ListQuery {
  /** Free text; each list says what it searches. */
  @Optional()
  @IsString()
  @MaxLength(60)
  q?: string
}

export class Page<T> {
  items!: T[]
  total!: number
  page!: number
  pageSize!: number
}

/** Fields of every list query, which need no filter of their own. */
type Paging = 'page' | 'pageSize' | 'sort' | 'order' | 'ids'

/**
 * What a list may be sorted and narrowed by, declared once for its pages, its export and its sums. `sortable` maps the
 * names of the API to expressions of the query; its first name is the default order. A field of the list query without a
 * filter is an error of the types.
 */
export interface Listing<Q extends ListQuery> {
  readonly sortable: Readonly<Record<string, string>>
  readonly filters: { readonly [Field in Exclude<keyof Q, Paging>]-?: Filter<NonNullable<Q[Field]>> }
  /** What tells rows apart, by which they are ordered last; the first of them is what `ids` names. The row's own id unless said. */
  readonly key?: readonly string[]
}

/** A page of the rows that the list query asks for, of those that `query` allows. */
export async function paged<E extends ObjectLiteral, Q extends ListQuery, Out>(
  query: SelectQueryBuilder<E>,
  list: NoInfer<Q>,
  listing: Listing<Q>,
  toOut: (entity: E) => Out,
): Promise<Page<Out>> {
  // Joins of lists are many-to-one, so a row is an entity and needs no extra query for the ids of a page.
  const [entities, total] = await ordered(query, list, listing)
    .offset((list.page - 1) * list.pageSize)
    .limit(list.pageSize)
    .getManyAndCount()
  return { items: entities.map(toOut), total, page: list.page, pageSize: list.pageSize }
}

/** The same rows in their order, without pages. The id is always the last sort key, so that pages never overlap. */
export function ordered<E extends ObjectLiteral, Q extends ListQuery>(
  query: SelectQueryBuilder<E>,
  list: NoInfer<Q>,
  listing: Listing<Q>,
): SelectQueryBuilder<E> {
  const { sortable } = listing
  const name = list.sort ?? Object.keys(sortable)[0]!
  const expression = Object.hasOwn(sortable, name) ? sortable[name] : undefined
  if (!expression)
    throw new Invalid('list.unknown_sort', { sort: name, allowed: Object.keys(sortable).join(', ') })
  const direction = list.order === 'desc' ? 'DESC' : 'ASC'
  query.orderBy(expression, direction)
  for (const part of listing.key ?? [`${query.alias}.id`])
    if (part !== expression) query.addOrderBy(part, direction)
  return filtered(query, list, listing)
}

/** The same rows in no order, for sums over them. */
export function filtered<E extends ObjectLiteral, Q extends ListQuery>(
  query: SelectQueryBuilder<E>,
  list: NoInfer<Q>,
  { filters, key }: Pick<Listing<Q>, 'filters' | 'key'>,
): SelectQueryBuilder<E> {
  narrow(query, list, filters)
  if (list.ids)
    query.andWhere(`${key?.[0] ?? `${query.alias}.id`} IN (:...ids)`, {
      ids: list.ids.split(',').map(Number),
    })
  return query
}

const rowsAtOnce = 500

/** Every row of an ordered query for an export, some hundred at a time. */
export async function* rowsOf<E extends ObjectLiteral, Out>(
  query: SelectQueryBuilder<E>,
  toOut: (entity: E) => Out,
): AsyncGenerator<Out> {
  for (let skip = 0; ; skip += rowsAtOnce) {
    const entities = await query.clone().skip(skip).take(rowsAtOnce).getMany()
    for (const entity of entities) yield toOut(entity)
    if (entities.length < rowsAtOnce) return
  }
}
