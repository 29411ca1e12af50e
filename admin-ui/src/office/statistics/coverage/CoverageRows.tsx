/** The share of students taking part, by district or by school: a chart, and the whole table behind one click. */
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { ChartCard, FigureTable, printCount, printPerMille, useRegionName, useScope } from '../../../shared'
import { ShareBars } from '../../../shared/charts'
import { useDistrict } from '../Drill'
import type { Coverage, CoverageFigures } from '../types'

const mostBars = 20

interface Row {
  id: string | number
  name: string
  figures: CoverageFigures
}

export function CoverageRows({ coverage, district }: { coverage: Coverage; district: string | undefined }) {
  const translate = useTranslate()
  const nameOf = useRegionName()
  const { schoolId, setSchool } = useScope()
  const [, setDistrict] = useDistrict()
  const isByRegion = schoolId === undefined && district === undefined && coverage.regions.length > 1
  const rows: Row[] = isByRegion
    ? coverage.regions.map((each) => ({ id: each.regionCode, name: nameOf(each.regionCode), figures: each }))
    : coverage.schools
        .filter((each) => district === undefined || each.regionCode === district)
        .map((each) => ({ id: each.schoolId, name: each.schoolName, figures: each }))
  const open =
    schoolId !== undefined
      ? undefined
      : (id: string | number) => {
          if (isByRegion) return setDistrict(String(id))
          setSchool(Number(id))
          window.scrollTo(0, 0)
        }
  const shown = [...rows].sort(
    (a, b) => (a.figures.studentPerMille ?? 2000) - (b.figures.studentPerMille ?? 2000),
  )
  const title = translate(isByRegion ? 'statistics.byRegion' : 'statistics.bySchool')
  const totals = coverage.regions.find((each) => each.regionCode === district) ?? coverage.totals
  return (
    <ChartCard
      title={title}
      startWithTable={schoolId !== undefined}
      chart={
        <ShareBars
          title={title}
          bars={shown
            .slice(0, mostBars)
            .map((each) => ({ id: each.id, label: each.name, perMille: each.figures.studentPerMille }))}
          {...(open ? { onOpen: open } : {})}
        />
      }
      table={<CoverageTable title={title} isByRegion={isByRegion} rows={rows} open={open} totals={totals} />}
      note={
        <>
          {translate('statistics.coverageNote')}
          {shown.length > mostBars &&
            ` ${translate('statistics.lowestOnly', { count: mostBars, all: printCount(shown.length) })}`}
          {rows.some((each) => each.figures.takingPartCount === null) &&
            ` ${translate('statistics.hiddenNote')}`}
        </>
      }
    />
  )
}

interface CoverageTableProps {
  title: string
  isByRegion: boolean
  rows: Row[]
  open: ((id: string | number) => void) | undefined
  totals: CoverageFigures
}

function CoverageTable({ title, isByRegion, rows, open, totals }: CoverageTableProps) {
  const translate = useTranslate()
  return (
    <FigureTable
      caption={title}
      head={[
        translate(isByRegion ? 'statistics.region' : 'statistics.school'),
        ...heads.map((key) => translate(`statistics.columns.${key}`)),
      ]}
      rows={rows.map((each) => ({
        key: each.id,
        cells: [
          open ? (
            <Link key="name" component="button" sx={{ textAlign: 'left' }} onClick={() => open(each.id)}>
              {each.name}
            </Link>
          ) : (
            each.name
          ),
          ...cells(each.figures),
        ],
      }))}
      {...(rows.length > 1 ? { foot: [translate('statistics.total'), ...cells(totals)] } : {})}
    />
  )
}

const heads = [
  'students',
  'takingPart',
  'studentShare',
  'personTimes',
  'fullWeek',
  'fullWeekShare',
  'schools',
  'providing',
  'teachers',
  'teaching',
  'teacherShare',
  'lecturers',
]

function cells(figures: CoverageFigures): string[] {
  const count = (value: number | null) => (value === null ? '–' : printCount(value))
  const share = (value: number | null) => (value === null ? '–' : printPerMille(value))
  return [
    count(figures.studentCount),
    count(figures.takingPartCount),
    share(figures.studentPerMille),
    count(figures.personTimes),
    count(figures.fullWeekCount),
    share(figures.fullWeekPerMille),
    count(figures.schoolCount),
    count(figures.providingCount),
    count(figures.teacherCount),
    count(figures.teachingCount),
    share(figures.teacherPerMille),
    count(figures.lecturerCount),
  ]
}
