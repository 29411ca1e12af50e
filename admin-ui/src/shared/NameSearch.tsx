/** Picks one thing by typing part of its name; pinyin is understood by the server. */
import {
  AutocompleteArrayInput,
  AutocompleteInput,
  ReferenceArrayInput,
  ReferenceInput,
  type AutocompleteInputProps,
} from 'react-admin'
import { largestPage } from '../api/dataProvider'

export interface NameSearchProps {
  source: string
  reference: string
  label?: string
  /** Narrows what is offered, for example { schoolId: 3 }. */
  filter?: Record<string, unknown>
  /** The list's own order without it. */
  sort?: { field: string; order: 'ASC' | 'DESC' }
  optionText?: AutocompleteInputProps['optionText']
  validate?: AutocompleteInputProps['validate']
  helperText?: AutocompleteInputProps['helperText']
  disabled?: boolean
  isMany?: boolean
  onChange?: (value: unknown) => void
}

const noOrder = { field: 'id', order: 'ASC' } as const
const asQuestion = (text: string) => ({ q: text })

export function NameSearch({
  source,
  reference,
  filter = {},
  sort = noOrder,
  isMany = false,
  ...input
}: NameSearchProps) {
  // With a function as option text, react-admin cannot look through the options itself; the server does.
  const common = {
    ...input,
    ...(input.label ? {} : { label: undefined }),
    filterToQuery: asQuestion,
    fullWidth: true,
    ...(typeof input.optionText === 'function' ? { matchSuggestion: () => true } : {}),
  }
  // As many as one answer holds: few lists are longer, and what is beyond is found by typing.
  const asked = { source, reference, filter, sort, perPage: largestPage }
  return isMany ? (
    <ReferenceArrayInput {...asked}>
      <AutocompleteArrayInput {...(common as object)} />
    </ReferenceArrayInput>
  ) : (
    <ReferenceInput {...asked}>
      <AutocompleteInput {...(common as object)} />
    </ReferenceInput>
  )
}
