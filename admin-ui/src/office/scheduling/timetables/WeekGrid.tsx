/** The week as a table: a row for each section, teacher, room or class, a column for each slot. */
import AddIcon from '@mui/icons-material/Add'
import BlockIcon from '@mui/icons-material/Block'
import Box from '@mui/material/Box'
import type { DragEvent } from 'react'
import { useTranslate } from 'react-admin'
import { printTimeRange, printWeekday, useTongue } from '../../../shared'
import type { Choice, Grid, GridRow, GridSide, Placement, Slot } from '../types'
import { type Chosen, fromGrid, isRowOf } from './chosen'

interface Props {
  grid: Grid
  isDraft: boolean
  chosen: Chosen | null
  choices: Choice[] | undefined
  onChoose: (chosen: Chosen | null) => void
  onPlace: (slotId: number) => void
}

/** Of the row of weekdays, under which the row of times sticks. */
const dayHeight = 30
/** Read aloud, but not seen: which section a card of its own row moves. */
const onlyHeard = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const
const stickyHead = { position: 'sticky', top: 0, zIndex: 2, bgcolor: 'background.paper' } as const
const stickyName = { position: 'sticky', left: 0, zIndex: 1, bgcolor: 'background.paper' } as const

export function WeekGrid({ grid, isDraft, chosen, choices, onChoose, onPlace }: Props) {
  const translate = useTranslate()
  const rows = rowsToShow(grid, chosen)
  return (
    <Box
      role="region"
      aria-label={translate('scheduling.gridCaption', { side: translate(`scheduling.sides.${grid.by}`) })}
      tabIndex={0}
      sx={{
        overflow: 'auto', maxHeight: { sm: 'calc(100vh - 200px)' }, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper',
        '& table': { borderCollapse: 'separate', borderSpacing: 0, width: '100%' },
        '& th, & td': { borderBottom: 1, borderRight: 1, borderColor: 'divider', p: 1, textAlign: 'left', verticalAlign: 'top', minWidth: 86 },
        '& th': { fontWeight: 600, fontSize: 13 },
        // A week of a school on one A4 page, lying.
        '@media print': { overflow: 'visible', maxHeight: 'none', border: 0, '& tr': { breakInside: 'avoid' }, '& th, & td': { position: 'static !important', minWidth: '0 !important', height: 'auto !important', p: '1px 3px', fontSize: '9px !important', lineHeight: 1.25 } },
      }}
    >
      <table>
        <GridHead slots={grid.slots} by={grid.by} />
        <tbody>
          {rows.map(row => (
            <tr key={row.id ?? 'mixed'}>
              <Box component="th" scope="row" sx={{ ...stickyName, minWidth: { xs: 84, sm: 140 }, maxWidth: { xs: 100, sm: 200 }, overflowWrap: 'anywhere' }}>
                {row.id === null ? translate('catalogue.kinds.mixed') : row.name}
              </Box>
              {grid.slots.map(slot => (
                <GridCell
                  key={slot.id}
                  slot={slot}
                  placements={row.placements.filter(placement => placement.slotId === slot.id)}
                  by={grid.by}
                  isDraft={isDraft}
                  chosen={chosen}
                  // Only the row to which the chosen one belongs takes it.
                  choice={chosen && isRowOf(row, chosen, grid.by) ? choices?.find(each => each.slotId === slot.id) : undefined}
                  onChoose={onChoose}
                  onPlace={onPlace}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}

/** The rows of teachers and rooms that have nothing are left out, unless the chosen one belongs there. */
export function rowsToShow(grid: Grid, chosen: Chosen | null): GridRow[] {
  const mine = chosen ? grid.rows.filter(row => isRowOf(row, chosen, grid.by)) : []
  const mixed: GridRow[] = chosen && grid.by === 'homeClass' && chosen.homeClassName === null && mine.length === 0 ? [{ id: null, name: '', placements: [] }] : []
  const isBrief = grid.by === 'teacher' || grid.by === 'room'
  return [...grid.rows.filter(row => !isBrief || row.placements.length > 0 || mine.includes(row)), ...mixed]
}

function GridHead({ slots, by }: { slots: Slot[]; by: GridSide }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const weekdays = [...new Set(slots.map(slot => slot.weekday))]
  return (
    <thead>
      <tr>
        <Box component="th" scope="col" rowSpan={2} sx={{ ...stickyHead, ...stickyName, zIndex: 3 }}>
          {translate(`scheduling.sides.${by}`)}
        </Box>
        {weekdays.map(weekday => (
          <Box component="th" scope="colgroup" key={weekday} colSpan={slots.filter(slot => slot.weekday === weekday).length} sx={{ ...stickyHead, height: dayHeight }}>
            {printWeekday(weekday, tongue)}
          </Box>
        ))}
      </tr>
      <tr>
        {slots.map(slot => (
          <Box component="th" scope="col" key={slot.id} sx={{ ...stickyHead, top: dayHeight, whiteSpace: 'nowrap', fontWeight: '400 !important', fontSize: '12px !important', color: 'text.secondary' }}>
            {printTimeRange(slot.startTime, slot.endTime)}
          </Box>
        ))}
      </tr>
    </thead>
  )
}

interface CellProps extends Omit<Props, 'grid' | 'choices'> {
  slot: Slot
  placements: Placement[]
  by: GridSide
  choice: Choice | undefined
}

function GridCell({ slot, placements, by, isDraft, chosen, choice, onChoose, onPlace }: CellProps) {
  const translate = useTranslate()
  const tongue = useTongue()
  const when = `${printWeekday(slot.weekday, tongue)} ${printTimeRange(slot.startTime, slot.endTime)}`
  const canDrop = choice !== undefined && chosen?.slotId !== slot.id
  const allow = (event: DragEvent) => canDrop && event.preventDefault()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (canDrop) onPlace(slot.id)
  }
  return (
    <Box component="td" onDragOver={allow} onDrop={drop} sx={{ bgcolor: !canDrop ? undefined : choice.isFree ? 'success.light' : 'action.hover' }}>
      {placements.map(placement => (
        <Card key={placement.id} placement={placement} by={by} isDraft={isDraft} isChosen={chosen?.placementId === placement.id} onChoose={onChoose} />
      ))}
      {canDrop && (
        <Box
          component="button"
          type="button"
          className="no-print"
          title={choice.message ?? ''}
          aria-label={choice.isFree ? translate('scheduling.placeHere', { section: chosen?.sectionName, when }) : translate('scheduling.busyHere', { when, why: choice.message })}
          onClick={() => onPlace(slot.id)}
          sx={{ width: '100%', minHeight: 32, border: '1px dashed', borderColor: choice.isFree ? 'success.main' : 'divider', borderRadius: 1, bgcolor: 'transparent', color: choice.isFree ? 'success.dark' : 'text.secondary', font: 'inherit', fontSize: 12, cursor: 'pointer', display: 'flex', gap: 1, alignItems: 'center', justifyContent: 'center' }}
        >
          {choice.isFree ? <AddIcon sx={{ fontSize: 14 }} aria-hidden /> : <BlockIcon sx={{ fontSize: 14 }} aria-hidden />}
          {translate(choice.isFree ? 'scheduling.here' : 'scheduling.busy')}
        </Box>
      )}
    </Box>
  )
}

interface CardProps {
  placement: Placement
  by: GridSide
  isDraft: boolean
  isChosen: boolean
  onChoose: (chosen: Chosen | null) => void
}

function Card({ placement, by, isDraft, isChosen, onChoose }: CardProps) {
  const translate = useTranslate()
  const lines = [
    ...(by === 'section' ? [] : [placement.sectionName]),
    ...(by === 'teacher' ? [] : [placement.teacherName]),
    ...(by === 'room' ? [] : [placement.roomName]),
  ]
  const look = {
    display: 'block', width: '100%', p: 1, mb: '2px', borderRadius: 1, border: 1, borderColor: isChosen ? 'primary.main' : 'transparent', bgcolor: 'primary.light', color: 'text.primary', textAlign: 'left', font: 'inherit', fontSize: 12, lineHeight: 1.4,
    '@media print': { p: 0, mb: 0, border: 0, fontSize: 9, lineHeight: 1.25, bgcolor: 'transparent' },
  } as const
  const content = lines.map((line, i) => (
    <Box component="span" key={`${i}${line}`} sx={{ display: 'block', fontWeight: i === 0 ? 600 : 400, overflowWrap: 'anywhere' }}>
      {line}
    </Box>
  ))
  if (!isDraft) return <Box sx={look}>{content}</Box>
  return (
    <Box
      component="button"
      type="button"
      draggable
      onDragStart={() => onChoose(fromGrid(placement))}
      aria-pressed={isChosen}
      onClick={() => onChoose(isChosen ? null : fromGrid(placement))}
      sx={{ ...look, cursor: 'grab', '&:hover': { borderColor: 'primary.main' } }}
    >
      <span style={onlyHeard}>{translate('scheduling.choosePlacement', { section: placement.sectionName })}</span>
      {content}
    </Box>
  )
}
