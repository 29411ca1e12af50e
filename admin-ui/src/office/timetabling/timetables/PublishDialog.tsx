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
import {
  ErrorNotice,
  Figure,
  Figures,
  printCount,
  printDate,
  useAnswer,
  useKehou,
  useTongue,
} from '../../../shared'
import type { PublishPreview, Timetable } from '../types'
import { PublishRows } from './PublishRows'

export function PublishDialog({ timetable, onClose }: { timetable: Timetable; onClose: () => void }) {
  const translate = useTranslate()
  const kehou = useKehou()
  const refresh = useRefresh()
  const notify = useNotify()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const {
    data: preview,
    error,
    refetch,
  } = useAnswer<PublishPreview>(`/api/timetables/${timetable.id}/publish-preview`, {
    staleTime: 0,
    gcTime: 0,
  })
  const publish = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await kehou.act(
        'timetables',
        timetable,
        'publish',
        preview ? { previewRevision: preview.previewRevision } : {},
      )
      notify('timetabling.published', { type: 'success' })
      refresh()
      onClose()
    } catch (failure) {
      setRefusal(failure)
      setBusy(false)
      // What was listed is no longer what would happen.
      void refetch()
    }
  }
  return (
    <Dialog
      open
      onClose={isBusy ? () => undefined : onClose}
      fullWidth
      maxWidth="md"
      aria-labelledby="publish-title"
    >
      <DialogTitle id="publish-title">
        {translate('timetabling.publishTitle', { version: timetable.version })}
      </DialogTitle>
      <DialogContent>
        <ErrorNotice error={error ?? refusal} />
        {!preview && !error && <Skeleton variant="rounded" height={160} />}
        {preview && <PreviewBody preview={preview} timetable={timetable} />}
      </DialogContent>
      <PublishButtons onClose={onClose} isBusy={isBusy} preview={preview} publish={publish} />
    </Dialog>
  )
}

function PreviewBody({ preview, timetable }: { preview: PublishPreview; timetable: Timetable }) {
  const translate = useTranslate()
  const tongue = useTongue()
  return (
    <>
      <Typography sx={{ mb: 3 }}>
        {translate('timetabling.publishConsequence', {
          from: printDate(preview.fromOn, tongue),
          to: printDate(preview.toOn, tongue),
          days: preview.schoolDayCount,
        })}
      </Typography>
      <PreviewFigures preview={preview} />
      {preview.uncleared.map((each) => (
        <Alert key={each.teacherId} severity="error" sx={{ mb: 2 }}>
          {translate('publishing.uncleared', {
            teacher: each.teacherName,
            days: `${each.days.slice(0, 5).join(translate('kit.comma'))}${each.days.length > 5 ? translate('publishing.more', { count: each.days.length - 5 }) : ''}`,
          })}
        </Alert>
      ))}
      {preview.unannouncedYears.length > 0 && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('publishing.notAnnounced', {
            years: preview.unannouncedYears.join(translate('kit.comma')),
          })}
        </Alert>
      )}
      {preview.clashCount > 0 && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('publishing.clashes', { count: preview.clashCount })}
        </Alert>
      )}
      {preview.unplacedCount > 0 && (
        <Alert severity="warning">
          {translate('timetabling.publishUnplaced', { count: preview.unplacedCount })}
        </Alert>
      )}
      <PublishRows preview={preview} timetableId={timetable.id} />
    </>
  )
}

function PreviewFigures({ preview }: { preview: PublishPreview }) {
  const translate = useTranslate()
  return (
    <Figures>
      <Figure label={translate('timetabling.newSessions')} value={printCount(preview.newCount)} />
      <Figure label={translate('timetabling.changedSessions')} value={printCount(preview.changedCount)} />
      <Figure
        label={translate('timetabling.removedSessions')}
        value={printCount(preview.removedCount)}
        {...(preview.removedCount > 0 ? { meaning: 'warning' as const } : {})}
      />
      {preview.calledOffCount > 0 && (
        <Figure
          label={translate('publishing.calledOff')}
          value={printCount(preview.calledOffCount)}
          meaning="warning"
        />
      )}
      {preview.byHandCount > 0 && (
        <Figure label={translate('publishing.byHand')} value={printCount(preview.byHandCount)} />
      )}
      <Figure
        label={translate('timetabling.keptSessions')}
        value={printCount(preview.keptCount)}
        help={translate('timetabling.pastSessions', { count: preview.pastCount })}
      />
    </Figures>
  )
}

interface PublishButtonsProps {
  onClose: () => void
  isBusy: boolean
  preview: PublishPreview | undefined
  publish: () => Promise<void>
}

function PublishButtons({ onClose, isBusy, preview, publish }: PublishButtonsProps) {
  const translate = useTranslate()
  return (
    <DialogActions sx={{ p: 4 }}>
      <Button onClick={onClose} disabled={isBusy}>
        {translate('ra.action.cancel')}
      </Button>
      <Button
        variant="contained"
        loading={isBusy}
        disabled={!preview || preview.placementCount === 0}
        onClick={() => void publish()}
      >
        {translate('timetabling.publish')}
      </Button>
    </DialogActions>
  )
}
