/** Do debits and credits agree, for the school or the whole region? */
import Alert from '@mui/material/Alert'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import { query } from '../../../api/call'
import {
  DownloadButton,
  EmptyState,
  ErrorNotice,
  FigureTable,
  PageHead,
  PrintButton,
  printFen,
  useAnswer,
  useScope,
  useScopedTo,
  useTongue,
  FiscalYearSelect,
  useFiscalYear,
} from '../../../shared'
import type { TrialBalance } from '../types'

export function TrialBalancePage() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const [fiscalYear] = useFiscalYear()
  const asked = query({ fiscalYear, ...(schoolId === undefined ? {} : { schoolId }) })
  const { data, error } = useAnswer<TrialBalance>(`/api/ledger/trial-balance${asked}`)
  return (
    <>
      <PageHead title={translate('funding.trialBalance')} under={translate('funding.trialBalanceUnder')}>
        <FiscalYearSelect />
        <DownloadButton path={`/api/ledger/trial-balance.xlsx${asked}`} fileName="trial-balance.xlsx" />
        <PrintButton />
      </PageHead>
      <ErrorNotice error={error} />
      {!data && !error && <Skeleton variant="rounded" height={320} />}
      {data && data.lines.length === 0 && (
        <Paper>
          <EmptyState why={translate('funding.noEntries')} next={translate('funding.noBalanceNext')} />
        </Paper>
      )}
      {data && data.lines.length > 0 && (
        <>
          <Alert severity={data.isBalanced ? 'success' : 'error'} sx={{ mb: 3 }}>
            {translate(data.isBalanced ? 'funding.balanced' : 'funding.notBalanced')}
          </Alert>
          <Paper sx={{ overflow: 'hidden' }}>
            <AccountRows data={data} fiscalYear={fiscalYear} />
          </Paper>
        </>
      )}
    </>
  )
}

function AccountRows({ data, fiscalYear }: { data: TrialBalance; fiscalYear: number }) {
  const translate = useTranslate()
  const scopedTo = useScopedTo()
  const tongue = useTongue()
  return (
    <FigureTable
      caption={translate('funding.trialBalance')}
      words={2}
      head={[
        translate('funding.account'),
        translate('funding.mapping'),
        translate('funding.debits'),
        translate('funding.credits'),
        translate('funding.balance'),
      ]}
      rows={data.lines.map((line) => ({
        key: line.account,
        cells: [
          <Link
            key="account"
            component={RouterLink}
            to={scopedTo(
              `/ledger-entries?filter=${encodeURIComponent(JSON.stringify({ account: line.account, fiscalYear: String(fiscalYear) }))}`,
            )}
          >
            {`${line.account} ${tongue === 'zh' ? line.nameZh : line.nameEn}`}
          </Link>,
          line.financial === null
            ? '–'
            : `${line.financial} / ${line.budget ?? '–'}${line.isMappingVerified ? '' : ` · ${translate('funding.unverified')}`}`,
          printFen(line.debitFen),
          printFen(line.creditFen),
          printFen(line.balanceFen),
        ],
      }))}
      foot={[
        translate('funding.total'),
        '',
        printFen(data.debitFen),
        printFen(data.creditFen),
        printFen(data.debitFen - data.creditFen),
      ]}
    />
  )
}
