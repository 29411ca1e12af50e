/** Which money reached which school, and how much of it is left? */
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import { query } from '../../../api/call'
import {
  DownloadButton,
  EmptyState,
  ErrorNotice,
  Figure,
  Figures,
  PageHead,
  printDate,
  printFen,
  PrintButton,
  printShare,
  printWan,
  today,
  useAnswer,
  useScope,
  useTongue,
} from '../../../shared'
import { Drill, useDistrict } from '../Drill'
import type { Money, MoneyFigures } from '../types'
import { MoneyRows } from './MoneyRows'
import { addUp } from './sums'

const presentYear = (): number => Number(today().slice(0, 4))

export function MoneyPage() {
  const translate = useTranslate()
  const tongue = useTongue()
  const { schoolId } = useScope()
  const [search, setSearch] = useSearchParams()
  const asked = Number(search.get('year'))
  const fiscalYear = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : presentYear()
  const address = query({ fiscalYear, schoolId })
  const { data, error, refetch } = useAnswer<Money>(`/api/statistics/money${address}`)
  return (
    <>
      <PageHead
        title={translate('statistics.money')}
        under={translate('statistics.moneyUnder', { year: fiscalYear, date: printDate(today(), tongue) })}
      >
        <TextField
          className="no-print"
          select
          margin="none"
          fullWidth={false}
          label={translate('statistics.fiscalYear')}
          value={fiscalYear}
          onChange={(event) => setSearch((old) => ({ ...Object.fromEntries(old), year: event.target.value }))}
          sx={{ minWidth: 110 }}
        >
          {[1, 0, -1, -2].map((step) => (
            <MenuItem key={step} value={presentYear() + step}>
              {presentYear() + step}
            </MenuItem>
          ))}
        </TextField>
        <PrintButton />
        <DownloadButton
          path={`/api/statistics/money/export.xlsx${address}`}
          fileName={`money-${fiscalYear}.xlsx`}
        />
      </PageHead>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Body money={data} />
      ) : (
        <Skeleton variant="rounded" height={320} />
      )}
    </>
  )
}

function Body({ money }: { money: Money }) {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const [district] = useDistrict()
  const rows = money.schools.filter(
    (each) => schoolId !== undefined || district === undefined || each.regionCode === district,
  )
  return (
    <>
      <Drill
        schoolName={
          schoolId === undefined ? undefined : (money.schools[0]?.schoolName ?? money.schoolsWithout[0])
        }
      />
      {rows.length === 0 ? (
        <Paper sx={{ mb: 4 }}>
          <EmptyState
            why={translate('statistics.noMoney', { year: money.fiscalYear })}
            next={translate('statistics.noMoneyNext')}
          />
        </Paper>
      ) : (
        <>
          <Overview figures={addUp(rows)} />
          <MoneyRows money={money} rows={rows} district={district} />
        </>
      )}
      {money.schoolsWithout.length > 0 && rows.length > 0 && (
        <Typography color="text.secondary">
          {translate('statistics.schoolsWithout', {
            count: money.schoolsWithout.length,
            schools: money.schoolsWithout.slice(0, 30).join(translate('kit.comma')),
          })}
        </Typography>
      )}
    </>
  )
}

function Overview({ figures }: { figures: MoneyFigures }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const amount = (fen: number) => <span title={printFen(fen)}>{printWan(fen, tongue)}</span>
  return (
    <Figures>
      <Figure
        label={translate('statistics.figures.approved')}
        value={amount(figures.approvedFen)}
        help={translate('statistics.ofDeclared', {
          share: printShare(figures.approvedFen, figures.declaredFen),
        })}
      />
      <Figure
        label={translate('statistics.figures.received')}
        value={amount(figures.receivedFen)}
        help={translate('statistics.ofApproved', {
          share: printShare(figures.receivedFen, figures.approvedFen),
        })}
      />
      <Figure
        label={translate('statistics.figures.spent')}
        value={amount(figures.spentFen)}
        help={translate('statistics.ofReceived', {
          share: printShare(figures.spentFen, figures.receivedFen),
        })}
      />
      <Figure
        label={translate('statistics.figures.left')}
        value={amount(figures.leftFen)}
        help={printFen(figures.leftFen)}
      />
    </Figures>
  )
}
