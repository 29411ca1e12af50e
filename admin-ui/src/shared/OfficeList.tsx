/** A list page, whole: title, search, filters as chips, columns, export, table, pages. */
import AddIcon from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { Theme } from '@mui/material/styles'
import type { ReactNode } from 'react'
import {
  ColumnsButton,
  ListBase,
  Pagination,
  useCanAccess,
  useCreatePath,
  useGetResourceLabel,
  useListContext,
  useResourceContext,
  useResourceDefinition,
  useTranslate,
  type RaRecord,
  type SortPayload,
} from 'react-admin'
import { Link } from 'react-router'
import { EmptyState } from './EmptyState'
import { ErrorNotice } from './ErrorNotice'
import { ExportButton } from './ExportButton'
import { inSentence } from './format'
import { useTongue } from './hooks'
import { FilterButton, FilterChips, SearchBox, type FilterField } from './filters'
import { OfficeTable, type OfficeTableProps } from './OfficeTable'
import { PageHead } from './PageHead'
import { SavedFilters } from './SavedFilters'
import { SimpleRows, type SimpleRow } from './SimpleRows'
import { useScopeFilter, type ScopePart } from './scope'

export interface OfficeListProps<T extends RaRecord> extends Omit<OfficeTableProps, 'title' | 'resource'> {
  /** Columns. */
  children: ReactNode
  /** The plural of the noun without it. */
  title?: string
  under?: ReactNode
  /** The list's own order without it. */
  order?: SortPayload
  /** Which parts of the scope above narrow this list. */
  scope?: ScopePart[]
  /** Always in force and not shown, for example { kind: 'holiday' }. */
  filter?: Record<string, unknown>
  filters?: FilterField[]
  hasSearch?: boolean
  searchPlaceholder?: string
  hasExport?: boolean
  perPage?: number
  /** More buttons beside "create". */
  actions?: ReactNode
  createLabel?: string
  /** Why there is nothing yet, and what to do; shown when no filter narrows the list. */
  empty?: ReactNode
  /** On a phone: rows of two lines instead of a table. */
  simple?: SimpleRow<T>
}

export function OfficeList<T extends RaRecord>({
  order,
  scope = [],
  filter,
  perPage = 25,
  ...body
}: OfficeListProps<T>) {
  const scoped = useScopeFilter(scope)
  return (
    <ListBase<T>
      perPage={perPage}
      filter={{ ...scoped, ...filter }}
      {...(order ? { sort: order } : {})}
      exporter={false}
    >
      <ListBody {...body} fixed={{ ...scoped, ...filter }} />
    </ListBase>
  )
}

type BodyProps<T extends RaRecord> = Omit<OfficeListProps<T>, 'order' | 'scope' | 'filter' | 'perPage'> & {
  fixed: Record<string, unknown>
}

function ListBody<T extends RaRecord>({
  title,
  under,
  filters = [],
  hasSearch = true,
  searchPlaceholder,
  hasExport = true,
  actions,
  createLabel,
  empty,
  simple,
  children,
  fixed,
  ...table
}: BodyProps<T>) {
  const translate = useTranslate()
  const resource = useResourceContext() ?? ''
  const labelOf = useGetResourceLabel()
  const { data, error, refetch, isPending, total, filterValues } = useListContext<T>()
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const isNarrowed = Object.keys(filterValues as object).length > 0
  const hasNothing = !isPending && total === 0
  return (
    <>
      <PageHead title={title ?? labelOf(resource, 2)} under={under}>
        {actions}
        <CreateLink {...(createLabel ? { label: createLabel } : {})} />
      </PageHead>
      <Box
        className="no-print"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 3 }}
      >
        {hasSearch && <SearchBox {...(searchPlaceholder ? { placeholder: searchPlaceholder } : {})} />}
        {filters.length > 0 && <FilterButton fields={filters} />}
        <FilterChips fields={filters} />
        <Box sx={{ flexGrow: 1 }} />
        <SavedFilters />
        {!(isPhone && simple) && <ColumnsButton color="secondary" />}
        {hasExport && <ExportButton fixed={fixed} />}
      </Box>
      {error && !data ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <Paper sx={{ overflow: 'hidden' }}>
          {isPending ? (
            <RowSkeletons />
          ) : hasNothing ? (
            isNarrowed ? (
              <NothingFound />
            ) : (
              (empty ?? <EmptyState why={translate('kit.list.empty')} />)
            )
          ) : isPhone && simple ? (
            <SimpleRows simple={simple} />
          ) : (
            <OfficeTable {...table}>{children}</OfficeTable>
          )}
          <Pagination
            rowsPerPageOptions={[25, 50, 100, 200]}
            sx={{ borderTop: 1, borderColor: 'divider', display: hasNothing ? 'none' : undefined }}
          />
        </Paper>
      )}
    </>
  )
}

const RowSkeletons = () => (
  <Box sx={{ p: 3 }} aria-busy="true">
    {Array.from({ length: 8 }, (_, i) => (
      <Skeleton key={i} height={38} />
    ))}
  </Box>
)

function NothingFound() {
  const translate = useTranslate()
  const { setFilters } = useListContext()
  return (
    <EmptyState
      why={translate('kit.list.nothingFound')}
      next={translate('kit.list.nothingFoundNext')}
      action={
        <Button variant="outlined" onClick={() => setFilters({}, [])}>
          {translate('ra.navigation.clear_filters')}
        </Button>
      }
    />
  )
}

/** The button to the form for a new one, if there is such a form and this person may use it. */
export function CreateLink({ label }: { label?: string }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const resource = useResourceContext() ?? ''
  const labelOf = useGetResourceLabel()
  const path = useCreatePath()
  const { hasCreate } = useResourceDefinition()
  const { canAccess } = useCanAccess({ resource, action: 'create' })
  if (!hasCreate || !canAccess) return null
  return (
    <Button
      component={Link}
      to={path({ resource, type: 'create' })}
      variant="contained"
      startIcon={<AddIcon />}
    >
      {label
        ? translate(label)
        : translate('ra.action.create_item', { item: inSentence(labelOf(resource, 1), tongue) })}
    </Button>
  )
}
