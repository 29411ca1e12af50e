/** react-admin's questions, asked in the list conventions of the API. */
import type { DataProvider, Identifier, RaRecord, SortPayload } from 'react-admin'
import { ApiError, call, query, type Method } from './call'
import type { Page } from './contract'
import type { paths } from './schema'

export const largestPage = 200

export interface KehouDataProvider extends DataProvider {
  /**
   * One event of a thing with states: POST /api/<resource>/<id>/<event>.
   * `thing`: as the person saw it, with its `revision`; or its id, where it has none.
   */
  act: <T extends RaRecord = RaRecord>(
    resource: string,
    thing: Identifier | RaRecord,
    event: string,
    body?: object,
  ) => Promise<{ data: T }>
  call: <T = unknown>(method: Method, path: string, body?: unknown) => Promise<T>
}

const at = (resource: string, id?: Identifier, event?: string): string =>
  ['/api', resource, id, event]
    .filter((part) => part !== undefined)
    .map((part, i) => (i < 2 ? part : encodeURIComponent(String(part))))
    .join('/')

/** Lists have their own default order; react-admin's `id` means "none asked for". */
const ordered = (sort?: SortPayload): object =>
  sort && sort.field !== 'id' ? { sort: sort.field, order: sort.order.toLowerCase() } : {}

/** What differs between the record on the screen and the one that was loaded. */
export function changedFields(
  data: Record<string, unknown>,
  previous: Record<string, unknown> | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([key, value]) =>
        key !== 'id' && key !== 'revision' && JSON.stringify(value) !== JSON.stringify(previous?.[key]),
    ),
  )
}

type TakesRevision<Path> = Path extends {
  patch: { requestBody: { content: { 'application/json': infer Body } } }
}
  ? 'revision' extends keyof Body
    ? true
    : false
  : false
type EditedByRevision = {
  [Path in keyof paths]: TakesRevision<paths[Path]> extends true
    ? Path extends `/api/${infer Noun}/{id}`
      ? Noun
      : never
    : never
}[keyof paths]

/** Whose edits say which revision was seen; the compiler knows from the contract when one is missing. */
const editsTakeRevision: Record<EditedByRevision, true> = {
  appropriations: true,
  'bank-order-formats': true,
  'bank-return-formats': true,
  commitments: true,
  declarations: true,
  estimates: true,
  findings: true,
  inspections: true,
  'pay-lists': true,
  payments: true,
  corrections: true,
  'performance-targets': true,
  plans: true,
  schemes: true,
  surveys: true,
}

/** `{ revision }` of what the person saw, where it has one. */
export const seenOf = (thing: object | null | undefined): { revision?: number } => {
  const { revision } = (thing ?? {}) as { revision?: unknown }
  return typeof revision === 'number' ? { revision } : {}
}

/** What was left empty in a form for something new is left out, for there is nothing yet that could be taken away. */
const withoutEmpty = (data: object): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))

async function list<T extends RaRecord>(
  resource: string,
  params: Record<string, unknown>,
  signal?: AbortSignal,
) {
  const page = await call<Page<T>>('GET', at(resource) + query(params), undefined, signal)
  return { data: page.items, total: page.total, ...(page.sums ? { meta: { sums: page.sums } } : {}) }
}

async function many<T extends RaRecord>(
  resource: string,
  ids: Identifier[],
  signal?: AbortSignal,
): Promise<T[]> {
  const unique = [...new Set(ids)]
  const pages: T[][] = []
  for (let from = 0; from < unique.length; from += largestPage) {
    const part = unique.slice(from, from + largestPage)
    pages.push((await list<T>(resource, { ids: part, pageSize: largestPage }, signal)).data)
  }
  return pages.flat()
}

type Guard = <A extends unknown[], R>(ask: (...args: A) => Promise<R>) => (...args: A) => Promise<R>

function readsWith(guarded: Guard) {
  return {
    getList: guarded(
      async (
        resource: string,
        { pagination, sort, filter, signal }: Parameters<DataProvider['getList']>[1],
      ) =>
        list(
          resource,
          {
            page: pagination?.page ?? 1,
            pageSize: Math.min(pagination?.perPage ?? 25, largestPage),
            ...ordered(sort),
            ...filter,
          },
          signal,
        ),
    ),
    getOne: guarded(async (resource: string, { id, signal }: Parameters<DataProvider['getOne']>[1]) => ({
      data: await call<RaRecord>('GET', at(resource, id), undefined, signal),
    })),
    getMany: guarded(async (resource: string, { ids, signal }: Parameters<DataProvider['getMany']>[1]) => ({
      data: await many(resource, ids, signal),
    })),
    getManyReference: guarded(
      async (resource: string, params: Parameters<DataProvider['getManyReference']>[1]) =>
        list(
          resource,
          {
            page: params.pagination.page,
            pageSize: Math.min(params.pagination.perPage, largestPage),
            ...ordered(params.sort),
            ...params.filter,
            [params.target]: params.id,
          },
          params.signal,
        ),
    ),
  }
}

function writesWith(guarded: Guard) {
  return {
    create: guarded(async (resource: string, { data }: { data: object }) => ({
      data: await call<RaRecord>('POST', at(resource), withoutEmpty(data)),
    })),
    update: guarded(
      async (resource: string, { id, data, previousData }: Parameters<DataProvider['update']>[1]) => {
        const changed = changedFields(data, previousData)
        if (previousData && Object.keys(changed).length === 0) return { data: previousData as RaRecord }
        const seen = resource in editsTakeRevision ? seenOf(previousData) : {}
        return { data: await call<RaRecord>('PATCH', at(resource, id), { ...changed, ...seen }) }
      },
    ),
    updateMany: guarded(async (resource: string, { ids, data }: { ids: Identifier[]; data: object }) => {
      for (const id of ids) await call('PATCH', at(resource, id), data)
      return { data: ids }
    }),
    delete: guarded(
      async (resource: string, { id, previousData }: { id: Identifier; previousData?: unknown }) => {
        await call('DELETE', at(resource, id))
        return { data: (previousData ?? { id }) as RaRecord }
      },
    ),
    deleteMany: guarded(async (resource: string, { ids }: { ids: Identifier[] }) => {
      for (const id of ids) await call('DELETE', at(resource, id))
      return { data: ids }
    }),
    act: guarded(async (resource: string, thing: Identifier | RaRecord, event: string, body: object = {}) => {
      const id = typeof thing === 'object' ? thing.id : thing
      const seen = typeof thing === 'object' ? seenOf(thing) : {}
      return { data: await call<RaRecord>('POST', at(resource, id, event), { ...seen, ...body }) }
    }),
    call: guarded(call),
  }
}

/**
 * @param explain puts the sentence into a refusal for which the server has none.
 */
export function createDataProvider(
  explain: (error: ApiError) => ApiError = (error) => error,
): KehouDataProvider {
  const guarded: Guard =
    (ask) =>
    (...args) =>
      ask(...args).catch((error: unknown) => {
        throw error instanceof ApiError ? explain(error) : error
      })
  return {
    ...readsWith(guarded),
    ...writesWith(guarded),
    supportAbortSignal: true,
  } as unknown as KehouDataProvider
}
