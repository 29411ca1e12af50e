/** Undo, do again, empty the draft: each says what it would do. */
import UndoIcon from '@mui/icons-material/Undo'
import RedoIcon from '@mui/icons-material/Redo'
import KeysIcon from '@mui/icons-material/KeyboardOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { Confirm, useTranslate } from 'react-admin'
import type { DraftStep, Grid } from '../types'
import { type Arranging, useStepWords } from './useArranging'
import { KeysDialog } from './KeysDialog'

interface Props {
  grid: Grid
  arranging: Arranging
  isKeysOpen: boolean
  onKeys: (isOpen: boolean) => void
}

export function DraftBar({ grid, arranging, isKeysOpen, onKeys }: Props) {
  const translate = useTranslate()
  const [isAsking, setAsking] = useState(false)
  const movable = grid.rows.reduce(
    (sum, row) => sum + row.placements.filter((placement) => !placement.isLocked).length,
    0,
  )
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
      <StepButton which="undo" step={grid.canUndo} arranging={arranging} />
      <StepButton which="redo" step={grid.canRedo} arranging={arranging} />
      <Button color="secondary" disabled={movable === 0 || arranging.isBusy} onClick={() => setAsking(true)}>
        {translate('timetabling.clear')}
      </Button>
      <Tooltip title={translate('timetabling.keysTitle')}>
        <IconButton
          aria-label={translate('timetabling.keysTitle')}
          onClick={() => onKeys(true)}
          sx={{ display: { xs: 'none', sm: 'inline-flex' } }}
        >
          <KeysIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      {isKeysOpen && <KeysDialog onClose={() => onKeys(false)} />}
      <Confirm
        isOpen={isAsking}
        title={translate('timetabling.clearTitle')}
        content={translate('timetabling.clearConsequence', { count: movable })}
        onConfirm={() => {
          setAsking(false)
          void arranging.step('clear')
        }}
        onClose={() => setAsking(false)}
      />
    </Box>
  )
}

function StepButton({
  which,
  step,
  arranging,
}: {
  which: 'undo' | 'redo'
  step: DraftStep | null
  arranging: Arranging
}) {
  const translate = useTranslate()
  const words = useStepWords()
  const label = step
    ? translate(`timetabling.${which}Step`, { step: words(step), person: step.madeByName })
    : translate(`timetabling.nothingTo.${which}`)
  return (
    <Tooltip title={label}>
      <span>
        <IconButton
          aria-label={label}
          disabled={step === null || arranging.isBusy}
          onClick={() => void arranging.step(which)}
        >
          {which === 'undo' ? <UndoIcon fontSize="small" /> : <RedoIcon fontSize="small" />}
        </IconButton>
      </span>
    </Tooltip>
  )
}
