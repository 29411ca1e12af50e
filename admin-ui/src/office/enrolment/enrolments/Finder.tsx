/** Finds things of a list by name or pinyin, one or several. */
import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useEffect, useState } from 'react'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import type { Page } from '../../../api/contract'
import { useAnswer } from '../../../shared'

export interface Found {
  id: number
  name: string
}

interface Props<T extends Found> {
  /** The list's address without a question. */
  path: string
  filter?: Record<string, unknown>
  label: string
  placeholder?: string
  words: (found: T) => string
  /** Those already chosen. */
  value: T[]
  isMany?: boolean
  onChange: (value: T[]) => void
}

export function Finder<T extends Found>({
  path,
  filter = {},
  label,
  placeholder,
  words,
  value,
  isMany = false,
  onChange,
}: Props<T>) {
  const translate = useTranslate()
  const [text, setText] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), 250)
    return () => clearTimeout(timer)
  }, [text])
  const { data, isFetching } = useAnswer<Page<T>>(`${path}${query({ ...filter, q: asked, pageSize: 50 })}`, {
    placeholderData: (before) => before,
  })
  const common = {
    options: data?.items ?? [],
    loading: isFetching,
    loadingText: translate('ra.message.loading'),
    noOptionsText: translate('kit.list.nothingFound'),
    filterOptions: (options: T[]) => options,
    getOptionLabel: words,
    isOptionEqualToValue: (one: T, other: T) => one.id === other.id,
    getOptionKey: (one: T) => one.id,
    inputValue: text,
    renderInput: (params: object) => <TextField {...params} label={label} placeholder={placeholder ?? ''} />,
  }
  if (!isMany) {
    return (
      <Autocomplete
        {...common}
        value={value[0] ?? null}
        onInputChange={(_event, next, reason) =>
          setText(reason === 'reset' && value[0] ? words(value[0]) : next)
        }
        onChange={(_event, next) => onChange(next ? [next] : [])}
      />
    )
  }
  // The text stays while several are being picked from it.
  return (
    <Autocomplete
      {...common}
      multiple
      disableCloseOnSelect
      filterSelectedOptions
      value={value}
      onInputChange={(_event, next, reason) => reason !== 'reset' && setText(next)}
      onChange={(_event, next) => onChange(next)}
    />
  )
}
