/** Small hooks that every page uses. */
import { useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { useDataProvider, useGetIdentity, useLocale, useTranslate } from 'react-admin'
import type { Actor } from '../api/actor'
import { ApiError } from '../api/call'
import type { OfficeIdentity } from '../api/authProvider'
import type { KehouDataProvider } from '../api/dataProvider'
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
export function useMay(...permissions: string[]): boolean {
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

export function useErrorText(): (error: unknown) => string {
  const translate = useTranslate()
  return (error) => (error instanceof ApiError ? errorText(translate, error) : translate('errors.internal'))
}
