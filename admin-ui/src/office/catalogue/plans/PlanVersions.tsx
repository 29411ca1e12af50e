/** Each text as it was submitted, and what changed against the one before. */
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import ExpandIcon from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { EmptyState, ErrorNotice, printInstant, useAnswer } from '../../../shared'
import { planHeadings, type Plan, type PlanContent, type PlanVersion } from '../types'
import { PlanDocument } from './PlanDocument'

const changedHeadings = (before: PlanContent | undefined, after: PlanContent) =>
  planHeadings.filter((heading) => before !== undefined && before[heading] !== after[heading])

export function PlanVersions({ plan }: { plan: Plan }) {
  const translate = useTranslate()
  const { data, error, isPending, refetch } = useAnswer<PlanVersion[]>(`/api/plans/${plan.id}/versions`)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton variant="rounded" height={120} />
  if (data.length === 0)
    return <EmptyState why={translate('catalogue.noVersions')} next={translate('catalogue.noVersionsNext')} />
  return (
    <>
      {data.map((version, i) => {
        const before = data[i + 1]?.content
        const changed = changedHeadings(before, version.content)
        return (
          <Accordion
            key={version.id}
            disableGutters
            sx={{ maxWidth: 860 }}
            slotProps={{ transition: { unmountOnExit: true } }}
          >
            <AccordionSummary expandIcon={<ExpandIcon />}>
              <Box>
                <Typography sx={{ fontWeight: 600 }}>
                  {translate('catalogue.versionNumber', { version: version.version })}
                </Typography>
                <Typography variant="body2" color="text.secondary">
                  {version.submittedByName} · {printInstant(version.submittedAt)} ·{' '}
                  {translate('catalogue.fingerprint', { hash: version.contentHash.slice(0, 8) })}
                </Typography>
                {changed.length > 0 && (
                  <Typography variant="body2">
                    {translate('catalogue.changedParts', {
                      headings: changed
                        .map((heading) => translate(`resources.plans.fields.${heading}`))
                        .join(translate('kit.comma')),
                    })}
                  </Typography>
                )}
              </Box>
            </AccordionSummary>
            <AccordionDetails>
              {changed.map((heading) => (
                <Box key={heading} sx={{ mb: 3, pl: 3, borderLeft: 3, borderColor: 'warning.main' }}>
                  <Typography sx={{ fontWeight: 600 }}>
                    {translate(`resources.plans.fields.${heading}`)}
                  </Typography>
                  <Typography
                    component="del"
                    color="text.secondary"
                    sx={{ display: 'block', whiteSpace: 'pre-wrap' }}
                  >
                    {before?.[heading]}
                  </Typography>
                  <Typography
                    component="ins"
                    sx={{ display: 'block', whiteSpace: 'pre-wrap', textDecoration: 'none' }}
                  >
                    {version.content[heading]}
                  </Typography>
                </Box>
              ))}
              <PlanDocument content={version.content} />
            </AccordionDetails>
          </Accordion>
        )
      })}
    </>
  )
}
