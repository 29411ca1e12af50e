/** The recovery codes, which are shown this once. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'

export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const translate = useTranslate()
  return (
    <>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {translate('secondFactor.codesTitle')}
      </Typography>
      <Alert severity="warning">{translate('secondFactor.codesHelp')}</Alert>
      <Box
        component="ol"
        data-testid="recovery-codes"
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' },
          gap: 1,
          my: 4,
          pl: 8,
          fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
          fontSize: 16,
        }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Box className="no-print" sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Button variant="contained" onClick={onKept}>
          {translate('secondFactor.codesKept')}
        </Button>
        <Button onClick={() => window.print()}>{translate('secondFactor.print')}</Button>
      </Box>
    </>
  )
}
