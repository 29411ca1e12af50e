/** From when to when is this person from outside cleared to work with children (rule BAN-5)? */
import AddIcon from '@mui/icons-material/Add'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  Confirm,
  Form,
  maxLength,
  minLength,
  required,
  TextInput,
  useNotify,
  useTranslate,
} from 'react-admin'
import type { Page, Schemas } from '../../../api/contract'
import {
  EmptyState,
  ErrorNotice,
  LocalDateInput,
  printDate,
  StatusChip,
  useAnswer,
  useErrorText,
  useKehou,
  useMay,
  useScope,
  useTongue,
} from '../../../shared'
import type { Teacher } from '../teachers/teacher'

type Clearance = Schemas['ClearanceOut']

const chips = {
  valid: 'active',
  ending: 'waiting',
  future: 'info',
  ended: 'inactive',
  revoked: 'refused',
} as const

export function Clearances({ teacher }: { teacher: Pick<Teacher, 'id' | 'name'> }) {
  const translate = useTranslate()
  const mayRead = useMay('clearance.read')
  const mayWrite = useMay('clearance.write')
  const { data, error, refetch } = useAnswer<Page<Clearance>>(
    mayRead ? `/api/clearances?teacherId=${teacher.id}&pageSize=50` : null,
  )
  const [isOpen, setOpen] = useState(false)
  if (!mayRead) return null
  const all = data?.items ?? []
  const held = all.filter((each) => each.state === 'valid' || each.state === 'ending')
  const last = held.length > 0 && held.every((each) => each.state === 'ending') ? held[0] : undefined
  const add = mayWrite && (
    <Button
      variant={all.length === 0 ? 'contained' : 'outlined'}
      startIcon={<AddIcon />}
      onClick={() => setOpen(true)}
    >
      {translate('people.addClearance')}
    </Button>
  )
  return (
    <Paper
      component="section"
      aria-labelledby="clearances-title"
      sx={{ maxWidth: 640, mt: 4, p: { xs: 4, sm: 6 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 2 }}>
        <Typography id="clearances-title" variant="h2" sx={{ flexGrow: 1 }}>
          {translate('people.clearances')}
        </Typography>
        {all.length > 0 && add}
      </Box>
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        {translate('people.clearancesUnder')}
      </Typography>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data && all.length > 0 && held.length === 0 && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {translate('people.notCleared', { teacher: teacher.name })}
        </Alert>
      )}
      {last && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('people.clearanceEnding', { teacher: teacher.name, count: last.daysLeft ?? 0 })}
        </Alert>
      )}
      {data && all.length === 0 && (
        <EmptyState
          why={translate('people.noClearances')}
          next={translate('people.noClearancesNext')}
          action={add}
        />
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {all.map((clearance) => (
          <ClearanceRow key={clearance.id} clearance={clearance} mayWrite={mayWrite} />
        ))}
      </Box>
      {isOpen && <ClearanceDialog teacher={teacher} onClose={() => setOpen(false)} />}
    </Paper>
  )
}

function ClearanceRow({ clearance, mayWrite }: { clearance: Clearance; mayWrite: boolean }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const kehou = useKehou()
  const notify = useNotify()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const { validFromOn, validToOn, document, state, daysLeft, recordedByName } = clearance
  const revoke = async () => {
    setAsking(false)
    try {
      await kehou.call('POST', `/api/clearances/${clearance.id}/revoke`)
      notify('people.clearanceRevoked', { type: 'success' })
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    } finally {
      await queries.invalidateQueries()
    }
  }
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 2,
        alignItems: 'center',
        py: 2,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {translate('people.clearanceFromTo', {
            from: printDate(validFromOn, tongue),
            to: printDate(validToOn, tongue),
          })}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {translate('people.clearanceSeen', { document, person: recordedByName })}
        </Typography>
      </Box>
      <StatusChip
        status={chips[state]}
        label={
          state === 'ending'
            ? translate('people.clearanceDaysLeft', { count: daysLeft ?? 0 })
            : translate(`people.clearanceStates.${state}`)
        }
      />
      {mayWrite && state !== 'revoked' && state !== 'ended' && (
        <Button color="error" size="small" onClick={() => setAsking(true)}>
          {translate('people.revokeClearance')}
        </Button>
      )}
      <Confirm
        isOpen={isAsking}
        title={translate('people.revokeClearance')}
        content={translate('people.revokeClearanceConsequence')}
        onConfirm={() => void revoke()}
        onClose={() => setAsking(false)}
      />
    </Box>
  )
}

function ClearanceDialog({
  teacher,
  onClose,
}: {
  teacher: Pick<Teacher, 'id' | 'name'>
  onClose: () => void
}) {
  const translate = useTranslate()
  const kehou = useKehou()
  const queries = useQueryClient()
  const { term } = useScope()
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const save = async (values: Record<string, unknown>) => {
    setBusy(true)
    setError(null)
    try {
      const { validFromOn, validToOn, document } = values
      await kehou.call('POST', '/api/clearances', { teacherId: teacher.id, validFromOn, validToOn, document })
      await queries.invalidateQueries()
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth="xs"
      aria-labelledby="clearance-title"
    >
      <Form
        defaultValues={{ validFromOn: term?.startsOn ?? null, validToOn: term?.endsOn ?? null }}
        onSubmit={save}
      >
        <DialogTitle id="clearance-title">
          {translate('people.addClearanceOf', { teacher: teacher.name })}
        </DialogTitle>
        <DialogContent>
          <ErrorNotice error={error} />
          <LocalDateInput
            source="validFromOn"
            label={translate('people.validFromOn')}
            validate={required()}
          />
          <LocalDateInput source="validToOn" label={translate('people.validToOn')} validate={required()} />
          <TextInput
            source="document"
            label={translate('people.clearanceDocument')}
            helperText="people.clearanceDocumentHelp"
            validate={[required(), minLength(2), maxLength(120)]}
          />
        </DialogContent>
        <DialogActions sx={{ p: 4 }}>
          <Button onClick={onClose} disabled={isBusy}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isBusy}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
