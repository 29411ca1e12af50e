/** What publishing will make, change and take away, before it is done. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Alert from '@mui/material/Alert'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useNotify, useRefresh, useTranslate } from 'react-admin'
import { ErrorNotice, Figure, Figures, printCount, printDate, useAnswer, useKehou, useTongue } from '../../../shared'
import type { PublishPreview, Timetable } from '../types'

export function PublishDialog({ timetable, onClose }: { timetable: Timetable; onClose: () => void }) {
  const translate = useTranslate()
  const tongue = useTongue()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const { data: preview, error } = useAnswer<PublishPreview>(`/api/timetables/${timetable.id}/publish-preview`, { staleTime: 0, gcTime: 0 })
  const publish = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await kehou.act('timetables', timetable.id, 'publish')
      notify('scheduling.published', { type: 'success' })
      refresh()
      onClose()
    } catch (failure) {
      setRefusal(failure)
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={isBusy ? () => undefined : onClose} fullWidth maxWidth="sm" aria-labelledby="publish-title">
      <DialogTitle id="publish-title">{translate('scheduling.publishTitle', { version: timetable.version })}</DialogTitle>
      <DialogContent>
        <ErrorNotice error={error ?? refusal} />
        {!preview && !error && <Skeleton variant="rounded" height={160} />}
        {preview && (
          <>
            <Typography sx={{ mb: 3 }}>
              {translate('scheduling.publishConsequence', { from: printDate(preview.fromOn, tongue), to: printDate(preview.toOn, tongue), days: preview.schoolDayCount })}
            </Typography>
            <Figures>
              <Figure label={translate('scheduling.newSessions')} value={printCount(preview.newCount)} />
              <Figure label={translate('scheduling.changedSessions')} value={printCount(preview.changedCount)} />
              <Figure label={translate('scheduling.removedSessions')} value={printCount(preview.removedCount)} {...(preview.removedCount > 0 ? { meaning: 'warning' as const } : {})} />
              <Figure label={translate('scheduling.keptSessions')} value={printCount(preview.keptCount)} help={translate('scheduling.pastSessions', { count: preview.pastCount })} />
            </Figures>
            {preview.unplacedCount > 0 && <Alert severity="warning">{translate('scheduling.publishUnplaced', { count: preview.unplacedCount })}</Alert>}
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ p: 4 }}>
        <Button onClick={onClose} disabled={isBusy}>
          {translate('ra.action.cancel')}
        </Button>
        <Button variant="contained" loading={isBusy} disabled={!preview || preview.placementCount === 0} onClick={() => void publish()}>
          {translate('scheduling.publish')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
