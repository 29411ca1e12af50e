/** The sessions that publishing makes, changes, keeps or takes away, one by one: what was, what will be. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { DownloadButton, FigureTable, printCount, printDate, printTimeRange, useTongue } from '../../../shared'
import type { PublishPreview, PublishRow } from '../types'

export function PublishRows({ preview, timetableId }: { preview: PublishPreview; timetableId: number }) {
  const translate = useTranslate()
  const tongue = useTongue()
  if (preview.rowCount === 0) return <Typography color="text.secondary">{translate('publishing.noChanges')}</Typography>
  const print = (moment: PublishRow['was']) => (moment ? `${printDate(moment.heldOn, tongue)} ${printTimeRange(moment.startTime, moment.endTime)} ${moment.teacherName} ${moment.roomName}` : translate('publishing.none'))
  const after = (row: PublishRow) => (row.kind === 'clash' ? translate('publishing.clashWith', { section: row.otherSectionName }) : row.willBe === null ? translate('publishing.off') : print(row.willBe))
  return (
    <Box sx={{ mt: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2 }}>
        <Typography variant="h3" sx={{ flexGrow: 1 }}>
          {translate('publishing.rows')}
        </Typography>
        <DownloadButton path={`/api/timetables/${timetableId}/publish-preview/export.xlsx`} fileName="publish-preview.xlsx" />
      </Box>
      <Box sx={{ maxHeight: 320, overflow: 'auto', border: 1, borderColor: 'divider' }}>
        <FigureTable
          caption={translate('publishing.rows')}
          head={[translate('publishing.rows'), translate('resources.sessions.fields.sectionName'), translate('publishing.was'), translate('publishing.willBe')]}
          rows={preview.rows.map((row, i) => ({ key: i, cells: [translate(`publishing.kinds.${row.kind}`), row.sectionName, print(row.was), after(row)] }))}
        />
      </Box>
      {preview.rowCount > preview.rows.length && <Typography variant="caption" color="text.secondary">{translate('publishing.rowsShown', { shown: printCount(preview.rows.length), total: printCount(preview.rowCount) })}</Typography>}
    </Box>
  )
}
