/** Small hooks that every page uses. */
import { useState } from 'react'
import { useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { useDataProvider, useGetIdentity, useLocale, useTranslate, type RaRecord } from 'react-admin'
import type { Actor, Permission } from '../api/actor'
import { ApiError } from '../api/call'
import type { OfficeIdentity } from '../api/authProvider'
import { largestPage, seenOf, type KehouDataProvider } from '../api/dataProvider'
import type { Tongue } from './format'
import { errorText } from './i18n'

export const useTongue = (): Tongue => (useLocale() === 'en' ? 'en' : 'zh')

export const useKehou = (): KehouDataProvider => useDataProvider<KehouDataProvider>()

/** Who is signed in; undefined while that is being asked. */
export function useActor(): Actor | undefined {
  const { data } = useGetIdentity()
  return (data as OfficeIdentity | undefined)?.actor
}

/** True when the person has one of the permissions. */
export function useMay(...permissions: readonly Permission[]): boolean {
  const actor = useActor()
  return actor !== undefined && permissions.some((permission) => actor.permissions.includes(permission))
}

/** Reads any address of the API; cached, and asked again when the page is refreshed after an act. */
export function useAnswer<T>(path: string | null, options: Partial<UseQueryOptions<T, ApiError>> = {}) {
  const kehou = useKehou()
  return useQuery<T, ApiError>({
    queryKey: ['answer', path],
    queryFn: () => kehou.call<T>('GET', path ?? ''),
    enabled: path !== null,
    ...options,
  })
}

interface AllOf {
  sort: { field: string; order: 'ASC' | 'DESC' }
  filter?: Record<string, unknown>
}

/**
 * All things of a list, however many pages they are: a select that is filled by one page hides what comes after it.
 * Under the key of the list, so that what is made or changed is there at once.
 */
export function useAll<T extends RaRecord>(
  resource: string,
  { sort, filter = {} }: AllOf,
  options: Partial<UseQueryOptions<T[], ApiError>> = {},
) {
  const kehou = useKehou()
  return useQuery<T[], ApiError>({
    queryKey: [resource, 'getList', 'all', { sort, filter }],
    queryFn: async ({ signal }) => {
      const all: T[] = []
      for (let page = 1; ; page += 1) {
        const pagination = { page, perPage: largestPage }
        const { data, total = 0 } = await kehou.getList<T>(resource, { pagination, sort, filter, signal })
        all.push(...data)
        if (data.length === 0 || all.length >= total) return all
      }
    },
    ...options,
  })
}

export function useErrorText(): (error: unknown) => string {
  const translate = useTranslate()
  return (error) => (error instanceof ApiError ? errorText(translate, error) : translate('errors.internal'))
}

/**
 * The revision that the person saw when this was opened: what is loaded meanwhile does not move it, for nobody has looked.
 * `renew`: the person has asked for the new state; from then on it counts what the page shows.
 */
export function useSeen(record: object): { seen: { revision?: number }; renew: () => void } {
  const [first, setFirst] = useState<{ revision?: number } | null>(() => seenOf(record))
  return { seen: first ?? seenOf(record), renew: () => setFirst(null) }
}

/** Sends once: busy from the first press until it was refused; what was done stays locked, for the page is about to change. */
export function useSending(work: () => Promise<unknown>): {
  isBusy: boolean
  refusal: unknown
  send: () => void
} {
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const send = () => {
    if (isBusy) return
    setBusy(true)
    setRefusal(null)
    work().catch((failure: unknown) => {
      setRefusal(failure)
      setBusy(false)
    })
  }
  return { isBusy, refusal, send }
}
