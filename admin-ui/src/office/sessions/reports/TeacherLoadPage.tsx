/** Who takes how many sessions, and is the work spread evenly? */
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import { lazy } from 'react'
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
  printPerMille,
  useAnswer,
} from '../../../shared'
import { type LoadStep, printHours, type TeacherLoad, type TeacherLoadRow } from './reports'
import { Under } from './RoomUsePage'
import { SpanFields, useSpan } from './useSpan'

const CountBars = lazy(async () => ({ default: (await import('./CountBars')).CountBars }))

export function TeacherLoadPage() {
  const translate = useTranslate()
  const span = useSpan()
  const { data, error, refetch } = useAnswer<TeacherLoad>(
    span.asked && `/api/timetable-reports/teachers${span.asked}`,
  )
  return (
    <>
      <PageHead title={translate('menu.teacherLoad')} under={data && <Under report={data} />}>
        {data && <PrintButton />}
        {span.asked && (
          <DownloadButton
            path={`/api/timetable-reports/teachers/export.xlsx${span.asked}`}
            fileName="teacher-load.xlsx"
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

function Body({ report }: { report: TeacherLoad }) {
  const translate = useTranslate()
  const word = (key: string, params: object = {}) => translate(`reports.teacher.${key}`, params)
  const hours = (minutes: number) => translate('reports.hours', { hours: printHours(minutes) })
  const share = (perMille: number | null) => (perMille === null ? '–' : printPerMille(perMille))
  const most = report.items[0]
  const late = report.items.reduce((total, item) => total + item.lateCount, 0)
  if (report.teachingCount === 0) {
    return (
      <Paper>
        <EmptyState why={translate('reports.none')} next={translate('reports.noneNext')} />
      </Paper>
    )
  }
  return (
    <>
      <LoadFigures word={word} report={report} hours={hours} most={most} share={share} late={late} />
      <Spread steps={report.distribution} />
      <ChartCard
        title={word('chart')}
        note={word('chartNote')}
        height={report.teachingCount * 30 + 40}
        chart={
          <CountBars
            title={word('chart')}
            bars={report.items
              .filter((item) => item.sessionCount > 0)
              .map((item) => ({ id: item.teacherId, label: item.name, value: item.minutes / 60 }))}
            print={(value) => hours(value * 60)}
          />
        }
        table={
          <FigureTable
            caption={word('chart')}
            head={['name', 'sessions', 'time', 'days', 'late', 'taken', 'given', 'ofMean', 'cancelled'].map(
              (head) => word(`heads.${head}`),
            )}
            rows={report.items.map((item) => ({
              key: item.teacherId,
              cells: [
                item.kind === 'lecturer' ? `${item.name}（${word('lecturer')}）` : item.name,
                printCount(item.sessionCount),
                hours(item.minutes),
                printCount(item.dayCount),
                printCount(item.lateCount),
                printCount(item.takenCount),
                printCount(item.givenCount),
                share(item.ofMeanPerMille),
                printCount(item.cancelledCount),
              ],
            }))}
          />
        }
      />
    </>
  )
}

interface LoadFiguresProps {
  word: (key: string, params?: object) => string
  report: TeacherLoad
  hours: (minutes: number) => string
  most: TeacherLoadRow | undefined
  share: (perMille: number | null) => string
  late: number
}

function LoadFigures({ word, report, hours, most, share, late }: LoadFiguresProps) {
  return (
    <Figures>
      <Figure
        label={word('teaching')}
        value={printCount(report.teachingCount)}
        help={word('teachingOf', { total: printCount(report.items.length) })}
      />
      <Figure
        label={word('mean')}
        value={report.meanMinutes === null ? '–' : hours(report.meanMinutes)}
        help={word('meanHelp')}
      />
      <Figure
        label={word('most')}
        value={most ? hours(most.minutes) : '–'}
        help={most ? `${most.name} · ${word('mostHelp', { share: share(most.ofMeanPerMille) })}` : undefined}
      />
      <Figure label={word('late')} value={printCount(late)} help={word('lateHelp')} />
    </Figures>
  )
}

function Spread({ steps }: { steps: LoadStep[] }) {
  const translate = useTranslate()
  const word = (key: string, params: object = {}) => translate(`reports.teacher.${key}`, params)
  const label = ({ fromCount: from, toCount: to }: LoadStep) =>
    to === 0 ? word('noSessions') : from === to ? word('stepOne', { from }) : word('step', { from, to })
  return (
    <ChartCard
      title={word('spread')}
      note={word('spreadNote')}
      height={steps.length * 30 + 40}
      chart={
        <CountBars
          title={word('spread')}
          bars={steps.map((step) => ({ id: step.fromCount, label: label(step), value: step.teacherCount }))}
          print={(count) => word('people', { count: printCount(count) })}
        />
      }
      table={
        <FigureTable
          caption={word('spread')}
          head={[word('steps'), word('stepPeople')]}
          rows={steps.map((step) => ({
            key: step.fromCount,
            cells: [label(step), printCount(step.teacherCount)],
          }))}
        />
      }
    />
  )
}
