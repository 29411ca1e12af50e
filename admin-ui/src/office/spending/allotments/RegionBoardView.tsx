/** The schools of the region: sums, warnings, and each school's classes where it is opened. */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import {
  DownloadButton,
  EmptyState,
  ErrorNotice,
  Figure as FigureCard,
  Figures,
  FigureTable,
  printCount,
  printFen,
  printShare,
  useAnswer,
  useScope,
} from '../../../shared'
import type { RegionBoard, RegionBoardSchool } from '../types'
import { BoardFilters, useBoardFilter } from './BoardFilters'
import { cents, FigureRows, shownFigures } from './FigureRows'

export function RegionBoardView({ year }: { year: number }) {
  const translate = useTranslate()
  const [{ homeClassId: _class, ...filter }, , clear] = useBoardFilter()
  const asked = query({ fiscalYear: year, ...filter })
  const { data, error, refetch } = useAnswer<RegionBoard>(`/api/funding/region-board${asked}`)
  const [opened, setOpened] = useState<number | null>(null)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton variant="rounded" height={320} />
  const school = data.schools.find((each) => each.schoolId === opened)
  const isNarrowed = Object.keys(filter).length > 0
  return (
    <>
      <RegionFigures data={data} />
      <BoardFilters>
        <DownloadButton
          label="funding.boardXlsx"
          path={`/api/funding/region-board/export.xlsx${asked}`}
          fileName="region-board.xlsx"
        />
      </BoardFilters>
      <Paper sx={{ overflow: 'hidden' }}>
        {data.schools.length === 0 ? (
          <EmptyState
            why={translate(isNarrowed ? 'funding.noRowsLeft' : 'funding.regionEmpty', { year })}
            {...(isNarrowed
              ? {
                  next: translate('funding.noRowsLeftNext'),
                  action: (
                    <Button variant="outlined" onClick={clear}>
                      {translate('funding.clear')}
                    </Button>
                  ),
                }
              : { next: translate('funding.boardEmptyNext') })}
          />
        ) : (
          <Schools data={data} opened={opened} onOpen={(id) => setOpened(id === opened ? null : id)} />
        )}
      </Paper>
      {school && (
        <ClassesOf
          key={school.schoolId}
          school={school}
          asked={query({ schoolId: school.schoolId, fiscalYear: year, classes: true, ...filter })}
          year={year}
        />
      )}
      {data.schoolsWithout.length > 0 && (
        <Typography color="text.secondary" sx={{ mt: 3 }}>
          {translate('funding.schoolsWithout', { schools: data.schoolsWithout.join('、') })}
        </Typography>
      )}
    </>
  )
}

function RegionFigures({ data }: { data: RegionBoard }) {
  const translate = useTranslate()
  const { totals } = data
  return (
    <Figures>
      <FigureCard
        label={translate('funding.schoolCount')}
        value={printCount(data.schoolCount)}
        help={`${translate('funding.classCount')} ${printCount(data.classCount)}`}
      />
      <FigureCard
        label={translate('funding.figures.received')}
        value={printFen(totals.receivedFen)}
        help={translate('funding.ofApproved', {
          share: printShare(totals.receivedFen, totals.approvedFen),
        })}
      />
      <FigureCard
        label={translate('funding.figures.spent')}
        value={printFen(totals.spentFen)}
        help={translate('funding.ofReceived', {
          share: printShare(totals.spentFen, totals.receivedFen + totals.carriedFen),
        })}
      />
      <FigureCard label={translate('funding.figures.left')} value={printFen(totals.leftFen)} />
    </Figures>
  )
}

function Schools({
  data,
  opened,
  onOpen,
}: {
  data: RegionBoard
  opened: number | null
  onOpen: (id: number) => void
}) {
  const translate = useTranslate()
  const { setSchool } = useScope()
  const shown = shownFigures(data.totals, data.schools)
  return (
    <FigureTable
      caption={translate('funding.regionBoard')}
      {...(opened === null ? {} : { maxHeight: 320 })}
      head={[
        translate('funding.school'),
        translate('funding.classCount'),
        ...shown.map((figure) => translate(`funding.figures.${figure}`)),
        translate('funding.figures.left'),
      ]}
      rows={data.schools.map((school) => ({
        key: school.schoolId,
        cells: [
          <Box key="name">
            <Link
              component="button"
              sx={{ textAlign: 'left' }}
              onClick={() => {
                setSchool(school.schoolId)
                window.scrollTo(0, 0)
              }}
            >
              {school.schoolName}
            </Link>
            {school.warnings.length > 0 && (
              <Box sx={{ color: 'warning.dark', fontSize: 12 }}>
                {school.warnings.map((each) => `${each.name} ${each.count}`).join('、')}
              </Box>
            )}
            <Link
              component="button"
              className="no-print"
              color="text.secondary"
              sx={{ fontSize: 12, display: 'block', textAlign: 'left' }}
              aria-expanded={opened === school.schoolId}
              onClick={() => onOpen(school.schoolId)}
            >
              {translate(opened === school.schoolId ? 'funding.hideClasses' : 'funding.showClasses')}
            </Link>
          </Box>,
          printCount(school.classCount),
          ...shown.map((figure) => printFen(cents(school.figures, figure))),
          printFen(school.figures.leftFen),
        ],
      }))}
      foot={[
        translate('funding.total'),
        printCount(data.classCount),
        ...shown.map((figure) => printFen(cents(data.totals, figure))),
        printFen(data.totals.leftFen),
      ]}
    />
  )
}

function ClassesOf({ school, asked, year }: { school: RegionBoardSchool; asked: string; year: number }) {
  const { data, error } = useAnswer<RegionBoard>(`/api/funding/region-board${asked}`)
  const rows = data?.schools[0]?.rows
  return (
    <Paper sx={{ overflow: 'hidden', mt: 3 }}>
      <Typography variant="h2" sx={{ px: 4, pt: 3, pb: 2 }}>
        {school.schoolName}
      </Typography>
      <ErrorNotice error={error} />
      {rows ? (
        <FigureRows
          rows={rows}
          totals={school.figures}
          fiscalYear={year}
          schoolId={school.schoolId}
          maxHeight={420}
        />
      ) : (
        !error && <Skeleton variant="rounded" height={160} sx={{ m: 4 }} />
      )}
    </Paper>
  )
}
