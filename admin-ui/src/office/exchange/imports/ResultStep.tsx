/** What became of the rows, and what comes next? */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { useMay } from '../../../shared'
import { CountFigures } from './CountFigures'
import type { ImportRun } from './import-run'
import { RefusalTable } from './RefusalTable'

export function ResultStep({ run }: { run: ImportRun }) {
  const translate = useTranslate()
  const mayPrint = useMay('activation.print')
  const { counts } = run
  if (!counts) return null
  return (
    <>
      <Alert severity="success" sx={{ mb: 3 }} role="status">
        {translate('exchange.done', { ...counts })}
        {counts.homeClasses.length > 0 &&
          ` ${translate('exchange.classesWereMade', { count: counts.homeClasses.length, names: counts.homeClasses.join(translate('kit.comma')) })}`}
      </Alert>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 4 }}>
        <Button component={Link} to={`/${run.kind}`} variant="contained">
          {translate(`exchange.next.${run.kind}`)}
        </Button>
        {run.kind === 'students' && mayPrint && (
          <Button component={Link} to="/activation-letters" variant="outlined">
            {translate('exchange.next.letters')}
          </Button>
        )}
      </Box>
      <CountFigures counts={counts} />
      <RefusalTable run={run} />
    </>
  )
}
