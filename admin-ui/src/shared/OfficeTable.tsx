/** The table of every list: dense, head in sight, rows that open by keyboard, totals under the columns that have one. */
import TableCell from '@mui/material/TableCell'
import TableFooter from '@mui/material/TableFooter'
import TableRow from '@mui/material/TableRow'
import {
  Children,
  isValidElement,
  useMemo,
  type ComponentProps,
  type ComponentType,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react'
import {
  DataTable,
  DataTableBody,
  DataTableRow,
  RecordContextProvider,
  useListContext,
  useTranslate,
  type DataTableProps,
  type RaRecord,
} from 'react-admin'
import { FenField, InstantField, LocalDateField } from './fields'
import { StatusField } from './StatusChip'

export const Col = DataTable.Col
export const NumberCol = DataTable.NumberCol

type ColProps = Omit<ComponentProps<typeof DataTable.Col>, 'children' | 'source'> & { source: string }

export const MoneyCol = (props: ColProps) => (
  <DataTable.Col {...props} align="right">
    <FenField source={props.source} empty="" />
  </DataTable.Col>
)
export const DateCol = (props: ColProps) => (
  <DataTable.Col {...props}>
    <LocalDateField source={props.source} />
  </DataTable.Col>
)
export const InstantCol = (props: ColProps) => (
  <DataTable.Col {...props}>
    <InstantField source={props.source} />
  </DataTable.Col>
)
export const StatusCol = ({ source = 'status', ...props }: Partial<ColProps>) => (
  <DataTable.Col source={source} {...props}>
    <StatusField source={source} />
  </DataTable.Col>
)

export interface Counted {
  is: (row: RaRecord) => boolean
  word: string
}

export interface OfficeTableProps extends Omit<DataTableProps, 'foot' | 'body' | 'bulkActionButtons'> {
  children: ReactNode
  /** Sources of money or counts to add up below. */
  totals?: string[]
  /** Which rows the totals add, and the text key that says so; all of them without it. To be made once. */
  counted?: Counted
  /** <BulkAct> buttons; without them rows cannot be chosen. */
  bulk?: ReactNode
  maxHeight?: string | number
}

const openByKeyboard = (event: KeyboardEvent<HTMLTableRowElement>) => {
  if (event.key === 'Enter' && event.target === event.currentTarget) event.currentTarget.click()
}
const OpenableRow = (props: ComponentProps<typeof DataTableRow>) => (
  <DataTableRow {...props} tabIndex={0} onKeyDown={openByKeyboard} />
)
const OpenableBody = (props: ComponentProps<typeof DataTableBody>) => (
  <DataTableBody {...props} row={OpenableRow as ComponentType} />
)

export function OfficeTable({
  totals,
  counted,
  bulk,
  maxHeight = 'max(300px, calc(100vh - 262px))',
  children,
  sx,
  ...props
}: OfficeTableProps) {
  // A component made anew at each drawing would lose its state, so both are made once.
  const [names, hasBulk] = [(totals ?? []).join(), Boolean(bulk)]
  const foot = useMemo(
    () => (names === '' ? undefined : totalsFoot(names.split(','), hasBulk, counted)),
    [names, hasBulk, counted],
  )
  const isOpenable = props.rowClick !== false
  return (
    <DataTable
      size="small"
      bulkActionButtons={bulk ? <>{bulk}</> : false}
      {...props}
      {...(isOpenable ? { body: OpenableBody as ComponentType } : {})}
      {...(foot ? { foot } : {})}
      sx={{
        '& .RaDataTable-tableWrapper': { overflow: 'auto', maxHeight, outlineOffset: -2 },
        '& .RaDataTable-headerCell': { borderRadius: 0 },
        // Above the rows and not over what stands above the table, where it could not be pressed.
        '&& .RaBulkActionsToolbar-toolbar': {
          position: 'static',
          transform: 'none',
          minHeight: 44,
          px: 3,
          borderRadius: 0,
        },
        '&& .RaBulkActionsToolbar-toolbar.RaBulkActionsToolbar-collapsed': { minHeight: 0, height: 0, py: 0 },
        '& .RaDataTable-expandRow > td': { height: 0, p: 0 },
        '& .RaDataTable-row:focus-visible': { outlineOffset: -2 },
        '& .MuiTableCell-footer': {
          position: 'sticky',
          bottom: 0,
          bgcolor: 'background.paper',
          borderTop: 1,
          borderColor: 'divider',
        },
        '& .MuiTableRow-root:last-of-type > .MuiTableCell-body': { borderBottom: 0 },
        ...(sx as object),
      }}
    >
      {children}
    </DataTable>
  )
}

/** The server's sums over all rows when it sends them, else the sum of the rows on this page. */
/** Null where no row has a value: nothing to add is not zero. */
function added(rows: RaRecord[], source: string): number | null {
  const values = rows
    .map((row) => row[source] as number | null | undefined)
    .filter((value) => value !== null && value !== undefined)
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}

function totalsFoot(
  totals: string[],
  hasBulk: boolean,
  counted?: Counted,
): ComponentType<{ children?: ReactNode }> {
  return function TotalsFoot({ children }) {
    const translate = useTranslate()
    const { data, meta, total } = useListContext<RaRecord>() as ReturnType<typeof useListContext> & {
      meta?: { sums?: Record<string, number> }
    }
    const sums = meta?.sums
    const all = (data ?? []) as RaRecord[]
    const rows = counted ? all.filter(counted.is) : all
    const record: RaRecord = {
      id: 'totals',
      ...Object.fromEntries(totals.map((source) => [source, sums?.[source] ?? added(rows, source)])),
    }
    if (totals.every((source) => record[source] === null)) return null
    const said = translate(sums || total === all.length ? 'kit.list.totalAll' : 'kit.list.totalPage')
    const word = counted ? `${said}${translate(counted.word)}` : said
    return (
      <TableFooter>
        <RecordContextProvider value={record}>
          <TableRow>
            {hasBulk && <TableCell padding="checkbox" />}
            {Children.toArray(children).map((child, i) => {
              const column = child as ReactElement<{
                source?: string
                children?: ReactNode
                label?: ReactNode
              }>
              if (!isValidElement(child) || totals.includes(column.props.source ?? '')) return child
              return <TotalsBlank key={i} column={column} word={i === 0 ? word : ''} />
            })}
          </TableRow>
        </RecordContextProvider>
      </TableFooter>
    )
  }
}

// The plain column, so that hiding it hides this cell too; with an element inside, since react-admin refuses an empty cell.
const TotalsBlank = ({
  column,
  word,
}: {
  column: ReactElement<{ source?: string; label?: ReactNode }>
  word: string
}) => (
  <DataTable.Col source={column.props.source ?? ''} label={column.props.label}>
    <>{word}</>
  </DataTable.Col>
)
