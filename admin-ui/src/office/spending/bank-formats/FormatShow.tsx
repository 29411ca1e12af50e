/** How does a file in this format look, and whose is it? */
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useRecordContext, useResourceContext, useTranslate } from 'react-admin'
import { FigureTable, printInstant, RecordPage } from '../../../shared'
import type { BankFormat } from '../types'
import { useWhose } from './FormatList'
import { isOutgoing, usePresets } from './formats'
import { Sample } from './Sample'

export function FormatShow() {
  const translate = useTranslate()
  const whose = useWhose()
  const resource = useResourceContext()
  const field = (name: string) => translate(`resources.${resource}.fields.${name}`)
  return (
    <RecordPage<BankFormat>
      title={(each) => each.name}
      facts={(each) => [
        { label: field('schoolId'), value: whose(each) },
        {
          label: field('isDefault'),
          value: translate(each.isDefault ? 'ra.boolean.true' : 'ra.boolean.false'),
        },
        { label: field('updatedAt'), value: printInstant(each.updatedAt) },
        { label: field('updatedByName'), value: each.updatedByName },
        ...(isOutgoing(resource) ? [] : wordsOf(each, translate)),
      ]}
    >
      <Columns />
    </RecordPage>
  )
}

function wordsOf({ words }: BankFormat, translate: ReturnType<typeof useTranslate>) {
  const results = ['paid', 'failed', 'returned'] as const
  return results.map((result) => ({
    label: translate(`funding.formatWordsOf.${result}`),
    value: words ? words[result].join(translate('kit.comma')) || '–' : translate('funding.usualWordsCount'),
  }))
}

function Columns() {
  const translate = useTranslate()
  const format = useRecordContext<BankFormat>()
  const { titleOf } = usePresets()
  if (!format) return null
  return (
    <>
      <Typography variant="subtitle2" component="h2" sx={{ mb: 2 }}>
        {translate('funding.formatColumns')}
      </Typography>
      <Paper sx={{ overflow: 'hidden' }}>
        <FigureTable
          caption={translate('funding.formatColumns')}
          words={3}
          head={['#', translate('funding.columnTitle'), translate('funding.columnField')]}
          rows={format.columns.map(({ field, title, value }, i) => ({
            key: i,
            cells: [
              i + 1,
              title,
              value ? `${titleOf(field)}${translate('kit.colon')}${value}` : titleOf(field),
            ],
          }))}
        />
      </Paper>
      <Sample columns={format.columns} words={format.words} />
    </>
  )
}
