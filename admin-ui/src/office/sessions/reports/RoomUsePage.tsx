/** How much are the school's rooms used, when are they scarce, and which are not used at all? */
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import {
  ChartCard,
  DownloadButton,
  EmptyState,
  ErrorNotice,
  Figure,
  Figures,
  FigureTable,
  PageHead,
  PrintButton,
  printCount,
  printDate,
  printInstant,
  printPerMille,
  useAnswer,
  useTongue,
} from '../../../shared'
import { ShareBars } from '../../../shared/charts'
import { printHours, type RoomUse, type RoomUseRow } from './reports'
import { SpanFields, useSpan } from './useSpan'

export function RoomUsePage() {
  const translate = useTranslate()
  const span = useSpan()
  const { data, error, refetch } = useAnswer<RoomUse>(
    span.asked && `/api/timetable-reports/rooms${span.asked}`,
  )
  return (
    <>
      <PageHead title={translate('menu.roomUse')} under={data && <Under report={data} />}>
        {data && <PrintButton />}
        {span.asked && (
          <DownloadButton
            path={`/api/timetable-reports/rooms/export.xlsx${span.asked}`}
            fileName="room-use.xlsx"
          />
        )}
      </PageHead>
      {span.asked === null ? (
        <Paper>
          <EmptyState why={translate('reports.noSchool')} next={translate('reports.noSchoolNext')} />
        </Paper>
      ) : (
        <>
          <SpanFields {...span} />
          <ErrorNotice error={error} onRetry={() => void refetch()} />
          {data ? <Body report={data} /> : !error && <Skeleton variant="rounded" height={320} />}
        </>
      )}
    </>
  )
}

export function Under({ report }: { report: { from: string; to: string; weekCount: number; asOf: string } }) {
  const translate = useTranslate()
  return (
    <>
      {translate('reports.span', {
        from: report.from,
        to: report.to,
        weeks: report.weekCount,
        at: printInstant(report.asOf),
      })}
    </>
  )
}

function Body({ report }: { report: RoomUse }) {
  const translate = useTranslate()
  const used = report.items.filter((item) => item.sessionCount > 0)
  const unused = report.items.filter((item) => item.sessionCount === 0)
  const sum = (of: (item: RoomUse['items'][number]) => number) =>
    report.items.reduce((total, item) => total + of(item), 0)
  const word = (key: string, params: object = {}) => translate(`reports.room.${key}`, params)
  const hours = (minutes: number) => translate('reports.hours', { hours: printHours(minutes) })
  const share = (perMille: number | null) => (perMille === null ? '–' : printPerMille(perMille))
  return (
    <>
      <UseFigures word={word} report={report} sum={sum} />
      {used.length === 0 ? (
        <Paper sx={{ mb: 4 }}>
          <EmptyState why={translate('reports.none')} next={translate('reports.noneNext')} />
        </Paper>
      ) : (
        <ChartCard
          title={word('chart')}
          note={word('chartNote')}
          height={used.length * 34 + 40}
          chart={
            <ShareBars
              title={word('chart')}
              bars={used.map((item) => ({ id: item.roomId, label: item.name, perMille: item.usePerMille }))}
            />
          }
          table={<UseTable word={word} report={report} hours={hours} share={share} sum={sum} />}
        />
      )}
      <UnusedRooms word={word} unused={unused} />
    </>
  )
}

interface UseFiguresProps {
  word: (key: string, params?: object) => string
  report: RoomUse
  sum: (of: (item: RoomUse['items'][number]) => number) => number
}

function UseFigures({ word, report, sum }: UseFiguresProps) {
  const tongue = useTongue()
  return (
    <Figures>
      <Figure
        label={word('used')}
        value={printCount(report.usedRoomCount)}
        help={word('usedOf', { total: printCount(report.items.length) })}
      />
      <Figure
        label={word('sessions')}
        value={printCount(sum((item) => item.sessionCount))}
        help={word('sessionsHelp', { cancelled: printCount(sum((item) => item.cancelledCount)) })}
      />
      <Figure
        label={word('peak')}
        value={report.peak ? word('peakValue', { count: report.peak.roomCount }) : '–'}
        help={
          report.peak
            ? word('peakHelp', { day: printDate(report.peak.heldOn, tongue), time: report.peak.startTime })
            : undefined
        }
      />
      <Figure label={word('slots')} value={printCount(report.slotCount)} help={word('slotsHelp')} />
    </Figures>
  )
}

interface UseTableProps {
  word: (key: string, params?: object) => string
  report: RoomUse
  hours: (minutes: number) => string
  share: (perMille: number | null) => string
  sum: (of: (item: RoomUse['items'][number]) => number) => number
}

function UseTable({ word, report, hours, share, sum }: UseTableProps) {
  const translate = useTranslate()
  return (
    <FigureTable
      caption={word('chart')}
      head={['name', 'capacity', 'sessions', 'time', 'perWeek', 'share', 'busiest', 'cancelled'].map((head) =>
        word(`heads.${head}`),
      )}
      rows={report.items.map((item) => ({
        key: item.roomId,
        cells: [
          item.name,
          printCount(item.capacity),
          printCount(item.sessionCount),
          hours(item.minutes),
          hours(item.minutesPerWeek),
          share(item.usePerMille),
          item.busiestWeekOn ? `${item.busiestWeekCount}（${item.busiestWeekOn.slice(5)}）` : '–',
          printCount(item.cancelledCount),
        ],
      }))}
      foot={[
        translate('reports.total'),
        '',
        printCount(sum((item) => item.sessionCount)),
        hours(sum((item) => item.minutes)),
        '',
        '',
        '',
        printCount(sum((item) => item.cancelledCount)),
      ]}
    />
  )
}

function UnusedRooms({
  word,
  unused,
}: {
  word: (key: string, params?: object) => string
  unused: RoomUseRow[]
}) {
  const translate = useTranslate()
  return (
    <Paper component="section" sx={{ p: 4 }}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {word('unused', { count: printCount(unused.length) })}
      </Typography>
      <Typography>
        {unused.length === 0
          ? word('noUnused')
          : unused.map((item) => item.name).join(translate('kit.comma'))}
      </Typography>
    </Paper>
  )
}
