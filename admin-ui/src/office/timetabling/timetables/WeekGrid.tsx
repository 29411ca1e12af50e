/** The week as a table: a row for each section, teacher, room or class, a column for each slot. Cards move by mouse and by keyboard. */
import Box from '@mui/material/Box'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslate } from 'react-admin'
import { printTimeRange, printWeekday, useTongue } from '../../../shared'
import type { Choice, Grid, GridRow, GridSide, Placement, Slot } from '../types'
import { type Chosen, fromGrid, isRowOf } from './chosen'
import { linesOf, type Mark } from './Card'
import type { GridActs } from './grid-acts'
import { GridCell } from './GridCell'
import { type Shape, stepTo, type Stop, within } from './roving'

interface Props {
  grid: Grid
  /** Without acts it is only to be looked at. */
  acts: GridActs | null
  chosen: Chosen | null
  choices: Choice[] | undefined
  pointedSlotId: number | null
  /** What is different from the other week, by placement. */
  marks?: ReadonlyMap<number, Mark> | undefined
  caption: string
}

/** Of the row of weekdays, under which the row of times sticks. */
const dayHeight = 30
const stickyHead = { position: 'sticky', top: 0, zIndex: 2, bgcolor: 'background.paper' } as const
const stickyName = { position: 'sticky', left: 0, zIndex: 1, bgcolor: 'background.paper' } as const

const look = {
  overflow: 'auto',
  maxHeight: { sm: 'calc(100vh - 200px)' },
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  '& table': { borderCollapse: 'separate', borderSpacing: 0, width: '100%' },
  '& th, & td': {
    borderBottom: 1,
    borderRight: 1,
    borderColor: 'divider',
    p: 1,
    textAlign: 'left',
    verticalAlign: 'top',
    minWidth: 86,
  },
  '& th': { fontWeight: 600, fontSize: 13 },
  '& td:focus-visible, & [data-stop]:focus-visible': {
    outline: '2px solid',
    outlineColor: 'primary.main',
    outlineOffset: -2,
  },
  // A week of a school on one A4 page, lying.
  '@media print': {
    overflow: 'visible',
    maxHeight: 'none',
    border: 0,
    '& tr': { breakInside: 'avoid' },
    '& th, & td': {
      position: 'static !important',
      minWidth: '0 !important',
      height: 'auto !important',
      p: '1px 3px',
      fontSize: '9px !important',
      lineHeight: 1.25,
    },
  },
} as const

