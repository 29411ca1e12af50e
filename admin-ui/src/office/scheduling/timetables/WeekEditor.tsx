/** Arranging the week: take a meeting, see where it may stand, put it there. By click, keyboard or drag, or all at once. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useStore, useTranslate } from 'react-admin'
import { ErrorNotice, useAnswer, visuallyHidden } from '../../../shared'
import { type Choice, type Grid, type GridSide, gridSides, type Placement, type Timetable } from '../types'
import { NeedsFirst } from '../NeedsFirst'
import { BesideGrid, Differences, marksOf, useComparison, useTimetableName } from './Beside'
import { CardMenu } from './CardMenu'
import { type Chosen, fromGrid } from './chosen'
import { DraftBar } from './DraftBar'
import type { Mark } from './GridCell'
import { PlaceAllDialog } from './PlaceAllDialog'
import { PlacementDialog } from './PlacementDialog'
import { RunPanel, useNewestRun } from './RunPanel'
import { SlotsDialog } from './SlotsDialog'
import { Tray } from './Tray'
import { type Arranging, useArranging } from './useArranging'
import { type GridActs, WeekGrid } from './WeekGrid'

interface Props {
  timetable: Timetable
  versions: Timetable[]
  beside: Timetable | undefined
  onCloseBeside: () => void
  isPlacingAll: boolean
  onPlaceAll: (isOpen: boolean) => void
}

export function WeekEditor({ timetable, versions, beside, onCloseBeside, isPlacingAll, onPlaceAll }: Props) {
  const translate = useTranslate()
  const versionName = useTimetableName()
  const [by, setBy] = useStore<GridSide>('timetable.by', 'section')
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
  const { data: comparison } = useComparison(timetable, beside)
  const isDraft = timetable.status === 'draft' && timetable.actions.includes('update')
  const arranging = useArranging(timetable, grid)
  const [isKeysOpen, setKeys] = useState(false)
  const onPreview = useCallback((is: boolean) => setPreviewed(is && run ? run.id : null), [run])
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!grid) return <Skeleton variant="rounded" height={400} />
  if (grid.slots.length === 0)
    return (
      <NeedsFirst why="scheduling.noSlots" next="scheduling.noSlotsNext" to="/slots" label="menu.slots" />
    )
  if (grid.by === 'section' && grid.rows.length === 0)
    return (
      <NeedsFirst
        why="catalogue.noSections"
        next="catalogue.noSectionsNext"
        to="/sections"
        label="menu.sections"
      />
    )
  const shown = isPreviewed && result ? result : grid
  const isArranging = isDraft && !isPreviewed
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
          {translate('scheduling.previewing')}
        </Alert>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          gridTemplateColumns: {
            xs: 'minmax(0, 1fr)',
            lg: beside
              ? 'repeat(2, minmax(0, 1fr))'
              : isArranging && grid.unplaced.length > 0
                ? '260px minmax(0, 1fr)'
                : 'minmax(0, 1fr)',
          },
          ...(beside ? { alignItems: { lg: 'end' } } : {}),
          '@media print': { display: 'block' },
        }}
      >
        <Week
          timetable={timetable}
          grid={shown}
          arranging={isArranging ? arranging : null}
          marks={beside ? marksOf(comparison, 'here') : isPreviewed ? newPlaces(grid, shown) : undefined}
          hasTray={isArranging && grid.unplaced.length > 0}
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

interface LookByProps {
  by: 'section' | 'teacher' | 'room' | 'homeClass'
  setBy: (
    value:
      | 'section'
      | 'teacher'
      | 'room'
      | 'homeClass'
      | ((value: 'section' | 'teacher' | 'room' | 'homeClass') => void),
    defaultValue?: 'section' | 'teacher' | 'room' | 'homeClass' | undefined,
  ) => void
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
        aria-label={translate('scheduling.lookBy')}
      >
        {gridSides.map((side) => (
          <ToggleButton key={side} value={side}>
            {translate(`scheduling.sides.${side}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {isArranging && <DraftBar grid={grid} arranging={arranging} isKeysOpen={isKeysOpen} onKeys={setKeys} />}
    </Box>
  )
}

/** In a result: what does not stand there in the draft. */
export function newPlaces(draft: Grid, result: Grid): Map<number, Mark> {
  const key = (placement: Placement) => `${placement.sectionId}/${placement.slotId}`
  const all = (grid: Grid) => grid.rows.flatMap((row) => row.placements)
  const [before, after] = [new Set(all(draft).map(key)), new Set(all(result).map(key))]
  // Of each section, the meetings that have left their slot; what is placed beyond these was not in the draft at all.
  const left = new Map<number, number>()
  for (const { sectionId } of all(draft).filter((placement) => !after.has(key(placement))))
    left.set(sectionId, (left.get(sectionId) ?? 0) + 1)
  return new Map(
    all(result)
      .filter((placement) => !before.has(key(placement)))
      .map((placement) => {
        const rest = left.get(placement.sectionId) ?? 0
        left.set(placement.sectionId, rest - 1)
        return [placement.id, rest > 0 ? 'moved' : 'added']
      }),
  )
}

