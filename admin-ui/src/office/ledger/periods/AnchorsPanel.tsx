/** The signed anchors of the books: what was signed last, by which key, and the file to keep elsewhere. */
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import type { Schemas } from '../../../api/contract'
import { DownloadButton, PrintButton, printDate, useAnswer, useTongue } from '../../../shared'

export function AnchorsPanel() {
  const translate = useTranslate()
  const tongue = useTongue()
  const { data } = useAnswer<Schemas['AnchorsOut']>('/api/public/ledger-anchors')
  if (!data) return null
  const [last] = data.anchors
  return (
    <Paper sx={{ p: 4, mt: 6 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {translate('funding.anchors')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 3 }}>
        {translate('funding.anchorsUnder')}
      </Typography>
      {last ? (
        <Box
          component="dl"
          sx={{ m: 0, mb: 3, '& dt': { color: 'text.secondary' }, '& dd': { m: 0, mb: 2 } }}
        >
          <dt>{translate('funding.anchorLast', { day: printDate(last.madeOn, tongue) })}</dt>
          <Box component="dd" sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
            {last.root}
          </Box>
          <dt>{translate('funding.anchorKey')}</dt>
          <Box component="dd" sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
            {data.publicKey}
          </Box>
        </Box>
      ) : (
        <Typography sx={{ mb: 3 }}>{translate('funding.anchorNone')}</Typography>
      )}
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <DownloadButton
          path="/api/ledger/anchors.ndjson"
          fileName="ledger-anchors.ndjson"
          label="funding.anchorFile"
        />
        {last && <PrintButton />}
      </Box>
    </Paper>
  )
}
