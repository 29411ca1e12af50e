/** How satisfied are the families? The latest survey, or another one, with the way down to a school. */
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import { useTranslate } from 'react-admin'
import { Link, useSearchParams } from 'react-router'
import {
  EmptyState,
  ErrorNotice,
  PageHead,
  printDate,
  StatusChip,
  useMay,
  useScopeFilter,
  useTongue,
  useAll,
} from '../../../shared'
import { type SurveyRow, titleOf } from '../types'
import { ResultsBody } from './ResultsBody'

/** Of two that opened on one day, the larger. */
const latestFirst = (a: SurveyRow, b: SurveyRow): number =>
  a.opensOn < b.opensOn ? 1 : a.opensOn > b.opensOn ? -1 : b.invitedCount - a.invitedCount

export function SatisfactionPage() {
  const translate = useTranslate()
  const tongue = useTongue()
  const mayMake = useMay('survey.write')
  const [search, setSearch] = useSearchParams()
  const { data, error, refetch } = useAll<SurveyRow>('surveys', {
    sort: { field: 'opensOn', order: 'DESC' },
    filter: useScopeFilter(['term']),
  })
  const asked = (data ?? []).filter((each) => each.status !== 'draft').sort(latestFirst)
  const chosen = asked.find((each) => String(each.id) === search.get('survey')) ?? asked[0]
  const period = chosen
    ? `${printDate(chosen.opensOn, tongue)} – ${printDate(chosen.closesOn, tongue)}`
    : undefined
  return (
    <>
      <PageHead
        title={translate('surveys.satisfaction')}
        under={chosen ? `${titleOf(chosen, tongue)} · ${period}` : undefined}
        beside={chosen ? <StatusChip status={chosen.status} resource="surveys" /> : undefined}
      >
        {asked.length > 1 && (
          <TextField
            select
            margin="none"
            fullWidth={false}
            sx={{ maxWidth: 320 }}
            label={translate('surveys.which')}
            value={chosen?.id ?? ''}
            onChange={(event) =>
              setSearch((old) => ({ ...Object.fromEntries(old), survey: event.target.value }))
            }
          >
            {asked.map((each) => (
              <MenuItem key={each.id} value={each.id}>
                {titleOf(each, tongue)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </PageHead>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton variant="rounded" height={320} />
      ) : chosen ? (
        <ResultsBody surveyId={chosen.id} />
      ) : (
        <Paper>
          <EmptyState
            why={translate('surveys.noneAsked')}
            next={translate(mayMake ? 'surveys.noneNext' : 'surveys.noneNextSchool')}
            action={
              mayMake ? (
                <Button variant="contained" component={Link} to="/surveys/create">
                  {translate('surveys.new')}
                </Button>
              ) : undefined
            }
          />
        </Paper>
      )}
    </>
  )
}