/** More would not fit the two lines above the grid; the list of slots has them all. */
const clashesTold = 2

interface WeekProps {
  timetable: Timetable
  grid: Grid
  arranging: Arranging | null
  marks: ReadonlyMap<number, Mark> | undefined
  hasTray: boolean
  isNarrow: boolean
  title: string | undefined
}

/** Tray, hand and grid. */
function Week({ timetable, grid, arranging, marks, hasTray, isNarrow, title }: WeekProps) {
  const translate = useTranslate()
  const [pointedSlotId, point] = useState<number | null>(null)
  const [menu, setMenu] = useState<{ placement: Placement; anchor: HTMLElement } | null>(null)
  const [changed, setChanged] = useState<Placement | null>(null)
  const [asked, setAsked] = useState<Chosen | null>(null)
  const { chosen = null, choices } = arranging ?? {}
  const acts: GridActs | null = arranging && {
    onChoose: arranging.choose,
    onPlace: (slotId) => void arranging.place(slotId),
    onTakeOut: (placement) => void arranging.takeOut(fromGrid(placement)),
    onLock: (placement) => void arranging.lock(placement),
    onMenu: (placement, anchor) => setMenu({ placement, anchor }),
    onPoint: point,
  }
  const clashWords = (all: string[]) =>
    [
      ...all.slice(0, clashesTold),
      ...(all.length > clashesTold
        ? [translate('scheduling.moreClashes', { count: all.length - clashesTold })]
        : []),
    ].join(' ')
  const inHand =
    chosen?.placementId === undefined
      ? undefined
      : grid.rows.flatMap((row) => row.placements).find((placement) => placement.id === chosen.placementId)
  const pointed = chosen && choices?.find((choice) => choice.slotId === pointedSlotId)
  return (
    <>
      {hasTray && arranging && (
        <Box sx={{ gridColumn: isNarrow ? { lg: '1 / -1' } : undefined, minWidth: 0 }}>
          <Tray unplaced={grid.unplaced} chosen={chosen} onChoose={arranging.choose} isWide={isNarrow} />
        </Box>
      )}
      <WeekOnGrid
        title={title}
        arranging={arranging}
        inHand={inHand}
        grid={grid}
        pointed={pointed}
        clashWords={clashWords}
        setAsked={setAsked}
        chosen={chosen}
        setMenu={setMenu}
        acts={acts}
        choices={choices}
        pointedSlotId={pointedSlotId}
        marks={marks}
      />
      {menu && arranging && (
        <CardMenu
          {...menu}
          onClose={() => setMenu(null)}
          onMove={() => setAsked(fromGrid(menu.placement))}
          onLock={() => void arranging.lock(menu.placement)}
          onChange={() => setChanged(menu.placement)}
          onTakeOut={() => void arranging.takeOut(fromGrid(menu.placement))}
        />
      )}
      {changed && arranging && (
        <PlacementDialog
          placement={changed}
          schoolId={timetable.schoolId}
          refusal={arranging.refusal}
          onSave={(body) =>
            arranging.change(
              changed.id,
              body,
              translate('scheduling.saidChanged', { section: changed.sectionName }),
            )
          }
          onClose={() => setChanged(null)}
        />
      )}
      {asked && arranging && (
        <SlotsDialog
          timetable={timetable}
          slots={grid.slots}
          chosen={asked}
          onClose={() => setAsked(null)}
          onPlace={(slotId) => {
            void arranging.place(slotId, asked)
            setAsked(null)
          }}
        />
      )}
    </>
  )
}

interface WeekOnGridProps {
  title: string | undefined
  arranging: Arranging | null
  inHand: Placement | undefined
  grid: Grid
  pointed: Choice | null | undefined
  clashWords: (all: string[]) => string
  setAsked: (value: Chosen | null) => void
  chosen: Chosen | null
  setMenu: (value: { placement: Placement; anchor: HTMLElement } | null) => void
  acts: GridActs | null
  choices: Choice[] | undefined
  pointedSlotId: number | null
  marks: ReadonlyMap<number, Mark> | undefined
}

function WeekOnGrid({
  title,
  arranging,
  inHand,
  grid,
  pointed,
  clashWords,
  setAsked,
  chosen,
  setMenu,
  acts,
  choices,
  pointedSlotId,
  marks,
}: WeekOnGridProps) {
  const translate = useTranslate()
  return (
    <Box sx={{ minWidth: 0 }}>
      {title && (
        <Box component="h3" sx={{ mt: 0, mb: 2, fontSize: 16 }}>
          {title}
        </Box>
      )}
      {arranging && (
        <Hand
          arranging={arranging}
          inHand={inHand}
          isAllPlaced={grid.unplaced.length === 0}
          sentence={
            pointed
              ? pointed.isFree
                ? (pointed.hint ?? '')
                : clashWords(pointed.clashes.map((clash) => clash.message))
              : ''
          }
          onWhere={() => setAsked(chosen)}
          onMore={(anchor) => inHand && setMenu({ placement: inHand, anchor })}
        />
      )}
      <WeekGrid
        grid={grid}
        acts={acts}
        chosen={chosen}
        choices={choices}
        pointedSlotId={pointedSlotId}
        marks={marks}
        caption={translate('scheduling.gridCaption', { side: translate(`scheduling.sides.${grid.by}`) })}
      />
    </Box>
  )
}

