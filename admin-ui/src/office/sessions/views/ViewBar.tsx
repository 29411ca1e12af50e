/** Choosing whose week and which week. */
import BackIcon from '@mui/icons-material/ChevronLeft'
import NextIcon from '@mui/icons-material/ChevronRight'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useTranslate } from 'react-admin'
import { addDays, mondayOf, today } from '../../../shared'
import { DayField } from './DayField'
import type { ChosenView } from './useChosenView'
import { schoolSides, viewKinds, type SchoolSide, type ViewKind } from './views'

export function ViewBar({ schoolId, chosen }: { schoolId: number; chosen: ChosenView }) {
  const translate = useTranslate()
  const { kind, id, from, side, choices, set } = chosen
  const items = choices?.items ?? []
  return (
    <Box key={schoolId} sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', mb: 4 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={kind}
        aria-label={translate('views.kind')}
        onChange={(_event, next: ViewKind | null) => next && set({ kind: next, owner: null })}
      >
        {viewKinds.map((each) => (
          <ToggleButton key={each} value={each} sx={{ px: 3 }}>
            {translate(`views.kinds.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {kind === 'school' ? (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={side}
          aria-label={translate('views.side')}
          onChange={(_event, next: SchoolSide | null) => next && set({ side: next })}
        >
          {schoolSides.map((each) => (
            <ToggleButton key={each} value={each} sx={{ px: 3 }}>
              {translate(`views.sides.${each}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      ) : (
        <Autocomplete
          key={kind}
          options={items}
          value={items.find((each) => each.id === id) ?? null}
          getOptionLabel={(each) => each.name}
          getOptionKey={(each) => each.id}
          isOptionEqualToValue={(one, other) => one.id === other.id}
          onChange={(_event, next) => set({ kind, owner: next ? String(next.id) : null })}
          sx={{ width: { xs: '100%', sm: 220 } }}
          renderInput={(params) => (
            <TextField
              {...params}
              margin="none"
              placeholder={translate(`views.choose.${kind}`)}
              slotProps={{
                ...params.slotProps,
                htmlInput: { ...params.slotProps.htmlInput, 'aria-label': translate(`views.choose.${kind}`) },
              }}
            />
          )}
        />
      )}
      <WeekChoice set={set} from={from} />
    </Box>
  )
}

function WeekChoice({ set, from }: { set: (parts: Record<string, string | null>) => void; from: string }) {
  const translate = useTranslate()
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <IconButton
        aria-label={translate('sessions.weekBefore')}
        onClick={() => set({ from: addDays(from, -7) })}
      >
        <BackIcon />
      </IconButton>
      <Button variant="outlined" onClick={() => set({ from: mondayOf(today()) })}>
        {translate('sessions.thisWeek')}
      </Button>
      <IconButton
        aria-label={translate('sessions.weekAfter')}
        onClick={() => set({ from: addDays(from, 7) })}
      >
        <NextIcon />
      </IconButton>
      <DayField day={from} name={translate('views.from')} onDay={(day) => set({ from: mondayOf(day) })} />
    </Box>
  )
}
