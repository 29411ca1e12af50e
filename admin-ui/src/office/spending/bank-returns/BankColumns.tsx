/** What was each column of the bank's file taken for? A person may say it otherwise, sheet by sheet. */
import Alert from '@mui/material/Alert'
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
import { useTongue } from '../../../shared'
import type { BankReturnPreview } from '../types'

type Sheet = BankReturnPreview['sheets'][number]
export type BankMapping = Record<string, Record<string, string | null>>

/** The columns as they are shown now, with one of them changed; a field that is given away leaves its former column. */
export function mapped(sheets: Sheet[], sheet: string, index: number, field: string | null): BankMapping {
  return Object.fromEntries(
    sheets
      .filter(({ columns }) => columns.length > 0)
      .map((each) => [
        each.sheet,
        Object.fromEntries(
          each.columns.map((column) => {
            if (each.sheet !== sheet) return [column.index, column.field]
            if (column.index === index) return [column.index, field]
            return [column.index, column.field === field ? null : column.field]
          }),
        ),
      ]),
  )
}

interface Props {
  preview: BankReturnPreview
  isBusy: boolean
  onMap: (mapping: BankMapping) => void
}

export function BankColumns({ preview: { sheets, fields }, isBusy, onMap }: Props) {
  const translate = useTranslate()
  const tongue = useTongue()
  const titleOf = (name: string) => {
    const field = fields.find((each) => each.name === name)
    return (tongue === 'en' ? field?.titleEn : field?.titleZh) ?? name
  }
  return sheets
    .filter(({ columns }) => columns.length > 0)
    .map((sheet) => (
      <Paper key={sheet.sheet} sx={{ mb: 4, overflow: 'hidden' }}>
        <Typography variant="h3" component="h2" sx={{ px: 4, pt: 3, pb: 2 }}>
          {translate('funding.columnsOf', { sheet: sheet.sheet })}
        </Typography>
        {sheet.missing.length > 0 && (
          <Alert severity="warning" sx={{ mx: 4, mb: 3 }}>
            {translate('funding.columnsMissing', {
              columns: sheet.missing
                .map((names) => names.map(titleOf).join(' / '))
                .join(translate('kit.comma')),
            })}
          </Alert>
        )}
        <TableContainer sx={{ maxHeight: 480 }} tabIndex={0}>
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                {['bankColumn', 'bankTitle', 'bankMeaning', 'bankSamples'].map((key) => (
                  <TableCell key={key}>{translate(`funding.${key}`)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {sheet.columns.map((column) => (
                <TableRow key={column.index}>
                  <TableCell>{column.letter}</TableCell>
                  <TableCell>{column.title || '–'}</TableCell>
                  <TableCell>
                    <MeaningChoice
                      column={column}
                      fields={fields.map(({ name }) => ({ name, title: titleOf(name) }))}
                      isBusy={isBusy}
                      onChosen={(field) => onMap(mapped(sheets, sheet.sheet, column.index, field))}
                    />
                  </TableCell>
                  <TableCell sx={{ color: 'text.secondary' }}>
                    {column.samples.join(translate('kit.comma'))}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      </Paper>
    ))
}

interface MeaningChoiceProps {
  column: Sheet['columns'][number]
  fields: { name: string; title: string }[]
  isBusy: boolean
  /** null: the column is not used. */
  onChosen: (field: string | null) => void
}

function MeaningChoice({ column, fields, isBusy, onChosen }: MeaningChoiceProps) {
  const translate = useTranslate()
  return (
    <TextField
      select
      margin="none"
      size="small"
      value={column.field ?? ''}
      disabled={isBusy}
      onChange={(event) => onChosen(event.target.value || null)}
      sx={{ minWidth: 160 }}
      slotProps={{
        htmlInput: { 'aria-label': `${column.letter} ${column.title}` },
        select: { displayEmpty: true },
      }}
    >
      <MenuItem value="">{translate('funding.bankNotUsed')}</MenuItem>
      {fields.map(({ name, title }) => (
        <MenuItem key={name} value={name}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  )
}