interface HandProps {
  arranging: Arranging
  inHand: Placement | undefined
  isAllPlaced: boolean
  /** What stands in the way where the mouse or the keyboard is. */
  sentence: string
  onWhere: () => void
  onMore: (anchor: HTMLElement) => void
}

/** What is in the hand and what can be done with it; the space is kept, so that the grid does not jump. */
function Hand({ arranging, inHand, isAllPlaced, sentence, onWhere, onMore }: HandProps) {
  const translate = useTranslate()
  const { chosen, refusal, isBusy } = arranging
  return (
    <Box className="no-print" sx={{ minHeight: { xs: 48, sm: 86 }, mb: 2 }}>
      <div aria-live="assertive">
        {refusal && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {refusal}
          </Alert>
        )}
      </div>
      {chosen ? (
        <>
          <HandButtons
            chosen={chosen}
            onWhere={onWhere}
            inHand={inHand}
            isBusy={isBusy}
            arranging={arranging}
            onMore={onMore}
          />
          <Box
            aria-live="polite"
            sx={{
              mt: 1,
              minHeight: { sm: 42 },
              color: sentence === '' ? 'text.secondary' : 'error.dark',
              fontSize: 13,
            }}
          >
            {sentence === ''
              ? translate(chosen.isLocked ? 'scheduling.lockedHelp' : 'scheduling.handHelp')
              : sentence}
          </Box>
        </>
      ) : (
        <>
          {isAllPlaced && <Box component="strong">{translate('scheduling.allPlaced')}</Box>}{' '}
          {isAllPlaced && translate('scheduling.allPlacedNext')}
          <Box sx={{ color: 'text.secondary', fontSize: 13 }}>{translate('scheduling.emptyHand')}</Box>
        </>
      )}
    </Box>
  )
}

interface HandButtonsProps {
  chosen: Chosen
  onWhere: () => void
  inHand: Placement | undefined
  isBusy: boolean
  arranging: Arranging
  onMore: (anchor: HTMLElement) => void
}

function HandButtons({ chosen, onWhere, inHand, isBusy, arranging, onMore }: HandButtonsProps) {
  const translate = useTranslate()
  return (
    <Box role="status" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Box component="strong">{translate('scheduling.inHand', { section: chosen.sectionName })}</Box>
      <Button size="small" variant="outlined" onClick={onWhere}>
        {translate('scheduling.where')}
      </Button>
      {inHand && (
        <>
          <Button
            size="small"
            variant="outlined"
            loading={isBusy}
            onClick={() => void arranging.lock(inHand)}
          >
            {translate(inHand.isLocked ? 'scheduling.unlock' : 'scheduling.lock')}
          </Button>
          <Button
            size="small"
            variant="outlined"
            aria-haspopup="menu"
            onClick={(event) => onMore(event.currentTarget)}
          >
            {translate('scheduling.more')}
          </Button>
          <Button
            size="small"
            color="error"
            variant="outlined"
            disabled={inHand.isLocked}
            loading={isBusy}
            onClick={() => void arranging.takeOut(chosen)}
          >
            {translate('scheduling.takeOut')}
          </Button>
        </>
      )}
      <Button size="small" onClick={() => arranging.choose(null)}>
        {translate('scheduling.letGo')}
      </Button>
    </Box>
  )
}

/** Keys that hold for the whole page while a draft is arranged. */
function KeysOfPage({
  isOn,
  arranging,
  onKeys,
  children,
}: {
  isOn: boolean
  arranging: Arranging
  onKeys: () => void
  children: ReactNode
}) {
  const press = (
    event: Pick<
      KeyboardEvent,
      'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'target' | 'preventDefault'
    >,
  ) => {
    const target = event.target as HTMLElement
    if (
      !isOn ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      document.querySelector('[role="dialog"], [role="menu"]')
    )
      return
    const isCommand = event.ctrlKey || event.metaKey
    const key = event.key.toLowerCase()
    if (event.key === 'Escape') arranging.choose(null)
    else if (isCommand && key === 'z' && !event.shiftKey) void arranging.step('undo')
    else if (isCommand && (key === 'y' || (key === 'z' && event.shiftKey))) void arranging.step('redo')
    else if (event.key === '?') onKeys()
    else return
    event.preventDefault()
  }
  const latest = useRef(press)
  latest.current = press
  // Also where nothing has the focus, as right after the page was opened.
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => latest.current(event as unknown as KeyboardEvent)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return <>{children}</>
}
