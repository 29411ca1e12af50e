/** One cell of the week: its cards, and whether what is in the hand could stand here. */
import AddIcon from '@mui/icons-material/Add'
import BlockIcon from '@mui/icons-material/Block'
import Box from '@mui/material/Box'
import type { DragEvent } from 'react'
import { useTranslate } from 'react-admin'
import type { Choice, GridSide, Placement, Slot } from '../types'
import { Card, type Mark } from './Card'
import type { Chosen } from './chosen'
import { useWhen } from './useArranging'
import type { GridActs } from './grid-acts'

interface Props {
  slot: Slot
  rowName: string
  placements: Placement[]
  by: GridSide
  acts: GridActs | null
  chosen: Chosen | null
  choice: Choice | undefined
  isPointed: boolean
  /** Placements that stand in the way of where the hand is. */
  outlined: ReadonlySet<number | null>
  marks: ReadonlyMap<number, Mark> | undefined
  address: string
  /** Which card has the focus of the keyboard; null: none of this cell. */
  stopCard: number | null
  onFocusCard: (card: number) => void
}

const verdictOn = ({ isFree, hint }: Choice) => (!isFree ? 'busy' : hint === null ? 'here' : 'notLiked')

export function GridCell({
  slot,
  rowName,
  placements,
  by,
  acts,
  chosen,
  choice,
  isPointed,
  outlined,
  marks,
  address,
  stopCard,
  onFocusCard,
}: Props) {
  const translate = useTranslate()
  const when = useWhen()(slot)
  const canDrop = acts !== null && choice !== undefined && chosen?.slotId !== slot.id
  const verdict = choice && translate(`timetabling.${verdictOn(choice)}`)
  return (
    <Box
      component="td"
      role="gridcell"
      {...(placements.length === 0
        ? {
            'data-stop': `${address}/0`,
            tabIndex: stopCard === null ? -1 : 0,
            'aria-label': `${rowName} ${when} ${translate('timetabling.emptyCell')}${choice ? `, ${[verdict, choice.message ?? choice.hint].filter(Boolean).join(' ')}` : ''}`,
          }
        : {})}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onFocusCard(0)
      }}
      {...dropOn(canDrop ? acts : null, slot.id, isPointed)}
      onMouseEnter={() => choice && acts?.onPoint(slot.id)}
      sx={{
        bgcolor: !canDrop ? undefined : choice.isFree ? 'success.light' : 'error.light',
        ...(canDrop && isPointed
          ? {
              boxShadow: (theme) =>
                `inset 0 0 0 2px ${choice.isFree ? theme.palette.success.main : theme.palette.error.main}`,
            }
          : {}),
      }}
    >
      {placements.map((placement, card) => (
        <Card
          key={placement.id}
          placement={placement}
          by={by}
          when={when}
          acts={acts}
          isChosen={chosen?.placementId === placement.id}
          isInTheWay={outlined.has(placement.id)}
          mark={marks?.get(placement.id)}
          address={`${address}/${card}`}
          isStop={stopCard === card}
          onFocus={() => onFocusCard(card)}
        />
      ))}
      {canDrop && (
        <PlaceButton choice={choice} chosen={chosen} when={when} acts={acts} slot={slot} verdict={verdict} />
      )}
    </Box>
  )
}

/** What is dragged may be let go where the hand may put it. */
const dropOn = (acts: GridActs | null, slotId: number, isPointed: boolean) => ({
  onDragOver: (event: DragEvent) => {
    if (!acts) return
    event.preventDefault()
    if (!isPointed) acts.onPoint(slotId)
  },
  onDrop: (event: DragEvent) => {
    event.preventDefault()
    acts?.onPlace(slotId)
  },
})

interface PlaceButtonProps {
  choice: Choice
  chosen: Chosen | null
  when: string
  acts: GridActs
  slot: Slot
  verdict: string | undefined
}

function PlaceButton({ choice, chosen, when, acts, slot, verdict }: PlaceButtonProps) {
  const translate = useTranslate()
  return (
    <Box
      component="button"
      type="button"
      className="no-print"
      tabIndex={-1}
      title={choice.message ?? choice.hint ?? ''}
      aria-label={
        choice.isFree
          ? translate(choice.hint === null ? 'timetabling.placeHere' : 'timetabling.notLikedHere', {
              section: chosen?.sectionName,
              when,
              why: choice.hint,
            })
          : translate('timetabling.busyHere', { when, why: choice.message })
      }
      onClick={() => acts.onPlace(slot.id)}
      sx={{
        width: '100%',
        minHeight: 32,
        border: '1px dashed',
        borderColor: choice.isFree ? 'success.main' : 'error.main',
        borderRadius: 1,
        bgcolor: 'transparent',
        color: choice.isFree ? 'success.dark' : 'error.dark',
        font: 'inherit',
        fontSize: 12,
        cursor: 'pointer',
        display: 'flex',
        gap: 1,
        alignItems: 'center',
        justifyContent: 'center',
      }}
    >
      {choice.isFree ? (
        <AddIcon sx={{ fontSize: 14 }} aria-hidden />
      ) : (
        <BlockIcon sx={{ fontSize: 14 }} aria-hidden />
      )}
      {verdict}
    </Box>
  )
}
