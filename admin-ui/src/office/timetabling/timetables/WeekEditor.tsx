/** Arranging the week: take a meeting, see where it may stand, put it there. By click, keyboard or drag, or all at once. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useCallback, useState } from 'react'
import { useStore, useTranslate } from 'react-admin'
import { ErrorNotice, useAnswer, visuallyHidden } from '../../../shared'
import { type Grid, type GridSide, gridSides, type Timetable } from '../types'
import { NeedsFirst } from '../NeedsFirst'
import { BesideGrid, Differences, marksOf, useComparison, useTimetableName } from './Beside'
import { DraftBar } from './DraftBar'
import { KeysOfPage } from './KeysOfPage'
import { newPlaces } from './new-places'
import { PlaceAllDialog } from './PlaceAllDialog'
import { RunPanel, useNewestRun } from './RunPanel'
import { type Arranging, useArranging } from './useArranging'
import { Week } from './Week'

interface Props {
  timetable: Timetable
  versions: Timetable[]
  beside: Timetable | undefined
  onCloseBeside: () => void
  isPlacingAll: boolean
  onPlaceAll: (isOpen: boolean) => void
}

/** The draft, and the result of placing everything while it is looked at. */
function useShown(timetable: Timetable, by: GridSide) {
  const {
    data: grid,
    error,
    refetch,
  } = useAnswer<Grid>(`/api/timetables/${timetable.id}/grid?by=${by}`, {
    placeholderData: (before) => before,
  })
  const run = useNewestRun(timetable)
  const [previewedId, setPreviewed] = useState<number | null>(null)
  const isPreviewed = run?.status === 'finished' && previewedId === run.id
  const { data: result } = useAnswer<Grid>(
    isPreviewed ? `/api/timetable-runs/${run.id}/result?by=${by}` : null,
    { staleTime: 0 },
  )
  const onPreview = useCallback((is: boolean) => setPreviewed(is && run ? run.id : null), [run])
  return { grid, result, error, refetch, run, isPreviewed, onPreview }
}

export function WeekEditor({ timetable, versions, beside, onCloseBeside, isPlacingAll, onPlaceAll }: Props) {
  const translate = useTranslate()
  const versionName = useTimetableName()
  const [by, setBy] = useStore<GridSide>('timetable.by', 'section')
  const { grid, result, error, refetch, run, isPreviewed, onPreview } = useShown(timetable, by)
  const { data: comparison } = useComparison(timetable, beside)
  const isDraft = timetable.status === 'draft' && timetable.actions.includes('update')
  const arranging = useArranging(timetable, grid)
  const [isKeysOpen, setKeys] = useState(false)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!grid) return <Skeleton variant="rounded" height={400} />
  if (grid.slots.length === 0 || (grid.by === 'section' && grid.rows.length === 0))
    return <Missing grid={grid} />
  const shown = isPreviewed && result ? result : grid
  const isArranging = isDraft && !isPreviewed
  const hasTray = isArranging && grid.unplaced.length > 0
  return (
    <KeysOfPage isOn={isArranging} arranging={arranging} onKeys={() => setKeys(true)}>
      {run && isDraft && (
        <RunPanel
          run={run}
          isPreviewed={isPreviewed}
          onPreview={onPreview}
          onAgain={() => onPlaceAll(true)}
        />
      )}
      {isPlacingAll && (
        <PlaceAllDialog
          timetable={timetable}
          hasPublished={versions.some((each) => each.status === 'published')}
          onClose={() => onPlaceAll(false)}
        />
      )}
      <LookBy
        by={by}
        setBy={setBy}
        isArranging={isArranging}
        grid={grid}
        arranging={arranging}
        isKeysOpen={isKeysOpen}
        setKeys={setKeys}
      />
      {isPreviewed && (
        <Alert severity="info" sx={{ mb: 3 }}>
          {translate('timetabling.previewing')}
        </Alert>
      )}
      <Box sx={columnsOf(beside !== undefined, hasTray)}>
        <Week
          timetable={timetable}
          grid={shown}
          arranging={isArranging ? arranging : null}
          marks={beside ? marksOf(comparison, 'here') : isPreviewed ? newPlaces(grid, shown) : undefined}
          hasTray={hasTray}
          isNarrow={beside !== undefined}
          title={beside ? versionName(timetable) : undefined}
        />
        {beside && <BesideGrid there={beside} by={by} comparison={comparison} onClose={onCloseBeside} />}
      </Box>
      {beside && comparison && (
        <Differences comparison={comparison} slots={grid.slots} here={timetable} there={beside} />
      )}
      <div aria-live="polite" style={visuallyHidden}>
        {arranging.said}
      </div>
    </KeysOfPage>
  )
}

/** Two weeks side by side, or the tray and the week. */
const columnsOf = (isBeside: boolean, hasTray: boolean) => ({
  display: 'grid',
  gap: 4,
  gridTemplateColumns: {
    xs: 'minmax(0, 1fr)',
    lg: isBeside ? 'repeat(2, minmax(0, 1fr))' : hasTray ? '260px minmax(0, 1fr)' : 'minmax(0, 1fr)',
  },
  ...(isBeside ? { alignItems: { lg: 'end' } } : {}),
  '@media print': { display: 'block' },
})

interface LookByProps {
  by: GridSide
  setBy: (side: GridSide) => void
  isArranging: boolean
  grid: Grid
  arranging: Arranging
  isKeysOpen: boolean
  setKeys: (value: boolean) => void
}

function LookBy({ by, setBy, isArranging, grid, arranging, isKeysOpen, setKeys }: LookByProps) {
  const translate = useTranslate()
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', mb: 3 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={by}
        onChange={(_event, next: GridSide | null) => next && setBy(next)}
        aria-label={translate('timetabling.lookBy')}
      >
        {gridSides.map((side) => (
          <ToggleButton key={side} value={side}>
            {translate(`timetabling.sides.${side}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {isArranging && <DraftBar grid={grid} arranging={arranging} isKeysOpen={isKeysOpen} onKeys={setKeys} />}
    </Box>
  )
}

/** Without slots, or without sections, there is nothing to arrange. */
const Missing = ({ grid }: { grid: Grid }) =>
  grid.slots.length === 0 ? (
    <NeedsFirst why="timetabling.noSlots" next="timetabling.noSlotsNext" to="/slots" label="menu.slots" />
  ) : (
    <NeedsFirst
      why="catalogue.noSections"
      next="catalogue.noSectionsNext"
      to="/sections"
      label="menu.sections"
    />
  )
