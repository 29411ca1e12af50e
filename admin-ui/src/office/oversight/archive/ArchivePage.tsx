/** Everything of a school and year in one file, for whoever audits it. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import {
  DownloadButton,
  EmptyState,
  fiscalYears,
  PageHead,
  presentYear,
  useActor,
  useScope,
} from '../../../shared'

const contents = [
  'documents',
  'papers',
  'steps',
  'books',
  'bank',
  'attachments',
  'anchors',
  'hashes',
] as const

export function ArchivePage() {
  const translate = useTranslate()
  const actor = useActor()
  const { schoolId: chosen } = useScope()
  const [fiscalYear, setYear] = useState(presentYear())
  const schoolId = chosen ?? actor?.schoolId ?? undefined
  return (
    <>
      <PageHead title={translate('archive.title')} under={translate('archive.under')} />
      {schoolId === undefined ? (
        <Paper>
          <EmptyState why={translate('archive.noSchool')} next={translate('archive.noSchoolNext')} />
        </Paper>
      ) : (
        <Paper sx={{ p: 4, maxWidth: 720 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-end', mb: 4 }}>
            <TextField
              select
              margin="none"
              fullWidth={false}
              label={translate('archive.year')}
              value={fiscalYear}
              onChange={(event) => setYear(Number(event.target.value))}
              sx={{ minWidth: 130 }}
            >
              {fiscalYears(presentYear()).map((year) => (
                <MenuItem key={year} value={year}>
                  {year}
                </MenuItem>
              ))}
            </TextField>
            <DownloadButton
              path={`/api/archive.zip${query({ schoolId, fiscalYear })}`}
              fileName={`archive-${fiscalYear}.zip`}
              label="archive.take"
              variant="contained"
            />
          </Box>
          <Alert severity="info" sx={{ mb: 4 }}>
            {translate('archive.noted')}
          </Alert>
          <Typography variant="h3">{translate('archive.contents')}</Typography>
          <Box component="ul" sx={{ m: 0, mt: 2, pl: 5 }}>
            {contents.map((each) => (
              <li key={each}>{translate(`archive.parts.${each}`)}</li>
            ))}
          </Box>
        </Paper>
      )}
    </>
  )
}
