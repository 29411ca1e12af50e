/** What was planned, given, spent and left of each fund, year beside year; once more by account or by school. */
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import { query } from '../../../api/call'
import {
  DownloadButton,
  EmptyState,
  ErrorNotice,
  FigureTable,
  fiscalYears,
  PageHead,
  presentYear,
  PrintButton,
  printDate,
  printFen,
  printShare,
  today,
  useAnswer,
  useScope,
  useTongue,
} from '../../../shared'
import type { BudgetRow, Budgets, BudgetYear } from '../types'
import { type BudgetFigure, figures, figuresByAccount } from './figures'

const counts = [1, 2, 3, 4, 5]
const ways = ['fund', 'account', 'school'] as const
type Way = (typeof ways)[number]

function useAsked() {
  const [search, setSearch] = useSearchParams()
  const set = (name: string, value: string) =>
    setSearch((old) => ({ ...Object.fromEntries(old), [name]: value }), { replace: true })
  const number = (name: string, known: readonly number[], usual: number) =>
    known.find((each) => each === Number(search.get(name))) ?? usual
  return {
    untilYear: number('until', fiscalYears(presentYear()), presentYear()),
    yearCount: number('years', counts, 3),
    way: ways.find((each) => each === search.get('by')) ?? 'fund',
    set,
  }
}

export function BudgetsPage() {
  const translate = useTranslate()
  const tongue = useTongue()
  const { schoolId, hasManySchools } = useScope()
  const { untilYear, yearCount, way, set } = useAsked()
  const address = query({ untilYear, yearCount, schoolId, by: way === 'fund' ? undefined : way })
  const { data, error, refetch } = useAnswer<Budgets>(`/api/statistics/budgets${address}`)
  const select = (name: string, label: string, value: number, choices: readonly number[]) => (
    <TextField
      className="no-print"
      select
      margin="none"
      fullWidth={false}
      label={translate(label)}
      value={value}
      onChange={(event) => set(name, event.target.value)}
      sx={{ minWidth: 110 }}
    >
      {choices.map((each) => (
        <MenuItem key={each} value={each}>
          {each}
        </MenuItem>
      ))}
    </TextField>
  )
  return (
    <>
      <PageHead
        title={translate('budgets.title')}
        under={translate('budgets.under', { date: printDate(today(), tongue) })}
      >
        {select('until', 'budgets.until', untilYear, fiscalYears(presentYear()))}
        {select('years', 'budgets.years', yearCount, counts)}
        <PrintButton />
        <DownloadButton path={`/api/statistics/budgets/export.xlsx${address}`} fileName="budgets.xlsx" />
      </PageHead>
      <ToggleButtonGroup
        className="no-print"
        exclusive
        size="small"
        value={way}
        onChange={(_, next: Way | null) => next && set('by', next)}
        aria-label={translate('budgets.by')}
        sx={{ mb: 4 }}
      >
        {ways
          .filter((each) => each !== 'school' || (hasManySchools && schoolId === undefined))
          .map((each) => (
            <ToggleButton key={each} value={each}>
              {translate(`budgets.ways.${each}`)}
            </ToggleButton>
          ))}
      </ToggleButtonGroup>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Body budgets={data} way={way} />
      ) : (
        <Skeleton variant="rounded" height={320} />
      )}
    </>
  )
}

function Body({ budgets, way }: { budgets: Budgets; way: Way }) {
  const translate = useTranslate()
  const years = budgets.fiscalYears
  if (budgets.rows.length === 0)
    return (
      <Paper>
        <EmptyState
          why={translate('budgets.none', { from: years[0], until: years.at(-1) })}
          next={translate('budgets.noneNext')}
        />
      </Paper>
    )
  const funds = [...new Set(budgets.rows.map((row) => row.fundId))]
  return (
    <>
      {funds.map((fundId) => {
        const rows = budgets.rows.filter((row) => row.fundId === fundId)
        return (
          <Section key={fundId} title={rows[0]!.fundName}>
            {way === 'fund' ? (
              <YearTable title={rows[0]!.fundName} years={rows[0]!.years} />
            ) : (
              <SplitTable title={rows[0]!.fundName} rows={rows} way={way} />
            )}
          </Section>
        )
      })}
      {way === 'fund' && funds.length > 1 && (
        <Section title={translate('budgets.total')}>
          <YearTable title={translate('budgets.total')} years={budgets.totals} />
        </Section>
      )}
      <Typography color="text.secondary">{translate('budgets.note')}</Typography>
    </>
  )
}

const Section = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Paper component="section" sx={{ overflow: 'hidden', mb: 4 }}>
    <Typography variant="h3" sx={{ p: 4, pb: 2 }}>
      {title}
    </Typography>
    {children}
  </Paper>
)

/** A line for each figure, a column for each year. */
function YearTable({ title, years }: { title: string; years: readonly BudgetYear[] }) {
  const translate = useTranslate()
  return (
    <FigureTable
      caption={title}
      head={[translate('budgets.figure'), ...years.map((year) => String(year.fiscalYear))]}
      rows={[
        ...figures.map((figure) => ({
          key: figure,
          cells: [translate(`budgets.figures.${figure}`), ...years.map((year) => amount(year, figure))],
        })),
        {
          key: 'share',
          cells: [
            translate('budgets.share'),
            ...years.map((year) =>
              printShare(year.spentFen, year.receivedFen + year.carriedFen - year.returnedFen),
            ),
          ],
        },
      ]}
    />
  )
}

/** By school or account: a line for each figure of each of them. */
function SplitTable({ title, rows, way }: { title: string; rows: readonly BudgetRow[]; way: Way }) {
  const translate = useTranslate()
  const shown = way === 'account' ? figuresByAccount : figures
  const years = rows[0]!.years
  return (
    <FigureTable
      caption={title}
      words={2}
      head={[
        translate(`budgets.heads.${way}`),
        translate('budgets.figure'),
        ...years.map((year) => String(year.fiscalYear)),
      ]}
      rows={rows.flatMap((row) =>
        shown.map((figure, index) => ({
          key: `${row.schoolId ?? row.account}/${figure}`,
          cells: [
            index > 0 ? '' : row.account === null ? row.schoolName : `${row.account} ${row.accountName}`,
            translate(`budgets.figures.${figure}`),
            ...row.years.map((year) => amount(year, figure)),
          ],
        })),
      )}
      foot={[
        translate('budgets.total'),
        translate('budgets.figures.spentFen'),
        ...years.map((_, index) => printFen(rows.reduce((sum, row) => sum + row.years[index]!.spentFen, 0))),
      ]}
    />
  )
}

const amount = (year: BudgetYear, figure: BudgetFigure): string => {
  const fen = year[figure]
  return fen === null ? '–' : printFen(fen)
}
