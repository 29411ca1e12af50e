/** The rows of a board: class, fund, figures that open their entries, what is left, and what to look at. */
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Link from '@mui/material/Link'
import Tooltip from '@mui/material/Tooltip'
import WarningIcon from '@mui/icons-material/WarningAmberOutlined'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import { FigureTable, printFen } from '../../../shared'
import { type Figure, figures } from '../../ledger/types'
import type { BoardRow, Figures, Warning } from '../types'

/** What a class is entitled to comes from what its school has handed in; the rest are sums of the ledger. */
type ShownFigure = 'entitled' | Figure

export const cents = (values: Figures, figure: ShownFigure): number => values[`${figure}Fen`]

/** Figures that are nowhere but zero and seldom come are left out, so that the table stays narrow. */
export const shownFigures = (totals: Figures, rows: readonly { figures: Figures }[]): ShownFigure[] =>
  (['entitled', ...figures] as const).filter(
    (figure) =>
      (figure !== 'carried' && figure !== 'returned') ||
      cents(totals, figure) !== 0 ||
      rows.some((row) => cents(row.figures, figure) !== 0),
  )

export function FigureRows({
  rows,
  totals,
  fiscalYear,
  schoolId,
  maxHeight,
}: {
  rows: BoardRow[]
  totals: Figures
  fiscalYear: number
  schoolId: number
  maxHeight?: number
}) {
  const translate = useTranslate()
  const shown = shownFigures(totals, rows)
  return (
    <FigureTable
      caption={translate('funding.board')}
      words={2}
      {...(maxHeight === undefined ? {} : { maxHeight })}
      head={[
        translate('funding.class'),
        translate('funding.fundAndPurpose'),
        ...shown.map((figure) => translate(`funding.figures.${figure}`)),
        translate('funding.figures.left'),
      ]}
      rows={rows.map((row) => ({
        key: row.allotmentId,
        cells: [
          row.className ?? translate('funding.pot'),
          <FundAndWarnings key="fund" row={row} />,
          ...shown.map((figure) => (
            <FigureLink key={figure} row={row} figure={figure} fiscalYear={fiscalYear} schoolId={schoolId} />
          )),
          printFen(row.figures.leftFen),
        ],
      }))}
      foot={[
        translate('funding.total'),
        '',
        ...shown.map((figure) => printFen(cents(totals, figure))),
        printFen(totals.leftFen),
      ]}
    />
  )
}

function FundAndWarnings({ row }: { row: BoardRow }) {
  const translate = useTranslate()
  return (
    <>
      {`${row.fundName} · ${translate(`funding.purposes.${row.purpose}`)}`}
      <Warnings warnings={row.warnings} />
    </>
  )
}

function Warnings({ warnings }: { warnings: Warning[] }) {
  const translate = useTranslate()
  if (warnings.length === 0) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
      {warnings.map((warning) => (
        <Tooltip key={warning.code} title={warning.message} describeChild>
          <Chip
            size="small"
            tabIndex={0}
            icon={<WarningIcon />}
            label={translate(`funding.warningCodes.${warning.code}`)}
            sx={{ bgcolor: 'warning.light', color: 'warning.dark', '& .MuiChip-icon': { color: 'inherit' } }}
          />
        </Tooltip>
      ))}
    </Box>
  )
}

function FigureLink({
  row,
  figure,
  fiscalYear,
  schoolId,
}: {
  row: BoardRow
  figure: ShownFigure
  fiscalYear: number
  schoolId: number
}) {
  const amount = cents(row.figures, figure)
  const filter = JSON.stringify({
    ...(row.homeClassId === null ? {} : { homeClassId: row.homeClassId }),
    fundId: row.fundId,
    purpose: row.purpose,
    fiscalYear,
    figure,
  })
  return (
    <Link
      component={RouterLink}
      to={
        figure === 'entitled'
          ? `/declarations?filter=${encodeURIComponent(JSON.stringify({ fiscalYear, fundId: row.fundId }))}&school=${schoolId}`
          : `/ledger-entries?filter=${encodeURIComponent(filter)}&school=${schoolId}`
      }
      color={amount === 0 ? 'text.secondary' : 'text.primary'}
      underline="hover"
    >
      {printFen(amount)}
    </Link>
  )
}