export function WeekGrid({ grid, acts, chosen, choices, pointedSlotId, marks, caption }: Props) {
  const rows = rowsToShow(grid, chosen)
  const placementsAt = (row: number, column: number) =>
    rows[row]?.placements.filter((placement) => placement.slotId === grid.slots[column]?.id) ?? []
  const shape: Shape = {
    rows: rows.length,
    columns: grid.slots.length,
    cards: (row, column) => placementsAt(row, column).length,
  }
  const { box, stop, onFocusAt, onKeyDown } = useKeys({ grid, acts, chosen, shape, placementsAt })
  const outlined = new Set(
    choices?.find((choice) => choice.slotId === pointedSlotId)?.clashes.map((clash) => clash.placementId),
  )
  return (
    <Box ref={box} sx={look}>
      <Box
        component="table"
        role="grid"
        aria-label={caption}
        aria-rowcount={rows.length + 2}
        onKeyDown={onKeyDown}
      >
        <GridHead slots={grid.slots} by={grid.by} />
        <tbody>
          {rows.map((row, rowIndex) => (
            <GridRow
              key={row.id ?? 'mixed'}
              row={row}
              grid={grid}
              placementsAt={placementsAt}
              rowIndex={rowIndex}
              acts={acts}
              chosen={chosen}
              choices={choices}
              pointedSlotId={pointedSlotId}
              outlined={outlined}
              marks={marks}
              stop={stop}
              onFocusAt={onFocusAt}
            />
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

interface GridRowProps {
  row: GridRow
  grid: Grid
  placementsAt: (row: number, column: number) => Placement[]
  rowIndex: number
  acts: GridActs | null
  chosen: Chosen | null
  choices: Choice[] | undefined
  pointedSlotId: number | null
  outlined: Set<number | null>
  marks: ReadonlyMap<number, Mark> | undefined
  stop: Stop
  onFocusAt: (next: Stop) => void
}

function GridRow({
  row,
  grid,
  placementsAt,
  rowIndex,
  acts,
  chosen,
  choices,
  pointedSlotId,
  outlined,
  marks,
  stop,
  onFocusAt,
}: GridRowProps) {
  const translate = useTranslate()
  return (
    <tr>
      <Box
        component="th"
        scope="row"
        sx={{
          ...stickyName,
          '@media screen': { minWidth: { xs: '84px !important', sm: '120px !important' } },
          maxWidth: { xs: 100, sm: 200 },
          overflowWrap: 'anywhere',
        }}
      >
        <Box component="span" title={row.name} sx={linesOf(3)}>
          {row.id === null ? translate('catalogue.kinds.mixed') : row.name}
        </Box>
      </Box>
      {grid.slots.map((slot, column) => (
        <GridCell
          key={slot.id}
          slot={slot}
          rowName={row.id === null ? translate('catalogue.kinds.mixed') : row.name}
          placements={placementsAt(rowIndex, column)}
          by={grid.by}
          acts={acts}
          chosen={chosen}
          // Only the row to which the chosen one belongs takes it.
          choice={
            chosen && isRowOf(row, chosen, grid.by)
              ? choices?.find((each) => each.slotId === slot.id)
              : undefined
          }
          isPointed={pointedSlotId === slot.id}
          outlined={outlined}
          marks={marks}
          address={`${rowIndex}/${column}`}
          stopCard={stop.row === rowIndex && stop.column === column ? stop.card : null}
          onFocusCard={(card) => onFocusAt({ row: rowIndex, column, card })}
        />
      ))}
    </tr>
  )
}

/** The rows of teachers and rooms that have nothing are left out, unless the chosen one belongs there. */
export function rowsToShow(grid: Grid, chosen: Chosen | null): GridRow[] {
  const mine = chosen ? grid.rows.filter((row) => isRowOf(row, chosen, grid.by)) : []
  const mixed: GridRow[] =
    chosen && grid.by === 'homeClass' && chosen.homeClassName === null && mine.length === 0
      ? [{ id: null, name: '', placements: [] }]
      : []
  const isBrief = grid.by === 'teacher' || grid.by === 'room'
  return [...grid.rows.filter((row) => !isBrief || row.placements.length > 0 || mine.includes(row)), ...mixed]
}

interface KeysProps extends Pick<Props, 'grid' | 'acts' | 'chosen'> {
  shape: Shape
  placementsAt: (row: number, column: number) => Placement[]
}

/** One place of the grid takes the focus; arrows move it, and keys act on what is there. */
function useKeys({ grid, acts, chosen, shape, placementsAt }: KeysProps) {
  const box = useRef<HTMLDivElement>(null)
  const [asked, setStop] = useState<Stop>({ row: 0, column: 0, card: 0 })
  const isInside = useRef(false)
  const stop = within(asked, shape)
  const address = `${stop.row}/${stop.column}/${stop.card}`
  // What was taken or put is drawn anew; the focus stays at its place.
  useEffect(() => {
    if (isInside.current) box.current?.querySelector<HTMLElement>(`[data-stop="${address}"]`)?.focus()
  }, [address, grid])
  const placement = placementsAt(stop.row, stop.column)[stop.card]
  const slotId = grid.slots[stop.column]?.id
  const onFocusAt = (next: Stop) => {
    isInside.current = true
    setStop(next)
    acts?.onPoint(grid.slots[next.column]?.id ?? null)
  }
  const act = (key: string, anchor: HTMLElement): boolean => {
    if (!acts || slotId === undefined) return false
    if (key === 'Enter' || key === ' ') {
      if (chosen && chosen.slotId !== slotId) acts.onPlace(slotId)
      else if (chosen) acts.onChoose(null)
      else if (placement) acts.onChoose(fromGrid(placement))
      return true
    }
    if (!placement) return false
    if (key === 'Delete' || key === 'Backspace') acts.onTakeOut(placement)
    else if (key === 'l' || key === 'L') acts.onLock(placement)
    else if (key === 'm' || key === 'M' || key === 'ContextMenu') acts.onMenu(placement, anchor)
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    if (!target.dataset['stop'] || event.ctrlKey || event.metaKey || event.altKey) return
    const next = stepTo(stop, event.key, shape)
    if (next) {
      event.preventDefault()
      onFocusAt(next)
    } else if (act(event.key, target)) event.preventDefault()
  }
  // Clicks elsewhere end the keyboard's stay.
  useEffect(() => {
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget && !box.current?.contains(event.relatedTarget as Node)) isInside.current = false
    }
    const element = box.current
    element?.addEventListener('focusout', leave)
    return () => element?.removeEventListener('focusout', leave)
  }, [])
  return { box, stop, onFocusAt, onKeyDown }
}

function GridHead({ slots, by }: { slots: Slot[]; by: GridSide }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const weekdays = [...new Set(slots.map((slot) => slot.weekday))]
  return (
    <thead>
      <tr>
        <Box component="th" scope="col" rowSpan={2} sx={{ ...stickyHead, ...stickyName, zIndex: 3 }}>
          {translate(`timetabling.sides.${by}`)}
        </Box>
        {weekdays.map((weekday) => (
          <Box
            component="th"
            scope="colgroup"
            key={weekday}
            colSpan={slots.filter((slot) => slot.weekday === weekday).length}
            sx={{ ...stickyHead, height: dayHeight }}
          >
            {printWeekday(weekday, tongue)}
          </Box>
        ))}
      </tr>
      <tr>
        {slots.map((slot) => (
          <Box
            component="th"
            scope="col"
            key={slot.id}
            sx={{
              ...stickyHead,
              top: dayHeight,
              whiteSpace: 'nowrap',
              fontWeight: '400 !important',
              fontSize: '12px !important',
              color: 'text.secondary',
            }}
          >
            {printTimeRange(slot.startTime, slot.endTime)}
          </Box>
        ))}
      </tr>
    </thead>
  )
}
