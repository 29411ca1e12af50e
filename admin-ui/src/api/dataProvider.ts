/** react-admin's questions, asked in the list conventions of the API. */
import type { DataProvider, Identifier, RaRecord, SortPayload } from 'react-admin'
import { ApiError, call, query, type Method } from './call'

export interface Page<T> {
  items: T[]
  total: number
  page: number
  pageSize: number
  /** Sums over all rows, where the list offers them. */
  sums?: Record<string, number>
}

export const largestPage = 200

export interface KehouDataProvider extends DataProvider {
  /** One event of a thing with states: POST /api/<resource>/<id>/<event>. */
  act: <T extends RaRecord = RaRecord>(
    resource: string,
    id: Identifier,
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
      ([key, value]) => key !== 'id' && JSON.stringify(value) !== JSON.stringify(previous?.[key]),
    ),
  )
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

/**
 * @param explain turns a refusal into the sentence of the present language (`errors.<code>`).
 */
export function createDataProvider(
  explain: (error: ApiError) => ApiError = (error) => error,
): KehouDataProvider {
  const guarded =
    <A extends unknown[], R>(ask: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      ask(...args).catch((error: unknown) => {
        throw error instanceof ApiError ? explain(error) : error
      })

  const reads = {
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

  const writes = {
    create: guarded(async (resource: string, { data }: { data: object }) => ({
      data: await call<RaRecord>('POST', at(resource), withoutEmpty(data)),
    })),
    update: guarded(
      async (resource: string, { id, data, previousData }: Parameters<DataProvider['update']>[1]) => {
        const changed = changedFields(data, previousData)
        if (previousData && Object.keys(changed).length === 0) return { data: previousData as RaRecord }
        return { data: await call<RaRecord>('PATCH', at(resource, id), changed) }
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
    act: guarded(async (resource: string, id: Identifier, event: string, body: object = {}) => ({
      data: await call<RaRecord>('POST', at(resource, id, event), body),
    })),
    call: guarded(call),
  }

  return { ...reads, ...writes, supportAbortSignal: true } as unknown as KehouDataProvider
}
