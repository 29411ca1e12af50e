/** Another week beside this one, with what differs marked in both and listed below. */
import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslate } from 'react-admin'
import { ErrorNotice, useAnswer } from '../../../shared'
import type { Compared, Comparison, Grid, GridSide, Slot, Timetable } from '../types'
import type { Mark } from './Card'
import { useWhen } from './useArranging'
import { WeekGrid } from './WeekGrid'

export function useComparison(here: Timetable, there: Timetable | undefined) {
  return useAnswer<Comparison>(there ? `/api/timetables/${here.id}/compare?with=${there.id}` : null, {
    staleTime: 0,
    placeholderData: (before) => before,
  })
}

/** What is marked on one side. */
export function marksOf(
  comparison: Pick<Comparison, 'items'> | undefined,
  side: 'here' | 'there',
): Map<number, Mark> {
  const word = { moved: 'moved', changed: 'changed', only_here: 'only', only_there: 'only' } as const
  return new Map(
    (comparison?.items ?? []).flatMap((item) =>
      item[side] ? [[item[side].placementId, word[item.kind]] as const] : [],
    ),
  )
}

export function useTimetableName(): (timetable: Pick<Timetable, 'version' | 'name' | 'status'>) => string {
  const translate = useTranslate()
  return ({ version, name, status }) => {
    const plain = translate('timetabling.versionState', {
      version,
      state: translate(`states.timetables.${status}`),
    })
    return name ? translate('timetabling.versionNamed', { version: plain, name }) : plain
  }
}

export function BesideGrid({
  there,
  by,
  comparison,
  onClose,
}: {
  there: Timetable
  by: GridSide
  comparison: Comparison | undefined
  onClose: () => void
}) {
  const translate = useTranslate()
  const name = useTimetableName()
  const { data: grid, error } = useAnswer<Grid>(`/api/timetables/${there.id}/grid?by=${by}`, {
    placeholderData: (before) => before,
  })
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2 }}>
        <Typography variant="h3" sx={{ flexGrow: 1 }}>
          {name(there)}
        </Typography>
        <IconButton aria-label={translate('timetabling.closeBeside')} onClick={onClose}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <ErrorNotice error={error} />
      {grid ? (
        <WeekGrid
          grid={grid}
          acts={null}
          chosen={null}
          choices={undefined}
          pointedSlotId={null}
          marks={marksOf(comparison, 'there')}
          caption={name(there)}
        />
      ) : (
        <Skeleton variant="rounded" height={300} />
      )}
    </Box>
  )
}

export function Differences({
  comparison,
  slots,
  here,
  there,
}: {
  comparison: Comparison
  slots: Slot[]
  here: Timetable
  there: Timetable
}) {
  const translate = useTranslate()
  const when = useWhen()
  const place = (at: Compared['here']) => {
    const slot = slots.find((each) => each.id === at?.slotId)
    return at && slot ? `${when(slot)} · ${at.teacherName} · ${at.roomName}` : '–'
  }
  const { sameCount, movedCount, changedCount, onlyHereCount, onlyThereCount, items } = comparison
  return (
    <Paper className="no-print" sx={{ p: 4, mt: 3 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {translate(items.length === 0 ? 'timetabling.noDifference' : 'timetabling.differences')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {translate('timetabling.differenceCounts', {
          same: sameCount,
          moved: movedCount,
          changed: changedCount,
          here: onlyHereCount,
          there: onlyThereCount,
        })}
      </Typography>
      {items.length > 0 && (
        <Box sx={{ overflow: 'auto', maxHeight: 320 }}>
          <Box
            component="table"
            sx={{
              width: '100%',
              borderCollapse: 'collapse',
              '& th, & td': {
                textAlign: 'left',
                p: 1,
                borderBottom: 1,
                borderColor: 'divider',
                verticalAlign: 'top',
              },
            }}
          >
            <thead>
              <tr>
                <th scope="col">{translate('timetabling.sides.section')}</th>
                <th scope="col">{translate('timetabling.versionNumber', { version: here.version })}</th>
                <th scope="col">{translate('timetabling.versionNumber', { version: there.version })}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={`${item.sectionId}/${item.here?.placementId ?? 0}/${item.there?.placementId ?? 0}`}>
                  <th scope="row">{item.sectionName}</th>
                  <td>{place(item.here)}</td>
                  <td>{place(item.there)}</td>
                </tr>
              ))}
            </tbody>
          </Box>
        </Box>
      )}
    </Paper>
  )
}
