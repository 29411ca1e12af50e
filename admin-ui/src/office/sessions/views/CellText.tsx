/** One session in a field of the week: what, who, where, and what is other than planned; told by words and lines, so that it holds in black and white. */
import Box from '@mui/material/Box'
import { useTranslate } from 'react-admin'
import { printDayOfYear, printTimeRange, useTongue } from '../../../shared'
import type { ViewCell, ViewKind } from './views'

interface Props {
  cell: ViewCell
  /** What the reader knows already is not said again. */
  kind: ViewKind
  /** In a large table: in as few lines as it takes, and without the name of the row. */
  rowName?: string
}

export function CellText({ cell, kind, rowName }: Props) {
  const isSmall = rowName !== undefined
  const marks = useMarks()(cell)
  const tongue = useTongue()
  const isOff = cell.status !== 'planned' || cell.isElsewhere
  const who = [
    ...(kind === 'teacher' ? [] : [cell.teacherName]),
    ...(kind === 'room' ? [] : [cell.roomName]),
  ].join(' · ')
  const homeClass =
    kind !== 'home-class' && cell.homeClassName && !cell.sectionName.includes(cell.homeClassName)
      ? ` · ${cell.homeClassName}`
      : ''
  const edge = cell.isElsewhere
    ? '1px dotted'
    : isOff
      ? '2px dashed'
      : marks.length > 0
        ? '2px solid'
        : undefined
  return (
    <Box
      sx={{
        p: isSmall ? '1px 3px' : '4px 6px',
        '& + &': { mt: isSmall ? '2px' : '4px' },
        lineHeight: 1.35,
        overflowWrap: 'anywhere',
        ...(edge ? { border: edge, borderColor: 'currentcolor', borderRadius: '4px' } : {}),
      }}
    >
      <Box
        component="span"
        sx={{
          display: isSmall ? 'inline' : 'block',
          fontWeight: 650,
          ...(isOff ? { textDecoration: 'line-through' } : {}),
        }}
      >
        {isSmall ? cell.sectionName.replace(rowName, '') : cell.sectionName}
        {homeClass}
      </Box>{' '}
      <Box
        component="span"
        sx={{ display: isSmall ? 'inline' : 'block', ...(isOff ? { textDecoration: 'line-through' } : {}) }}
      >
        {who}
      </Box>
      {marks.map((mark) => (
        <Box component="span" key={mark} sx={{ display: 'block', fontWeight: 600 }}>
          {tongue === 'zh' ? `【${mark}】` : `[${mark}]`}
        </Box>
      ))}
    </Box>
  )
}

/** A short sentence for each thing that is other than planned. */
export function useMarks(): (cell: ViewCell) => string[] {
  const translate = useTranslate()
  const tongue = useTongue()
  const day = (on: string | null) => (on === null ? '' : printDayOfYear(on, tongue))
  const off = (cell: ViewCell) =>
    translate(cell.reason ? 'views.changes.cancelledWhy' : 'views.changes.cancelled', {
      reason: cell.reason ?? '',
    })
  const said = (cell: ViewCell): Record<ViewCell['changes'][number], string> => ({
    day: translate('views.changes.day', { day: day(cell.plannedOn) }),
    time: translate('views.changes.time', {
      time: printTimeRange(cell.plannedStartTime, cell.plannedEndTime),
    }),
    teacher: translate('views.changes.teacher', { teacher: cell.plannedTeacherName }),
    room: translate('views.changes.room', { room: cell.plannedRoomName }),
    cancelled: off(cell),
    made_up: [
      off(cell),
      ...(cell.madeUpOn ? [translate('views.changes.madeUp', { day: day(cell.madeUpOn) })] : []),
    ].join(tongue === 'zh' ? '，' : ', '),
    make_up: translate('views.changes.make_up', { day: day(cell.makesUpOn) }),
  })
  const where = (cell: ViewCell): string =>
    [
      ...(cell.changes.includes('day') ? [day(cell.heldOn)] : []),
      ...(cell.changes.includes('day') || cell.changes.includes('time')
        ? [printTimeRange(cell.heldStartTime, cell.heldEndTime)]
        : []),
      ...(cell.changes.includes('room') ? [cell.roomName] : []),
      ...(cell.changes.includes('teacher')
        ? [translate('views.changes.withTeacher', { teacher: cell.teacherName })]
        : []),
    ].join(' ')
  return (cell) =>
    cell.isElsewhere
      ? [translate('views.changes.elsewhere', { where: where(cell) })]
      : cell.changes.map((change) => said(cell)[change])
}
