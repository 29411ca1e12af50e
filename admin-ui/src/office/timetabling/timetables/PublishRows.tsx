/** The sessions that publishing makes, changes, keeps or takes away, one by one: what was, what will be. */
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import {
  DownloadButton,
  printCount,
  printDate,
  printTimeRange,
  StatusChip,
  useTongue,
  type Meaning,
} from '../../../shared'
import type { PublishPreview, PublishRow } from '../types'

const meanings: Record<PublishRow['kind'], Meaning> = {
  clash: 'refused',
  called_off: 'refused',
  by_hand: 'info',
  removed: 'refused',
  changed: 'waiting',
  added: 'done',
}

export function PublishRows({ preview, timetableId }: { preview: PublishPreview; timetableId: number }) {
  const translate = useTranslate()
  const tongue = useTongue()
  if (preview.rowCount === 0)
    return <Typography color="text.secondary">{translate('publishing.noChanges')}</Typography>
  const print = (moment: PublishRow['was']) =>
    moment
      ? `${printDate(moment.heldOn, tongue)} ${printTimeRange(moment.startTime, moment.endTime)} ${moment.teacherName} ${moment.roomName}`
      : translate('publishing.none')
  const after = (row: PublishRow) =>
    row.kind === 'clash'
      ? translate('publishing.clashWith', {
          section: row.otherSectionName,
          why: translate(`publishing.clashWhy.${row.clash ?? 'teacher'}`),
        })
      : row.willBe === null
        ? translate('publishing.off')
        : print(row.willBe)
  return (
    <Box sx={{ mt: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 2 }}>
        <Typography variant="h3" sx={{ flexGrow: 1 }}>
          {translate('publishing.rows')}
        </Typography>
        <DownloadButton
          path={`/api/timetables/${timetableId}/publish-preview/export.xlsx`}
          fileName="publish-preview.xlsx"
        />
      </Box>
      <Box
        component="ul"
        tabIndex={0}
        aria-label={translate('publishing.rows')}
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          maxHeight: 320,
          overflow: 'auto',
          border: 1,
          borderColor: 'divider',
        }}
      >
        {preview.rows.map((row, i) => (
          <PublishRowItem key={i} row={row} after={after} print={print} />
        ))}
      </Box>
      {preview.rowCount > preview.rows.length && (
        <Typography variant="caption" color="text.secondary">
          {translate('publishing.rowsShown', {
            shown: printCount(preview.rows.length),
            total: printCount(preview.rowCount),
          })}
        </Typography>
      )}
    </Box>
  )
}

interface PublishRowItemProps {
  row: PublishRow
  after: (row: PublishRow) => string
  print: (moment: PublishRow['was']) => string
}

function PublishRowItem({ row, after, print }: PublishRowItemProps) {
  const translate = useTranslate()
  return (
    <Box
      component="li"

      sx={{
        px: 3,
        py: 2,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0 },
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 550 }}>{row.sectionName}</Typography>
        <StatusChip
          status={row.kind}
          meaning={meanings[row.kind]}
          label={translate(`publishing.kinds.${row.kind}`)}
        />
      </Box>
      <Typography variant="body2" color="text.secondary">
        {row.was === null ? after(row) : `${print(row.was)} → ${after(row)}`}
      </Typography>
    </Box>
  )
}
