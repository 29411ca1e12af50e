/** How does the school want its weeks made and its changes approved? */
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Switch from '@mui/material/Switch'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'
import { EmptyState, ErrorNotice, PageHead, useAnswer, useKehou, useMay, useScope } from '../../../shared'
import type { SchedulingSetting } from '../types'

export function SettingsPage() {
  const translate = useTranslate()
  const { schoolId } = useScope()
  const { data, error, refetch } = useAnswer<SchedulingSetting>(
    schoolId === undefined ? null : `/api/scheduling-settings/${schoolId}`,
  )
  return (
    <>
      <PageHead title={translate('menu.scheduling-settings')} under={translate('planning.settingsUnder')} />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {schoolId === undefined ? (
        <Paper>
          <EmptyState
            why={translate('timetabling.chooseSchool')}
            next={translate('timetabling.chooseSchoolNext')}
          />
        </Paper>
      ) : data ? (
        <SettingsForm key={schoolId} setting={data} />
      ) : (
        !error && <Skeleton variant="rounded" height={400} sx={{ maxWidth: 640 }} />
      )}
    </>
  )
}

const switches = ['substitutionNeedsApproval', 'swapNeedsApproval', 'leaveNeedsApproval'] as const
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

function SettingsForm({ setting }: { setting: SchedulingSetting }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const notify = useNotify()
  const queries = useQueryClient()
  const mayWrite = useMay('timetable.write')
  const [wanted, want] = useState(setting)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const save = async () => {
    setBusy(true)
    setError(null)
    try {
      const { schoolId, ...body } = wanted
      await kehou.call('PATCH', `/api/scheduling-settings/${schoolId}`, body)
      notify('planning.settingsSaved', { type: 'success' })
      await queries.invalidateQueries()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  const common = { wanted, want }
  return (
    <Paper sx={{ maxWidth: 640, p: { xs: 4, sm: 6 } }}>
      <ErrorNotice error={error} />
      <Typography variant="h3" sx={{ mb: 1 }}>
        {translate('planning.settingsWeek')}
      </Typography>
      <NumberOf {...common} field="daysApart" choices={range(1, 4)} />
      <NumberOf {...common} field="leastKindsADay" choices={range(1, 10)} isOptional />
      <NumberOf {...common} field="mostSectionsAtOnce" choices={range(1, 40)} isOptional />
      <Typography variant="h3" sx={{ mt: 4, mb: 1 }}>
        {translate('planning.settingsChanges')}
      </Typography>
      {switches.map((field) => (
        <AllowRow key={field} field={field} wanted={wanted} want={want} />
      ))}
      {mayWrite && (
        <Button variant="contained" loading={isBusy} onClick={() => void save()} sx={{ mt: 2 }}>
          {translate('ra.action.save')}
        </Button>
      )}
    </Paper>
  )
}

interface NumberOfProps {
  field: 'leastKindsADay' | 'mostSectionsAtOnce' | 'daysApart'
  choices: number[]
  isOptional?: boolean
  wanted: SchedulingSetting
  want: (next: SchedulingSetting) => void
}

function NumberOf({ field, choices, isOptional = false, wanted, want }: NumberOfProps) {
  const translate = useTranslate()
  const mayWrite = useMay('timetable.write')
  return (
    <TextField
      select
      fullWidth
      disabled={!mayWrite}
      label={translate(`planning.settings.${field}`)}
      helperText={translate(`planning.settings.${field}Help`)}
      value={wanted[field] ?? ''}
      onChange={(event) =>
        want({ ...wanted, [field]: event.target.value === '' ? null : Number(event.target.value) })
      }
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      {isOptional && <MenuItem value="">{translate('planning.notAsked')}</MenuItem>}
      {choices.map((each) => (
        <MenuItem key={each} value={each}>
          {each}
        </MenuItem>
      ))}
    </TextField>
  )
}

interface AllowRowProps {
  field: 'substitutionNeedsApproval' | 'swapNeedsApproval' | 'leaveNeedsApproval'
  wanted: SchedulingSetting
  want: (value: SchedulingSetting) => void
}

function AllowRow({ field, wanted, want }: AllowRowProps) {
  const mayWrite = useMay('timetable.write')
  const translate = useTranslate()
  return (
    <Box sx={{ mb: 2 }}>
      <FormControlLabel
        control={
          <Switch
            checked={wanted[field]}
            disabled={!mayWrite}
            onChange={(event) => want({ ...wanted, [field]: event.target.checked })}
          />
        }
        label={translate(`planning.settings.${field}`)}
      />
      <FormHelperText>
        {translate(`planning.settings.${field}${wanted[field] ? 'On' : 'Off'}`)}
      </FormHelperText>
    </Box>
  )
}
