/** Makes an address for somebody's week: of the own one for a teacher, of any for who arranges the week. */
import Alert from '@mui/material/Alert'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslate } from 'react-admin'
import { query } from '../../../api/call'
import { EmptyState, ErrorNotice, useAnswer, useKehou, useMay, useScope } from '../../../shared'
import type { Choices } from '../views/useChosenView'
import { linkKinds, type LinkKind, type NewCalendarLink } from './link'
import { NewLinkDialog } from './NewLinkDialog'

const listed: Record<LinkKind, string> = {
  teacher: 'teacher',
  room: 'room',
  home_class: 'home-class',
  school: 'room',
}

export function LinkMaker({ onMade }: { onMade: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const arranges = useMay('timetable.write')
  const { schoolId } = useScope()
  const [kind, setKind] = useState<LinkKind>('teacher')
  const [chosen, setChosen] = useState<{ id: number; name: string } | null>(null)
  const [made, setMade] = useState<NewCalendarLink | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { data: choices } = useAnswer<Choices>(
    schoolId === undefined ? null : `/api/timetable-views/choices${query({ kind: listed[kind], schoolId })}`,
  )
  if (schoolId === undefined)
    return (
      <Paper sx={{ mb: 4 }}>
        <EmptyState why={translate('views.noSchoolChosen')} next={translate('views.noSchoolChosenNext')} />
      </Paper>
    )
  const ownId = choices?.ownTeacherId ?? undefined
  if (!arranges && choices && ownId === undefined)
    return (
      <Alert severity="info" sx={{ mb: 4 }}>
        {translate('links.noTeacher')}
      </Alert>
    )
  const ownerId = !arranges ? ownId : kind === 'school' ? schoolId : chosen?.id
  const make = () => {
    setBusy(true)
    setError(null)
    kehou
      .call<NewCalendarLink>('POST', '/api/calendar-links', { kind, ownerId })
      .then((link) => {
        setMade(link)
        onMade()
      }, setError)
      .finally(() => setBusy(false))
  }
  return (
    <Paper component="section" sx={{ p: 4, mb: 4, maxWidth: 760 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-end' }}>
        {arranges ? (
          <WhoseWeek kind={kind} setKind={setKind} setChosen={setChosen} choices={choices} chosen={chosen} />
        ) : (
          <Typography sx={{ flexGrow: 1 }}>{translate('links.ownOnly')}</Typography>
        )}
        <Button variant="contained" loading={isBusy} disabled={ownerId === undefined} onClick={make}>
          {translate('links.make')}
        </Button>
      </Box>
      <ErrorNotice error={error} />
      {made && <NewLinkDialog link={made} onClose={() => setMade(null)} />}
    </Paper>
  )
}

interface WhoseWeekProps {
  kind: 'teacher' | 'room' | 'home_class' | 'school'
  setKind: (value: 'teacher' | 'room' | 'home_class' | 'school') => void
  setChosen: (value: { id: number; name: string } | null) => void
  choices: Choices | undefined
  chosen: { id: number; name: string } | null
}

function WhoseWeek({ kind, setKind, setChosen, choices, chosen }: WhoseWeekProps) {
  const translate = useTranslate()
  return (
    <>
      <TextField
        select
        margin="none"
        fullWidth={false}
        label={translate('links.makeFor')}
        value={kind}
        sx={{ width: { xs: '100%', sm: 160 } }}
        onChange={(event) => {
          setKind(event.target.value as LinkKind)
          setChosen(null)
        }}
      >
        {linkKinds.map((each) => (
          <MenuItem key={each} value={each}>
            {translate(`links.kinds.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      {kind !== 'school' && (
        <Autocomplete
          key={kind}
          options={choices?.items ?? []}
          value={chosen}
          getOptionLabel={(each) => each.name}
          getOptionKey={(each) => each.id}
          isOptionEqualToValue={(one, other) => one.id === other.id}
          onChange={(_event, next) => setChosen(next)}
          sx={{ width: { xs: '100%', sm: 240 } }}
          renderInput={(params) => <TextField {...params} margin="none" label={translate('links.whose')} />}
        />
      )}
    </>
  )
}
