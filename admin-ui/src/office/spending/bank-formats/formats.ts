/** What list, page and form of formats share: the fields there are, and what goes to the server of a form. */
import { useResourceContext } from 'react-admin'
import { useAnswer, useTongue } from '../../../shared'
import type { BankFormat, BankFormatColumn, BankFormatPresets } from '../types'

/** What is sent; the other is what comes back. */
export const isOutgoing = (resource: string | undefined): boolean => resource === 'bank-order-formats'

export function usePresets() {
  const resource = useResourceContext()
  const tongue = useTongue()
  const answer = useAnswer<BankFormatPresets>(`/api/${resource}/presets`)
  const titleOf = (name: string) => {
    const field = answer.data?.fields.find((each) => each.name === name)
    return (tongue === 'en' ? field?.titleEn : field?.titleZh) ?? name
  }
  return { ...answer, titleOf }
}

/** In a form the words of a result stand in one line. */
export type TypedWords = Partial<Record<keyof NonNullable<BankFormat['words']>, readonly string[] | string>>

const split = (words: readonly string[] | string | undefined): string[] =>
  (typeof words === 'string' ? words.split(/[、,，;；\n]/) : [...(words ?? [])])
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** Null where none are given: then the usual words count. */
export function typedWords(words: TypedWords | null | undefined): BankFormat['words'] {
  const [paid, failed, returned] = [split(words?.paid), split(words?.failed), split(words?.returned)]
  return paid.length + failed.length + returned.length === 0 ? null : { paid, failed, returned }
}

/** As the server keeps them, so that what was not changed is equal. */
export const typedColumns = (columns: unknown): BankFormatColumn[] =>
  ((columns ?? []) as Partial<BankFormatColumn>[]).map(({ field, title, value }) => ({
    field: field ?? '',
    title: title ?? '',
    value: field === 'fixed' ? value || null : null,
  }))
