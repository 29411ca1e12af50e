/** What was each column taken for? A person may correct it, sheet by sheet. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { StatusChip, useTongue, type Meaning } from '../../../shared'
import type { ImportField, ImportRun, Mapping, RecognisedColumn, RecognisedSheet } from './import-run'

interface Props {
  run: ImportRun
  isBusy: boolean
  onMap: (mapping: Mapping) => void
  onPreview: () => void
}

const looks: Record<RecognisedSheet['status'], Meaning> = {
  ready: 'done',
  columns_missing: 'refused',
  no_header: 'info',
  empty: 'draft',
  hidden: 'info',
}

/** Sheets with the same titles, taken for the same, are corrected together: one grade a sheet is the usual form. */
function groups(sheets: RecognisedSheet[]): RecognisedSheet[][] {
  const keyOf = (sheet: RecognisedSheet) =>
    JSON.stringify([sheet.status, sheet.columns.map(({ index, title, field }) => [index, title, field])])
  const byKey = new Map<string, RecognisedSheet[]>()
  for (const sheet of sheets) byKey.set(keyOf(sheet), [...(byKey.get(keyOf(sheet)) ?? []), sheet])
  return [...byKey.values()]
}

/** The columns as they are shown now, with one of them changed; a field that is given away leaves its former column. */
function corrected(
  sheets: RecognisedSheet[],
  group: RecognisedSheet[],
  changed: RecognisedColumn,
  field: string | null,
): Mapping {
  const ofSheet = (one: RecognisedSheet) =>
    Object.fromEntries(
      one.columns.map((column) => [
        column.index,
        !group.includes(one)
          ? column.field
          : column.index === changed.index
            ? field
            : column.field === field
              ? null
              : column.field,
      ]),
    )
  return Object.fromEntries(
    sheets.filter((one) => one.columns.length > 0).map((one) => [one.sheet, ofSheet(one)]),
  )
}

export function ColumnsStep({ run, isBusy, onMap, onPreview }: Props) {
  const translate = useTranslate()
  const tongue = useTongue()
  const { sheets, fields } = run
  const titleOf = (name: string) => {
    const field = fields.find((one) => one.name === name)
    return (tongue === 'en' ? field?.titleEn : field?.titleZh) ?? name
  }
  const isReady = sheets.some((sheet) => sheet.status === 'ready')
  return (
    <>
      <Typography color="text.secondary" sx={{ mb: 3 }}>
        {translate('exchange.columnsLead')}
      </Typography>
      {groups(sheets).map((group) => (
        <SheetGroup
          key={group.map(({ sheet }) => sheet).join('/')}
          group={group}
          fields={fields}
          titleOf={titleOf}
          isBusy={isBusy}
          onChange={(column, field) => onMap(corrected(sheets, group, column, field))}
        />
      ))}
      <Button variant="contained" disabled={!isReady} loading={isBusy} onClick={onPreview}>
        {translate('exchange.toPreview')}
      </Button>
    </>
  )
}

interface GroupProps {
  group: RecognisedSheet[]
  fields: ImportField[]
  titleOf: (name: string) => string
  isBusy: boolean
  onChange: (column: RecognisedColumn, field: string | null) => void
}

function SheetGroup({ group, titleOf, ...table }: GroupProps) {
  const translate = useTranslate()
  const [sheet] = group
  if (!sheet) return null
  const rows = [...new Set(group.map(({ headerRow }) => headerRow).filter((row) => row !== null))]
  return (
    <Paper sx={{ mb: 4, overflow: 'hidden' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', px: 4, py: 3 }}>
        <Typography variant="h3" component="h2">
          {group.map((one) => one.sheet).join(translate('kit.comma'))}
        </Typography>
        <StatusChip
          status={sheet.status}
          meaning={looks[sheet.status]}
          label={translate(`exchange.sheetStatus.${sheet.status}`)}
        />
        {rows.length > 0 && (
          <Typography variant="body2" color="text.secondary">
            {translate('exchange.headerAt', { row: rows.join(translate('kit.comma')) })}
          </Typography>
        )}
      </Box>
      {sheet.missing.length > 0 && (
        <Alert severity="warning" sx={{ mx: 4, mb: 3 }}>
          {translate('exchange.missing', {
            columns: sheet.missing
              .map((names) => names.map(titleOf).join(translate('exchange.or')))
              .join(translate('kit.comma')),
          })}
        </Alert>
      )}
      {sheet.columns.length > 0 && <ColumnTable sheet={sheet} titleOf={titleOf} {...table} />}
    </Paper>
  )
}

interface TableProps {
  sheet: RecognisedSheet
  fields: ImportField[]
  titleOf: (name: string) => string
  isBusy: boolean
  onChange: (column: RecognisedColumn, field: string | null) => void
}

function ColumnTable({ sheet, fields, titleOf, isBusy, onChange }: TableProps) {
  const translate = useTranslate()
  return (
    <TableContainer sx={{ maxHeight: 720 }} tabIndex={0}>
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            {['column', 'titleInFile', 'meaning', 'samples'].map((key) => (
              <TableCell key={key}>{translate(`exchange.${key}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {sheet.columns.map((column) => (
            <TableRow key={column.index}>
              <TableCell>{column.letter}</TableCell>
              <TableCell sx={{ minWidth: 96 }}>{column.title || '–'}</TableCell>
              <TableCell>
                <TextField
                  select
                  margin="none"
                  size="small"
                  value={column.field ?? ''}
                  disabled={isBusy}
                  onChange={(event) =>
                    onChange(column, event.target.value === '' ? null : event.target.value)
                  }
                  sx={{ minWidth: 168 }}
                  slotProps={{
                    htmlInput: { 'aria-label': `${column.letter} ${column.title}` },
                    select: { displayEmpty: true },
                  }}
                >
                  <MenuItem value="">{translate('exchange.notImported')}</MenuItem>
                  {fields.map((field) => (
                    <MenuItem key={field.name} value={field.name}>
                      {titleOf(field.name)}
                    </MenuItem>
                  ))}
                </TextField>
              </TableCell>
              <TableCell sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
                {column.samples.join(translate('kit.comma'))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
