/** Which rows were refused, where, and how are they mended? */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { DownloadButton, printCount } from '../../../shared'
import type { ImportRun } from './import-run'

export function RefusalTable({ run }: { run: ImportRun }) {
  const translate = useTranslate()
  const refusals = run.refusals
  const count = run.counts?.refused ?? 0
  if (count === 0) return <Alert severity="success">{translate('exchange.refusedNone')}</Alert>
  if (!run.hasRefusedFile) return <Alert severity="info">{translate('exchange.refusedGone')}</Alert>
  return (
    <Paper sx={{ overflow: 'hidden' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', px: 4, py: 3 }}>
        <Typography variant="h2" sx={{ flexGrow: 1 }}>
          {translate('exchange.refusedTitle', { count: printCount(count) })}
        </Typography>
        <DownloadButton
          path={`/api/imports/${run.id}/refused.xlsx`}
          fileName="refused-rows.xlsx"
          label="exchange.downloadRefused"
          variant="outlined"
        />
      </Box>
      <TableContainer sx={{ maxHeight: 480 }} tabIndex={0}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>{translate('exchange.sheet')}</TableCell>
              <TableCell align="right">{translate('exchange.row')}</TableCell>
              <TableCell>{translate('exchange.why')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {refusals.map((refusal) => (
              <TableRow key={`${refusal.sheet} ${refusal.row}`}>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{refusal.sheet}</TableCell>
                <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
                  {refusal.row}
                </TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{refusal.sentence}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {refusals.length < count && (
        <Typography variant="body2" color="text.secondary" sx={{ px: 4, py: 2 }}>
          {translate('exchange.refusedMore', { shown: refusals.length, count: printCount(count) })}
        </Typography>
      )}
    </Paper>
  )
}
