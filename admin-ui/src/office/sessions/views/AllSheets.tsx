/** All teachers, rooms or classes to be printed in one go: a page of paper each, seen here as it will be printed. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import type { Schemas } from '../../../api/contract'
import {
  EmptyState,
  ErrorNotice,
  inSentence,
  PageHead,
  PrintButton,
  useAnswer,
  useTongue,
} from '../../../shared'
import { PageSize, PaperSheet } from './PaperSheet'
import type { ManyKind } from './views'

interface Props {
  schoolId: number
  kind: ManyKind
  from: string
  onBack: () => void
}

export function AllSheets({ schoolId, kind, from, onBack }: Props) {
  const translate = useTranslate()
  const tongue = useTongue()
  const { data, error, refetch } = useAnswer<Schemas['WeekViewsOut']>(
    `/api/timetable-views${query({ kind, schoolId, from })}`,
  )
  const count = data?.items.length ?? 0
  return (
    <>
      <Box className="no-print">
        <PageHead
          title={translate(`views.printAll.${kind}`)}
          under={
            data
              ? translate('views.sheets', {
                  count,
                  kind: inSentence(translate(`views.kinds.${kind}`), tongue),
                })
              : undefined
          }
        >
          <Button color="secondary" onClick={onBack}>
            {translate('views.back')}
          </Button>
          {count > 0 && <PrintButton />}
        </PageHead>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton variant="rounded" height={400} />}
        {data && count === 0 && (
          <Paper>
            <EmptyState why={translate('views.nothing')} next={translate('views.nothingNext')} />
          </Paper>
        )}
      </Box>
      <PageSize kind={kind} />
      <Box
        sx={{
          overflow: 'auto',
          '& > article': { mb: 4, border: '1px solid', borderColor: 'divider' },
          '@media print': { overflow: 'visible', '& > article': { mb: 0, border: 0 } },
        }}
        {...(count > 0
          ? { tabIndex: 0, role: 'region', 'aria-label': translate(`views.printAll.${kind}`) }
          : {})}
      >
        {data?.items.map((view) => (
          <PaperSheet key={view.ownerId} view={view} side="home_class" />
        ))}
      </Box>
    </>
  )
}
