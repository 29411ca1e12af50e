/** One meeting in the grid. */
import LockIcon from '@mui/icons-material/LockOutlined'
import Box from '@mui/material/Box'
import type { MouseEvent, ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { visuallyHidden } from '../../../shared'
import type { GridSide, Placement } from '../types'
import { fromGrid } from './chosen'
import type { GridActs } from './grid-acts'

export type Mark = 'moved' | 'changed' | 'only' | 'added'

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

export function Card({
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
  const look = lookOf(isInTheWay, isChosen, mark)
  const content = <CardContent placement={placement} by={by} mark={mark} />
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

function lookOf(isInTheWay: boolean, isChosen: boolean, mark: Mark | undefined) {
  const border = isInTheWay ? 'error.main' : isChosen ? 'primary.main' : mark ? 'warning.main' : 'transparent'
  return {
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
}

/** The names of those whose row it is not, and what is particular about it. */
function CardContent({ placement, by, mark }: Pick<CardProps, 'placement' | 'by' | 'mark'>) {
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
    placement.weeks === 'every' ? null : translate(`timetabling.weeks.${placement.weeks}`),
    days,
    mark ? translate(`timetabling.marks.${mark}`) : null,
  ].filter(Boolean)
  return (
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
              titleAccess={translate('timetabling.locked')}
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
}

interface CardMenuButtonProps {
  placement: Placement
  acts: GridActs
  title: string
  isChosen: boolean
  openMenu: (event: MouseEvent<HTMLElement>) => void
  focus: { 'data-stop': string; tabIndex: number; onFocus: () => void }
  look: ReturnType<typeof lookOf>
  isInTheWay: boolean
  heard: ReactNode
  content: ReactNode
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
