/** The plan's text under its headings, as it is read and printed. */
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { planHeadings, requiredHeadings, type PlanContent } from '../types'

export function PlanDocument({ content }: { content: PlanContent }) {
  const translate = useTranslate()
  return (
    <Paper sx={{ p: { xs: 4, sm: 8 }, maxWidth: 860 }}>
      {planHeadings.map((heading, i) => (
        <Box component="section" key={heading} sx={{ mb: 5, breakInside: 'avoid' }}>
          <Typography variant="h3" sx={{ mb: 1 }}>
            {translate('catalogue.numbered', {
              number: translate(`catalogue.numerals.${i + 1}`),
              heading: translate(`resources.plans.fields.${heading}`),
            })}
          </Typography>
          {content[heading].trim() === '' ? (
            <Typography color={requiredHeadings.includes(heading) ? 'warning.dark' : 'text.secondary'}>
              {translate(
                requiredHeadings.includes(heading) ? 'catalogue.mustBeWritten' : 'catalogue.nothingHere',
              )}
            </Typography>
          ) : (
            <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {content[heading]}
            </Typography>
          )}
        </Box>
      ))}
    </Paper>
  )
}
