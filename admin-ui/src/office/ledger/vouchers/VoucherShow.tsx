/** One voucher: what happened, its entries on both sides, who made and who checked it. */
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useRecordContext, useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import {
  ActionBar,
  DownloadButton,
  type Fact,
  FigureTable,
  printDate,
  printFen,
  printInstant,
  RecordPage,
  useTongue,
} from '../../../shared'
import type { VoucherLine, VoucherWithLines } from '../types'

export function VoucherShow() {
  const translate = useTranslate()
  const tongue = useTongue()
  const field = (name: string) => translate(`resources.vouchers.fields.${name}`)
  const facts = (each: VoucherWithLines): Fact[] => [
    { label: field('summary'), value: each.summary },
    { label: field('amountFen'), value: printFen(each.amountFen) },
    { label: field('accountedOn'), value: printDate(each.accountedOn, tongue) },
    { label: field('schoolName'), value: each.schoolName },
    { label: field('makerName'), value: each.makerName },
    {
      label: field('checkedByName'),
      value:
        each.checkedByName && each.checkedAt
          ? `${each.checkedByName} · ${printInstant(each.checkedAt)}`
          : undefined,
    },
    {
      label: field('journal'),
      value: each.journalId && (
        <Link component={RouterLink} to={`/ledger-entries/${each.journalId}/show`}>
          {translate('funding.journalOf', { sequence: each.sequence })}
        </Link>
      ),
    },
    { label: field('contentHash'), value: <code>{each.contentHash}</code>, isLong: true },
  ]
  return (
    <RecordPage<VoucherWithLines>
      title={(each) => each.code}
      status="status"
      facts={facts}
      actions={<VoucherActs />}
      tabs={[
        {
          key: 'lines',
          label: 'funding.entries',
          content: (each) => (
            <>
              <Side side="financial" lines={each.lines} />
              <Side side="budget" lines={each.lines} />
              {each.lines.some(({ isVerified }) => !isVerified) && (
                <Typography color="text.secondary">
                  {translate('funding.mappingUnverified')}{' '}
                  <Link component={RouterLink} to="/funding/account-mapping" underline="always">
                    {translate('funding.accountMapping')}
                  </Link>
                </Typography>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function VoucherActs() {
  const translate = useTranslate()
  const voucher = useRecordContext<VoucherWithLines>()
  if (!voucher) return null
  const file = (format: 'pdf' | 'docx') => ({
    path: `/api/vouchers/${voucher.id}/paper.${format}`,
    fileName: `${voucher.code}.${format}`,
  })
  return (
    <ActionBar
      events={{
        check: { isUsual: true, comment: 'none', consequence: () => translate('funding.checkVoucher') },
      }}
    >
      <DownloadButton variant="outlined" label="funding.voucherPdf" {...file('pdf')} />
      <DownloadButton variant="outlined" label="funding.voucherDocx" {...file('docx')} />
    </ActionBar>
  )
}

const printed = (fen: number) => (fen === 0 ? '' : printFen(fen))

function Side({ side, lines }: { side: VoucherLine['side']; lines: VoucherLine[] }) {
  const translate = useTranslate()
  const own = lines.filter((line) => line.side === side)
  const sum = (of: 'debitFen' | 'creditFen') => printFen(own.reduce((total, line) => total + line[of], 0))
  const title = translate(`funding.voucherSides.${side}`)
  return (
    <Paper sx={{ overflow: 'hidden', mb: 4 }}>
      <Typography variant="h2" sx={{ px: 2, pt: 2 }}>
        {title}
      </Typography>
      <FigureTable
        caption={title}
        words={4}
        head={[
          translate('funding.account'),
          translate('funding.detail'),
          translate('funding.functionalClass'),
          translate('resources.ledger-entries.fields.economicCategory'),
          translate('funding.debit'),
          translate('funding.credit'),
        ]}
        rows={own.map((line) => ({
          key: line.account,
          cells: [
            `${line.code} ${line.title}${line.isVerified ? '' : ' *'}`,
            line.name,
            line.functionalClass ?? '',
            line.economicCategory ?? '',
            printed(line.debitFen),
            printed(line.creditFen),
          ],
        }))}
        foot={[translate('funding.total'), '', '', '', sum('debitFen'), sum('creditFen')]}
      />
    </Paper>
  )
}
