/** What was spent, is reserved and is left of what arrived: by district, school or fund; the table is exact to the fen. */
import Link from '@mui/material/Link'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import {
  ChartCard,
  FigureTable,
  printCount,
  printFen,
  useMay,
  useRegionName,
  useScope,
  useScopedTo,
} from '../../../shared'
import { MoneyBars } from '../../../shared/charts'
import { useDistrict } from '../Drill'
import type { Money, MoneyFigures, SchoolMoney } from '../types'
import { addUp, figureKeys, groupBy } from './sums'

const mostBars = 20

interface Group {
  id: string
  name: string
  rows: SchoolMoney[]
}

export function MoneyRows({
  money,
  rows,
  district,
}: {
  money: Money
  rows: SchoolMoney[]
  district: string | undefined
}) {
  const translate = useTranslate()
  const nameOf = useRegionName()
  const { schoolId, setSchool } = useScope()
  const [, setDistrict] = useDistrict()
  const isByRegion =
    schoolId === undefined && district === undefined && new Set(rows.map((each) => each.regionCode)).size > 1
  const groups: Group[] = groupBy(rows, (each) => (isByRegion ? each.regionCode : String(each.schoolId))).map(
    ([id, own]) => ({ id, name: isByRegion ? nameOf(id) : (own[0]?.schoolName ?? ''), rows: own }),
  )
  const largest = [...groups]
    .sort((a, b) => addUp(b.rows).receivedFen - addUp(a.rows).receivedFen)
    .slice(0, mostBars)
  const open =
    schoolId !== undefined
      ? undefined
      : (id: string) => {
          if (isByRegion) return setDistrict(id)
          setSchool(Number(id))
          window.scrollTo(0, 0)
        }
  const title = translate(isByRegion ? 'statistics.moneyByRegion' : 'statistics.moneyBySchool')
  const nameCell = (group: Group) => (
    <NameCell key="name" group={group} open={open} fiscalYear={money.fiscalYear} />
  )
  return (
    <ChartCard
      title={title}
      startWithTable={addUp(rows).receivedFen === 0}
      chart={
        <MoneyBars
          title={title}
          parts={(['spent', 'committed', 'left'] as const).map((key) => ({
            key: `${key}Fen`,
            label: translate(`statistics.figures.${key}`),
          }))}
          bars={largest.map((each) => ({ id: each.id, label: each.name, figures: { ...addUp(each.rows) } }))}
          {...(open ? { onOpen: open } : {})}
        />
      }
      table={
        <MoneyTable title={title} isByRegion={isByRegion} groups={groups} nameCell={nameCell} rows={rows} />
      }
      note={
        <>
          {translate('statistics.moneyNote')}
          {groups.length > mostBars &&
            ` ${translate('statistics.largestOnly', { count: mostBars, all: printCount(groups.length) })}`}
        </>
      }
    />
  )
}

interface NameCellProps {
  group: Group
  open: ((id: string) => void) | undefined
  fiscalYear: number
}

/** Leads to the group's own schools, or to the school's board. */
function NameCell({ group, open, fiscalYear }: NameCellProps) {
  const scoped = useScopedTo()
  const mayOpenBoard = useMay('funding.read')
  if (open)
    return (
      <Link component="button" sx={{ textAlign: 'left' }} onClick={() => open(group.id)}>
        {group.name}
      </Link>
    )
  return mayOpenBoard ? (
    <Link component={RouterLink} to={scoped(`/funding/board?year=${fiscalYear}`)}>
      {group.name}
    </Link>
  ) : (
    <>{group.name}</>
  )
}

interface MoneyTableProps {
  title: string
  isByRegion: boolean
  groups: Group[]
  nameCell: (group: Group) => string | React.JSX.Element
  rows: SchoolMoney[]
}

function MoneyTable({ title, isByRegion, groups, nameCell, rows }: MoneyTableProps) {
  const translate = useTranslate()
  return (
    <FigureTable
      caption={title}
      words={2}
      head={[
        translate(isByRegion ? 'statistics.region' : 'statistics.school'),
        translate('statistics.fund'),
        translate('statistics.classes'),
        ...figureKeys.map((key) => translate(`statistics.figures.${key}`)),
      ]}
      rows={groups.flatMap((group) =>
        groupBy(group.rows, (each) => each.fundName).map(([fundName, own], index) => ({
          key: `${group.id}/${fundName}`,
          cells: [
            index === 0 ? nameCell(group) : '',
            fundName,
            printCount(own.reduce((sum, each) => sum + each.classCount, 0)),
            ...amounts(addUp(own)),
          ],
        })),
      )}
      foot={[translate('statistics.total'), '', '', ...amounts(addUp(rows))]}
    />
  )
}

const amounts = (figures: MoneyFigures): string[] => figureKeys.map((key) => printFen(figures[`${key}Fen`]))
