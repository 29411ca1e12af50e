/** A week back, this week, a week on; the day stands in the address. */
import BackIcon from '@mui/icons-material/ChevronLeft'
import NextIcon from '@mui/icons-material/ChevronRight'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useTranslate } from 'react-admin'
import { useSearchParams } from 'react-router'
import { addDays, isLocalDate, today } from '../../shared'

/** The day in the address, else today. */
export function useDay(): [string, (on: string) => void] {
  const [search, setSearch] = useSearchParams()
  const asked = search.get('day')
  const go = (on: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      next.set('day', on)
      return next
    })
  return [asked !== null && isLocalDate(asked) ? asked : today(), go]
}

export function WeekSwitch({ day, go }: { day: string; go: (on: string) => void }) {
  const translate = useTranslate()
  return (
    <>
      <IconButton aria-label={translate('sessions.weekBefore')} onClick={() => go(addDays(day, -7))}>
        <BackIcon />
      </IconButton>
      <Button variant="outlined" onClick={() => go(today())}>
        {translate('sessions.thisWeek')}
      </Button>
      <IconButton aria-label={translate('sessions.weekAfter')} onClick={() => go(addDays(day, 7))}>
        <NextIcon />
      </IconButton>
    </>
  )
}
