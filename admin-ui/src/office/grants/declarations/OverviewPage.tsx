/** Who has declared, who is late, and where do register, declaration and sessions differ? For the offices that see all schools. */
import Chip from '@mui/material/Chip'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { ResourceContextProvider, useTranslate, type RaRecord } from 'react-admin'
import { useSearchParams } from 'react-router'
import type { Schemas } from '../../../api/contract'
import {
  choiceFilter,
  Col,
  DateCol,
  EmptyState,
  MoneyCol,
  NumberCol,
  OfficeList,
  printFen,
  StatusChip,
  yesNoFilter,
  FiscalYearSelect,
  useFiscalYear,
  presentYear,
  today,
  useTongue,
  useAll,
} from '../../../shared'
import { declarationStates } from '../types'
import { type Periods, usePeriods } from './periods'
import { BatchSteps, useMayDecide } from './BatchSteps'
import { RemindButton } from './RemindButton'

type Row = Schemas['OverviewRowOut'] & RaRecord
const filters = [
  choiceFilter('status', ['not_declared', ...declarationStates], 'states.declarations'),
  yesNoFilter('isLate', { label: 'declaring.yesLate' }),
]

export function OverviewPage() {
  const translate = useTranslate()
  const tongue = useTongue()
  const [search, setSearch] = useSearchParams()
  const [fiscalYear] = useFiscalYear()
  const { data: funds, isPending } = useAll<RaRecord>('funds', {
    sort: { field: 'code', order: 'ASC' },
  })
  const chosen = funds?.find((fund) => String(fund.id) === search.get('fund')) ?? funds?.[0]
  const offered = usePeriods(chosen ? Number(chosen.id) : undefined, fiscalYear)
  const periods = offered && offered.periods.length > 1 ? offered.periods : []
  const period = periods.find((each) => each.key === search.get('period')) ?? presentOf(periods, fiscalYear)
  if (isPending || (chosen && !offered)) return <Skeleton variant="rounded" height={320} />
  if (!chosen)
    return (
      <Paper>
        <EmptyState why={translate('declaring.chooseFund')} next={translate('declaring.chooseFundNext')} />
      </Paper>
    )
  const choose = (name: 'fund' | 'period') => (value: string) =>
    setSearch((old) => ({ ...Object.fromEntries(old), [name]: value }))
  const nameOf = ({ name, nameEn }: Periods['periods'][number]) => (tongue === 'en' ? nameEn : name)
  const choices = (
    <>
      <Choice
        label="funding.fund"
        value={String(chosen.id)}
        of={funds!.map((fund) => [String(fund.id), String(fund['name'])])}
        onChange={choose('fund')}
      />
      <FiscalYearSelect />
      {period && (
        <Choice
          label="resources.declarations.fields.periodKey"
          value={period.key}
          of={periods.map((each) => [each.key, nameOf(each)])}
          onChange={choose('period')}
        />
      )}
    </>
  )
  return (
    <ResourceContextProvider value="declarations/overview">
      <OverviewList
        key={`${chosen.id}/${fiscalYear}/${period?.key ?? ''}`}
        periodKey={period?.key}
        fundId={Number(chosen.id)}
        fiscalYear={fiscalYear}
        choices={choices}
      />
    </ResourceContextProvider>
  )
}

interface ChoiceProps {
  label: string
  value: string
  of: (readonly [string, string])[]
  onChange: (value: string) => void
}

function Choice({ label, value, of, onChange }: ChoiceProps) {
  const translate = useTranslate()
  return (
    <TextField
      select
      size="small"
      margin="none"
      fullWidth={false}
      sx={{ minWidth: 160 }}
      label={translate(label)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {of.map(([id, name]) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}

// The last that has begun; of another year the first.
const presentOf = (periods: Periods['periods'], fiscalYear: number) => {
  const month = fiscalYear === presentYear() ? Number(today().slice(5, 7)) : 1
  return periods.findLast((each) => each.fromMonth <= month) ?? periods[0]
}

const stateOf = (row: Row) => (row.isCovered ? row.status : 'not_covered')

function OverviewList({
  fundId,
  fiscalYear,
  periodKey,
  choices,
}: {
  fundId: number
  fiscalYear: number
  periodKey: string | undefined
  choices: React.ReactNode
}) {
  const translate = useTranslate()
  const mayDecide = useMayDecide()
  return (
    <OfficeList<Row>
      title={translate('declaring.overview')}
      under={translate('declaring.overviewUnder')}
      actions={
        <>
          <RemindButton fundId={fundId} fiscalYear={fiscalYear} periodKey={periodKey} />
          {choices}
        </>
      }
      scope={['school']}
      filter={{ fundId, fiscalYear, ...(periodKey ? { periodKey } : {}) }}
      order={{ field: 'schoolName', order: 'ASC' }}
      filters={filters}
      hasExport={false}
      searchPlaceholder={translate('declaring.searchSchool')}
      totals={['amountFen', 'registerCount']}
      {...(mayDecide ? { bulk: <BatchSteps />, isRowSelectable: (row: RaRecord) => Number(row.id) > 0 } : {})}
      rowClick={(id: unknown) => (Number(id) > 0 ? `/declarations/${String(id)}/show` : false)}
      empty={<EmptyState why={translate('declaring.noSchools')} />}
      simple={{
        primary: (row) => row.schoolName,
        secondary: (row) =>
          [
            translate(`states.declarations.${stateOf(row)}`),
            ...flagsOf(row).map((flag) => translate(`declaring.${flag}`)),
          ].join(' · '),
        trailing: (row) => (row.amountFen === null ? '–' : printFen(row.amountFen)),
        to: (row) => (row.declarationId === null ? '' : `/declarations/${row.declarationId}/show`),
      }}
    >
      <Col source="schoolName" />
      <Col
        source="status"
        disableSort
        render={(row) => (
          <StatusChip resource="declarations" status={stateOf(row as Row)} meaning={meaningOf(row as Row)} />
        )}
      />
      <Col source="isLate" label="declaring.flags" disableSort render={(row) => <Flags row={row as Row} />} />
      <MoneyCol source="amountFen" disableSort />
      <DateCol source="dueOn" disableSort />
      <NumberCol source="registerCount" disableSort />
      <NumberCol source="declaredCount" disableSort />
      <NumberCol source="heldCount" disableSort />
    </OfficeList>
  )
}

const meaningOf = (row: Row) => {
  if (!row.isCovered) return 'draft' as const
  if (row.isLate || row.status === 'returned') return 'refused' as const
  return row.status === 'approved'
    ? ('done' as const)
    : row.status === 'not_declared' || row.status === 'draft'
      ? ('draft' as const)
      : ('waiting' as const)
}

function flagsOf(row: Row): ('late' | 'registerDiffers' | 'heldDiffers')[] {
  return [
    ...(row.isLate ? ['late' as const] : []),
    ...(row.isRegisterDifferent ? ['registerDiffers' as const] : []),
    ...(row.isHeldDifferent ? ['heldDiffers' as const] : []),
  ]
}

function Flags({ row }: { row: Row }) {
  const translate = useTranslate()
  const flags = flagsOf(row)
  if (flags.length === 0) return <>{row.declarationId === null ? '–' : translate('declaring.fine')}</>
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {flags.map((flag) => (
        <Chip
          key={flag}
          size="small"
          color={flag === 'late' ? 'error' : 'warning'}
          variant="outlined"
          label={translate(`declaring.${flag}`)}
        />
      ))}
    </Stack>
  )
}
