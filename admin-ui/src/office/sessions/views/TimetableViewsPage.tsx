/** What does a teacher's, a room's, a class's or the school's week really look like? To look at, to print and to take along. */
import PrintIcon from '@mui/icons-material/PrintOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import useMediaQuery from '@mui/material/useMediaQuery'
import type { Theme } from '@mui/material/styles'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import type { Page } from '../../../api/contract'
import {
  DownloadButton,
  EmptyState,
  ErrorNotice,
  PageHead,
  PrintButton,
  printDate,
  printInstant,
  useAnswer,
  useScope,
  useTongue,
} from '../../../shared'
import type { Timetable } from '../../timetabling/types'
import { AllSheets } from './AllSheets'
import { DayList } from './DayList'
import { PageSize, PaperSheet } from './PaperSheet'
import { ViewBar } from './ViewBar'
import { useChosenView, type ChosenView } from './useChosenView'
import type { WeekView } from './views'
import { SchoolTable, WeekTable } from './WeekTable'

export function TimetableViewsPage() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const chosen = useChosenView()
  if (schoolId === undefined) {
    return (
      <>
        <PageHead title={translate('views.title')} />
        <Paper>
          <EmptyState why={translate('views.noSchoolChosen')} next={translate('views.noSchoolChosenNext')} />
        </Paper>
      </>
    )
  }
  if (chosen.isAll && chosen.kind !== 'school')
    return (
      <AllSheets
        schoolId={schoolId}
        kind={chosen.kind}
        from={chosen.from}
        onBack={() => chosen.set({ all: null })}
      />
    )
  return <OneView schoolId={schoolId} chosen={chosen} />
}

function OneView({ schoolId, chosen }: { schoolId: number; chosen: ChosenView }) {
  const translate = useTranslate()
  const { kind, id, from } = chosen
  const path = id === undefined ? null : `/api/timetable-views/${kind}/${id}`
  const { data, error, refetch } = useAnswer<WeekView>(path && `${path}${query({ from })}`)
  return (
    <>
      <Box className="no-print">
        <PageHead
          title={data ? `${translate('views.title')} · ${data.name}` : translate('views.title')}
          under={data ? <Under view={data} /> : undefined}
        >
          {data && <PrintButton />}
          {data && path && (
            <DownloadButton
              path={`${path}/export.xlsx${query({ from })}`}
              fileName={`${kind}-${from}.xlsx`}
            />
          )}
          {kind === 'school' && <FetButton schoolId={schoolId} from={from} />}
        </PageHead>
        <ViewBar schoolId={schoolId} chosen={chosen} />
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {id === undefined ? (
          <Paper>
            <EmptyState why={translate('views.choosePrompt')} next={translate('views.choosePromptNext')} />
          </Paper>
        ) : data ? (
          <OnScreen view={data} chosen={chosen} />
        ) : (
          !error && <Skeleton variant="rounded" height={360} />
        )}
        {kind !== 'school' && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 4 }}>
            <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => chosen.set({ all: '1' })}>
              {translate(`views.printAll.${kind}`)}
            </Button>
            <DownloadButton
              variant="outlined"
              label={`views.exportAll.${kind}`}
              path={`/api/timetable-views/export.xlsx${query({ kind, schoolId, from })}`}
              fileName={`timetables-${kind}.xlsx`}
            />
          </Box>
        )}
      </Box>
      {data && <OnPaper view={data} chosen={chosen} />}
    </>
  )
}

function Under({ view }: { view: WeekView }) {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <>
      {[
        ...(view.weekOfTerm === null ? [] : [translate('views.week', { week: view.weekOfTerm })]),
        translate('views.range', { from: printDate(view.fromOn, tongue), to: printDate(view.toOn, tongue) }),
        translate('views.readAt', { at: printInstant(view.readAt) }),
      ].join(' · ')}
    </>
  )
}

function OnScreen({ view, chosen }: { view: WeekView; chosen: ChosenView }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  if (view.cells.length === 0) {
    return (
      <Paper>
        <EmptyState why={translate('views.nothing')} next={translate('views.nothingNext')} />
      </Paper>
    )
  }
  if (view.kind !== 'school')
    return isPhone ? (
      <DayList view={view} />
    ) : (
      <Paper sx={{ p: 3 }}>
        <WeekTable view={view} />
      </Paper>
    )
  return (
    <Paper
      sx={{ p: 3, overflow: 'auto', maxHeight: '80vh' }}
      tabIndex={0}
      role="region"
      aria-label={translate('views.table', { name: view.name })}
    >
      <Box
        sx={{
          minWidth: tongue === 'zh' ? 940 : 1180,
          fontSize: 12.5,
          '& thead': { position: 'sticky', top: -12, bgcolor: 'background.paper', zIndex: 2 },
          '& tbody th': { position: 'sticky', left: -12, bgcolor: 'background.paper', zIndex: 1 },
        }}
      >
        <SchoolTable view={view} side={chosen.side} />
      </Box>
    </Paper>
  )
}

/** Not seen on the screen, but laid out there, so that it is known how small the page must be made. */
function OnPaper({ view, chosen }: { view: WeekView; chosen: ChosenView }) {
  return (
    <Box
      aria-hidden
      sx={{
        position: 'absolute',
        left: -10_000,
        height: 0,
        overflow: 'hidden',
        visibility: 'hidden',
        '@media print': { position: 'static', height: 'auto', overflow: 'visible', visibility: 'visible' },
      }}
    >
      <PageSize kind={view.kind} />
      <PaperSheet key={`${chosen.side} ${view.readAt}`} view={view} side={chosen.side} />
    </Box>
  )
}

/** The timetable in force, as the week that is looked at has it. */
function FetButton({ schoolId, from }: { schoolId: number; from: string }) {
  const translate = useTranslate()
  const { termId } = useScope()
  const { data } = useAnswer<Page<Timetable>>(
    termId === undefined ? null : `/api/timetables${query({ schoolId, termId, status: 'published' })}`,
  )
  const timetable = data?.items[0]
  return timetable ? (
    <DownloadButton
      label={translate('views.exportFor', { program: 'FET' })}
      path={`/api/timetables/${timetable.id}/export.fet${query({ on: from })}`}
      fileName={`timetable-${timetable.id}.fet`}
    />
  ) : null
}
