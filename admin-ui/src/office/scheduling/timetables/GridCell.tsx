/** One cell of the week: its cards, and whether what is in the hand could stand here. */
import AddIcon from '@mui/icons-material/Add'
import BlockIcon from '@mui/icons-material/Block'
import LockIcon from '@mui/icons-material/LockOutlined'
import Box from '@mui/material/Box'
import type { DragEvent, MouseEvent } from 'react'
import { useTranslate } from 'react-admin'
import { visuallyHidden } from '../../../shared'
import type { Choice, GridSide, Placement, Slot } from '../types'
import { type Chosen, fromGrid } from './chosen'
import { useWhen } from './useArranging'
import type { GridActs } from './WeekGrid'

export type Mark = 'moved' | 'changed' | 'only' | 'added'

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
  const over = (event: DragEvent) => {
    if (!canDrop) return
    event.preventDefault()
    if (!isPointed) acts.onPoint(slot.id)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (canDrop) acts.onPlace(slot.id)
  }
  const isEmpty = placements.length === 0
  const verdict =
    choice &&
    translate(
      !choice.isFree ? 'scheduling.busy' : choice.hint === null ? 'scheduling.here' : 'scheduling.notLiked',
    )
  return (
    <Box
      component="td"
      role="gridcell"
      {...(isEmpty
        ? {
            'data-stop': `${address}/0`,
            tabIndex: stopCard === null ? -1 : 0,
            'aria-label': `${rowName} ${when} ${translate('scheduling.emptyCell')}${choice ? `, ${[verdict, choice.message ?? choice.hint].filter(Boolean).join(' ')}` : ''}`,
          }
        : {})}
      onFocus={(event) => {
        if (event.target === event.currentTarget) onFocusCard(0)
      }}
      onDragOver={over}
      onDrop={drop}
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
          ? translate(choice.hint === null ? 'scheduling.placeHere' : 'scheduling.notLikedHere', {
              section: chosen?.sectionName,
              when,
              why: choice.hint,
            })
          : translate('scheduling.busyHere', { when, why: choice.message })
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

/** A very long name does not make the whole row tall; it stands whole in the title and on paper. */
export const linesOf = (most: number) =>
  ({
    display: '-webkit-box',
    WebkitLineClamp: most,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    '@media print': { display: 'block' },
  }) as const

interface CardProps {
  placement: Placement
  by: GridSide
  when: string
  acts: GridActs | null
  isChosen: boolean
  isInTheWay: boolean
  mark: Mark | undefined
  address: string
  isStop: boolean
  onFocus: () => void
}

function Card({
  placement,
  by,
  when,
  acts,
  isChosen,
  isInTheWay,
  mark,
  address,
  isStop,
  onFocus,
}: CardProps) {
  const translate = useTranslate()
  const lines = [
    ...(by === 'section' ? [] : [placement.sectionName]),
    ...(by === 'teacher' ? [] : [placement.teacherName]),
    ...(by === 'room' ? [] : [placement.roomName]),
  ]
  const days =
    placement.startsOn || placement.endsOn
      ? `${placement.startsOn?.slice(5) ?? ''}–${placement.endsOn?.slice(5) ?? ''}`
      : null
  const notes = [
    placement.weeks === 'every' ? null : translate(`scheduling.weeks.${placement.weeks}`),
    days,
    mark ? translate(`scheduling.marks.${mark}`) : null,
  ].filter(Boolean)
  const border = isInTheWay ? 'error.main' : isChosen ? 'primary.main' : mark ? 'warning.main' : 'transparent'
  const look = {
    // What is only heard stays inside the card.
    position: 'relative',
    display: 'block',
    width: '100%',
    p: 1,
    mb: '2px',
    borderRadius: 1,
    border: isInTheWay || mark ? 2 : 1,
    borderStyle: mark && !isInTheWay ? 'dashed' : 'solid',
    borderColor: border,
    bgcolor: 'primary.light',
    color: 'text.primary',
    textAlign: 'left',
    font: 'inherit',
    fontSize: 12,
    lineHeight: 1.4,
    '@media print': { p: 0, mb: 0, border: 0, fontSize: 9, lineHeight: 1.25, bgcolor: 'transparent' },
  } as const
  const content = (
    <>
      {lines.map((line, i) => (
        <Box
          component="span"
          key={`${i}${line}`}
          sx={{ ...linesOf(2), fontWeight: i === 0 ? 600 : 400, overflowWrap: 'anywhere' }}
        >
          {placement.isLocked && i === 0 && (
            <LockIcon
              sx={{ fontSize: 13, mr: '2px', verticalAlign: 'text-bottom' }}
              titleAccess={translate('scheduling.locked')}
            />
          )}
          {line}
        </Box>
      ))}
      {notes.length > 0 && (
        <Box
          component="span"
          sx={{ display: 'block', color: mark ? 'warning.dark' : 'text.secondary', fontWeight: 600 }}
        >
          {notes.join(' · ')}
        </Box>
      )}
    </>
  )
  const heard = (
    <span style={visuallyHidden}>{`${by === 'section' ? `${placement.sectionName} ` : ''}${when} `}</span>
  )
  const focus = { 'data-stop': address, tabIndex: isStop ? 0 : -1, onFocus }
  const title = [placement.sectionName, placement.teacherName, placement.roomName].join(' · ')
  if (!acts)
    return (
      <Box sx={look} title={title} {...focus}>
        {heard}
        {content}
      </Box>
    )
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault()
    acts.onMenu(placement, event.currentTarget)
  }
  return (
    <CardMenuButton
      placement={placement}
      acts={acts}
      title={title}
      isChosen={isChosen}
      openMenu={openMenu}
      focus={focus}
      look={look}
      isInTheWay={isInTheWay}
      heard={heard}
      content={content}
    />
  )
}

