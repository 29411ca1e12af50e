/** How does a file in this format look? One payment going out, or one of each result coming back. */
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useResourceContext, useTranslate } from 'react-admin'
import { FigureTable } from '../../../shared'
import type { BankFormat, BankFormatColumn } from '../types'
import { isOutgoing, usePresets } from './formats'

const results = ['paid', 'failed', 'returned'] as const

interface Props {
  columns: readonly BankFormatColumn[]
  words: BankFormat['words']
}

export function Sample({ columns, words }: Props) {
  const translate = useTranslate()
  const resource = useResourceContext()
  const { data } = usePresets()
  if (!data || columns.length === 0) return null
  const isOut = isOutgoing(resource)
  const sampleOf = (column: BankFormatColumn) =>
    column.field === 'fixed'
      ? (column.value ?? '')
      : (data.fields.find(({ name }) => name === column.field)?.sample ?? '')
  const rows = isOut ? (['paid'] as const) : results
  const cell = (column: BankFormatColumn, result: (typeof results)[number]) => {
    if (isOut || (column.field !== 'result' && column.field !== 'remark')) return sampleOf(column)
    if (column.field === 'remark') return result === 'paid' ? '' : translate('funding.sampleReason')
    return words ? (words[result][0] ?? '–') : translate(`funding.usualWords.${result}`)
  }
  return (
    <>
      <Typography variant="subtitle2" component="h2" sx={{ mt: 4, mb: 2 }}>
        {translate('funding.formatSample')}
      </Typography>
      <Paper variant="outlined" sx={{ overflow: 'hidden' }}>
        <FigureTable
          caption={translate('funding.formatSample')}
          words={columns.length}
          head={columns.map(({ title }) => title || '–')}
          rows={rows.map((result) => ({
            key: result,
            cells: columns.map((column) => cell(column, result)),
          }))}
        />
      </Paper>
    </>
  )
}
