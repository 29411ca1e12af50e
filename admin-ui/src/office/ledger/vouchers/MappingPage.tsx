/** Where does each account stand in the government's charts, and what must the accountant still answer? */
import Alert from '@mui/material/Alert'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import { useTranslate } from 'react-admin'
import { ErrorNotice, FigureTable, PageHead, PrintButton, useAnswer, useTongue } from '../../../shared'
import type { AccountMapping, Mapping } from '../types'

export function MappingPage() {
  const translate = useTranslate()
  const { data, error } = useAnswer<Mapping>('/api/vouchers/mapping')
  const open = data?.accounts.filter(({ isVerified }) => !isVerified).length ?? 0
  return (
    <>
      <PageHead title={translate('funding.accountMapping')} under={translate('funding.accountMappingUnder')}>
        <PrintButton />
      </PageHead>
      <ErrorNotice error={error} />
      {!data && !error && <Skeleton variant="rounded" height={320} />}
      {data && (
        <>
          {open > 0 && (
            <Alert severity="warning" sx={{ mb: 3 }}>
              {translate('funding.mappingOpen', { count: open, smart_count: open })}
            </Alert>
          )}
          <Paper sx={{ overflow: 'hidden' }}>
            <Accounts mapping={data} />
          </Paper>
        </>
      )}
    </>
  )
}

const coded = (code: string | null, name: string | null) => (code === null ? '–' : `${code} ${name ?? ''}`)

function Accounts({ mapping }: { mapping: Mapping }) {
  const translate = useTranslate()
  const isZh = useTongue() === 'zh'
  const asked = (each: AccountMapping) => (isZh ? each.questionZh : each.questionEn)
  const functional = mapping.functionalClasses.map(
    ({ code, nameZh, nameEn }) => `${code} ${isZh ? nameZh : nameEn}`,
  )
  return (
    <FigureTable
      caption={translate('funding.accountMapping')}
      words={5}
      head={[
        translate('funding.account'),
        translate('funding.voucherSides.financial'),
        translate('funding.voucherSides.budget'),
        translate('resources.ledger-entries.fields.economicCategory'),
        translate('funding.openQuestion'),
      ]}
      rows={[
        ...mapping.accounts.map((each) => ({
          key: each.account,
          cells: [
            `${each.account} ${isZh ? each.nameZh : each.nameEn}`,
            coded(each.financial, each.financialName),
            coded(each.budget, each.budgetName),
            coded(each.economicCategory, each.economicName),
            asked(each) ?? translate('funding.mappingConfirmed'),
          ],
        })),
        {
          key: 'functional',
          cells: [
            translate('funding.functionalClass'),
            '–',
            functional.join(isZh ? '、' : ', '),
            '–',
            isZh ? mapping.functionalQuestionZh : mapping.functionalQuestionEn,
          ],
        },
      ]}
    />
  )
}
