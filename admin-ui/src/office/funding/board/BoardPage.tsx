/** What was each class entitled to, granted, what is committed, spent and left? Each figure opens its entries. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink, useSearchParams } from 'react-router'
import { query } from '../../../api/call'
import { EmptyState, ErrorNotice, Figure as FigureCard, Figures, PageHead, printFen, printShare, useAnswer, useMay, useScope, FigureTable } from '../../../shared'
import { FiscalYearSelect, useFiscalYear } from '../FiscalYear'
import { type Board, type BoardRow, type Figure, figures, type Figures as FigureValues } from '../types'

export function BoardPage() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const [year] = useFiscalYear()
  const { data, error, refetch } = useAnswer<Board>(schoolId === undefined ? null : `/api/funding/board${query({ schoolId, fiscalYear: year })}`)
  return (
    <>
      <PageHead title={translate('funding.board')} under={translate('funding.boardUnder')}>
        <FiscalYearSelect />
      </PageHead>
      {schoolId === undefined ? (
        <Paper>
          <EmptyState why={translate('funding.chooseSchool')} next={translate('funding.chooseSchoolNext')} />
        </Paper>
      ) : error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <BoardBody board={data} />
      ) : (
        <Skeleton variant="rounded" height={320} />
      )}
    </>
  )
}

const cents = (values: FigureValues, figure: Figure): number => values[`${figure}Fen`]

function BoardBody({ board }: { board: Board }) {
  const translate = useTranslate()
  const mayDeclare = useMay('declaration.write')
  const [search, setSearch] = useSearchParams()
  const funds = [...new Map(board.rows.map(row => [row.fundId, row.fundName]))]
  const fundId = funds.some(([id]) => String(id) === search.get('fund')) ? Number(search.get('fund')) : undefined
  const rows = board.rows.filter(row => fundId === undefined || row.fundId === fundId)
  const totals = fundId === undefined ? board.totals : addUp(rows)
  if (board.rows.length === 0) {
    const action = mayDeclare ? <Button component={RouterLink} to="/declarations/create" variant="contained">{translate('funding.newDeclaration')}</Button> : undefined
    return (
      <Paper>
        <EmptyState why={translate('funding.boardEmpty', { year: board.fiscalYear })} next={translate('funding.boardEmptyNext')} action={action} />
      </Paper>
    )
  }
  return (
    <>
      <Figures>
        <FigureCard label={translate('funding.figures.received')} value={printFen(totals.receivedFen)} help={translate('funding.ofApproved', { share: printShare(totals.receivedFen, totals.approvedFen) })} />
        <FigureCard label={translate('funding.figures.committed')} value={printFen(totals.committedFen)} help={translate('funding.waitsForApproval')} />
        <FigureCard label={translate('funding.figures.spent')} value={printFen(totals.spentFen)} help={translate('funding.ofReceived', { share: printShare(totals.spentFen, totals.receivedFen) })} />
        <FigureCard label={translate('funding.figures.left')} value={printFen(totals.leftFen)} meaning={totals.leftFen * 5 < totals.receivedFen ? 'warning' : 'success'} />
      </Figures>
      {funds.length > 1 && (
        <Box sx={{ mb: 3 }} className="no-print">
          <TextField select size="small" margin="none" fullWidth={false} sx={{ minWidth: 200 }} label={translate('funding.fund')} value={fundId ?? 'all'} onChange={event => setSearch(old => ({ ...Object.fromEntries(old), fund: event.target.value }))}>
            <MenuItem value="all">{translate('funding.allFunds')}</MenuItem>
            {funds.map(([id, name]) => <MenuItem key={id} value={id}>{name}</MenuItem>)}
          </TextField>
        </Box>
      )}
      <Paper sx={{ overflow: 'hidden' }}>
        <FigureTable
          caption={translate('funding.board')}
          words={2}
          head={[translate('funding.class'), translate('funding.fundAndPurpose'), ...figures.map(figure => translate(`funding.figures.${figure}`)), translate('funding.figures.left')]}
          rows={rows.map(row => ({
            key: `${row.homeClassId}/${row.fundId}/${row.purpose}`,
            cells: [row.className, `${row.fundName} · ${translate(`funding.purposes.${row.purpose}`)}`, ...figures.map(figure => <FigureLink key={figure} board={board} row={row} figure={figure} />), printFen(row.figures.leftFen)],
          }))}
          foot={[translate('funding.total'), '', ...figures.map(figure => printFen(cents(totals, figure))), printFen(totals.leftFen)]}
        />
      </Paper>
      {board.classesWithout.length > 0 && (
        <Typography color="text.secondary" sx={{ mt: 3 }}>
          {translate('funding.classesWithout', { classes: board.classesWithout.join('、') })}
        </Typography>
      )}
    </>
  )
}

function FigureLink({ board, row, figure }: { board: Board; row: BoardRow; figure: Figure }) {
  const amount = cents(row.figures, figure)
  const filter = JSON.stringify({ homeClassId: row.homeClassId, fundId: row.fundId, purpose: row.purpose, fiscalYear: board.fiscalYear, figure })
  return (
    <Link component={RouterLink} to={`/ledger-entries?filter=${encodeURIComponent(filter)}`} color={amount === 0 ? 'text.secondary' : 'text.primary'} underline="hover">
      {printFen(amount)}
    </Link>
  )
}

function addUp(rows: BoardRow[]): FigureValues {
  const sum = (key: keyof FigureValues) => rows.reduce((total, row) => total + row.figures[key], 0)
  return { entitledFen: sum('entitledFen'), declaredFen: sum('declaredFen'), approvedFen: sum('approvedFen'), receivedFen: sum('receivedFen'), committedFen: sum('committedFen'), spentFen: sum('spentFen'), leftFen: sum('leftFen') }
}
