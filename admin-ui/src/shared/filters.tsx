/** Filters of a list: typed in a small panel, shown as chips, kept in the address. */
import FilterIcon from '@mui/icons-material/FilterListOutlined'
import SearchIcon from '@mui/icons-material/Search'
import Badge from '@mui/material/Badge'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import InputAdornment from '@mui/material/InputAdornment'
import Popover from '@mui/material/Popover'
import TextField from '@mui/material/TextField'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import {
  BooleanInput,
  FilterLiveForm,
  SelectInput,
  useGetOne,
  useGetRecordRepresentation,
  useListContext,
  useResourceContext,
  useTranslate,
  useTranslateLabel,
  type ListControllerSuccessResult,
} from 'react-admin'
import { printDate } from './format'
import { useTongue } from './hooks'
import { LocalDateInput } from './inputs'
import { NameSearch } from './NameSearch'

export interface FilterField {
  source: string
  /** A text key; the field's own label without it. */
  label?: string
  input: ReactNode
  /** The value in words, for the chip. */
  Words: (props: { value: unknown }) => ReactNode
}

interface Named {
  label?: string
}

/** One of a few words; `texts` is the text key above them, for example `stages` for `stages.primary`. */
export function choiceFilter(
  source: string,
  values: readonly string[],
  /** The key above the words of the values; null where a value says itself, as a year does. */
  texts: string | null,
  { label }: Named = {},
): FilterField {
  const keyOf = (value: string) => (texts === null ? value : `${texts}.${value}`)
  const choices = values.map((id) => ({ id, name: keyOf(id) }))
  return {
    source,
    ...(label ? { label } : {}),
    input: (
      <SelectInput
        key={source}
        source={source}
        choices={choices}
        label={label}
        resettable
        helperText={false}
      />
    ),
    Words: function ChoiceWords({ value }) {
      return useTranslate()(keyOf(String(value)), { _: String(value) })
    },
  }
}

export function yesNoFilter(source: string, { label }: Named = {}): FilterField {
  return {
    source,
    ...(label ? { label } : {}),
    input: <BooleanInput key={source} source={source} label={label} helperText={false} />,
    Words: function YesNoWords({ value }) {
      return useTranslate()(value === true || value === 'true' ? 'ra.boolean.true' : 'ra.boolean.false')
    },
  }
}

export function dateFilter(source: string, { label }: Named = {}): FilterField {
  return {
    source,
    ...(label ? { label } : {}),
    input: <LocalDateInput key={source} source={source} label={label} helperText={false} />,
    Words: function DateWords({ value }) {
      return printDate(String(value), useTongue())
    },
  }
}

/** Another thing, searched by name. */
export function referenceFilter(source: string, reference: string, { label }: Named = {}): FilterField {
  return {
    source,
    ...(label ? { label } : {}),
    input: (
      <NameSearch
        key={source}
        source={source}
        reference={reference}
        {...(label ? { label } : {})}
        helperText={false}
      />
    ),
    Words: function ReferenceWords({ value }) {
      const { data } = useGetOne(reference, { id: value as number }, { enabled: value !== '' })
      const nameOf = useGetRecordRepresentation(reference)
      return data ? nameOf(data) : '…'
    },
  }
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== ''
type Filters = Record<string, unknown>
const useFilters = () => useListContext() as ListControllerSuccessResult & { filterValues: Filters }

// What is searched for stands in the address; a number of a child may not.
const holdsNumber = /\d{15}/

/** Search by name or pinyin; the server understands both. */
export function SearchBox({ placeholder }: { placeholder?: string }) {
  const translate = useTranslate()
  const { filterValues, setFilters, displayedFilters } = useFilters()
  const asked = typeof filterValues.q === 'string' ? filterValues.q : ''
  const [text, setText] = useState(asked)
  const sent = useRef(asked)
  const isNumber = holdsNumber.test(text.normalize('NFKC'))
  useEffect(() => {
    if (asked !== sent.current) {
      sent.current = asked
      setText(asked)
    }
  }, [asked])
  useEffect(() => {
    if (text === sent.current || isNumber) return undefined
    const timer = setTimeout(() => {
      sent.current = text
      const { q: _q, ...rest } = filterValues
      setFilters(text === '' ? rest : { ...rest, q: text }, displayedFilters)
    }, 300)
    return () => clearTimeout(timer)
  }, [text, isNumber, filterValues, setFilters, displayedFilters])
  return (
    <TextField
      value={text}
      onChange={(event) => setText(event.target.value)}
      placeholder={translate(placeholder ?? 'kit.list.search')}
      error={isNumber}
      helperText={isNumber ? translate('kit.list.noNumber') : undefined}
      margin="none"
      sx={{ width: { xs: '100%', sm: 260 }, '& .MuiInputBase-root': { height: 34 } }}
      slotProps={{
        htmlInput: { 'aria-label': translate(placeholder ?? 'kit.list.search'), type: 'search' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  )
}

export function FilterButton({ fields }: { fields: FilterField[] }) {
  const translate = useTranslate()
  const { filterValues } = useFilters()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const count = fields.filter((field) => isSet(filterValues[field.source])).length
  return (
    <>
      <Badge badgeContent={count} color="primary">
        <Button
          variant="outlined"
          color="secondary"
          startIcon={<FilterIcon />}
          aria-haspopup="dialog"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {translate('kit.list.filter')}
        </Button>
      </Badge>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            sx: { mt: 1, p: 4, width: 320, maxWidth: 'calc(100vw - 32px)' },
            role: 'dialog',
            'aria-label': translate('kit.list.filter'),
          },
        }}
      >
        <FilterLiveForm>{fields.map((field) => field.input)}</FilterLiveForm>
      </Popover>
    </>
  )
}

/** What the list is narrowed to; each chip can be taken away. */
export function FilterChips({ fields }: { fields: FilterField[] }) {
  const translate = useTranslate()
  const labelOf = useTranslateLabel()
  const resource = useResourceContext()
  const { filterValues, setFilters, displayedFilters } = useFilters()
  const active = fields.filter((field) => isSet(filterValues[field.source]))
  if (active.length === 0) return null
  const without = (source: string) =>
    setFilters(
      Object.fromEntries(Object.entries(filterValues).filter(([key]) => key !== source)),
      displayedFilters,
    )
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}
      role="group"
      aria-label={translate('kit.list.filteredBy')}
    >
      {active.map(({ source, label, Words }) => {
        const name = labelOf({ source, ...(label ? { label } : {}), ...(resource ? { resource } : {}) })
        return (
          <Chip
            key={source}
            onDelete={() => without(source)}
            sx={{ bgcolor: 'primary.light', height: 28 }}
            label={
              <>
                {typeof name === 'string' ? `${name}${translate('kit.colon')}` : name}
                <Words value={filterValues[source]} />
              </>
            }
          />
        )
      })}
      <Button onClick={() => setFilters({}, [])}>{translate('ra.action.remove_all_filters')}</Button>
    </Box>
  )
}
