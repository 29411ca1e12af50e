/** What can be done with one card: move, lock, change, ask why, take out. */
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Divider from '@mui/material/Divider'
import { useTranslate } from 'react-admin'
import type { Placement } from '../types'

interface Props {
  placement: Placement
  anchor: HTMLElement
  onClose: () => void
  onMove: () => void
  onLock: () => void
  onChange: () => void
  onTakeOut: () => void
}

export function CardMenu({ placement, anchor, onClose, onMove, onLock, onChange, onTakeOut }: Props) {
  const translate = useTranslate()
  const item = (label: string, act: () => void, isOff = false) => (
    <MenuItem
      disabled={isOff}
      onClick={() => {
        onClose()
        act()
      }}
    >
      {translate(label)}
    </MenuItem>
  )
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      slotProps={{ list: { 'aria-label': placement.sectionName } }}
    >
      {item('timetabling.moveTo', onMove, placement.isLocked)}
      {item('timetabling.changePlacement', onChange, placement.isLocked)}
      {item(placement.isLocked ? 'timetabling.unlock' : 'timetabling.lock', onLock)}
      <Divider />
      {item('timetabling.takeOut', onTakeOut, placement.isLocked)}
    </Menu>
  )
}