interface CardMenuButtonProps {
  placement: Placement
  acts: GridActs
  title: string
  isChosen: boolean
  openMenu: (event: MouseEvent<HTMLElement>) => void
  focus: { 'data-stop': string; tabIndex: number; onFocus: () => void }
  look: {
    readonly position: 'relative'
    readonly display: 'block'
    readonly width: '100%'
    readonly p: 1
    readonly mb: '2px'
    readonly borderRadius: 1
    readonly border: 1 | 2
    readonly borderStyle: 'dashed' | 'solid'
    readonly borderColor: 'error.main' | 'primary.main' | 'warning.main' | 'transparent'
    readonly bgcolor: 'primary.light'
    readonly color: 'text.primary'
    readonly textAlign: 'left'
    readonly font: 'inherit'
    readonly fontSize: 12
    readonly lineHeight: 1.4
    readonly '@media print': {
      readonly p: 0
      readonly mb: 0
      readonly border: 0
      readonly fontSize: 9
      readonly lineHeight: 1.25
      readonly bgcolor: 'transparent'
    }
  }
  isInTheWay: boolean
  heard: React.JSX.Element
  content: React.JSX.Element
}

function CardMenuButton({
  placement,
  acts,
  title,
  isChosen,
  openMenu,
  focus,
  look,
  isInTheWay,
  heard,
  content,
}: CardMenuButtonProps) {
  return (
    <Box
      component="button"
      type="button"
      draggable={!placement.isLocked}
      onDragStart={() => acts.onChoose(fromGrid(placement))}
      title={title}
      aria-pressed={isChosen}
      onClick={() => acts.onChoose(isChosen ? null : fromGrid(placement))}
      // Some browsers press a button when the space bar comes up again, which the grid has already acted upon.
      onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
      onContextMenu={openMenu}
      {...focus}
      sx={{
        ...look,
        cursor: placement.isLocked ? 'pointer' : 'grab',
        '&:hover': { borderColor: isInTheWay ? 'error.main' : 'primary.main' },
      }}
    >
      {heard}
      {content}
    </Box>
  )
}
