/** Arranging the week: take a meeting, see where it may stand, put it there. By click, keyboard or drag. */
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useStore, useTranslate } from 'react-admin'
import { Link } from 'react-router'
import { query } from '../../../api/call'
import { EmptyState, ErrorNotice, useAnswer, useErrorText, useKehou } from '../../../shared'
import { type Choice, type Grid, type GridSide, gridSides, type Timetable } from '../types'
import type { Chosen } from './chosen'
import { Tray } from './Tray'
import { WeekGrid } from './WeekGrid'

export function WeekEditor({ timetable }: { timetable: Timetable }) {
  const translate = useTranslate()
  const [by, setBy] = useStore<GridSide>('timetable.by', 'section')
  const { data: grid, error, refetch } = useAnswer<Grid>(`/api/timetables/${timetable.id}/grid?by=${by}`, { placeholderData: before => before })
  const isDraft = timetable.status === 'draft' && timetable.actions.includes('update')
  const { chosen, setChosen, choices, refusal, place, remove, isBusy } = useArranging(timetable)
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!grid) return <Skeleton variant="rounded" height={400} />
  if (grid.slots.length === 0) return <NeedsFirst why="scheduling.noSlots" next="scheduling.noSlotsNext" to="/slots" label="menu.slots" />
  if (grid.by === 'section' && grid.rows.length === 0) return <NeedsFirst why="catalogue.noSections" next="catalogue.noSectionsNext" to="/sections" label="menu.sections" />
  return (
    <Box onKeyDown={event => event.key === 'Escape' && setChosen(null)}>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', mb: 3 }}>
        <ToggleButtonGroup exclusive size="small" value={by} onChange={(_event, next: GridSide | null) => next && setBy(next)} aria-label={translate('scheduling.lookBy')}>
          {gridSides.map(side => (
            <ToggleButton key={side} value={side}>
              {translate(`scheduling.sides.${side}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {chosen && (
          <Box role="status" sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
            {translate('scheduling.inHand', { section: chosen.sectionName })}
            {chosen.placementId !== undefined && (
              <Button color="error" variant="outlined" loading={isBusy} onClick={() => void remove()}>
                {translate('scheduling.takeOut')}
              </Button>
            )}
            <Button onClick={() => setChosen(null)}>{translate('scheduling.letGo')}</Button>
          </Box>
        )}
      </Box>
      <div aria-live="assertive">
        {refusal && (
          <Alert severity="error" sx={{ mb: 3 }}>
            {refusal}
          </Alert>
        )}
      </div>
      <Box sx={{ display: 'grid', gap: 4, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: isDraft ? '260px minmax(0, 1fr)' : 'minmax(0, 1fr)' }, '@media print': { display: 'block' } }}>
        {isDraft && <Tray unplaced={grid.unplaced} chosen={chosen} onChoose={setChosen} />}
        <WeekGrid grid={grid} isDraft={isDraft} chosen={chosen} choices={choices} onChoose={setChosen} onPlace={slotId => void place(slotId)} />
      </Box>
    </Box>
  )
}

/** What is in the hand, where it may go, and the acts that put it there; the server has the last word. */
function useArranging(timetable: Timetable) {
  const kehou = useKehou()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const [chosen, choose] = useState<Chosen | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const asked = chosen ? `/api/timetables/${timetable.id}/choices${query({ sectionId: chosen.sectionId, placementId: chosen.placementId })}` : null
  const { data: choices } = useAnswer<Choice[]>(asked, { staleTime: 0 })
  useEffect(() => setRefusal(null), [chosen?.sectionId, chosen?.placementId])

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setRefusal(null)
    try {
      await work()
      choose(null)
    } catch (error) {
      setRefusal(errorText(error))
    } finally {
      setBusy(false)
      await queries.invalidateQueries()
    }
  }
  const place = (slotId: number) =>
    run(() =>
      chosen?.placementId === undefined
        ? kehou.call('POST', '/api/placements', { timetableId: timetable.id, sectionId: chosen?.sectionId, slotId })
        : kehou.call('PATCH', `/api/placements/${chosen.placementId}`, { slotId }),
    )
  const remove = () => run(() => kehou.call('DELETE', `/api/placements/${chosen?.placementId ?? 0}`))
  return { chosen, setChosen: choose, choices, refusal, place, remove, isBusy }
}

function NeedsFirst({ why, next, to, label }: { why: string; next: string; to: string; label: string }) {
  const translate = useTranslate()
  return (
    <Paper>
      <EmptyState
        why={translate(why)}
        next={translate(next)}
        action={
          <Button component={Link} to={to} variant="contained">
            {translate(label)}
          </Button>
        }
      />
    </Paper>
  )
}
