/** One month from Monday to Sunday, to pick a day from. Arrow keys move, Enter picks. */
import NextIcon from '@mui/icons-material/ChevronRight'
import BackIcon from '@mui/icons-material/ChevronLeft'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslate } from 'react-admin'
import {
  addDays,
  dateParts,
  monthGrid,
  printDate,
  printMonth,
  printWeekday,
  today,
  type Tongue,
} from './format'
import { visuallyHidden } from './visuallyHidden'

interface Props {
  start: { year: number; month: number }
  chosen: string | null
  tongue: Tongue
  onPick: (on: string) => void
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

const shift = ({ year, month }: Props['start'], by: number): Props['start'] => {
  const index = year * 12 + month - 1 + by
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}

export function MonthGrid({ start, chosen, tongue, onPick }: Props) {
  const translate = useTranslate()
  const [shown, setShown] = useState(start)
  const now = today()
  const [focus, setFocus] = useState(chosen ?? now)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>(`[data-on="${focus}"]`)?.focus()
  }, [focus, shown])

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = addDays(focus, step)
    const parts = dateParts(next)
    if (parts && (parts.month !== shown.month || parts.year !== shown.year)) setShown(parts)
    setFocus(next)
  }

  return (
    <Box
      ref={box}
      onKeyDown={move}
      sx={{ p: 3, width: 284 }}
      role="group"
      aria-label={printMonth(shown.year, shown.month, tongue)}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', mb: 1 }}>
        <IconButton
          aria-label={translate('kit.input.previousMonth')}
          onClick={() => setShown(shift(shown, -1))}
        >
          <BackIcon />
        </IconButton>
        <Typography variant="h3" component="p" aria-live="polite">
          {printMonth(shown.year, shown.month, tongue)}
        </Typography>
        <IconButton aria-label={translate('kit.input.nextMonth')} onClick={() => setShown(shift(shown, 1))}>
          <NextIcon />
        </IconButton>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, 36px)', textAlign: 'center' }}>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <Typography key={weekday} variant="caption" color="text.secondary" aria-hidden>
            {printWeekday(weekday, tongue).replace('周', '').slice(0, 2)}
          </Typography>
        ))}
        {monthGrid(shown.year, shown.month)
          .flat()
          .map((on, i) =>
            on === null ? (
              <span key={`none${i}`} />
            ) : (
              <Day
                key={on}
                on={on}
                tongue={tongue}
                isChosen={on === chosen}
                isToday={on === now}
                canTab={on === focus}
                onPick={onPick}
              />
            ),
          )}
      </Box>
    </Box>
  )
}

interface DayProps {
  on: string
  tongue: Tongue
  isChosen: boolean
  isToday: boolean
  canTab: boolean
  onPick: (on: string) => void
}

function Day({ on, tongue, isChosen, isToday, canTab, onPick }: DayProps) {
  return (
    <Box
      component="button"
      type="button"
      data-on={on}
      tabIndex={canTab ? 0 : -1}
      aria-pressed={isChosen}
      onClick={() => onPick(on)}
      sx={{
        position: 'relative',
        width: 36,
        height: 34,
        border: 0,
        borderRadius: 1,
        cursor: 'pointer',
        font: 'inherit',
        color: isChosen ? 'primary.contrastText' : 'text.primary',
        bgcolor: isChosen ? 'primary.main' : 'transparent',
        fontWeight: isToday ? 700 : 400,
        textDecoration: isToday ? 'underline' : 'none',
        '&:hover': { bgcolor: isChosen ? 'primary.dark' : 'action.hover' },
      }}
    >
      {Number(on.slice(8))}
      <Box component="span" sx={visuallyHidden}>
        {' '}
        {printDate(on, tongue)}
      </Box>
    </Box>
  )
}
