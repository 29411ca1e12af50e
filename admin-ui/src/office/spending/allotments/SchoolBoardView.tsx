/** The board of one school: figures above, classes × funds below, the school's own money first. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { Link as RouterLink } from 'react-router'
import { query } from '../../../api/call'
import {
  DownloadButton,
  EmptyState,
  ErrorNotice,
  Figure as FigureCard,
  Figures,
  printFen,
  printShare,
  useAnswer,
  useMay,
} from '../../../shared'
import type { Board } from '../types'
import { BoardFilters, useBoardFilter } from './BoardFilters'
import { FigureRows } from './FigureRows'

export function SchoolBoardView({ schoolId, year }: { schoolId: number; year: number }) {
  const translate = useTranslate()
  const [filter, , clear] = useBoardFilter()
  const asked = query({ schoolId, fiscalYear: year, ...filter })
  const { data, error, refetch } = useAnswer<Board>(`/api/funding/board${asked}`)
  const { data: whole } = useAnswer<Board>(`/api/funding/board${query({ schoolId, fiscalYear: year })}`)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data || !whole) return <Skeleton variant="rounded" height={320} />
  if (whole.rows.length === 0) return <NoBoard year={year} />
  const classes = [
    ...new Map(whole.rows.map((row) => [row.homeClassId ?? 0, row.className ?? translate('funding.pot')])),
  ]
  const { totals } = data
  const available = totals.receivedFen + totals.carriedFen - totals.returnedFen
  return (
    <>
      <BoardFigures available={available} data={data} />
      <BoardFilters classes={classes}>
        <DownloadButton
          label="funding.boardXlsx"
          path={`/api/funding/board/export.xlsx${asked}`}
          fileName="board.xlsx"
        />
      </BoardFilters>
      <Paper sx={{ overflow: 'hidden' }}>
        {data.rows.length === 0 ? (
          <EmptyState
            why={translate('funding.noRowsLeft')}
            next={translate('funding.noRowsLeftNext')}
            action={
              <Button variant="outlined" onClick={clear}>
                {translate('funding.clear')}
              </Button>
            }
          />
        ) : (
          <FigureRows rows={data.rows} totals={totals} fiscalYear={year} schoolId={schoolId} />
        )}
      </Paper>
      <DrillLinks year={year} schoolId={schoolId} />
      {data.classesWithout.length > 0 && (
        <Typography color="text.secondary" sx={{ mt: 3 }}>
          {translate('funding.classesWithout', { classes: data.classesWithout.join('、') })}
        </Typography>
      )}
    </>
  )
}

interface BoardFiguresProps {
  available: number
  data: Board
}

function BoardFigures({ available, data }: BoardFiguresProps) {
  const translate = useTranslate()
  const { totals } = data
  return (
    <Figures>
      <FigureCard
        label={translate('funding.figures.received')}
        value={printFen(totals.receivedFen)}
        help={translate('funding.ofApproved', {
          share: printShare(totals.receivedFen, totals.approvedFen),
        })}
      />
      <FigureCard
        label={translate('funding.figures.committed')}
        value={printFen(totals.committedFen)}
        help={translate('funding.waitsForApproval')}
      />
      <FigureCard
        label={translate('funding.figures.spent')}
        value={printFen(totals.spentFen)}
        help={translate('funding.ofReceived', {
          share: printShare(totals.spentFen, totals.receivedFen + totals.carriedFen),
        })}
      />
      <FigureCard
        label={translate('funding.figures.left')}
        value={printFen(totals.leftFen)}
        meaning={totals.leftFen * 5 < available ? 'warning' : 'success'}
        help={translate('funding.warningCount', {
          count: data.rows.reduce((sum, row) => sum + row.warnings.length, 0),
        })}
      />
    </Figures>
  )
}

function DrillLinks({ year, schoolId }: { year: number; schoolId: number }) {
  const translate = useTranslate()
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, mt: 3 }}>
      {[
        ['appropriations', 'drillNotices'],
        ['schemes', 'drillSchemes'],
        ['payments', 'drillPayments'],
        ['ledger-entries', 'drillEntries'],
      ].map(([noun, key]) => (
        <Link
          key={noun}
          component={RouterLink}
          to={`/${noun}?filter=${encodeURIComponent(JSON.stringify({ fiscalYear: year }))}&school=${schoolId}`}
        >
          {translate(`funding.${key}`)}
        </Link>
      ))}
    </Box>
  )
}

function NoBoard({ year }: { year: number }) {
  const translate = useTranslate()
  const mayDeclare = useMay('declaration.write')
  const action = mayDeclare ? (
    <Button component={RouterLink} to="/declarations/create" variant="contained">
      {translate('funding.newDeclaration')}
    </Button>
  ) : undefined
  return (
    <Paper>
      <EmptyState
        why={translate('funding.boardEmpty', { year })}
        next={translate('funding.boardEmptyNext')}
        action={action}
      />
    </Paper>
  )
}
