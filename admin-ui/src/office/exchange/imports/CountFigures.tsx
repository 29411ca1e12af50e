import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { printCount } from '../../../shared'
import type { ImportCounts } from './import-run'

const names = ['new', 'changed', 'unchanged', 'refused', 'skipped'] as const
const colours = {
  new: 'success.main',
  changed: 'info.main',
  unchanged: 'text.primary',
  refused: 'error.main',
  skipped: 'text.secondary',
} as const

export function CountFigures({ counts }: { counts: ImportCounts }) {
  const translate = useTranslate()
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        mb: 3,
        display: 'grid',
        gap: 3,
        gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
      }}
    >
      {names.map((name) => (
        <Paper key={name} sx={{ p: 3 }}>
          <Typography component="dt" variant="body2" color="text.secondary">
            {translate(`resources.imports.fields.${name}`)}
          </Typography>
          <Typography
            component="dd"
            sx={{
              m: 0,
              fontSize: 24,
              fontWeight: 650,
              fontVariantNumeric: 'tabular-nums',
              color: counts[name] > 0 ? colours[name] : 'text.disabled',
            }}
          >
            {printCount(counts[name])}
          </Typography>
        </Paper>
      ))}
    </Box>
  )
}
