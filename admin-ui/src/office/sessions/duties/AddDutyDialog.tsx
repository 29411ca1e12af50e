/** Puts one person on the roster of a day. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState } from 'react'
import { Form, maxLength, required, TextInput, useNotify, useRefresh, useTranslate } from 'react-admin'
import { ErrorNotice, NameSearch, printDate, useKehou, useTongue } from '../../../shared'

export function AddDutyDialog({
  schoolId,
  heldOn,
  kind,
  onClose,
}: {
  schoolId: number
  heldOn: string
  kind: 'duty_leader' | 'patrol'
  onClose: () => void
}) {
  const translate = useTranslate()
  const tongue = useTongue()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const save = async ({ teacherId, area }: { teacherId?: number; area?: string }) => {
    setBusy(true)
    setRefusal(null)
    try {
      await kehou.call('POST', '/api/duties', {
        schoolId,
        rows: [{ heldOn, kind, teacherId, ...(area?.trim() ? { area: area.trim() } : {}) }],
      })
      notify('duties.added', { type: 'success' })
      refresh()
      onClose()
    } catch (failure) {
      setRefusal(failure)
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="duty-title"
    >
      <Form onSubmit={(values: object) => void save(values)}>
        <DialogTitle id="duty-title">
          {translate('duties.addTo', {
            day: printDate(heldOn, tongue),
            kind: translate(`duties.kinds.${kind}`),
          })}
        </DialogTitle>
        <DutyFields schoolId={schoolId} refusal={refusal} />
        <DialogActions sx={{ p: 4 }}>
          <Button onClick={onClose} disabled={isBusy}>
            {translate('ra.action.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={isBusy}>
            {translate('duties.add')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function DutyFields({ schoolId, refusal }: { schoolId: number; refusal: unknown }) {
  return (
    <DialogContent>
      <NameSearch
        source="teacherId"
        reference="teachers"
        label="duties.teacher"
        filter={{ schoolId, isActive: true }}
        sort={{ field: 'name', order: 'ASC' }}
        validate={required()}
      />
      <TextInput source="area" label="duties.area" validate={maxLength(60)} />
      <ErrorNotice error={refusal} />
    </DialogContent>
  )
}
