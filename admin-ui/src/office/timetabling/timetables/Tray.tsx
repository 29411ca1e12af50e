/** Meetings that stand nowhere yet: take one, then choose its place in the week. */
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import type { Unplaced } from '../types'
import { type Chosen, fromTray } from './chosen'

interface Props {
  unplaced: Unplaced[]
  chosen: Chosen | null
  onChoose: (chosen: Chosen | null) => void
  /** Above the grid instead of beside it. */
  isWide?: boolean
}

export function Tray({ unplaced, chosen, onChoose, isWide = false }: Props) {
  const translate = useTranslate()
  const [text, setText] = useState('')
  const left = unplaced.reduce((sum, each) => sum + each.meetingsPerWeek - each.placedCount, 0)
  const shown = unplaced.filter((each) =>
    [each.sectionName, each.courseName, each.teacherName, each.roomName].some((word) =>
      word?.includes(text.trim()),
    ),
  )
  return (
    <Paper className="no-print" sx={{ p: 3, mb: { xs: 3, lg: 0 }, alignSelf: 'start', minWidth: 0 }}>
      <Typography variant="h3">
        {left === 0
          ? translate('timetabling.allPlaced')
          : translate('timetabling.notPlaced', { count: left })}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {translate(left === 0 ? 'timetabling.allPlacedNext' : 'timetabling.trayHelp')}
      </Typography>
      {unplaced.length > 8 && (
        <TextField
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={translate('timetabling.findInTray')}
          slotProps={{ htmlInput: { 'aria-label': translate('timetabling.findInTray') } }}
        />
      )}
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: { xs: 'flex', lg: isWide ? 'flex' : 'block' },
          gap: 2,
          overflow: 'auto',
          maxHeight: { lg: 'calc(100vh - 330px)' },
        }}
      >
        {shown.map((each) => (
          <TrayItem
            key={each.sectionId}
            item={each}
            isChosen={chosen?.placementId === undefined && chosen?.sectionId === each.sectionId}
            onChoose={onChoose}
          />
        ))}
      </Box>
    </Paper>
  )
}

function TrayItem({
  item,
  isChosen,
  onChoose,
}: {
  item: Unplaced
  isChosen: boolean
  onChoose: Props['onChoose']
}) {
  const translate = useTranslate()
  const missing = translate('catalogue.notSet')
  return (
    <Box component="li" sx={{ mb: { lg: 1 }, flexShrink: 0 }}>
      <Box
        component="button"
        type="button"
        draggable
        onDragStart={() => onChoose(fromTray(item))}
        aria-pressed={isChosen}
        onClick={() => onChoose(isChosen ? null : fromTray(item))}
        sx={{
          width: { xs: 200, lg: '100%' },
          minWidth: 160,
          textAlign: 'left',
          font: 'inherit',
          p: 2,
          borderRadius: 1,
          cursor: 'grab',
          color: 'text.primary',
          border: 1,
          borderColor: isChosen ? 'primary.main' : 'divider',
          bgcolor: isChosen ? 'primary.light' : 'background.paper',
          '&:hover': { borderColor: 'primary.main' },
        }}
      >
        <Box
          component="span"
          sx={{ display: 'flex', gap: 2, justifyContent: 'space-between', fontWeight: 600 }}
        >
          <span>{item.sectionName}</span>
          <Box
            component="span"
            sx={{ whiteSpace: 'nowrap', fontWeight: 400 }}
            title={translate('timetabling.placedOf', {
              placed: item.placedCount,
              total: item.meetingsPerWeek,
            })}
          >
            {item.placedCount}/{item.meetingsPerWeek}
          </Box>
        </Box>
        <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'text.secondary' }}>
          {item.teacherName ?? missing} · {item.roomName ?? missing}
        </Box>
      </Box>
    </Box>
  )
}
