/** A new draft: from the published week, from any version, or empty, with a name to tell several apart. */
import AddIcon from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import { ErrorNotice, useErrorText, useKehou, useMay, useScope } from '../../../shared'
import type { Timetable } from '../types'
import { useTimetableName } from './Beside'

/** The first one needs no questions. */
export function BeginTimetable({ onMade }: { onMade: (version: number) => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const errorText = useErrorText()
  const { schoolId, termId } = useScope()
  const mayWrite = useMay('timetable.write')
  const [isBusy, setBusy] = useState(false)
  if (!mayWrite) return null
  const make = async () => {
    setBusy(true)
    try {
      const made = await kehou.call<Timetable>('POST', '/api/timetables', { schoolId, termId })
      refresh()
      onMade(made.version)
    } catch (error) {
      notify(errorText(error), { type: 'error' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      className="no-print"
      variant="contained"
      startIcon={<AddIcon />}
      loading={isBusy}
      onClick={() => void make()}
    >
      {translate('timetabling.beginTimetable')}
    </Button>
  )
}

export function NewVersion({
  versions,
  chosen,
  onMade,
}: {
  versions: Timetable[]
  chosen: Timetable
  onMade: (version: number) => void
}) {
  const translate = useTranslate()
  const [isOpen, setOpen] = useState(false)
  if (!useMay('timetable.write')) return null
  return (
    <>
      <Button className="no-print" variant="outlined" startIcon={<AddIcon />} onClick={() => setOpen(true)}>
        {translate('timetabling.newVersion')}
      </Button>
      {isOpen && (
        <NewVersionDialog
          versions={versions}
          chosen={chosen}
          onMade={onMade}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

const empty = 'empty'

function NewVersionDialog({
  versions,
  chosen,
  onMade,
  onClose,
}: {
  versions: Timetable[]
  chosen: Timetable
  onMade: (version: number) => void
  onClose: () => void
}) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const { schoolId, termId } = useScope()
  const [from, setFrom] = useState<string>(
    String(versions.find((each) => each.status === 'published')?.id ?? chosen.id),
  )
  const [name, setName] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const make = async () => {
    setBusy(true)
    setError(null)
    try {
      const made = await kehou.call<Timetable>('POST', '/api/timetables', {
        schoolId,
        termId,
        ...(from === empty ? { isEmpty: true } : { fromId: Number(from) }),
        ...(name.trim() === '' ? {} : { name: name.trim() }),
      })
      refresh()
      onMade(made.version)
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
      aria-labelledby="new-version-title"
    >
      <DialogTitle id="new-version-title">{translate('timetabling.newVersion')}</DialogTitle>
      <NewVersionFields
        error={error}
        from={from}
        setFrom={setFrom}
        versions={versions}
        name={name}
        setName={setName}
      />
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose} disabled={isBusy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button variant="contained" loading={isBusy} onClick={() => void make()}>
          {translate('timetabling.newVersion')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface NewVersionFieldsProps {
  error: unknown
  from: string
  setFrom: (value: string) => void
  versions: Timetable[]
  name: string
  setName: (value: string) => void
}

function NewVersionFields({ error, from, setFrom, versions, name, setName }: NewVersionFieldsProps) {
  const translate = useTranslate()
  const versionName = useTimetableName()
  return (
    <DialogContent>
      <ErrorNotice error={error} />
      <TextField
        select
        fullWidth
        label={translate('timetabling.copyFrom')}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
        helperText={translate('timetabling.newVersionHelp')}
      >
        {versions.map((each) => (
          <MenuItem key={each.id} value={String(each.id)}>
            {versionName(each)}
          </MenuItem>
        ))}
        <MenuItem value={empty}>{translate('timetabling.emptyVersion')}</MenuItem>
      </TextField>
      <TextField
        fullWidth
        label={translate('timetabling.versionName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        helperText={translate('timetabling.versionNameHelp')}
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
    </DialogContent>
  )
}
