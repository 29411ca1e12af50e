/** What would the import do? Nothing is saved yet. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { CountFigures } from './CountFigures'
import { DoubtTable } from './DoubtTable'
import type { Decision, ImportRun } from './import-run'
import { NoteList } from './NoteList'
import { RefusalTable } from './RefusalTable'

interface Props {
  run: ImportRun
  isBusy: boolean
  onStart: () => void
  onBack: () => void
  onDecide: (rows: Decision[]) => void
}

export function PreviewStep({ run, isBusy, onStart, onBack, onDecide }: Props) {
  const translate = useTranslate()
  const { counts } = run
  if (!counts) return null
  const hasWork = counts.new + counts.changed > 0
  const hasRows = hasWork || counts.unchanged > 0
  return (
    <>
      <CountFigures counts={counts} />
      {counts.homeClasses.length > 0 && (
        <Alert severity="info" sx={{ mb: 3 }}>
          {translate('exchange.classesMade', {
            count: counts.homeClasses.length,
            names: counts.homeClasses.join(translate('kit.comma')),
          })}
        </Alert>
      )}
      {run.kind === 'students' && hasWork && (
        <Alert severity="info" sx={{ mb: 3 }}>
          {translate('exchange.inClassFromToday')}
        </Alert>
      )}
      <NoteList run={run} />
      <DoubtTable run={run} isBusy={isBusy} onDecide={onDecide} />
      <Paper sx={{ p: 4, mb: 4 }}>
        <Typography sx={{ mb: 3 }}>
          {hasWork
            ? translate('exchange.consequence', { ...counts })
            : translate(hasRows ? 'exchange.nothingToDo' : 'exchange.nothingAccepted')}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
          <Button variant="contained" loading={isBusy} disabled={!hasRows} onClick={onStart}>
            {translate('exchange.start')}
          </Button>
          <Button disabled={isBusy} onClick={onBack}>
            {translate('exchange.backToColumns')}
          </Button>
        </Box>
      </Paper>
      <RefusalTable run={run} />
    </>
  )
}
