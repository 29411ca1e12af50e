/** How many of those who were asked have answered. */
import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import { useRecordContext, useTranslate } from 'react-admin'
import { printCount, printShare } from '../../../shared'
import type { SurveyRow } from '../types'

export function Progress({ survey }: { survey?: SurveyRow }) {
  const translate = useTranslate()
  const inContext = useRecordContext<SurveyRow>()
  const record = survey ?? inContext
  if (!record || record.status === 'draft') return <>–</>
  const { invitedCount, answeredCount } = record
  const words = translate('surveys.progress', {
    answered: printCount(answeredCount),
    invited: printCount(invitedCount),
    share: printShare(answeredCount, invitedCount),
  })
  return (
    <Box sx={{ minWidth: 150 }}>
      <Box sx={{ fontVariantNumeric: 'tabular-nums' }}>{words}</Box>
      <LinearProgress
        variant="determinate"
        value={invitedCount === 0 ? 0 : (answeredCount / invitedCount) * 100}
        aria-label={words}
        sx={{ height: 6, borderRadius: 3 }}
      />
    </Box>
  )
}
