import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Choice, Grid, Placement, Timetable } from '../types'
import { CardMenu } from './CardMenu'
import { type Chosen, fromGrid } from './chosen'
import type { Mark } from './Card'
import { Hand } from './Hand'
import { PlacementDialog } from './PlacementDialog'
import { SlotsDialog } from './SlotsDialog'
import { Tray } from './Tray'
import type { Arranging } from './useArranging'
import type { GridActs } from './grid-acts'
import { WeekGrid } from './WeekGrid'

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
export function Week({ timetable, grid, arranging, marks, hasTray, isNarrow, title }: WeekProps) {
  const translate = useTranslate()
  const [pointedSlotId, point] = useState<number | null>(null)
  const [menu, setMenu] = useState<{ placement: Placement; anchor: HTMLElement } | null>(null)
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
        ? [translate('timetabling.moreClashes', { count: all.length - clashesTold })]
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
      {arranging && (
        <OfACard
          timetable={timetable}
          grid={grid}
          arranging={arranging}
          menu={menu}
          setMenu={setMenu}
          asked={asked}
          setAsked={setAsked}
        />
      )}
    </>
  )
}

interface OfACardProps {
  timetable: Timetable
  grid: Grid
  arranging: Arranging
  menu: { placement: Placement; anchor: HTMLElement } | null
  setMenu: (menu: null) => void
  /** For what the slots are being looked at. */
  asked: Chosen | null
  setAsked: (asked: Chosen | null) => void
}

/** What can be opened from a card: its menu, its weeks and people, the slots that it could go to. */
function OfACard({ timetable, grid, arranging, menu, setMenu, asked, setAsked }: OfACardProps) {
  const translate = useTranslate()
  const [changed, setChanged] = useState<Placement | null>(null)
  return (
    <>
      {menu && (
        <CardMenu
          {...menu}
          onClose={() => setMenu(null)}
          onMove={() => setAsked(fromGrid(menu.placement))}
          onLock={() => void arranging.lock(menu.placement)}
          onChange={() => setChanged(menu.placement)}
          onTakeOut={() => void arranging.takeOut(fromGrid(menu.placement))}
        />
      )}
      {changed && (
        <PlacementDialog
          placement={changed}
          schoolId={timetable.schoolId}
          refusal={arranging.refusal}
          onSave={(body) =>
            arranging.change(
              changed.id,
              body,
              translate('timetabling.saidChanged', { section: changed.sectionName }),
            )
          }
          onClose={() => setChanged(null)}
        />
      )}
      {asked && (
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
        caption={translate('timetabling.gridCaption', { side: translate(`timetabling.sides.${grid.by}`) })}
      />
    </Box>
  )
}
